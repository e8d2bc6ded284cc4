import { Check } from './check.ts';
import { shapeFaults, textsOf } from './elements.ts';

/** What is wrong with a `media:content` by Media RSS 1.5.1. */
export function mediaFaults(media: Element): readonly string[] {
  const check = new Check();
  check.faults.push(
    ...shapeFaults(media, {
      children: { 'media:credit': 'any', 'media:description': 'optional' },
      attributes: ['url', 'type', 'medium', 'width', 'height'],
    }),
  );
  check.webAddress(media.getAttribute('url'), 'the address of a medium');
  check.demand(/^(?:image|audio|video)$/.test(media.getAttribute('medium') ?? ''), 'a medium of no kind');
  check.demand(/^image\/[a-z+]+$/.test(media.getAttribute('type') ?? 'image/png'), 'a picture of another type');
  for (const size of ['width', 'height']) check.count(media.getAttribute(size), `the ${size} of a medium`);
  for (const text of [...textsOf(media, 'media:credit'), ...textsOf(media, 'media:description')]) {
    check.said(text, 'the credit or the description of a medium');
  }
  return check.faults;
}

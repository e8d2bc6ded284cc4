import { parseUrl } from '../../../../src/domain/addresses.ts';
import { documentOf } from '../../../newsroom/document-of.ts';
import { Check } from './check.ts';

const REFUSED =
  'script, style, link, meta, base, iframe, object, embed, form, button, input, select, textarea, noscript';

/**
 * What is wrong with the text of a story in a feed: an address that is not whole, an element or an attribute that readers of
 * feeds refuse (as the W3C feed validator warns of), something that is hidden and would be seen there.
 */
export function contentFaults(html: string): readonly string[] {
  const known = found.get(html) ?? newFaults(html);
  found.set(html, known);
  return known;
}

/** A text is in many feeds. */
const found = new Map<string, readonly string[]>();

function newFaults(html: string): readonly string[] {
  const check = new Check();
  const { body } = documentOf(html);
  for (const element of body.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const what = `${element.localName} ${name}`;
      check.demand(!/^on|^style$|^hidden$|^tabindex$/.test(name), `${what} in a text`);
      if (['src', 'poster'].includes(name)) check.webAddress(value, what);
      if (name === 'href' && !/^(?:mailto|tel):./.test(value)) check.demand(isWhole(value), `${what}: ${value}`);
      if (name === 'srcset') {
        for (const candidate of value.split(/,\s+/)) check.webAddress(candidate.trim().split(/\s/)[0], what);
      }
    }
  }
  for (const { localName } of body.querySelectorAll(REFUSED)) check.faults.push(`${localName} in a text`);
  return check.faults;
}

/** An editor may have written any characters into an address elsewhere, which browsers repair. */
function isWhole(value: string): boolean {
  return /^https?:\/\/./.test(value) && parseUrl(value) !== undefined;
}

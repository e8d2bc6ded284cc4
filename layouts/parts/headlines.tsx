import type { VNode } from 'preact';
import type { Headline } from '../../src/pages/headline.ts';
import { once } from './once.tsx';
import { Raw } from './raw.tsx';

/** Stories by their headlines and times. */
export function Headlines({ headlines }: { readonly headlines: readonly Headline[] }): VNode {
  return (
    <ul class="headlines">
      {headlines.map((headline) => (
        <HeadlineOnce data={headline} />
      ))}
    </ul>
  );
}

const HeadlineOnce = once<Headline>(({ data: { href, headline, language, direction, time } }) => (
  <li>
    <Raw as="a" href={href} lang={language} dir={direction} html={headline} />{' '}
    <time dateTime={time.iso}>{time.text}</time>
  </li>
));

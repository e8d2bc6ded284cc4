import type { VNode } from 'preact';
import type { Headline } from '../../src/pages/story/headline.ts';
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

const HeadlineOnce = once<Headline>(({ data: { href, headline, language, direction, time, note } }) => (
  <li>
    <Raw as="a" href={href} lang={language} dir={direction} html={headline} />{' '}
    {note !== undefined && <span class="note">{note}</span>} <time dateTime={time.iso}>{time.text}</time>
  </li>
));

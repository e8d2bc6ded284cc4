import type { VNode } from 'preact';
import type { PrintedPart } from '../../src/pages/lists/series-page.ts';
import { HeadlineLink, LinkedText } from './text.tsx';

/** Of which series a story is a part, above its headline. Reader modes leave it out. */
export function SeriesLine({ part }: { readonly part: PrintedPart }): VNode {
  return (
    <p class="header-series">
      <LinkedText parts={part.text} />
    </p>
  );
}

/** The way from a part of a series to the parts beside it. */
export function SeriesLinks({ part }: { readonly part: PrintedPart }): VNode {
  const { label, text, beside } = part;
  return (
    <nav class="series-part" aria-label={label}>
      <p>
        <LinkedText parts={text} />
      </p>
      {beside.length > 0 && (
        <ul>
          {beside.map((one) => (
            <li>
              <span>{one.label}</span> <HeadlineLink to={one.headline} rel={one.rel} />
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

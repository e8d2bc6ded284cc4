import type { VNode } from 'preact';
import type { PrintedPart } from '../../src/pages/lists/series-part.ts';
import { Raw } from './raw.tsx';
import { TextParts } from './text-parts.tsx';

/** Of which series a story is a part, above its headline. Reader modes leave it out. */
export function SeriesLine({ part }: { readonly part: PrintedPart }): VNode {
  return (
    <p class="header-series">
      <TextParts parts={part.text} />
    </p>
  );
}

/** The way from a part of a series to the parts beside it. */
export function SeriesPart({ part }: { readonly part: PrintedPart }): VNode {
  const { label, text, beside } = part;
  return (
    <nav class="series-part" aria-label={label}>
      <p>
        <TextParts parts={text} />
      </p>
      {beside.length > 0 && (
        <ul>
          {beside.map((one) => (
            <li>
              <span>{one.label}</span>{' '}
              <Raw
                as="a"
                rel={one.rel}
                href={one.headline.href}
                lang={one.headline.language}
                dir={one.headline.direction}
                html={one.headline.headline}
              />
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

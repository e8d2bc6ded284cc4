import type { VNode } from 'preact';
import type { Breadcrumb as BreadcrumbData } from '../../src/pages/dates/breadcrumb.ts';
import type { Paging } from '../../src/pages/lists/listing.ts';
import type { Headline } from '../../src/pages/story/card.ts';
import { renderedOnce } from './html.tsx';
import { HeadlineLink, LinkItems } from './text.tsx';

// The thousands of pages of the archive are made of this and no cards, so that a change of cards leaves them as they are.

/** Stories by their headlines and times. */
export function Headlines({ headlines }: { readonly headlines: readonly Headline[] }): VNode {
  return (
    <ul class="headlines">
      {headlines.map((headline) => (
        <HeadlineItem data={headline} />
      ))}
    </ul>
  );
}

const HeadlineItem = renderedOnce<Headline>(({ data }) => (
  <li>
    <HeadlineLink to={data} /> {data.note !== undefined && <span class="note">{data.note}</span>}{' '}
    <time dateTime={data.time.iso}>{data.time.short}</time>
  </li>
));

/** The way to the earlier stories of a list, and to the later ones. */
export function PagingLinks({ paging }: { readonly paging: Paging }): VNode {
  const { label, earlier, later } = paging;
  return (
    <nav class="paging" aria-label={label}>
      {later !== undefined && (
        <a class="later" rel="prev" href={later.href}>
          {later.label}
        </a>
      )}{' '}
      {earlier !== undefined && (
        <a class="earlier-link" rel="next" href={earlier.href}>
          {earlier.label}
        </a>
      )}
    </nav>
  );
}

/** The way up from a day to its month, its year and the whole archive. */
export function Breadcrumb({ breadcrumb }: { readonly breadcrumb: BreadcrumbData }): VNode {
  return (
    <nav class="breadcrumb" aria-label={breadcrumb.label}>
      <ol>
        <LinkItems links={breadcrumb.links} />
      </ol>
    </nav>
  );
}

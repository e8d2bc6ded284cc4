import type { VNode } from 'preact';
import type { ArchivePage } from '../src/pages/lists/archive-page.ts';
import { Headlines, PagingLinks } from './parts/lists.tsx';
import { Document } from './parts/site.tsx';

/** A page of the archive of a section, a topic or a contributor. */
export default function Archive({ frame, list, title, days, headlines, paging }: ArchivePage): VNode {
  return (
    <Document frame={frame}>
      <div class="front archive">
        <header class="page-head">
          <p class="kicker">
            <a href={list.href} dir="auto">
              {list.label}
            </a>
          </p>
          <h1>
            {title.before}
            <bdi>{title.name}</bdi>
            {title.after}
          </h1>
          <p class="dek">{days}</p>
        </header>
        <Headlines headlines={headlines} />
        <PagingLinks paging={paging} />
      </div>
    </Document>
  );
}

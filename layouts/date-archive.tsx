import type { VNode } from 'preact';
import type { DateArchivePage } from '../src/pages/dates/date-archive.ts';
import { Breadcrumb } from './parts/lists.tsx';
import { Document } from './parts/site.tsx';

/** The archive by date, and the page of a year or a month in it. */
export default function DateArchive({ frame, breadcrumb, title, entries }: DateArchivePage): VNode {
  return (
    <Document frame={frame}>
      <div class="front archive">
        <header class="page-head">
          {breadcrumb !== undefined && <Breadcrumb breadcrumb={breadcrumb} />}
          <h1>{title}</h1>
        </header>
        <ul class="calendar">
          {entries.map(({ label, href, count }) => (
            <li>
              <a href={href}>{label}</a> <span class="count">{count}</span>
            </li>
          ))}
        </ul>
      </div>
    </Document>
  );
}

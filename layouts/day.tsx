import type { VNode } from 'preact';
import type { DayPage } from '../src/pages/dates/day-page.ts';
import { Breadcrumb, Headlines } from './parts/lists.tsx';
import { Document } from './parts/site.tsx';

/** The stories of a day. */
export default function Day({ frame, breadcrumb, title, headlines }: DayPage): VNode {
  return (
    <Document frame={frame}>
      <div class="front archive">
        <header class="page-head">
          <Breadcrumb breadcrumb={breadcrumb} />
          <h1>{title}</h1>
        </header>
        <Headlines headlines={headlines} />
      </div>
    </Document>
  );
}

import type { VNode } from 'preact';
import type { DayPage } from '../src/pages/dates/day-page.ts';
import { Breadcrumb } from './parts/breadcrumb.tsx';
import { Document } from './parts/document.tsx';
import { Headlines } from './parts/headlines.tsx';

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

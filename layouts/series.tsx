import type { VNode } from 'preact';
import type { SeriesPage } from '../src/pages/lists/series-page.ts';
import { Listing } from './parts/listing.tsx';
import { Document } from './parts/site.tsx';

/** The page of a series. */
export default function Series({ frame, kicker, title, description, listing }: SeriesPage): VNode {
  return (
    <Document frame={frame}>
      <div class="front river">
        <header class="page-head">
          <p class="kicker">{kicker}</p>
          <h1 dir="auto">{title}</h1>
          {description !== undefined && (
            <p class="dek" dir="auto">
              {description}
            </p>
          )}
        </header>
        <Listing listing={listing} level={2} />
      </div>
    </Document>
  );
}

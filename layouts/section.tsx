import type { VNode } from 'preact';
import type { SectionPage } from '../src/pages/section-page.ts';
import { Document } from './parts/document.tsx';
import { Listing } from './parts/listing.tsx';

/** The page of a section. */
export default function Section({ frame, title, description, listing }: SectionPage): VNode {
  return (
    <Document frame={frame}>
      <div class="front section-front">
        <header class="page-head">
          <h1>{title}</h1>
          {description !== undefined && <p class="dek">{description}</p>}
        </header>
        <Listing listing={listing} level={2} />
      </div>
    </Document>
  );
}

import type { VNode } from 'preact';
import type { HomePage } from '../src/pages/home-page.ts';
import { Card } from './parts/card.tsx';
import { Document } from './parts/document.tsx';
import { Listing } from './parts/listing.tsx';

/** The home page: the lead story large, the others as cards. */
export default function Home({ frame, lead, listing }: HomePage): VNode {
  return (
    <Document frame={frame}>
      <div class="front home">
        {lead !== undefined && <Card card={lead} isLead level={2} />}
        <Listing listing={listing} level={2} />
      </div>
    </Document>
  );
}

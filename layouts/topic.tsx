import type { VNode } from 'preact';
import type { TopicPage } from '../src/pages/lists/topic-page.ts';
import { Listing } from './parts/listing.tsx';
import { Document } from './parts/site.tsx';

/** The page of a topic. */
export default function Topic({ frame, kicker, title, listing }: TopicPage): VNode {
  return (
    <Document frame={frame}>
      <div class="front river">
        <header class="page-head">
          <p class="kicker">{kicker}</p>
          <h1 dir="auto">{title}</h1>
        </header>
        <Listing listing={listing} level={2} />
      </div>
    </Document>
  );
}

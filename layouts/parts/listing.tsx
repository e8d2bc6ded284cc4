import type { VNode } from 'preact';
import type { Listing as ListingData } from '../../src/pages/lists/listing.ts';
import type { Card as CardData } from '../../src/pages/story/card.ts';
import { Card } from './card.tsx';
import { renderedOnce } from './html.tsx';
import { Headlines, PagingLinks } from './lists.tsx';
import { SIZES } from './picture-sizes.ts';

/** Stories in a row: cards first, then the earlier ones by headline. */
export function Listing({ listing, level }: { readonly listing: ListingData; readonly level: 2 | 3 }): VNode {
  const { cards, earlier, paging, empty } = listing;
  const ListedCard = LISTED_CARDS[level];
  return (
    <>
      {empty !== undefined && <p class="empty">{empty}</p>}
      {cards.length > 0 && (
        <div class="cards">
          {cards.map((card) => (
            <ListedCard data={card} />
          ))}
        </div>
      )}
      {earlier !== undefined && (
        <section class="earlier">
          <h2>{earlier.title}</h2>
          <Headlines headlines={earlier.headlines} />
        </section>
      )}
      {paging !== undefined && <PagingLinks paging={paging} />}
    </>
  );
}

/** A story is on several lists, and looks the same on each. */
const LISTED_CARDS = {
  2: renderedOnce<CardData>(({ data }) => <Card card={data} level={2} sizes={SIZES.river} />),
  3: renderedOnce<CardData>(({ data }) => <Card card={data} level={3} sizes={SIZES.river} />),
};

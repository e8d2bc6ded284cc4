import type { VNode } from 'preact';
import type { Card as CardData } from '../../src/pages/story/card.ts';
import type { Listing as Data } from '../../src/pages/lists/listing.ts';
import { Card } from './card.tsx';
import { Headlines } from './headlines.tsx';
import { once } from './once.tsx';
import { PagingLinks } from './paging.tsx';

/** A story is on several fronts, and looks the same on each. */
const CARDS = {
  2: once<CardData>(({ data }) => <Card card={data} level={2} />),
  3: once<CardData>(({ data }) => <Card card={data} level={3} />),
};

/** Stories in a row: cards first, then the earlier ones by headline. */
export function Listing({ listing, level }: { readonly listing: Data; readonly level: 2 | 3 }): VNode {
  const { cards, earlier, paging, empty } = listing;
  const CardOnce = CARDS[level];
  return (
    <>
      {empty !== undefined && <p class="empty">{empty}</p>}
      {cards.length > 0 && (
        <div class="cards">
          {cards.map((card) => (
            <CardOnce data={card} />
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

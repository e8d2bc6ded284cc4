import type { VNode } from 'preact';
import type { Card as CardData } from '../../src/pages/card.ts';
import type { Listing as Data } from '../../src/pages/listing.ts';
import { Card } from './card.tsx';
import { once } from './once.tsx';
import { Raw } from './raw.tsx';

/** A story is on several fronts, and looks the same on each. */
const CARDS = {
  2: once<CardData>(({ data }) => <Card card={data} level={2} />),
  3: once<CardData>(({ data }) => <Card card={data} level={3} />),
};

/** Stories in a row: cards first, then the earlier ones by headline. */
export function Listing({ listing, level }: { readonly listing: Data; readonly level: 2 | 3 }): VNode {
  const { cards, earlier, empty } = listing;
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
          <ul>
            {earlier.cards.map((card) => (
              <HeadlineOnce data={card} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const HeadlineOnce = once<CardData>(({ data: { href, headline, language, direction, time } }) => (
  <li>
    <Raw as="a" href={href} lang={language} dir={direction} html={headline} />{' '}
    <time dateTime={time.iso}>{time.text}</time>
  </li>
));

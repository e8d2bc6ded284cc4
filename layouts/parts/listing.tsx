import type { VNode } from 'preact';
import type { Listing as Data } from '../../src/pages/listing.ts';
import { Card } from './card.tsx';
import { Raw } from './raw.tsx';

/** Stories in a row: cards first, then the earlier ones by headline. */
export function Listing({ listing, level }: { readonly listing: Data; readonly level: 2 | 3 }): VNode {
  const { cards, earlier, empty } = listing;
  return (
    <>
      {empty !== undefined && <p class="empty">{empty}</p>}
      {cards.length > 0 && (
        <div class="cards">
          {cards.map((card) => (
            <Card card={card} level={level} />
          ))}
        </div>
      )}
      {earlier !== undefined && (
        <section class="earlier">
          <h2>{earlier.title}</h2>
          <ul>
            {earlier.cards.map(({ href, headline, language, direction, time }) => (
              <li>
                <Raw as="a" href={href} lang={language} dir={direction} html={headline} />{' '}
                <time dateTime={time.iso}>{time.text}</time>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

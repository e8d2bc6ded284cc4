import type { Listing } from './listing.ts';

/** Puts a few words beside each story of a listing; `notes` are in the order of its stories. */
export function noteListing(listing: Listing, notes: readonly (string | undefined)[]): Listing {
  const { cards, earlier } = listing;
  const noted = <Item extends object>(item: Item, note: string | undefined): Item =>
    note === undefined ? item : { ...item, note };
  return {
    ...listing,
    cards: cards.map((card, index) => noted(card, notes[index])),
    earlier: earlier && {
      ...earlier,
      headlines: earlier.headlines.map((headline, index) => noted(headline, notes[cards.length + index])),
    },
  };
}

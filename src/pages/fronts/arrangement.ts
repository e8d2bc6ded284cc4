import type { GroupLayout } from '../../domain/fronts.ts';
import type { GroupSubject } from './compose-front.ts';
import type { FrontCard } from './front-card.ts';

/** Where cards stand, in this order. */
export interface Arrangement {
  /** The largest. */
  readonly lead: FrontCard | undefined;
  /** Stacked beside the lead. */
  readonly beside: readonly FrontCard[];
  /** Below, in rows that are full whatever their number is. */
  readonly rows: readonly (readonly FrontCard[])[];
  /** Below those, by headline alone. */
  readonly rest: readonly FrontCard[];
}

const EMPTY: Arrangement = { lead: undefined, beside: [], rows: [], rest: [] };

/** Arranges the first cards of a front. What is stacked beside a lead of words alone would be longer than that. */
export function arrangeTop(lead: FrontCard | undefined, cards: readonly FrontCard[]): Arrangement {
  if (!lead?.isPictured) return { ...EMPTY, lead, rows: inRows(cards) };
  // What four do not divide leaves three for the stack, so that what is below fills its rows.
  const stacked = cards.length % 4 === 0 ? 4 : 3;
  return { ...EMPTY, lead, beside: cards.slice(0, stacked), rows: inRows(cards.slice(stacked)) };
}

/** How a group is printed: its layout, and its cards in the order of that. */
export interface ArrangedGroup {
  readonly layout: GroupLayout;
  readonly cards: readonly FrontCard[];
  readonly arrangement: Arrangement;
}

/** Arranges a group as its editor says, or as its stories ask for. */
export function arrangeGroup(
  { layout: given, isOrdered }: Pick<GroupSubject, 'layout' | 'isOrdered'>,
  cards: readonly FrontCard[],
): ArrangedGroup {
  const layout = given ?? layoutFor(cards);
  const ordered = layout === 'lead' && !isOrdered ? pictureFirst(cards) : cards;
  return { layout, cards: ordered, arrangement: ARRANGE[layout](ordered) };
}

/** The layout that stories ask for: those of one kind have that of their kind, and a picture leads. */
function layoutFor(cards: readonly FrontCard[]): GroupLayout {
  if (cards.every(({ weight }) => weight === 'opinion')) return 'opinion';
  if (cards.every((card) => isLive(card))) return 'live';
  if (cards.every(({ isPictured }) => isPictured) || cards.length === 1) return 'four';
  if (cards.some(({ isPictured }) => isPictured)) return 'lead';
  return cards.length > MOST_IN_ROW ? 'list' : 'four';
}

/** Where nobody put the stories of a group in order, the first with a picture leads. */
function pictureFirst(cards: readonly FrontCard[]): readonly FrontCard[] {
  const lead = cards.find(({ isPictured }) => isPictured);
  return lead === undefined ? cards : [lead, ...cards.filter((card) => card !== lead)];
}

const ARRANGE: Readonly<Record<GroupLayout, (cards: readonly FrontCard[]) => Arrangement>> = {
  lead: ([lead, ...others]) => {
    if (!lead?.isPictured) return { ...EMPTY, lead, rows: inRows(others) };
    const stacked = others.length > MOST_STACKED ? MOST_STACKED - 1 : MOST_STACKED;
    return { ...EMPTY, lead, beside: others.slice(0, stacked), rest: others.slice(stacked) };
  },
  four: (cards) => ({ ...EMPTY, rows: inRows(cards) }),
  opinion: (cards) => ({ ...EMPTY, rows: inRows(cards, MOST_IN_ROW) }),
  live: (cards) => ({ ...EMPTY, rows: inRows(cards, MOST_IN_ROW) }),
  list: (cards) => ({ ...EMPTY, rest: cards }),
};

const MOST_STACKED = 4;
const MOST_IN_ROW = 4;

/** Cards in rows that are full, the shorter ones first: five are two and three. Where only some have a picture, a row has three at most. */
function inRows(
  cards: readonly FrontCard[],
  most = isMixed(cards) ? 3 : MOST_IN_ROW,
): readonly (readonly FrontCard[])[] {
  const count = Math.ceil(cards.length / most);
  const rows: (readonly FrontCard[])[] = [];
  let from = 0;
  for (let row = 0; row < count; row += 1) {
    const size = Math.floor((cards.length - from) / (count - row));
    rows.push(cards.slice(from, from + size));
    from += size;
  }
  return rows;
}

function isMixed(cards: readonly FrontCard[]): boolean {
  return cards.some(({ isPictured }) => isPictured) && !cards.every(({ isPictured }) => isPictured);
}

function isLive({ card, weight }: FrontCard): boolean {
  return weight === 'live' || card.live !== undefined;
}

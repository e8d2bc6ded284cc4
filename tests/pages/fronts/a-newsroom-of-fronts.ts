import type { FrontCard } from '../../../src/pages/fronts/front-card.ts';
import type { FrontParts } from '../../../src/pages/fronts/front-parts.ts';
import { type Keys, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const SECTIONS = ['news', 'sport', 'arts'];
const SITE: Keys = { sections: SECTIONS.map((id) => ({ id, title: id.toUpperCase() })), timeZone: 'Europe/London' };

/** A newsroom of so many stories, one after the other in three sections, with these fronts. */
export function newsroomWith(fronts: Readonly<Record<string, object>>, count = 60): NewsroomGiven {
  return {
    site: SITE,
    articles: manyStories(count, (index) => ({ section: SECTIONS[index % 3], topics: index % 2 ? ['Harbour'] : [] })),
    fronts: Object.fromEntries(Object.entries(fronts).map(([name, keys]) => [`${name}.yaml`, JSON.stringify(keys)])),
  };
}

/** The headlines of cards, in their order. */
export function headlines(cards: readonly FrontCard[]): readonly string[] {
  return cards.map(({ card }) => card.headline);
}

/** All headlines of a front, in their order. */
export function allOn({ lead, top, groups, listing }: FrontParts): readonly string[] {
  const cards = [...(lead ? [lead] : []), ...top, ...groups.flatMap((group) => group.cards)];
  return [...headlines(cards), ...(listing.earlier?.headlines ?? []).map(({ headline }) => headline)];
}

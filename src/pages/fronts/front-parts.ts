import { escapeHtml, type Html } from '../../domain/html.ts';
import { href, hrefOf, type Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { wordsIn } from '../../words/words.ts';
import { type ArrangedGroup, type Arrangement, arrangeGroup, arrangeTop } from './arrangement.ts';
import type { CardSubject, FrontSubject } from './compose-front.ts';
import { type Headline, makeHeadline } from '../story/card.ts';
import { type Listing, makeListing, shownIn } from '../lists/listing.ts';
import { asOn } from '../lists/short-times.ts';
import type { CardWeight, GroupLayout } from '../../domain/fronts.ts';
import { type FrontCard, makeFrontCard } from './front-card.ts';

/** What a front shows. */
export interface FrontParts {
  readonly breaking: PrintedBar | undefined;
  readonly lead: FrontCard | undefined;
  /** Below the lead. */
  readonly top: readonly FrontCard[];
  /** Where the lead and those stand. */
  readonly arrangement: Arrangement;
  readonly groups: readonly PrintedGroup[];
  /** All others by headline, and the way to the archive. */
  readonly listing: Listing;
}

/** The bar over a front that says what is happening now. */
export interface PrintedBar {
  /** “Breaking news”. */
  readonly label: string;
  readonly text: Html;
  readonly href: string | undefined;
  /** Of the text, where it is a headline in another language than the page. */
  readonly language: string | undefined;
  readonly direction: 'ltr' | 'rtl' | undefined;
}

/** Cards under a title. */
export interface PrintedGroup extends ArrangedGroup {
  readonly title: string;
  readonly href: string | undefined;
}

/** Makes the parts of a front; `title` is what stands over all of it, where something does. */
export function makeFrontParts(
  subject: FrontSubject & { readonly earlierUrl: UrlPath | undefined },
  { site, title }: { readonly site: Site; readonly title: string | undefined },
): FrontParts {
  const { breaking, today } = subject;
  const make = (card: CardSubject, heading: string | undefined, weight?: CardWeight): FrontCard =>
    withoutKicker(makeFrontCard(card, { site, today, weight }), heading);
  const lead = subject.lead && make(subject.lead, title);
  const top = subject.top.map((card) => make(card, title));
  return {
    breaking: breaking && makeBar(breaking, site),
    lead,
    top,
    arrangement: arrangeTop(lead, top),
    groups: subject.groups.map((group) => ({
      title: group.title,
      href: group.url && href(site, group.url),
      ...arrangeGroup(
        group,
        group.cards.map((card) => make(card, group.title, group.layout && WEIGHTS[group.layout])),
      ),
    })),
    listing: makeFrontListing(subject, site),
  };
}

/** The weight of the cards of a group whose layout is for such, unless their editor gives them another. */
const WEIGHTS: Partial<Readonly<Record<GroupLayout, CardWeight>>> = { opinion: 'opinion', live: 'live', list: 'text' };

function makeFrontListing(
  { isCurated, today, lead, stories, earlierUrl }: Parameters<typeof makeFrontParts>[0],
  site: Site,
): Listing {
  const listing = makeListing({ stories, fullCards: 0, earlierUrl }, site);
  const { earlier } = listing;
  return {
    ...listing,
    earlier: earlier && {
      title: isCurated ? wordsIn(site.language, site.words)('latest') : earlier.title,
      headlines: stories.map((story) => asOn(today, story, makeHeadline(story, site), site)),
    },
    empty: lead ? undefined : listing.empty,
  };
}

/** A card that does not say again what stands over it. */
function withoutKicker(front: FrontCard, title: string | undefined): FrontCard {
  return title !== undefined && front.card.kicker === title
    ? { ...front, card: { ...front.card, kicker: undefined } }
    : front;
}

function makeBar({ text, url, story }: NonNullable<FrontSubject['breaking']>, site: Site): PrintedBar {
  const headline = story && makeHeadline(story, site);
  const isOfStory = text === undefined && headline !== undefined;
  return {
    label: wordsIn(site.language, site.words)('breaking'),
    text: isOfStory ? headline.headline : escapeHtml(text ?? ''),
    href: headline?.href ?? (url === undefined ? undefined : hrefOf(site, url)),
    language: isOfStory ? headline.language : undefined,
    direction: isOfStory ? headline.direction : undefined,
  };
}

/** The stories that a front shows, in its order. */
export function storiesShown({ lead, top, groups, listing }: FrontParts): readonly Headline[] {
  const cards = [...(lead ? [lead] : []), ...top, ...groups.flatMap((group) => group.cards)];
  return [...cards.map(({ card }) => card), ...shownIn(listing)];
}

import type { UrlPath } from '../../domain/addresses.ts';
import type { Edition } from '../../domain/edition.ts';
import { siteIn } from '../../domain/languages.ts';
import { isRaster } from '../../domain/media/files.ts';
import { MADE_PICTURES } from '../../domain/media/recipes.ts';
import type { Site } from '../../domain/site/site.ts';
import type { Entry } from '../../domain/story/entry.ts';
import { fingerprintOf } from '../../plan/fingerprint.ts';
import { directionOf } from '../../words/language-names.ts';

/** What social networks and messengers show of a page that has no picture: its words, drawn. */
export interface SocialCard {
  /** The title of the site. */
  readonly masthead: string;
  readonly kicker: string | undefined;
  /** Nothing on the card of the site itself. */
  readonly headline: string | undefined;
  /** Of the section, or of the site: `#0d5260`. */
  readonly colour: string;
  readonly direction: 'ltr' | 'rtl';
}

/** In pixels: what Open Graph's consumers show large and uncut. */
export const CARD_SIZE = { width: 1200, height: 630 };

/** What is drawn of a page. */
export interface CardGiven {
  /** BCP 47. */
  readonly language: string;
  readonly headline?: string | undefined;
  /** The id of the section that it is in. */
  readonly section?: string | undefined;
  /** Whether the section is said: not on the card of its front. */
  readonly hasKicker?: boolean;
}

/**
 * The card of a page: without the headline where there are no letters for that, and none at all where there are none for the title of the site
 * either, or where the newsroom wants none.
 */
export function socialCard({ language, headline, section, hasKicker }: CardGiven, main: Site): SocialCard | undefined {
  const site = siteIn(language, main);
  const masthead = drawable(site.title);
  if (!site.pictures.cards || masthead === undefined) return undefined;
  const found = site.sections.find(({ id }) => id === section);
  return {
    masthead,
    kicker: hasKicker && found ? drawable(found.title) : undefined,
    headline: headline === undefined || headline === site.title ? undefined : drawable(headline),
    colour: found?.colour?.light ?? site.icon.colour,
    direction: directionOf(headline === undefined ? site.language : language),
  };
}

/** The card of a story that has no picture for one. */
export function cardOfStory(
  { headline, language, section, lead }: Pick<Entry, 'headline' | 'language' | 'section' | 'lead'>,
  site: Site,
): SocialCard | undefined {
  if (lead && isRaster(lead)) return undefined;
  return socialCard({ language, headline, section, hasKicker: true }, site);
}

/** Says all that is drawn, and nothing else. */
export function cardUrl(card: SocialCard): UrlPath {
  const name = Buffer.from(fingerprintOf(JSON.stringify(card)), 'base64url').toString('hex');
  return `${CARDS}${name}.png` as UrlPath;
}

const CARDS = `${MADE_PICTURES}card-`;

/** Whether a card may be at a path of the output, by its name. */
export function isCardPath(path: string): boolean {
  return `/${path}`.startsWith(CARDS);
}

/** The cards of an edition, by their addresses. Pages that are neither a story nor the front of a list have that of the site. */
export function cardsOf(edition: Edition): ReadonlyMap<UrlPath, SocialCard> {
  const { site, stories, sections, languages, topics, contributors, series } = edition;
  const cards = new Map<UrlPath, SocialCard>();
  if (!site.pictures.cards) return cards;
  const add = (card: SocialCard | undefined): void => {
    if (card) cards.set(cardUrl(card), card);
  };
  const addList = (headline: string, language: string, section?: string): void =>
    add(socialCard({ language, headline, section }, site));
  for (const { language } of [site, ...languages]) add(socialCard({ language }, site));
  for (const { section, language } of [...sections, ...languages.flatMap((own) => own.sections)]) {
    addList(section.title, language, section.id);
  }
  for (const { topic } of topics) addList(topic.name, site.language);
  for (const { contributor } of contributors) addList(contributor.name, site.language);
  for (const one of series) addList(one.series.title, site.language);
  for (const { entry } of stories) add(cardOfStory(entry, site));
  return cards;
}

/** Scripts that the fonts have letters of, see `src/build/pictures/draw-card.ts`. */
const LETTERS =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}]*$/u;
/** Letters, figures, and what stands between them; no pictures of things. */
const SIGNS = /[^\p{L}\p{M}\p{N}\p{P}\p{Sc}\p{Sm}\p{Zs}\u200c\u200d]+/gu;

/** Somewhat more than there is room for on a card. */
const LONGEST = 300;

/** What can be drawn of a text; nothing where it says nothing without its pictures, or has letters for which there is no font. */
function drawable(text: string): string | undefined {
  const words = text.replaceAll(SIGNS, ' ').replaceAll(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(words) || !LETTERS.test(words)) return undefined;
  const letters = [...words];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : words;
}

import type { Html } from '../domain/html.ts';
import { escapeHtml } from '../domain/html.ts';
import { href, type Site } from '../domain/site.ts';
import { wordsIn } from '../words/words.ts';
import type { FrontSubject } from './compose-front.ts';
import { linkTo } from './frame.ts';
import { type FrontCard, makeFrontCard } from './front-card.ts';
import { makeHeadline } from './headline.ts';

/** What a front shows above its list of headlines. */
export interface FrontParts {
  readonly breaking: PrintedBar | undefined;
  readonly lead: FrontCard | undefined;
  readonly top: readonly FrontCard[];
  readonly groups: readonly PrintedGroup[];
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
export interface PrintedGroup {
  readonly title: string;
  readonly href: string | undefined;
  readonly cards: readonly FrontCard[];
}

/** Makes the parts of a front. */
export function makeFrontParts({ breaking, lead, top, groups }: FrontSubject, site: Site): FrontParts {
  return {
    breaking: breaking && makeBar(breaking, site),
    lead: lead && makeFrontCard(lead, site),
    top: top.map((card) => makeFrontCard(card, site)),
    groups: groups.map(({ title, url, cards }) => ({
      title,
      href: url && href(site, url),
      cards: cards.map((card) => makeFrontCard(card, site)),
    })),
  };
}

function makeBar({ text, url, story }: NonNullable<FrontSubject['breaking']>, site: Site): PrintedBar {
  const headline = story && makeHeadline(story, site);
  const isOfStory = text === undefined && headline !== undefined;
  return {
    label: wordsIn(site.language, site.words)('breaking'),
    text: isOfStory ? headline.headline : escapeHtml(text ?? ''),
    href: headline?.href ?? (url === undefined ? undefined : linkTo(site, '', url).href),
    language: isOfStory ? headline.language : undefined,
    direction: isOfStory ? headline.direction : undefined,
  };
}

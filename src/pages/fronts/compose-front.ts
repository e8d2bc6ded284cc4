import type { CardWeight, CuratedCard, CuratedFront, CuratedGroup, GroupLayout } from '../../domain/fronts.ts';
import type { Contributor } from '../../domain/contributors.ts';
import type { Edition } from '../../domain/edition.ts';
import type { RelatedStory, Story } from '../../domain/story/story.ts';
import type { Picture } from '../../domain/media/files.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { allStoriesOf } from '../../domain/lists/lists.ts';
import { isoDay } from '../../time/print-time.ts';
import { nextDayAfter } from '../../time/moment-in-zone.ts';

/** What a front is made of: what its editor put there, and around it the newest, no story twice. */
export interface FrontSubject {
  /** Whether its editor chose some of it: what comes after that is not all older. */
  readonly isCurated: boolean;
  /** The day of publication in the site’s zone (`2026-11-29`), by which times are printed. */
  readonly today: string;
  readonly breaking: BarSubject | undefined;
  readonly lead: CardSubject | undefined;
  /** Below the lead. */
  readonly top: readonly CardSubject[];
  readonly groups: readonly GroupSubject[];
  /** What comes after them, by headline; newest first. */
  readonly stories: readonly Story[];
}

/** What the bar over a front is made of. */
interface BarSubject {
  /** Undefined: the headline of the story. */
  readonly text: string | undefined;
  readonly url: string | undefined;
  readonly story: Story | undefined;
}

/** What a card of a front is made of. */
export interface CardSubject {
  readonly story: Story;
  /** Undefined: as the story itself asks for. */
  readonly weight: CardWeight | undefined;
  /** Who wrote it, where the card may show their face. */
  readonly writer: Writer | undefined;
}

interface Writer {
  readonly name: string;
  readonly picture: Picture | undefined;
}

export interface GroupSubject {
  readonly title: string;
  /** Of the section or the topic. */
  readonly url: UrlPath | undefined;
  readonly layout: GroupLayout | undefined;
  /** Whether its editor named some of its stories: the first then leads. */
  readonly isOrdered: boolean;
  readonly cards: readonly CardSubject[];
}

/** What to compose a front of. */
export interface FrontGiven {
  readonly curated: CuratedFront | undefined;
  /** All that it may be filled with, newest first. They are looked at as far as they are needed. */
  readonly newest: Iterable<RelatedStory>;
  /** Whether a story of a topic may fill a place: one in another language may not. */
  readonly isInLanguage: (story: RelatedStory) => boolean;
  /** Its groups where the editor says nothing of groups. */
  readonly groups: readonly CuratedGroup[];
  /** How many cards there are below the lead, unless the editor names more. */
  readonly top: number;
  /** How many come after all cards, by headline. */
  readonly rest: number;
}

/** How many cards a group has that is of a section or a topic, unless the editor names more. */
const IN_GROUP = 4;

/** Composes a front. What is named anywhere on it is not taken to fill another place. */
export function composeFront(
  given: FrontGiven,
  { contributors, site, now }: Pick<Edition, 'contributors' | 'site' | 'now'>,
): FrontSubject {
  const { curated, newest, top, rest } = given;
  const groups = curated?.groups ?? given.groups;
  const taken = new Set<RelatedStory>();
  for (const { story } of namedOn(curated)) taken.add(story);
  const take = (from: Iterable<RelatedStory>, count: number): readonly RelatedStory[] => {
    const found: RelatedStory[] = [];
    if (count <= 0) return found;
    for (const story of from) {
      if (taken.has(story) || !given.isInLanguage(story)) continue;
      taken.add(story);
      found.push(story);
      if (found.length === count) break;
    }
    return found;
  };
  const fill = (cards: readonly CuratedCard[], from: Iterable<RelatedStory>, count: number): readonly CardSubject[] => {
    const others = take(from, count - cards.length).map((story) => ({ story, weight: undefined }));
    return [...cards, ...others].map((card) => cardOf(card, contributors));
  };
  const [lead] = fill(curated?.lead ? [curated.lead] : [], newest, 1);
  return {
    isCurated: curated !== undefined,
    today: isoDay(now, site.timeZone),
    breaking: barOf(curated),
    lead,
    top: fill(curated?.stories ?? [], newest, top),
    groups: groups
      .map(({ title, layout, cards, list }) => ({
        title,
        url: list?.url,
        layout,
        isOrdered: cards.length > 0,
        cards: fill(cards, list ? allStoriesOf(list) : [], list ? IN_GROUP : 0),
      }))
      .filter(({ cards }) => cards.length > 0),
    stories: take(newest, rest),
  };
}

/** Without its end: that says only whether it is there. */
function barOf(curated: CuratedFront | undefined): BarSubject | undefined {
  if (!curated?.breaking) return undefined;
  const { text, url, story } = curated.breaking;
  return { text, url, story };
}

function namedOn(curated: CuratedFront | undefined): readonly CuratedCard[] {
  if (!curated) return [];
  const { lead, stories, groups } = curated;
  return [...(lead ? [lead] : []), ...stories, ...(groups ?? []).flatMap(({ cards }) => cards)];
}

function cardOf({ story, weight }: CuratedCard, contributors: Edition['contributors']): CardSubject {
  // What its story asks for is known when the card is made.
  const hasFace = weight === undefined || weight === 'opinion';
  return { story, weight, writer: hasFace ? writerOf(story, contributors) : undefined };
}

function writerOf({ credits }: RelatedStory, contributors: Edition['contributors']): Writer | undefined {
  const byline = credits.find(({ role }) => role === 'byline');
  if (!byline) return undefined;
  return { name: byline.name, picture: contributorAt(byline.url, contributors)?.picture };
}

function contributorAt(url: UrlPath | undefined, contributors: Edition['contributors']): Contributor | undefined {
  return url === undefined ? undefined : contributors.find((list) => list.url === url)?.contributor;
}

/** When news on fronts stops being breaking, and when their times are printed otherwise: on the next day. */
export function changesOfFronts({ fronts, stories, site, now }: Edition): readonly number[] {
  const ends = [...fronts.values()].flatMap(({ breaking }) => breaking?.until ?? []);
  return stories.length > 0 ? [...ends, nextDayAfter(now, site.timeZone)] : ends;
}

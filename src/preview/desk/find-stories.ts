import { type DeskIndex, type DeskStory, STORY_STATES, type StoryState } from './desk-index.ts';
import { beginningsOf } from './search-texts.ts';

/** What the list of the desk can be narrowed to: a state, what warnings are told of, what differs from the last commit. */
export const FILTERS = ['all', ...STORY_STATES, 'warned', 'changed'] as const;
export type Filter = (typeof FILTERS)[number];

/** Which stories are asked for. */
export interface StoryQuery {
  /** The beginnings of words that they have. */
  readonly words: string;
  readonly filter: Filter;
  /** The id of a section; empty for all. */
  readonly section: string;
  /** The first of them to be listed, from 0, and how many. */
  readonly from: number;
  readonly count: number;
}

/** The stories that were found. */
export interface StoriesFound {
  /** How many words and section leave, by each filter. */
  readonly counts: Readonly<Record<Filter, number>>;
  /** The part of those of the filter that was asked for, newest first. */
  readonly stories: readonly DeskStory[];
}

/** Finds stories. @param changed Paths of the files that are others than in the last commit, if that is known. */
export function findStories(
  index: DeskIndex,
  { words, filter, section, from, count }: StoryQuery,
  changed: ReadonlySet<string> | undefined,
): StoriesFound {
  const beginnings = beginningsOf(words);
  // Signs alone are in no word.
  const isNothing = beginnings.length === 0 && words.trim() !== '';
  const counts: Record<Filter, number> = {
    all: 0,
    draft: 0,
    embargoed: 0,
    published: 0,
    heldUp: 0,
    warned: 0,
    changed: 0,
  };
  const stories: DeskStory[] = [];
  for (const [at, story] of isNothing ? [] : index.stories.entries()) {
    if (section !== '' && story.entry?.section !== section) continue;
    if (beginnings.length > 0 && !hasAll(index.texts.at(at), beginnings)) continue;
    const isChanged = changed !== undefined && changed.size > 0 && changed.has(story.path);
    const { isWarned } = story;
    counts.all += 1;
    counts[story.state] += 1;
    if (isChanged) counts.changed += 1;
    if (isWarned) counts.warned += 1;
    if (!isOf(filter, story.state, { isChanged, isWarned })) continue;
    const place = counts[filter] - 1;
    if (place >= from && place < from + count) stories.push(story);
  }
  return { counts, stories };
}

function hasAll(text: string, beginnings: readonly string[]): boolean {
  for (const beginning of beginnings) if (!text.includes(beginning)) return false;
  return true;
}

function isOf(
  filter: Filter,
  state: StoryState,
  { isChanged, isWarned }: { readonly isChanged: boolean; readonly isWarned: boolean },
): boolean {
  if (filter === 'all') return true;
  if (filter === 'changed') return isChanged;
  return filter === 'warned' ? isWarned : filter === state;
}

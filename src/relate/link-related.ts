import type { RelatedStory, Topic } from '../domain/edition.ts';
import type { Slug } from '../domain/slug.ts';
import { writtenLanguage } from '../domain/written-language.ts';
import type { PublishedStory } from './published-story.ts';

/** How many related stories a story shows, unless an editor named more. */
const MOST = 4;
/**
 * How many older stories of each of its topics, and of its series, are looked at. It bounds how many pages change when a
 * story does: so many for each of its topics, whatever the size of the archive.
 */
const REACH = 5;

const NONE: readonly RelatedStory[] = [];

/**
 * Finds the stories to show under each story: those that an editor named, then earlier parts of its series, then stories that share
 * most of its topics. What an editor did not name is older and in the same language, so that a new story changes no
 * page but its own.
 */
export function linkRelated(
  newestFirst: readonly PublishedStory[],
  namedIn: (story: PublishedStory) => readonly RelatedStory[],
): void {
  const recent = new Recent();
  for (let index = newestFirst.length - 1; index >= 0; index -= 1) {
    const story = newestFirst[index] as PublishedStory;
    const { entry, topics } = story;
    const named = entry.related.length === 0 ? NONE : namedIn(story);
    story.related = entry.series === undefined && topics.length === 0 ? named : fill(story, named, recent);
    recent.add(story);
  }
}

function fill(story: PublishedStory, named: readonly RelatedStory[], recent: Recent): readonly RelatedStory[] {
  const room = MOST - named.length;
  if (room <= 0) return named;
  const shown = [...named, ...linkedIn(story)];
  const chosen = recent
    .parts(story)
    .filter((part) => !shown.includes(part))
    .slice(0, room);
  const candidates = recent.ofTopics(story).filter((other) => !shown.includes(other) && !chosen.includes(other));
  if (candidates.length > 0 && chosen.length < room) {
    const shares = candidates.map((other) => ({ other, shared: sharedTopics(story, other) }));
    shares.sort((a, b) => b.shared - a.shared || newerFirst(a.other, b.other));
    for (const { other } of shares.slice(0, room - chosen.length)) chosen.push(other);
  }
  return named.length + chosen.length === 0 ? NONE : [...named, ...chosen];
}

/** The stories that a story leads to anyhow: parts beside it, and cards in its text. */
function linkedIn({ part, references }: PublishedStory): readonly (RelatedStory | undefined)[] {
  const beside = part ? [part.earlier, part.later] : [];
  const cards = references.flatMap((one) => (one.kind === 'story' ? [one.story as RelatedStory] : []));
  return [...beside, ...cards];
}

function sharedTopics({ topics }: RelatedStory, other: RelatedStory): number {
  let shared = 0;
  for (const topic of topics) if (other.topics.includes(topic)) shared += 1;
  return shared;
}

function newerFirst({ entry: a }: RelatedStory, { entry: b }: RelatedStory): number {
  return b.date - a.date || (a.path < b.path ? -1 : 1);
}

/** The newest stories of each topic and series among those that were added, by language. */
class Recent {
  private readonly byLanguage = new Map<
    string,
    { readonly topics: Map<Topic, PublishedStory[]>; readonly series: Map<Slug, PublishedStory[]> }
  >();

  /** Newest first. */
  parts({ entry: { language, series } }: PublishedStory): readonly PublishedStory[] {
    return (series === undefined ? undefined : this.of(language).series.get(series)) ?? [];
  }

  /** Each once. */
  ofTopics({ entry: { language }, topics }: PublishedStory): readonly PublishedStory[] {
    const lists = this.of(language).topics;
    const found: PublishedStory[] = [];
    for (const topic of topics) {
      for (const story of lists.get(topic) ?? []) if (!found.includes(story)) found.push(story);
    }
    return found;
  }

  add(story: PublishedStory): void {
    const { entry, topics } = story;
    const lists = this.of(entry.language);
    for (const topic of topics) addTo(lists.topics, topic, story);
    if (entry.series !== undefined) addTo(lists.series, entry.series, story);
  }

  private of(language: string): { topics: Map<Topic, PublishedStory[]>; series: Map<Slug, PublishedStory[]> } {
    const written = writtenLanguage(language);
    const known = this.byLanguage.get(written) ?? { topics: new Map(), series: new Map() };
    this.byLanguage.set(written, known);
    return known;
  }
}

function addTo<Key>(lists: Map<Key, PublishedStory[]>, key: Key, story: PublishedStory): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [story]);
  else if (list.unshift(story) > REACH) list.pop();
}

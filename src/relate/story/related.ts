import type { RelatedStory, Topic } from '../../domain/story/story.ts';
import { type Entry, newestFirst } from '../../domain/story/entry.ts';
import type { Slug } from '../../domain/addresses.ts';
import { writtenLanguage } from '../../domain/languages.ts';
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { type Finding, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { describeUnpublished, type NamedStories } from './named-stories.ts';

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
 *
 * @param stories Newest first.
 */
export function linkRelated(
  stories: readonly RelatedStory[],
  namedIn: (story: RelatedStory) => readonly RelatedStory[],
): void {
  const recent = new Recent();
  for (let index = stories.length - 1; index >= 0; index -= 1) {
    const story = stories[index] as RelatedStory;
    const { entry, topics } = story;
    const named = entry.related.length === 0 ? NONE : namedIn(story);
    story.relate({ related: entry.series === undefined && topics.length === 0 ? named : fill(story, named, recent) });
    recent.add(story);
  }
}

function fill(story: RelatedStory, named: readonly RelatedStory[], recent: Recent): readonly RelatedStory[] {
  const room = MOST - named.length;
  if (room <= 0) return named;
  const shown = shownAnyhow(story, named);
  const chosen: RelatedStory[] = [];
  for (const part of recent.parts(story)) if (chosen.length < room && !shown.includes(part)) chosen.push(part);
  if (chosen.length < room) {
    const others = chosen.length === 0 ? shown : [...shown, ...chosen];
    chosen.push(...closest(story, { candidates: recent.ofTopics(story), others, most: room - chosen.length }));
  }
  if (named.length > 0) return [...named, ...chosen];
  return chosen.length === 0 ? NONE : chosen;
}

/** What stands on the page of a story in any case: what an editor named, parts beside it, and cards in its text. */
function shownAnyhow(
  { part, references }: RelatedStory,
  named: readonly RelatedStory[],
): readonly (RelatedStory | undefined)[] {
  if (!part && references.length === 0) return named;
  const beside = part ? [part.earlier, part.later] : [];
  const cards = references.flatMap((one) => (one.kind === 'story' ? [one.story as RelatedStory] : []));
  return [...named, ...beside, ...cards];
}

/** Those that share most topics, the newest first. Every story is asked, so that nothing is made which is thrown away. */
function closest(
  story: RelatedStory,
  {
    candidates,
    others,
    most,
  }: {
    /** By topic; a story may be there several times. */
    readonly candidates: Iterable<readonly RelatedStory[]>;
    readonly others: readonly (RelatedStory | undefined)[];
    readonly most: number;
  },
): readonly RelatedStory[] {
  const best: RelatedStory[] = [];
  const shares: number[] = [];
  for (const list of candidates) {
    for (const other of list) {
      if (best.includes(other) || others.includes(other)) continue;
      const shared = sharedTopics(story, other);
      let at = best.length;
      while (at > 0 && comesBefore(other, shared, best[at - 1] as RelatedStory, shares[at - 1] ?? 0)) at -= 1;
      if (at >= most) continue;
      best.splice(at, 0, other);
      shares.splice(at, 0, shared);
      if (best.length > most) {
        best.pop();
        shares.pop();
      }
    }
  }
  return best;
}

function comesBefore(one: RelatedStory, shared: number, other: RelatedStory, otherShared: number): boolean {
  return shared === otherShared ? newestFirst(one.entry, other.entry) < 0 : shared > otherShared;
}

function sharedTopics({ topics }: RelatedStory, other: RelatedStory): number {
  let shared = 0;
  for (const topic of topics) if (other.topics.includes(topic)) shared += 1;
  return shared;
}

/** The newest stories of each topic and series among those that were added, by language. */
class Recent {
  private readonly byLanguage = new Map<
    string,
    { readonly topics: Map<Topic, RelatedStory[]>; readonly series: Map<Slug, RelatedStory[]> }
  >();

  /** Newest first. */
  parts({ entry: { language, series } }: RelatedStory): readonly RelatedStory[] {
    return (series === undefined ? undefined : this.of(language).series.get(series)) ?? [];
  }

  /** Newest first, for each topic of a story. */
  *ofTopics({ entry: { language }, topics }: RelatedStory): Generator<readonly RelatedStory[]> {
    const lists = this.of(language).topics;
    for (const topic of topics) yield lists.get(topic) ?? [];
  }

  add(story: RelatedStory): void {
    const { entry, topics } = story;
    const lists = this.of(entry.language);
    for (const topic of topics) addTo(lists.topics, topic, story);
    if (entry.series !== undefined) addTo(lists.series, entry.series, story);
  }

  private of(language: string): { topics: Map<Topic, RelatedStory[]>; series: Map<Slug, RelatedStory[]> } {
    const written = writtenLanguage(language);
    const known = this.byLanguage.get(written);
    if (known) return known;
    const made = { topics: new Map(), series: new Map() };
    this.byLanguage.set(written, made);
    return made;
  }
}

function addTo<Key>(lists: Map<Key, RelatedStory[]>, key: Key, story: RelatedStory): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [story]);
  else if (list.unshift(story) > REACH) list.pop();
}

const MEANWHILE = 'until then its card is left out';

/** The stories that an editor named as related to one, in that order; whatever is wrong with a name is noted. */
export function relatedByEditor(
  { path, related }: Entry,
  names: NamedStories,
  findings: Finding[],
): readonly RelatedStory[] {
  const seen = new Map<string, number>();
  return related.flatMap((written, index): readonly RelatedStory[] => {
    if (written === '') return [];
    const at = valueAt('related', index);
    const note = (code: DiagnosticCode, description: Pick<Finding, 'message' | 'hint' | 'related'>): readonly [] => {
      findings.push({ code, path, at, ...description });
      return [];
    };
    const found = names.find(written, path);
    if (found.kind === 'unknown') return note('story-unknown', describeUnpublished(written, found, MEANWHILE));
    const foundPath = found.kind === 'published' ? found.story.entry.path : found.heldBack.path;
    if (foundPath === path) {
      const message = `Unexpected related story ${quote(written)}, expected another than this one`;
      return note('related-itself', { message, hint: 'remove it' });
    }
    const first = seen.get(foundPath);
    if (first !== undefined) {
      const message = `Unexpected second ${quote(written)}, expected each story once`;
      const related = [{ path, at: valueAt('related', first), message: 'first named here' }];
      return note('related-duplicate', { message, hint: 'remove one of the two', related });
    }
    seen.set(foundPath, index);
    if (found.kind === 'published') return [found.story];
    return note('related-unpublished', describeUnpublished(written, found, MEANWHILE));
  });
}

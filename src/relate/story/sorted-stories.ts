import type { HeldBack } from '../../domain/edition.ts';
import type { Entry } from '../../domain/story/entry.ts';
import type { EditionOptions } from '../newsroom.ts';
import type { RelatedStory } from '../../domain/story/story.ts';

/** All stories of a newsroom by what becomes of them at a moment, each list in the order of their files. */
export interface SortedStories {
  readonly all: readonly RelatedStory[];
  readonly published: readonly RelatedStory[];
  readonly embargoed: readonly RelatedStory[];
  /** Both of these. */
  readonly checked: readonly RelatedStory[];
  /** Those under embargo, drafts, and those that are left out because of their errors. */
  readonly heldBack: ReadonlyMap<RelatedStory, HeldBack>;
}

/** Finds out which stories are published, and which are not yet. */
export function sortStories(all: readonly RelatedStory[], options: EditionOptions): SortedStories {
  const published: RelatedStory[] = [];
  const embargoed: RelatedStory[] = [];
  const heldBack = new Map<RelatedStory, HeldBack>();
  for (const story of all) {
    const held = holdBack(story.entry, options);
    if (held) heldBack.set(story, held);
    else published.push(story);
    if (held?.reason === 'embargo') embargoed.push(story);
  }
  const isChecked = (story: RelatedStory): boolean => (heldBack.get(story)?.reason ?? 'embargo') === 'embargo';
  const checked = heldBack.size === 0 ? all : all.filter(isChecked);
  return { all, published, embargoed, checked, heldBack };
}

function holdBack(
  { path, slug, headline, draft, date }: Entry,
  { now, withDrafts, withEmbargoed, leftOut }: EditionOptions,
): HeldBack | undefined {
  const story = { path, slug, headline, date };
  if (draft && !withDrafts) return { ...story, reason: 'draft', until: undefined };
  if (leftOut?.has(path)) return { ...story, reason: 'errors', until: undefined };
  if (withEmbargoed) return undefined;
  return date > now ? { ...story, reason: 'embargo', until: date } : undefined;
}

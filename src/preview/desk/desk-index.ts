import { ARTICLES, isAt } from '../../domain/content/content-kinds.ts';
import { type Entry, newestFirst } from '../../domain/story/entry.ts';
import type { RelatedStory } from '../../domain/story/story.ts';
import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts';
import type { PreviewSite } from '../preview-site.ts';
import { type FrontPlace, placesOnFronts } from './front-places.ts';
import { SearchTexts } from './search-texts.ts';

/** What becomes of a story. A draft with errors is a draft: nobody waits for it. */
export const STORY_STATES = ['draft', 'embargoed', 'published', 'heldUp'] as const;
export type StoryState = (typeof STORY_STATES)[number];

/** A story as the desk lists it. */
export interface DeskStory {
  readonly path: string;
  readonly state: StoryState;
  readonly isHeldUp: boolean;
  /** Whether there is a warning of something in its file. */
  readonly isWarned: boolean;
  /** Of its publication, in milliseconds since 1970; of a file that is no text there is none. */
  readonly date: number;
  /** As its file was read last; nothing where that is no text. */
  readonly entry: Entry | undefined;
  /** As the site shows it; nothing where it is left out because of its errors. */
  readonly shown: RelatedStory | undefined;
}

/** All stories of a newsroom as they are at one revision, in memory: what the desk lists, filters and searches. */
export class DeskIndex {
  /** Newest first. */
  readonly stories: readonly DeskStory[];
  readonly diagnostics: readonly Diagnostic[];
  private readonly site: PreviewSite;
  private places: ReadonlyMap<string, readonly FrontPlace[]> | undefined;
  private byFile: ReadonlyMap<string, readonly Diagnostic[]> | undefined;

  /** The words that stories are found by, in the order of {@link stories}. */
  readonly texts: SearchTexts;

  /** @param before The index of the revision before. */
  constructor(site: PreviewSite, before?: DeskIndex) {
    this.site = site;
    this.diagnostics = site.diagnostics;
    this.stories = storiesOf(site, this.diagnostics);
    this.texts = new SearchTexts(this.stories, before?.texts);
  }

  at(path: string): DeskStory | undefined {
    return this.stories.find((story) => story.path === path);
  }

  /** Where fronts show a story. */
  placesOf(path: string): readonly FrontPlace[] {
    const edition = this.site.edition?.prepared;
    this.places ??= edition ? placesOnFronts(edition) : new Map();
    return this.places.get(path) ?? [];
  }

  /** What is wrong in the file of a story. */
  diagnosticsIn(path: string): readonly Diagnostic[] {
    this.byFile ??= inFiles(this.diagnostics);
    return this.byFile.get(path) ?? [];
  }

  /** What is wrong with a story: in its file, and errors elsewhere that have to do with it. */
  diagnosticsAbout(path: string): readonly Diagnostic[] {
    const isElsewhere = (diagnostic: Diagnostic): boolean =>
      diagnostic.path !== path && isError(diagnostic) && diagnostic.related.some((place) => place.path === path);
    return [...this.diagnosticsIn(path), ...this.diagnostics.filter(isElsewhere)];
  }
}

const kept = new WeakMap<PreviewSite, { readonly revision: number; readonly index: DeskIndex }>();

/** The stories of a newsroom as it is now. It is made when it is asked for first, and again once something may have changed. */
export function deskIndexOf(site: PreviewSite): DeskIndex {
  const known = kept.get(site);
  if (known?.revision === site.revision) return known.index;
  const index = new DeskIndex(site, known?.index);
  known?.index.texts.stop();
  kept.set(site, { revision: site.revision, index });
  return index;
}

function storiesOf(site: PreviewSite, diagnostics: readonly Diagnostic[]): readonly DeskStory[] {
  const edition = site.edition?.prepared.edition;
  const now = edition?.now ?? site.now;
  const heldUp = new Set([...site.heldUp].filter((path) => isAt(ARTICLES, path)));
  const warned = new Set(diagnostics.flatMap((found) => (isError(found) ? [] : [found.path])));
  const stories = (edition?.stories ?? []).map((shown): DeskStory => {
    const { path } = shown.entry;
    const isHeldUp = heldUp.delete(path);
    const entry = (isHeldUp ? site.entryOf(path) : undefined) ?? shown.entry;
    const state = stateOf(entry, { isHeldUp, now });
    return { path, state, isHeldUp, isWarned: warned.has(path), date: entry.date, entry, shown };
  });
  for (const path of heldUp) {
    const entry = site.entryOf(path);
    const state = stateOf(entry, { isHeldUp: true, now });
    const isWarned = warned.has(path);
    stories.push({ path, state, isHeldUp: true, isWarned, date: entry?.date ?? now, entry, shown: undefined });
  }
  return site.heldUp.size > 0 ? stories.sort(newestFirst) : stories;
}

function stateOf(
  entry: Entry | undefined,
  { isHeldUp, now }: { readonly isHeldUp: boolean; readonly now: number },
): StoryState {
  if (entry?.draft) return 'draft';
  if (isHeldUp || !entry) return 'heldUp';
  return entry.date > now ? 'embargoed' : 'published';
}

function inFiles(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const known = files.get(diagnostic.path);
    if (known) known.push(diagnostic);
    else files.set(diagnostic.path, [diagnostic]);
  }
  return files;
}

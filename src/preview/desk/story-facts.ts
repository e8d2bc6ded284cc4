import { basename } from 'node:path';
import { href, type Site } from '../../domain/site/site.ts';
import type { ArticleRecord } from '../../domain/story/article.ts';
import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts';
import { byPlace } from '../../diagnostics/pinpoint.ts';
import { minutesToRead } from '../../pages/story/reading-time.ts';
import { type ListedTime, listTime, printShort } from '../../time/short-time.ts';
import type { PreviewSite } from '../preview-site.ts';
import { proofreadPage } from '../proofread.ts';
import type { ContentChanges } from './content-history.ts';
import type { DeskIndex, DeskStory, StoryState } from './desk-index.ts';
import type { FrontPlace } from './front-places.ts';
import { foundPathOf } from './source-files.ts';
import { deskAddress, type FileLinks, linksOfFile } from './story-links.ts';
import { type ToldDiagnostic, tellDiagnostic } from './told-diagnostic.ts';

/** Of the desk itself. */
const LANGUAGE = 'en-GB';

/** What a row of the desk says of a story. */
export interface StoryRow {
  readonly path: string;
  readonly headline: string;
  /** BCP 47: of the headline. */
  readonly language: string;
  readonly state: StoryState;
  readonly isHeldUp: boolean;
  /** When it is or was published, in the newsroom's zone. */
  readonly date: StoryDate | undefined;
  readonly section: string | undefined;
  readonly contributors: readonly string[];
  readonly errors: number;
  readonly warnings: number;
  readonly words: number | undefined;
  readonly minutes: number | undefined;
  readonly places: readonly FrontPlace[];
  /** Whether its file is another than in the last commit; `undefined` where that is not known. */
  readonly isChanged: boolean | undefined;
  readonly links: StoryLinks;
}

/** A moment in the newsroom's zone. */
interface StoryDate extends ListedTime {
  /** `07:30` */
  readonly clock: string;
  /** In milliseconds since 1970. */
  readonly instant: number;
}

/** Where a story is seen and edited. */
export interface StoryLinks extends FileLinks {
  /** Its page in the preview. */
  readonly preview: string | undefined;
  readonly desk: string;
}

/** All that the desk says of a story. */
export interface StoryFacts extends StoryRow {
  readonly dek: string | undefined;
  readonly kind: string | undefined;
  readonly topics: readonly string[];
  readonly diagnostics: readonly ToldDiagnostic[];
  /** What publishing it would be: taking it out of draft, committing what has changed, or pushing what is committed. */
  readonly toPublish: 'draft' | 'changed' | 'unpushed' | undefined;
  /** Whether it may be taken back: it is no draft, and there is git, which says when that is asked whether it was ever published. */
  readonly canBeWithdrawn: boolean;
}

/** What the facts of a story are looked up in. */
export interface FactsGiven {
  readonly site: PreviewSite;
  readonly index: DeskIndex;
  /** Absolute path of the content folder. */
  readonly content: string;
  /** What git knows of the files, if it has said so. */
  readonly changes: ContentChanges | undefined;
}

export function rowOf(story: DeskStory, given: FactsGiven): StoryRow {
  return withArticle(story, articleOf(story, given), given);
}

/** @param ofSpelling What is said of the spelling of the story. */
export function factsOf(story: DeskStory, given: FactsGiven, ofSpelling: readonly Diagnostic[]): StoryFacts {
  const article = articleOf(story, given);
  const label = article?.live ? 'live blog' : article?.factCheck ? 'fact check' : article?.label;
  return {
    ...withArticle(story, article, given),
    dek: article?.dek?.text,
    kind: label,
    topics: story.entry?.topics ?? [],
    diagnostics: [...diagnosticsOf(story, given), ...ofSpelling]
      .sort(byPlace)
      .map((found) => tellDiagnostic(found, given)),
    toPublish: toPublish(story, given),
    canBeWithdrawn: story.state !== 'draft' && given.changes !== undefined,
  };
}

/** What is wrong with a story, and what `check` would say of its words. */
function diagnosticsOf({ path }: DeskStory, { site, index }: FactsGiven): readonly Diagnostic[] {
  const ofWords = site.edition ? proofreadPage(path, site.edition).diagnostics : [];
  return [...index.diagnosticsAbout(path), ...ofWords];
}

function toPublish({ state, path }: DeskStory, { changes }: FactsGiven): StoryFacts['toPublish'] {
  if (state === 'draft') return 'draft';
  // What has errors is not published.
  if (state === 'heldUp' || !changes) return undefined;
  if (changes.changed.has(path)) return 'changed';
  return changes.unpushed === 'all' || changes.unpushed.has(path) ? 'unpushed' : undefined;
}

function withArticle(story: DeskStory, article: ArticleRecord | undefined, given: FactsGiven): StoryRow {
  const { site, index, changes } = given;
  const { path, entry, shown, state, isHeldUp } = story;
  const settings = site.edition?.prepared.edition.site;
  const found = index.diagnosticsIn(path);
  const errors = found.filter(isError).length;
  return {
    path,
    headline: entry?.headline || basename(path),
    language: entry?.language ?? settings?.language ?? 'en',
    state,
    isHeldUp,
    date: entry && !entry.isUndated ? dateOf(entry.date, settings?.timeZone ?? 'UTC') : undefined,
    section:
      shown?.section?.title ?? settings?.sections.find(({ id }) => id === entry?.section)?.title ?? entry?.section,
    contributors: namesOf(story),
    errors,
    warnings: found.length - errors,
    words: article?.body.wordCount,
    minutes: article && minutesToRead(article),
    places: index.placesOf(path),
    isChanged: changes?.changed.has(path),
    links: linksOf(story, settings, given),
  };
}

function dateOf(instant: number, timeZone: string): StoryDate {
  const moment = { instant, hasTime: true };
  const clock = printShort(moment, 'clock', { language: LANGUAGE, timeZone });
  return { instant, clock, ...listTime(moment, LANGUAGE, timeZone) };
}

/** All but the text; nothing where the story is left out, or its file was changed since it was read. */
function articleOf({ shown, path }: DeskStory, { site }: FactsGiven): ArticleRecord | undefined {
  if (!shown) return undefined;
  try {
    return site.edition?.articleOf(path);
  } catch {
    return undefined;
  }
}

function namesOf({ shown, entry }: DeskStory): readonly string[] {
  const names = shown?.credits.map(({ name }) => name) ?? entry?.credits.map(({ who }) => who) ?? [];
  return [...new Set(names)];
}

function linksOf({ path, entry }: DeskStory, site: Site | undefined, given: FactsGiven): StoryLinks {
  return {
    preview: entry && site && href(site, entry.url),
    ...linksOfFile(path, foundPathOf(path, given)),
    desk: deskAddress(path),
  };
}

import { COPY_DESK, isAt } from '../domain/content/content-kinds.ts';
import type { ArticleRecord } from '../domain/story/article.ts';
import type { Edition } from '../domain/edition.ts';
import { type Entry, judgedAsOf } from '../domain/story/entry.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { severityOf } from '../diagnostics/severity.ts';
import { PAGE_KINDS } from '../pages/page-kinds.ts';
import { relateEdition } from '../relate/edition.ts';
import type { EditionOptions } from '../relate/newsroom.ts';
import type { Setting, Validated } from '../validate/setting.ts';
import { readContent } from './content-readers.ts';
import { FollowUps } from './follow-ups.ts';
import type { NewsroomFiles } from './newsroom.ts';
import { sortPrograms } from './programs.ts';

/** The stories of a newsroom, read one by one. */
export interface ArticlesRead {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  /** All of an article but its text, for reports; asked for rarely. */
  readonly recordOf: (path: string) => ArticleRecord;
}

/** A story as it was before it had errors. */
export interface StandIn {
  readonly entry: Entry;
  readonly recordOf: () => ArticleRecord;
}

/** Which stories and own pages are held up by themselves where they have errors, and by what. */
export interface Holds {
  readonly mayBeHeldUp: (path: string) => boolean;
  /** Whether it was held up in the edition before. */
  readonly wasHeldUp: (path: string) => boolean;
  /** The older state of a story that is shown in its place; without one it is left out, as pages are. */
  readonly standInOf: (path: string) => StandIn | undefined;
  /** Whether the edition before has a page as its file is now. */
  readonly isPageAsBefore: (path: string) => boolean;
}

/** When to publish, and what becomes of files with errors: unless it is said, drafts are left out, and all else stands still. */
export interface EditionReading extends EditionOptions {
  readonly holds?: Holds | undefined;
  /** What only rendering own pages finds, of pages that may be held up. */
  readonly ofRendering?: readonly Finding[];
}

/** An edition, and all that is wrong with its content. */
export interface EditionRead {
  readonly edition: Edition;
  /** If one of them is an error, the edition must not be published. */
  readonly findings: readonly Finding[];
  /** Of drafts that are not published, and of files that are held up: they stop nothing. */
  readonly toDo: readonly Finding[];
  /** The stories and own pages that are held up by their errors, by path: an older state in their place, or nothing. */
  readonly heldUp: Map<string, StandIn | undefined>;
  /** When own pages were written, by path, as far as they say it. */
  readonly written: ReadonlyMap<string, number>;
}

/** Makes an edition of a newsroom: reads what is not read yet, and relates it all. Never throws for what is in its files. */
export function readEdition(
  files: NewsroomFiles,
  articles: ArticlesRead,
  setting: Validated<Setting>,
  options: EditionReading,
): EditionRead {
  const { site } = setting.value;
  const { allowed, refused } = sortPrograms(files, site);
  const content = readContent(allowed, setting.value);
  // No page is made of what only advises editors, so that it stops nothing.
  const ofReading = files.findings.map((finding) =>
    isAt(COPY_DESK, finding.path) ? { ...finding, isOfAdvice: true as const } : finding,
  );
  const ofFiles = [...ofReading, ...setting.findings, ...articles.findings, ...refused, ...content.findings];
  const written = new Map(
    content.value.ownPages.flatMap((page) => (page.written === undefined ? [] : [[page.path, page.written] as const])),
  );
  const dates = new Map<string, number>();
  const dateOf = (path: string): number | undefined => {
    if (dates.size === 0) for (const entry of articles.entries) dates.set(entry.path, judgedAsOf(entry));
    return dates.get(path) ?? written.get(path);
  };
  const isError = (finding: Finding): boolean => severityOf(finding, { standards: site.standards, dateOf }) === 'error';
  const errors = ofFiles.filter(isError);
  const isAsked = options.withDrafts || errors.length > 0;
  const unfinished = isAsked ? draftsAmong([...articles.entries, ...content.value.ownPages]) : NO_DRAFTS;
  const drafts = options.withDrafts ? unfinished : NO_DRAFTS;
  const holds = holdsIn(options, drafts);
  const followUps = new FollowUps(errors.filter(({ path }) => !unfinished.has(path) && !holds?.mayBeHeldUp(path)));
  const own = ofFiles.filter((finding) => !followUps.has(finding));
  const held = new HeldFiles({ entries: articles.entries, drafts, holds });
  const ownErrors = own.filter(isError);
  const faulty = new Set(ownErrors.map(({ path }) => path));
  held.hold(ownErrors);
  // What holds a file up is found out by relating or rendering it; the edition is then made once more without that file.
  const reasons = [...held.hold(options.ofRendering ?? []).reasons];
  for (;;) {
    const related = relateEdition(
      {
        site,
        media: files.media,
        publicFiles: files.publicFiles,
        entries: held.shown,
        recordOf: (path) => (held.all.get(path)?.recordOf ?? (() => articles.recordOf(path)))(),
        ...content.value,
      },
      { ...options, leftOut: held.leftOut, faulty, hasUnknownAddresses: followUps.hasUnknownAddresses },
      Object.values(PAGE_KINDS).map(({ claims }) => claims),
    );
    const found = related.findings.filter((finding) => !followUps.has(finding));
    const further = held.hold(found.filter(isError));
    if (!further.isMore) {
      // What is found of an older state says nothing of the file as it is now.
      const ofEdition = found.filter(({ path }) => !held.all.get(path));
      return {
        edition: related.edition,
        heldUp: held.all,
        written,
        ...sortFindings(own, ofEdition, { reasons, related, held }),
      };
    }
    reasons.push(...further.reasons);
  }
}

/** Sorts what is wrong into what stops a build and what does not. */
function sortFindings(
  own: readonly Finding[],
  found: readonly Finding[],
  {
    reasons,
    related: { edition },
    held,
  }: {
    readonly reasons: readonly Finding[];
    readonly related: { readonly edition: Edition };
    readonly held: HeldFiles;
  },
): Pick<EditionRead, 'findings' | 'toDo'> {
  const unfinished = new Set(held.all.keys());
  for (const { path, reason } of edition.heldBack) if (reason !== 'embargo') unfinished.add(path);
  for (const { path } of edition.heldBackPages) unfinished.add(path);
  if (unfinished.size === 0) return { findings: [...own, ...found], toDo: [] };
  const all = [...own, ...found];
  const isUnfinished = ({ path }: Finding): boolean => unfinished.has(path);
  // What is left out may be found at fault again.
  const known = new Set(reasons.length === 0 ? [] : all.map((finding) => JSON.stringify(finding)));
  const further = reasons.filter((finding) => !known.has(JSON.stringify(finding)));
  return {
    findings: all.filter((finding) => !isUnfinished(finding)),
    toDo: [...all.filter(isUnfinished), ...further],
  };
}

const NO_DRAFTS: ReadonlySet<string> = new Set();

function draftsAmong(files: readonly Pick<Entry, 'path' | 'draft'>[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ path, draft }) => (draft ? [path] : [])));
}

/** What is held up: unless a preview says it, nothing, or drafts in an edition that has them. */
function holdsIn({ holds, withDrafts }: EditionReading, drafts: ReadonlySet<string>): Holds | undefined {
  if (holds || !withDrafts || drafts.size === 0) return holds;
  return {
    mayBeHeldUp: (path) => drafts.has(path),
    wasHeldUp: () => false,
    standInOf: () => undefined,
    isPageAsBefore: () => false,
  };
}

/** What may be held up of a newsroom. */
interface Holdable {
  /** Of all stories as their files are now. */
  readonly entries: readonly Entry[];
  /** Paths of stories and own pages. */
  readonly drafts: ReadonlySet<string>;
  /** Nothing where nothing may be held up. */
  readonly holds: Holds | undefined;
}

/** The stories and own pages that are held up by their errors. */
class HeldFiles {
  readonly all = new Map<string, StandIn | undefined>();
  private readonly given: Holdable;
  private fingerprints: ReadonlyMap<string, string> | undefined;

  constructor(given: Holdable) {
    this.given = given;
  }

  get leftOut(): ReadonlySet<string> {
    return new Set([...this.all].flatMap(([path, standIn]) => (standIn ? [] : [path])));
  }

  /**
   * Holds up what has errors, or what an error of another file has to do with that cannot be held up: first by an older state, then,
   * where that has errors too or there is none, entirely.
   *
   * @returns Whether more is held up than before, and the errors of files as they are now that are the reason.
   */
  hold(errors: readonly Finding[]): { readonly isMore: boolean; readonly reasons: readonly Finding[] } {
    const before = new Map(this.all);
    const reasons: Finding[] = [];
    let isMore = false;
    for (const error of errors) {
      const paths = this.filesOf(error).filter((path) => !before.has(path) || before.get(path) !== undefined);
      for (const path of paths) this.all.set(path, before.has(path) ? undefined : this.given.holds?.standInOf(path));
      isMore ||= paths.length > 0;
      if (paths.some((path) => !before.has(path))) reasons.push(error);
    }
    return { isMore, reasons };
  }

  /** The entries of an edition, with older states in place of those that are held up. */
  get shown(): readonly Entry[] {
    const { entries } = this.given;
    if (this.all.size === 0) return entries;
    const shown = entries.map((entry) => this.all.get(entry.path)?.entry ?? entry);
    // Of a file that is no text any more there is no entry.
    const known = new Set(entries.map(({ path }) => path));
    for (const [path, standIn] of this.all) if (standIn && !known.has(path)) shown.push(standIn.entry);
    return shown;
  }

  /**
   * The files that an error has to do with and that can be held up. Of those that cannot go together it is the one that was held up
   * before, or else the one that changed, of two such a draft.
   */
  private filesOf({ path, related = [] }: Finding): readonly string[] {
    const { holds, drafts } = this.given;
    if (!holds) return [];
    const own = [path].filter(holds.mayBeHeldUp);
    const others = related.map((place) => place.path).filter((one) => one !== path && holds.mayBeHeldUp(one));
    if (others.length === 0) return own;
    const before = [...own, ...others].filter(holds.wasHeldUp);
    if (before.length > 0) return before;
    const changed = [own, others].map((paths) => paths.filter((one) => this.hasChanged(one)));
    const changedDrafts = changed.flat().filter((one) => drafts.has(one));
    return [changedDrafts, ...changed, own, others].find((paths) => paths.length > 0) ?? [];
  }

  /** Whether a file is another than what the edition before has of it. */
  private hasChanged(path: string): boolean {
    const { entries, holds } = this.given;
    if (holds?.isPageAsBefore(path)) return false;
    const standIn = holds?.standInOf(path);
    if (!standIn) return true;
    this.fingerprints ??= new Map(entries.map((entry) => [entry.path, entry.fingerprint]));
    return this.fingerprints.get(path) !== standIn.entry.fingerprint;
  }
}

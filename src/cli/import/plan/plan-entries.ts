import { readMoment } from '../../../time/read-moment.ts';
import { dateAt } from '../../../time/written-date.ts';
import type { ImportNote, Outline } from '../archive.ts';
import {
  choosePattern,
  fillPattern,
  isOurs,
  namesSlug,
  ownPageAddress,
  pageAddress,
  type PlannedEntry,
  slugOf,
} from './addresses.ts';
import type { OldAddresses } from './old-addresses.ts';
import { planSections, type Section, sectionOf, type SectionPlan } from './sections.ts';

/** What is known of the newsroom that an archive moves into. */
export interface Target {
  readonly timeZone: string;
  /** The pattern of addresses, where `site.yaml` is there. */
  readonly permalink: string | undefined;
  readonly sections: readonly Section[] | undefined;
  /** Paths of its files, from the content folder, in small letters. */
  readonly files: ReadonlySet<string>;
}

export interface Plan {
  readonly pattern: string;
  readonly sectionPlan: SectionPlan;
  /** By the keys of their outlines. */
  readonly entries: ReadonlyMap<string, PlannedEntry>;
  /** Addresses of the new site that are taken, in small letters. */
  readonly taken: ReadonlySet<string>;
}

/** The file that an entry had after the last import, by its key. */
export type KnownFiles = ReadonlyMap<string, string>;

/** Says of each entry of an archive which file it gets and which address, so that it keeps its old one wherever it can. */
export function planEntries(
  outlines: readonly Outline[],
  given: {
    readonly target: Target;
    readonly old: OldAddresses;
    readonly wantedSections: ReadonlyMap<string, string>;
    readonly known: KnownFiles;
    readonly note: (outline: Outline, note: ImportNote) => void;
  },
): Plan {
  const { target, old } = given;
  const pagePaths = new Set(
    outlines.flatMap(({ url }) => (url === undefined ? [] : (old.placeOf(url)?.path.toLowerCase() ?? []))),
  );
  const isTaken = (path: string): boolean =>
    isOurs(path) || pagePaths.has(path) || pagePaths.has(path.replace(/\/$/, ''));
  const sectionPlan = planSections(outlines, { known: target.sections, wanted: given.wantedSections, isTaken });
  const stories = outlines.map((outline) => ({
    outline,
    facts: {
      slug: slugOf(outline),
      date: outline.date === undefined ? undefined : byClocks(outline.date, target.timeZone),
      // A story without a section is in the first.
      section:
        outline.kind === 'story' ? (sectionOf(outline, sectionPlan).section ?? sectionPlan.sections[0]?.id) : undefined,
    },
  }));
  const pattern =
    target.permalink ??
    choosePattern(
      stories.filter(({ outline }) => outline.kind === 'story' && outline.status === 'published'),
      old,
    );
  const planner = new Planner(pattern, given, sectionPlan);
  // Those that readers can find have their addresses first.
  const ordered = stories.toSorted(
    (a, b) => Number(a.outline.status === 'draft') - Number(b.outline.status === 'draft'),
  );
  for (const { outline, facts } of ordered) planner.add(outline, facts);
  return { pattern, sectionPlan, entries: planner.entries, taken: planner.taken };
}

/** A date of an archive as editors write it in the site's zone; `undefined` where it is no date. */
export function byClocks(date: string, timeZone: string): string | undefined {
  const read = readMoment(date.trim(), timeZone);
  if (read.kind !== 'moment') return undefined;
  const written = dateAt(read.moment.instant, timeZone);
  return read.moment.hasTime ? written : written.slice(0, 'yyyy-mm-dd'.length);
}

/** A newsroom whose pattern begins with an address of Broadsheet's is told so by `check`. */
const MOST_NAMES = 3;

class Planner {
  readonly entries = new Map<string, PlannedEntry>();
  readonly taken = new Set<string>();
  private readonly pattern: string;
  private readonly given: Parameters<typeof planEntries>[1];
  private readonly files: Set<string>;
  private readonly sectionPlan: SectionPlan;

  constructor(pattern: string, given: Parameters<typeof planEntries>[1], sectionPlan: SectionPlan) {
    this.pattern = pattern;
    this.sectionPlan = sectionPlan;
    this.given = given;
    this.files = new Set(given.target.files);
    // A file that is there since the last import is found again by its key.
    for (const file of given.known.values()) this.files.delete(file.toLowerCase());
    for (const { id } of sectionPlan.sections) this.taken.add(`/${id}/`);
  }

  add(outline: Outline, facts: { slug: string; date: string | undefined; section: string | undefined }): void {
    const isStory = outline.kind === 'story';
    const place = outline.url === undefined ? undefined : this.given.old.placeOf(outline.url);
    const wanted =
      place && place.query === '' ? (isStory ? pageAddress(place.path) : ownPageAddress(place.path)) : undefined;
    // A draft that nobody has seen gets its address when it is published.
    const isKept =
      wanted !== undefined && !this.taken.has(wanted.toLowerCase()) && !(outline.status === 'draft' && isStory);
    const file = this.given.known.get(outline.key) ?? this.freeFile(isStory, facts, isKept);
    this.files.add(file.toLowerCase());
    if (wanted !== undefined && !isKept && outline.status === 'published')
      this.given.note(outline, {
        kind: 'changed',
        what: 'address that another page has',
        advice: 'the story has one of its own now',
        detail: wanted,
      });
    const slug = this.freeSlug(isStory, facts, isKept);
    const byPattern = isStory ? fillPattern(this.pattern, { ...facts, slug }) : addressOfFile(file);
    const url = isKept ? wanted : byPattern;
    this.taken.add(url.toLowerCase());
    this.entries.set(outline.key, {
      outline,
      file,
      url,
      permalink: url === byPattern ? undefined : url,
      slug: isStory && !namesSlug(file, slug) ? slug : undefined,
      date: facts.date,
      section: isStory ? sectionOf(outline, this.sectionPlan).section : undefined,
    });
  }

  /** A file that is not there yet; of a page that has not kept its address, one whose address is no other's. */
  private freeFile(
    isStory: boolean,
    { slug, date }: { slug: string; date: string | undefined },
    isKept: boolean,
  ): string {
    const [year, month] = (date ?? '').split('-');
    const folder = isStory ? `articles/${year && month ? `${year}/${month}/` : 'undated/'}` : 'pages/';
    const name = slug.replace(/\.+$/, '').replace(/^[._]+/, '') || 'story';
    for (let number = 1; ; number += 1) {
      const file = `${folder}${number === 1 ? name : `${name}-${number}`}.md`;
      const url = isStory || isKept ? undefined : addressOfFile(file);
      const isFree = url === undefined || !(isOurs(url) || this.taken.has(url.toLowerCase()));
      if (isFree && !this.files.has(file.toLowerCase())) return file;
    }
  }

  /** A slug with which the address is no other's; it only matters where the address follows from it. */
  private freeSlug(
    isStory: boolean,
    facts: { slug: string; date: string | undefined; section: string | undefined },
    isKept: boolean,
  ): string {
    if (isKept || !isStory) return facts.slug;
    // A name that hosts obey begins with a sign, which numbers behind it do not change.
    const plain = facts.slug.replace(/^[._]+/, '') || 'story';
    for (let number = 1; ; number += 1) {
      const slug = number === 1 ? facts.slug : `${plain}-${number}`;
      const url = fillPattern(this.pattern, { ...facts, slug });
      const isFree = !this.taken.has(url.toLowerCase()) && (!isOurs(url) || number > MOST_NAMES);
      if (isFree) return slug;
    }
  }
}

/** Where a page of `content/pages/` is, unless it says otherwise. */
function addressOfFile(file: string): string {
  return `/${file.replace(/^pages\/|\.md$/g, '')}/`;
}

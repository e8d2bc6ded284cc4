import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slugFromPath } from '../../validate/story/slug.ts';
import { STAND_IN_URL_OF_ARCHIVES } from '../../domain/site/stand-in-url.ts';
import { dateAt } from '../../time/written-date.ts';
import type { Archive, Entry, ImportNote, Outline, TextContext } from './archive.ts';
import { isWebAddress } from './convert/links.ts';
import { MediaNames } from './plan/media-names.ts';
import { OldAddresses } from './plan/old-addresses.ts';
import { byClocks, type Plan, planEntries } from './plan/plan-entries.ts';
import type { Mapping } from './read-mapping.ts';
import { lastOldDay, namedBefore, type Newsroom, targetOf } from './target.ts';
import { planContributors, type PlannedContributor, printContributor } from './write/contributor-files.ts';
import type { Fetch } from './write/fetch-medium.ts';
import { Manifest, type Written, writeWhole } from './write/manifest.ts';
import { addRedirects, printRedirects } from './write/redirects-file.ts';
import { LIST_FILE, NoteList } from './write/note-list.ts';
import { ReportNotes } from './write/report.ts';
import { type Counts, countsOf, type Done, reportOf } from './write/import-report.ts';
import { Destinations } from './plan/destinations.ts';
import { printSite } from './write/site-file.ts';
import { noteOfRedirect, notesOfGone, OF_NO_KIND, OF_PAGE } from './write/import-notes.ts';
import { LARGEST_TEXT, printPage, printStory } from './write/story-file.ts';
import { writeMedia } from './write/write-media.ts';

export interface ImportOptions {
  /** As it was written on the command line, for the report. */
  readonly from: string;
  readonly newsroom: Newsroom;
  readonly mapping: Mapping;
  readonly isDry: boolean;
  readonly fetch: Fetch | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly progress: (what: string, done: number, all: number) => void;
}

/** What an import did. */
export interface Imported extends Counts {
  readonly notes: ReportNotes;
  /** The report in Markdown. */
  readonly report: string;
}

export const MANIFEST_FILE = 'import-manifest.tsv';
export const REPORT_FILE = 'import-report.md';

/** Moves an archive into a newsroom: see `docs/importing.md`. */
export async function runImport(archive: Archive, options: ImportOptions): Promise<Imported> {
  return new Import(archive, options).run();
}

class Import {
  private readonly archive: Archive;
  private readonly options: ImportOptions;
  private readonly notes: ReportNotes;
  private readonly list: NoteList | undefined;
  private readonly manifest: Manifest;
  private readonly old: OldAddresses;
  /** The files that earlier imports wrote, by what they were made of. */
  private readonly known: ReadonlyMap<string, string>;
  private readonly plan: Plan;
  private readonly people: ReadonlyMap<string, PlannedContributor>;
  private readonly media: MediaNames;
  private readonly timeZone: string;
  private readonly counts: Record<'story' | 'page' | 'contributor', Record<Written, number>>;
  private lacksContributors = false;
  /** The day before which `site.yaml` says who is named where stories name nobody. */
  private readonly namedBefore: string;
  /** The last day that counts as old. */
  private readonly lastOldDay: string | undefined;
  private readonly destinations: Destinations;

  constructor(archive: Archive, options: ImportOptions) {
    this.archive = archive;
    this.options = options;
    const { newsroom, mapping, isDry } = options;
    if (!isDry) mkdirSync(newsroom.folder, { recursive: true });
    this.list = isDry ? undefined : new NoteList(join(newsroom.folder, LIST_FILE));
    this.notes = new ReportNotes(this.list);
    this.manifest = new Manifest(join(newsroom.folder, MANIFEST_FILE), { content: newsroom.content, isDry });
    this.timeZone = newsroom.site?.timeZone ?? archive.site.timeZone ?? 'UTC';
    this.old = new OldAddresses({ ...archive.site, url: archive.site.url ?? newsroom.site?.url });
    this.known = this.manifest.pathsByKey();
    const { known } = this;
    this.plan = planEntries(archive.outlines, {
      target: targetOf(newsroom, this.timeZone),
      old: this.old,
      wantedSections: mapping.sections,
      known,
      note: (outline, note) => this.note(outline, note),
    });
    this.people = planContributors(archive, mapping.contributors);
    this.media = new MediaNames({
      old: this.old,
      findFile: (address, entry) => archive.findMedia(address, entry),
      known: new Map(
        [...known].flatMap(([key, path]) =>
          isWebAddress(key) && path.startsWith('media/') ? [[key, path.slice('media/'.length)]] : [],
        ),
      ),
      taken: newsroom.files.flatMap((file) =>
        file.startsWith('media/') && !this.manifest.has(file) ? [file.slice('media/'.length)] : [],
      ),
    });
    const { site } = newsroom;
    this.namedBefore = site ? namedBefore(site) : dayAfter(options.now);
    this.lastOldDay = lastOldDay(site ?? { standards: { ours: { before: dayAfter(options.now) } } });
    this.destinations = new Destinations({
      ...{ archive, plan: this.plan, people: this.people, old: this.old, mapping, media: this.media },
      now: dateAt(options.now, this.timeZone),
      isOwnHost: site === undefined || this.old.placeOf(site.url) !== undefined,
    });
    const none = (): Record<Written, number> => ({ new: 0, renewed: 0, same: 0, edited: 0, removed: 0 });
    this.counts = { story: none(), page: none(), contributor: none() };
  }

  async run(): Promise<Imported> {
    const { newsroom } = this.options;
    for (const note of this.archive.notes) this.notes.add(note);
    for (const note of notesOfGone(this.known, this.plan.entries, newsroom.files)) this.notes.add(note);
    this.writeContributors();
    let read = 0;
    for await (const entry of this.archive.entries()) {
      this.options.progress('stories and pages', read, this.archive.outlines.length);
      read += 1;
      this.writeEntry(entry);
    }
    for (const left of this.destinations.addRedirects()) this.notes.add(noteOfRedirect(left));
    const media = await writeMedia({
      names: this.media,
      manifest: this.manifest,
      content: newsroom.content,
      fetch: this.options.fetch,
      note: (outline, note) => this.note(outline, note),
      progress: (moved, all) => this.options.progress('media', moved, all),
    });
    this.destinations.addMedia(
      ({ name, source }) =>
        (source.kind === 'file' && source.path !== '') || existsSync(join(newsroom.content, 'media', name)),
    );
    const redirects = this.writeRedirects();
    this.writeSite();
    this.manifest.save();
    const done: Done = {
      ...{
        archive: this.archive,
        from: this.options.from,
        isDry: this.options.isDry,
        plan: this.plan,
        people: this.people,
      },
      ...{ notes: this.notes, counts: { ...this.counts, media }, redirects, isNewSite: !newsroom.site },
      ...{ hasAddress: this.siteUrl() !== STAND_IN_URL_OF_ARCHIVES, lacksContributors: this.lacksContributors },
    };
    const report = reportOf(done);
    if (!this.options.isDry) writeWhole(join(newsroom.folder, REPORT_FILE), report);
    this.list?.finish();
    return { ...countsOf(done), notes: this.notes, report };
  }

  private writeContributors(): void {
    const written = new Set<string>();
    for (const planned of this.people.values()) {
      if (written.has(planned.id)) continue;
      written.add(planned.id);
      const outline: Outline = { ...NOBODYS, key: `contributor ${planned.person.key}`, place: planned.name };
      const text = printContributor(planned, this.contextOf(outline));
      this.counts.contributor[this.manifest.write(`contributors/${planned.id}.md`, text, outline.key)] += 1;
    }
  }

  private writeEntry(entry: Entry): void {
    const planned = this.plan.entries.get(entry.key);
    if (!planned) return;
    // Media remember who named them first: the outline, which has no text.
    const context = this.contextOf(planned.outline);
    const isPage = entry.kind === 'page';
    const isUndated = !isPage && planned.date === undefined;
    if (isUndated && entry.status === 'published')
      context.note({
        kind: 'look',
        what: 'story without a date',
        advice: 'it is a draft: give it its `date`, and take out `draft: true`',
      });
    const { sections } = this.plan.sectionPlan;
    if (!isPage && planned.section === undefined && sections[0])
      context.note({
        kind: 'look',
        what: 'story without a category that is a section',
        advice: `it is in the first section, “${sections[0].title}”; give it its \`section\``,
      });
    const facts = {
      planned,
      topics: this.destinations.topicsOf(entry),
      aliases: this.destinations.aliasesOf(entry, planned.url),
      contributorOf: (key: string): string => this.people.get(key)?.id ?? key,
      translations: this.translationsOf(entry),
      isDraft: entry.status === 'draft' || isUndated,
      lastOldDay: this.lastOldDay,
      nobody: (planned.date ?? '') < this.namedBefore ? undefined : this.title(),
    };
    const dated: Entry = {
      ...entry,
      updated: entry.updated === undefined ? undefined : byClocks(entry.updated, this.timeZone),
    };
    if (!isPage && entry.credits.length === 0) this.lacksContributors = true;
    const print = isPage ? printPage : printStory;
    const whole = print(dated, facts, context);
    const text = whole.length > LARGEST_TEXT ? this.withoutEnd(whole, context) : whole;
    const written = this.manifest.write(planned.file, text, entry.key);
    this.counts[entry.kind][written] += 1;
    if (written === 'edited')
      context.note({ kind: 'look', what: 'file that somebody has changed since', advice: 'it was left as it is' });
  }

  private withoutEnd(text: string, context: TextContext): string {
    context.note({
      kind: 'lost',
      what: 'end of a text of over 1.9 MB',
      advice: 'make several stories of it; a browser would take minutes to show it',
    });
    const end = text.lastIndexOf('\n\n', LARGEST_TEXT / 4);
    return `${text.slice(0, end > 0 ? end : LARGEST_TEXT / 4)}\n`;
  }

  private translationsOf({ translations }: Entry): Readonly<Record<string, string>> | undefined {
    const found = Object.entries(translations ?? {}).flatMap(([language, key]) => {
      const planned = this.plan.entries.get(key);
      if (planned?.outline.kind !== 'story') return [];
      return [[language, planned.slug ?? slugFromPath(`content/${planned.file}`) ?? planned.file] as const];
    });
    return found.length > 0 ? Object.fromEntries(found) : undefined;
  }

  private writeRedirects(): number {
    const { redirects } = this.destinations;
    const { lines } = this.destinations.patterns;
    const count = redirects.size + lines.size;
    if (count === 0) return 0;
    const path = 'redirects.yaml';
    const file = join(this.options.newsroom.content, path);
    if (!this.options.newsroom.files.includes(path) || this.manifest.isUntouched(path)) {
      this.manifest.write(path, printRedirects(redirects, lines), path);
      return count;
    }
    const { text, added } = addRedirects(readFileSync(file, 'utf8'), redirects, lines);
    if (added > 0 && !this.options.isDry) writeWhole(file, text);
    return added;
  }

  private writeSite(): void {
    const { now } = this.options;
    const { site } = this.archive;
    if (this.options.newsroom.site) return;
    const text = printSite({
      title: this.title(),
      url: this.siteUrl(),
      description: site.description?.trim() || undefined,
      language: site.language ?? 'en',
      timeZone: this.timeZone,
      permalink: this.plan.pattern,
      sections: this.plan.sectionPlan.sections,
      before: dayAfter(now),
      lacksContributors: this.lacksContributors,
    });
    this.manifest.write('site.yaml', text, 'site.yaml');
  }

  private title(): string {
    return this.options.newsroom.site?.title ?? (this.archive.site.title?.trim() || 'Untitled');
  }

  private siteUrl(): string {
    const url = this.archive.site.url;
    return url !== undefined && isWebAddress(url) ? url : STAND_IN_URL_OF_ARCHIVES;
  }

  private contextOf(entry: Outline): TextContext {
    return {
      entry,
      link: (address) => this.destinations.linkTo(address, entry),
      media: (address) => this.mediumFor(address, entry),
      shortcode: this.options.mapping.shortcode,
      note: (note) => this.note(entry, note),
    };
  }

  /** The name of a medium. A page has no date, so that what it lacks would hold up a build: it goes without. */
  private mediumFor(address: string, entry: Outline): string | undefined {
    const { fetch, newsroom } = this.options;
    const given = { fetches: fetch !== undefined, isThere: (name: string) => newsroom.files.includes(`media/${name}`) };
    const name = this.media.nameOf(address, entry);
    const isHad = entry.kind === 'story' || name === undefined || this.media.isToBeHad(address, entry, given);
    if (name !== undefined && isHad) return name;
    this.note(entry, { kind: 'lost', ...(isHad ? OF_NO_KIND : OF_PAGE), detail: address });
    return undefined;
  }

  private note(outline: Outline, note: ImportNote): void {
    this.notes.add(note, outline, this.plan?.entries.get(outline.key)?.file);
  }
}

const NOBODYS: Omit<Outline, 'key' | 'place'> = {
  kind: 'page',
  title: '',
  status: 'published',
  categories: [],
  contributors: [],
  topics: [],
};

function dayAfter(now: number): string {
  return new Date(now + 86_400_000).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

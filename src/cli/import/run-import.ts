import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slugFromPath } from '../../validate/story/slug.ts';
import { topicUrl } from '../../relate/lists/topics.ts';
import type { Archive, ArchiveList, Entry, ImportNote, Outline, TextContext } from './archive.ts';
import { isWebAddress } from './convert/links.ts';
import { MediaNames } from './plan/media-names.ts';
import { OldAddresses } from './plan/old-addresses.ts';
import { byClocks, type Plan, planEntries } from './plan/plan-entries.ts';
import { sectionOf } from './plan/sections.ts';
import type { Mapping } from './read-mapping.ts';
import { type Newsroom, targetOf } from './target.ts';
import { planContributors, type PlannedContributor, printContributor } from './write/contributor-files.ts';
import type { Fetch } from './write/fetch-medium.ts';
import { Manifest, type Written, writeWhole } from './write/manifest.ts';
import { addRedirects, printRedirects } from './write/redirects-file.ts';
import { printReport, ReportNotes } from './write/report.ts';
import { printSite } from './write/site-file.ts';
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
export interface Imported {
  readonly stories: number;
  readonly pages: number;
  readonly contributors: number;
  readonly media: number;
  readonly redirects: number;
  /** Files that were left as they are since somebody has changed them. */
  readonly edited: number;
  readonly notes: ReportNotes;
  /** The report in Markdown. */
  readonly report: string;
}

export const MANIFEST_FILE = 'import-manifest.tsv';
export const REPORT_FILE = 'import-report.md';

const STAND_IN_URL = 'https://example.com/';

/** Moves an archive into a newsroom: see `docs/importing.md`. */
export async function runImport(archive: Archive, options: ImportOptions): Promise<Imported> {
  return new Import(archive, options).run();
}

class Import {
  private readonly archive: Archive;
  private readonly options: ImportOptions;
  private readonly notes = new ReportNotes();
  private readonly manifest: Manifest;
  private readonly old: OldAddresses;
  private readonly plan: Plan;
  private readonly people: ReadonlyMap<string, PlannedContributor>;
  private readonly media: MediaNames;
  private readonly timeZone: string;
  private readonly counts: Record<'story' | 'page' | 'contributor', Record<Written, number>>;
  private readonly used = { topics: new Map<string, string>(), sections: new Set<string>(), people: new Set<string>() };
  private lacksContributors = false;
  private readonly redirects = new Map<string, string>();

  constructor(archive: Archive, options: ImportOptions) {
    this.archive = archive;
    this.options = options;
    const { newsroom, mapping, isDry } = options;
    this.manifest = new Manifest(join(newsroom.folder, MANIFEST_FILE), { content: newsroom.content, isDry });
    this.timeZone = newsroom.site?.timeZone ?? archive.site.timeZone ?? 'UTC';
    this.old = new OldAddresses({ ...archive.site, url: archive.site.url ?? newsroom.site?.url });
    const known = this.manifest.pathsByKey();
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
    const none = (): Record<Written, number> => ({ new: 0, renewed: 0, same: 0, edited: 0, removed: 0 });
    this.counts = { story: none(), page: none(), contributor: none() };
  }

  async run(): Promise<Imported> {
    for (const note of this.archive.notes) this.notes.add(note);
    this.planLinks();
    this.writeContributors();
    let done = 0;
    for await (const entry of this.archive.entries()) {
      this.options.progress('stories and pages', done, this.archive.outlines.length);
      done += 1;
      this.writeEntry(entry);
    }
    this.planRedirects();
    const media = await writeMedia({
      names: this.media,
      manifest: this.manifest,
      content: this.options.newsroom.content,
      fetch: this.options.fetch,
      note: (outline, note) => this.note(outline, note),
      progress: (moved, all) => this.options.progress('media', moved, all),
    });
    const redirects = this.writeRedirects();
    this.writeSite();
    this.manifest.save();
    return this.report(media, redirects);
  }

  /** Says where each address of the old site leads, so that texts lead there. */
  private planLinks(): void {
    for (const { outline, url } of this.plan.entries.values()) {
      if (outline.url !== undefined) this.old.lead(outline.url, url);
      for (const other of outline.otherUrls ?? []) this.old.lead(other, url);
      if (outline.kind !== 'story' || outline.status !== 'published') continue;
      const { section } = sectionOf(outline, this.plan.sectionPlan);
      if (section !== undefined) this.used.sections.add(section);
      for (const topic of this.topicsOf(outline)) {
        const page = topicUrl(topic);
        if (page !== undefined) this.used.topics.set(page, topic);
      }
      for (const key of outline.contributors) {
        const person = this.people.get(key);
        if (person) this.used.people.add(person.id);
      }
    }
    for (const { from, to } of this.archive.redirects) this.old.lead(from, this.linkTo(to, undefined));
    for (const list of this.archive.lists) {
      const target = this.pageOfList(list);
      if (target !== undefined) this.old.lead(list.url, target);
    }
  }

  /** The page of the new site that lists what a page of the old one did; `undefined` where nothing is in it. */
  private pageOfList({ of }: ArchiveList): string | undefined {
    if (of.kind === 'contributor') {
      const id = this.people.get(of.key)?.id;
      return id !== undefined && this.used.people.has(id) ? `/contributors/${id}/` : undefined;
    }
    if (of.kind === 'category') {
      const section = this.plan.sectionPlan.byCategory.get(of.id);
      if (section !== undefined) return this.used.sections.has(section) ? `/${section}/` : undefined;
    }
    const name = of.kind === 'topic' ? of.name : this.titleOf(of.id);
    const topic = name === undefined ? undefined : topicUrl(this.options.mapping.topics.get(name) ?? name);
    return topic !== undefined && this.used.topics.has(topic) ? topic : undefined;
  }

  private titleOf(category: string): string | undefined {
    for (const { categories } of this.archive.outlines) {
      const found = categories.find(({ id }) => id === category);
      if (found) return found.title;
    }
    return undefined;
  }

  private topicsOf(outline: Outline): readonly string[] {
    const { topics } = this.options.mapping;
    const named = [...sectionOf(outline, this.plan.sectionPlan).topics, ...outline.topics];
    return named.flatMap((name) => (topics.has(name) ? (topics.get(name) ?? []) : name));
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
    const context = this.contextOf(entry);
    const isPage = entry.kind === 'page';
    const isUndated = !isPage && planned.date === undefined;
    if (isUndated && entry.status === 'published')
      context.note({
        kind: 'look',
        what: 'story without a date',
        advice: 'it is a draft: give it its `date`, and take out `draft: true`',
      });
    const facts = {
      planned,
      topics: this.topicsOf(entry),
      aliases: this.aliasesOf(entry, planned.url),
      contributorOf: (key: string): string => this.people.get(key)?.id ?? key,
      translations: this.translationsOf(entry),
      isDraft: entry.status === 'draft' || isUndated,
      nobody: this.hasDefaults() && (planned.date ?? '') < dayAfter(this.options.now) ? undefined : this.title(),
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

  /** Old paths of a story that lead to it now. Those of pages, and with a query, stand in `redirects.yaml`. */
  private aliasesOf(entry: Outline, url: string): readonly string[] {
    if (entry.status === 'draft') return [];
    const aliases: string[] = [];
    for (const written of [...(entry.url === undefined ? [] : [entry.url]), ...(entry.otherUrls ?? [])]) {
      const place = this.old.placeOf(written);
      if (!place || (place.path === '/' && place.query === '')) continue;
      if (this.old.targetOf(place) !== url) continue;
      if (place.query === '' && (this.isTaken(place.path) || samePath(place.path, url))) continue;
      if (entry.kind === 'story' && place.query === '') aliases.push(place.path);
      else this.redirects.set(encodeURI(place.path).replace('%25', '%') + place.query, url);
    }
    return [...new Set(aliases)];
  }

  private isTaken(path: string): boolean {
    const lower = path.toLowerCase();
    return this.plan.taken.has(lower) || this.plan.taken.has(`${lower.replace(/\/$/, '')}/`);
  }

  private translationsOf({ translations }: Entry): Readonly<Record<string, string>> | undefined {
    const found = Object.entries(translations ?? {}).flatMap(([language, key]) => {
      const planned = this.plan.entries.get(key);
      if (planned?.outline.kind !== 'story') return [];
      return [[language, planned.slug ?? slugFromPath(`content/${planned.file}`) ?? planned.file] as const];
    });
    return found.length > 0 ? Object.fromEntries(found) : undefined;
  }

  private planRedirects(): void {
    for (const { from, to } of this.archive.redirects) this.redirect(from, this.linkTo(to, undefined));
    for (const list of this.archive.lists) this.redirect(list.url, this.pageOfList(list));
  }

  private redirect(from: string, to: string | undefined): void {
    const place = this.old.placeOf(from);
    if (!place || to === undefined || (place.path === '/' && place.query === '') || samePath(place.path, to)) return;
    if (place.query === '' && this.isTaken(place.path)) return;
    const isThere =
      !to.startsWith('/') ||
      this.isTaken(to.split(/[?#]/, 1)[0] ?? '') ||
      /^\/(?:topics|contributors)\/|\.(?:xml|json)$|^\/$/.test(to);
    const key = encodeURI(place.path).replaceAll('%25', '%') + place.query;
    if (isThere && !this.redirects.has(key)) this.redirects.set(key, to);
  }

  private writeRedirects(): number {
    if (this.redirects.size === 0) return 0;
    const path = 'redirects.yaml';
    const file = join(this.options.newsroom.content, path);
    if (!this.options.newsroom.files.includes(path) || this.manifest.isUntouched(path)) {
      this.manifest.write(path, printRedirects(this.redirects), path);
      return this.redirects.size;
    }
    const { text, added } = addRedirects(readFileSync(file, 'utf8'), this.redirects);
    if (added > 0 && !this.options.isDry) writeWhole(file, text);
    return added;
  }

  private writeSite(): void {
    const { newsroom, now } = this.options;
    const { site } = this.archive;
    if (!this.hasDefaults()) return;
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

  /** Whether `site.yaml` is of an import, and says who is named where stories name nobody. */
  private hasDefaults(): boolean {
    return !this.options.newsroom.site || this.manifest.has('site.yaml');
  }

  private title(): string {
    return this.options.newsroom.site?.title ?? (this.archive.site.title?.trim() || 'Untitled');
  }

  private siteUrl(): string {
    const url = this.archive.site.url;
    return url !== undefined && isWebAddress(url) ? url : STAND_IN_URL;
  }

  private contextOf(entry: Outline): TextContext {
    return {
      entry,
      link: (address) => this.linkTo(address, entry),
      media: (address) => this.media.nameOf(address, entry),
      shortcode: this.options.mapping.shortcode,
      note: (note) => this.note(entry, note),
    };
  }

  /** Where a link leads: to a page or a medium of the new site, or where it led. */
  private linkTo(address: string, entry: Outline | undefined): string {
    const written = address.trim();
    if (written.startsWith('#') || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(written)) return written;
    const place = this.old.placeOf(written, entry?.url);
    if (!place) return this.old.resolve(written, entry?.url)?.href ?? written;
    const target = this.old.targetOf(place);
    if (target !== undefined) return target + place.fragment;
    const isFile = /\.(?!html?$|php$)[a-z0-9]{1,5}$/i.test(place.path);
    const medium = entry && isFile ? this.media.nameOf(written, entry) : undefined;
    if (medium !== undefined) return medium;
    const path = encodeURI(place.path).replaceAll('%25', '%') + place.query + place.fragment;
    return this.isOwnHost() ? path : (this.old.resolve(written, entry?.url)?.href ?? written);
  }

  /** Whether the newsroom is at the address of the old site. */
  private isOwnHost(): boolean {
    const { site } = this.options.newsroom;
    return site === undefined || this.old.placeOf(site.url) !== undefined;
  }

  private note(outline: Outline, note: ImportNote): void {
    this.notes.add(note, outline, this.plan?.entries.get(outline.key)?.file);
  }

  private report(media: Readonly<Record<Written, number>>, redirects: number): Imported {
    const { from, isDry, newsroom } = this.options;
    const sum = (counts: Readonly<Record<Written, number>>): number => counts.new + counts.renewed + counts.same;
    const { story, page, contributor } = this.counts;
    const all = [story, page, contributor, media];
    const edited = all.reduce((count, one) => count + one.edited + one.removed, 0);
    const facts = {
      ...{
        stories: sum(story),
        pages: sum(page),
        contributors: sum(contributor),
        media: sum(media),
        redirects,
        edited,
      },
    };
    const { sectionPlan } = this.plan;
    const report = printReport(
      {
        system: this.archive.system,
        from,
        isDry,
        counts: [
          ['stories', facts.stories],
          ['of these, new or with other words than at the last import', story.new + story.renewed],
          ['pages', facts.pages],
          ['contributors', facts.contributors],
          ['media', facts.media],
          ['redirects', facts.redirects],
          ['files left as they are, since somebody has changed or removed them', edited],
          ['things that are not carried', this.notes.count('lost')],
          ['things that were changed', this.notes.count('changed')],
          ['things to look at', this.notes.count('look')],
        ],
        first: this.first(newsroom),
        mapped: [
          {
            title: 'Categories',
            rows: [...sectionPlan.byCategory].map(([category, section]) => [
              `category ${category}`,
              `section \`${section}\``,
            ]),
          },
          {
            title: 'People',
            rows: [...this.people.values()].map(({ person, id }) => [person.name, `\`content/contributors/${id}.md\``]),
          },
        ],
      },
      this.notes,
    );
    if (!isDry) writeWhole(join(newsroom.folder, REPORT_FILE), report);
    return { ...facts, notes: this.notes, report };
  }

  /** What an editor should settle before all else. */
  private first(newsroom: Newsroom): readonly string[] {
    const { site } = this.archive;
    return [
      ...(newsroom.site || site.title?.trim() ? [] : ['The archive has no title: write it into `content/site.yaml`.']),
      ...(newsroom.site || this.siteUrl() !== STAND_IN_URL
        ? []
        : [
            'The archive does not say at which address it was: write it into `content/site.yaml`, or import again with `--url`.',
          ]),
      ...(newsroom.site || site.timeZone
        ? []
        : ['The archive does not say in which time zone it is: `timeZone` in `content/site.yaml` is UTC.']),
      ...(this.lacksContributors
        ? ['Some stories name nobody who wrote them; `defaults` in `content/site.yaml` says who is named.']
        : []),
      ...(this.plan.sectionPlan.sections.length > 0
        ? [
            'Which categories are sections is a guess from how many stories they have: see “Categories” below, and use `--map` for another choice.',
          ]
        : []),
    ];
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

function samePath(one: string, other: string): boolean {
  return one.replace(/\/$/, '') === other.replace(/\/$/, '');
}

function dayAfter(now: number): string {
  return new Date(now + 86_400_000).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

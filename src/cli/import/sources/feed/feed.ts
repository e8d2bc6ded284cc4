import { readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type Archive,
  type ArchiveContributor,
  type ArchiveReader,
  type Entry,
  ImportError,
  type ImportNote,
  type OpenOptions,
  type Outline,
} from '../../archive.ts';
import { fileOfAddress } from '../media-folder.ts';
import { readDate } from '../read-date.ts';
import { contributorsOf, entryOf, keyOf, outlineOf } from './feed-entries.ts';
import { type FeedFile, feedFile, formatOf, itemsOf } from './feed-files.ts';
import type { FeedHead, FeedItem } from './feed-item.ts';

/** Feeds with the full text of stories: RSS 2.0, 1.0 and 0.9, Atom, JSON Feed. */
export const feedReader: ArchiveReader = {
  type: 'feed',
  reads: 'a feed with full texts (RSS, Atom, JSON Feed), or a folder of such files',
  recognises: (path, head) => (head === undefined ? isFolderOfFeeds(path) : formatOf(head) !== undefined),
  open: openFeeds,
};

const NAMES = /\.(?:xml|rss|rdf|atom|json|feed)$/i;

function isFolderOfFeeds(path: string): boolean {
  const names = readdirSync(path);
  // A copy of a site has feeds, too.
  return !names.some((name) => /\.(?:html?|md|markdown)$/i.test(name)) && filesOf(path).length > 0;
}

function filesOf(folder: string): FeedFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile() && NAMES.test(file.name))
    .map(({ name }) => name)
    .toSorted()
    .map((name) => feedFile(join(folder, name)))
    .filter((file) => file !== undefined);
}

async function openFeeds(path: string, options: OpenOptions): Promise<Archive> {
  const isFolder = (await stat(path)).isDirectory();
  // A single file is read as what it was said to be.
  const files = isFolder ? filesOf(path) : [feedFile(path) ?? { path, format: 'xml' as const }];
  const survey = new Survey();
  for (const file of files) await survey.read(file);
  if (survey.chosen.size === 0)
    throw new ImportError(
      `Unexpected feed without items in ${path}, expected RSS, Atom or JSON Feed; save the feed of the old site with its full texts, or say with --type what else it is`,
    );

  const [head] = survey.heads.values();
  const said = { title: head?.title, description: head?.description, url: head?.url, language: head?.language };
  const asked = Object.entries(options.site).filter(([, value]) => value !== undefined);
  const folders = [options.media, isFolder ? path : undefined].filter((folder) => folder !== undefined);
  return {
    system: 'a feed',
    site: { ...said, ...Object.fromEntries(asked) },
    contributors: [...survey.contributors.values()],
    outlines: [...survey.chosen.values()].map(({ outline }) => outline),
    lists: [],
    redirects: [...survey.heads.values()].flatMap(({ self }) =>
      self === undefined ? [] : [{ from: self, to: '/feed.xml' }],
    ),
    notes: survey.notes,
    entries: () => entriesOf(files, survey),
    findMedia: (address) => folders.map((folder) => fileOfAddress(folder, address)).find((file) => file !== undefined),
  };
}

async function* entriesOf(files: readonly FeedFile[], survey: Survey): AsyncGenerator<Entry> {
  for (const file of files) {
    const head = survey.heads.get(file) ?? { authors: [] };
    let index = 0;
    for await (const item of itemsOf(file, () => undefined)) {
      const outline = survey.outlineAt(file, index);
      index += 1;
      if (outline) yield entryOf(item, outline, head);
    }
  }
}

interface Chosen {
  readonly outline: Outline;
  readonly file: FeedFile;
  /** Which of its file, from 0 on. */
  readonly index: number;
  readonly hasText: boolean;
  /** When it was last changed, in milliseconds; 0 where nobody knows. */
  readonly changed: number;
}

/** What is known of all feeds before a text is converted: of an item that stands in several places, only one is taken. */
class Survey {
  /** By key, in the order of files and items. */
  readonly chosen = new Map<string, Chosen>();
  readonly contributors = new Map<string, ArchiveContributor>();
  readonly heads = new Map<FeedFile, FeedHead>();
  readonly notes: ImportNote[] = [];
  #places: Map<FeedFile, Map<number, Outline>> | undefined;

  async read(file: FeedFile): Promise<void> {
    const items: { readonly item: FeedItem; readonly key: string; readonly hasText: boolean }[] = [];
    for await (const item of itemsOf(file, (head, notes) => this.#end(file, head, notes))) {
      // Texts are read again, one after the other, when they are asked for.
      const { content, summary, ...light } = item;
      items.push({ item: light, key: keyOf(item), hasText: content !== undefined });
    }
    const head = this.heads.get(file) ?? { authors: [] };
    for (const [index, { item, key, hasText }] of items.entries()) {
      if (item.kind === 'none') this.#leaveOut(item, file);
      else
        this.#choose({
          outline: outlineOf(item, key, head, basename(file.path)),
          file,
          index,
          hasText,
          changed: changedAt(item),
        });
      if (item.kind !== 'none') this.#addPeople(item, head);
    }
  }

  outlineAt(file: FeedFile, index: number): Outline | undefined {
    this.#places ??= placesOf(this.chosen.values());
    return this.#places.get(file)?.get(index);
  }

  #end(file: FeedFile, head: FeedHead, notes: readonly ImportNote[]): void {
    this.heads.set(file, head);
    this.notes.push(...notes);
  }

  #choose(found: Chosen): void {
    const { key, url } = found.outline;
    const other = this.chosen.get(key);
    // Some feeds give the same identifier to all that they have.
    if (other && !isOneStory(other.outline, found.outline)) {
      this.#choose({ ...found, outline: { ...found.outline, key: `${key} ${url ?? found.outline.title}` } });
      return;
    }
    if (other) this.#noteDuplicate(key);
    if (other && !isBetter(found, other)) return;
    this.chosen.delete(key);
    this.chosen.set(key, found);
  }

  #noteDuplicate(detail: string): void {
    this.notes.push({
      kind: 'changed',
      what: 'item that stands there more than once',
      advice: 'the form of it that was changed last was taken',
      detail,
    });
  }

  #leaveOut(item: FeedItem, file: FeedFile): void {
    this.notes.push({
      kind: 'lost',
      what: 'entry of Blogger that is neither a post nor a page',
      advice: 'comments, settings and templates are left out',
      detail: `${basename(file.path)}:${item.line}`,
    });
  }

  #addPeople(item: FeedItem, head: FeedHead): void {
    for (const person of contributorsOf(item, head)) {
      const known = this.contributors.get(person.key);
      const links = [...new Set([...(known?.links ?? []), ...(person.links ?? [])])];
      this.contributors.set(person.key, { ...person, ...known, links, image: known?.image ?? person.image });
    }
  }
}

function placesOf(chosen: Iterable<Chosen>): Map<FeedFile, Map<number, Outline>> {
  const places = new Map<FeedFile, Map<number, Outline>>();
  for (const { file, index, outline } of chosen) {
    const of = places.get(file) ?? new Map<number, Outline>();
    places.set(file, of.set(index, outline));
  }
  return places;
}

function isOneStory(one: Outline, other: Outline): boolean {
  return one.title === other.title || (one.url !== undefined && one.url === other.url);
}

function isBetter(found: Chosen, other: Chosen): boolean {
  return found.changed > other.changed || (found.changed === other.changed && found.hasText && !other.hasText);
}

function changedAt(item: FeedItem): number {
  const at = Date.parse(readDate(item.updated ?? item.date ?? '')?.date ?? '');
  return Number.isNaN(at) ? 0 : at;
}

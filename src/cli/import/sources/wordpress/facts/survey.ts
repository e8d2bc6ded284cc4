import type { ArchiveList, ImportNote, Outline } from '../../../archive.ts';
import { Attachments } from '../media/attachments.ts';
import { hostOf } from '../media/media-address.ts';
import { detached } from '../wxr/item-in-progress.ts';
import { readWxr } from '../wxr/read-wxr.ts';
import { idOf, textOf, type WxrItem, wordsOf } from '../wxr/records.ts';
import { webAddress } from './addresses.ts';
import { clocksOf } from './dates.ts';
import { LeftOut } from './left-out.ts';
import { keyOf, languageOf, originalOf, outlineOf, translationGroupOf } from './outline.ts';
import { People } from './people.ts';
import { destinyOf } from './post-types.ts';
import { Terms } from './terms.ts';
import { SiteClocks } from './time-zone.ts';

/** All of an export that is small. */
export class Survey {
  readonly attachments = new Attachments();
  readonly people = new People();
  readonly terms = new Terms();
  readonly clocks = new SiteClocks();
  /** HTML of blocks that several posts show, by their numbers. */
  readonly reusable = new Map<string, string>();
  readonly outlines: Outline[] = [];
  /** Keys of the versions of one story by their languages, by their common name. */
  readonly #translations = new Map<string, Map<string, string>>();
  readonly #site = new Map<string, string>();
  readonly #hosts = new Set<string>();
  readonly #keys = new Set<string>();
  readonly #leftOut = new LeftOut();
  #items = 0;

  /** Whether anything of an export was met. */
  get isEmpty(): boolean {
    return this.#items === 0 && this.#site.size === 0;
  }

  get notes(): readonly ImportNote[] {
    return this.#leftOut.notes();
  }

  /** A fact about the site as plain text, such as `title`. */
  site(name: string): string | undefined {
    return wordsOf(this.#site.get(name) ?? '') || undefined;
  }

  /** The address of the site, with `/` at its end. */
  get base(): string | undefined {
    const said = ['wp:base_blog_url', 'link', 'wp:base_site_url'].map((name) =>
      webAddress(this.#site.get(name)?.trim() ?? ''),
    );
    return said
      .find((address) => address !== undefined)
      ?.replace(/[?#].*$/s, '')
      .replace(/\/*$/, '/');
  }

  /** BCP 47. */
  get language(): string | undefined {
    return this.site('language')?.replaceAll('_', '-');
  }

  /** The hosts of the site, without `www.`. */
  get hosts(): ReadonlySet<string> {
    return this.#hosts;
  }

  /** Reads a file of an export, in which only what no other has is new. */
  async read(path: string, file: string): Promise<void> {
    for await (const record of readWxr(path)) {
      if (record.kind === 'site') this.#addFact(record.name, record.text);
      else if (record.kind === 'author') this.people.addUser(record.fields);
      else if (record.kind === 'item') this.#addItem(record.item);
      else if (record.kind === 'end') this.#leftOut.addEnd(file, record);
      else this.terms.add(record.fields);
    }
  }

  /** The versions of an item in other languages: keys by languages. */
  translationsOf(item: WxrItem, key: string): Readonly<Record<string, string>> {
    const versions = this.#translations.get(translationGroupOf(item) ?? key) ?? [];
    return Object.fromEntries([...versions].filter(([, other]) => other !== key && this.#keys.has(other)));
  }

  /** Pages of the old site that listed stories, by WordPress's own addresses. */
  lists(): readonly ArchiveList[] {
    const { base = '/' } = this;
    const list = (of: ArchiveList['of'], path: string, query: string | undefined): ArchiveList => ({
      url: `${base}${path}/`,
      ...(query === undefined ? {} : { otherUrls: [`${base}?${query}`] }),
      feeds: [`${base}${path}/feed/`],
      of,
    });
    const joined = (...parts: readonly string[]): string => parts.map(encodeURIComponent).join('/');
    const numbered = (name: string, number: string | undefined): string | undefined =>
      number === undefined ? undefined : `${name}=${number}`;
    return [
      ...this.terms.categories.map(({ id }) =>
        list(
          { kind: 'category', id },
          joined('category', ...this.terms.pathOf(id)),
          numbered('cat', this.terms.numberOf(id)),
        ),
      ),
      ...[...this.terms.tags].map(([slug, name]) => list({ kind: 'topic', name }, `tag/${slug}`, `tag=${slug}`)),
      ...this.people
        .pages()
        .map(({ key, slug, number }) =>
          list({ kind: 'contributor', key }, joined('author', slug), numbered('author', number)),
        ),
    ];
  }

  /** Pages of media, each of which leads to the story that the medium was uploaded for. */
  mediaPages(): readonly { readonly from: string; readonly to: string }[] {
    return this.attachments.pages().flatMap(({ link, parent }) => {
      const story = `post ${parent}`;
      return this.#keys.has(story) ? [{ from: link, to: `${this.base ?? '/'}?p=${parent}` }] : [];
    });
  }

  #addFact(name: string, text: string): void {
    if (!this.#site.has(name)) this.#site.set(name, text);
    const address = name === 'link' || name.startsWith('wp:base_') ? webAddress(text.trim()) : undefined;
    if (address !== undefined) this.#hosts.add(hostOf(new URL(address)));
  }

  #addItem(item: WxrItem): void {
    this.#items += 1;
    const destiny = destinyOf(item);
    const key = keyOf(item);
    if (destiny.kind === 'attachment') this.attachments.add(item);
    else if (destiny.kind === 'guest') this.people.addGuest(item);
    else if (destiny.kind === 'reusable') this.#addReusable(item);
    else if (destiny.kind === 'left-out' || (destiny.kind !== 'internal' && key === undefined))
      this.#leftOut.add(item, destiny);
    else if (destiny.kind !== 'internal' && key !== undefined && !this.#keys.has(key))
      this.#addEntry(item, key, destiny.kind);
  }

  #addEntry(item: WxrItem, key: string, kind: Outline['kind']): void {
    this.#keys.add(key);
    this.#leftOut.addPartsOf(item);
    this.terms.addOfItem(item.terms);
    this.clocks.add(clocksOf(item));
    const outline = outlineOf(item, key, kind, this);
    this.outlines.push(outline);
    for (const host of outline.otherUrls?.flatMap(hostsOf) ?? []) this.#hosts.add(host);
    this.#addTranslation(item, key);
  }

  #addTranslation(item: WxrItem, key: string): void {
    const [group, language, original] = [translationGroupOf(item), languageOf(item), originalOf(item)];
    if (group === undefined || language === undefined) return;
    const versions = this.#translations.get(group) ?? new Map<string, string>();
    if (group === original && this.language !== undefined) versions.set(this.language, original);
    this.#translations.set(group, versions.set(language, key));
  }

  #addReusable(item: WxrItem): void {
    const id = idOf(textOf(item.fields, 'wp:post_id'));
    if (id !== undefined) this.reusable.set(id, detached(item.fields.get('content:encoded') ?? ''));
  }
}

function hostsOf(address: string): readonly string[] {
  return webAddress(address) === undefined ? [] : [hostOf(new URL(address))];
}

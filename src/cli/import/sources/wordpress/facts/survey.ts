import type { ArchiveList, ImportNote, Outline } from '../../../archive.ts';
import { wordsOf } from '../words.ts';
import { Attachments } from '../media/attachments.ts';
import { hostOf } from '../media/media-address.ts';
import { detached } from '../wxr/item-in-progress.ts';
import { readWxr } from '../wxr/read-wxr.ts';
import { idOf, textOf, type WxrItem } from '../wxr/records.ts';
import { webAddress } from './addresses.ts';
import { clocksOf } from './dates.ts';
import { LeftOut } from './left-out.ts';
import { keyOf, languageOf, outlineOf, translationGroupOf } from './outline.ts';
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
  /** Languages and keys of the versions of one story, by their common name. */
  readonly translations = new Map<string, Map<string, string>>();
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

  /** Pages of the old site that listed stories, by WordPress's own addresses. */
  lists(): readonly ArchiveList[] {
    const { base = '/' } = this;
    const at = (...parts: readonly string[]): string => `${base}${parts.map(encodeURIComponent).join('/')}/`;
    return [
      ...this.terms.categories.map(({ id }) => ({
        url: at('category', ...this.terms.pathOf(id)),
        of: { kind: 'category' as const, id },
      })),
      ...[...this.terms.tags].map(([slug, name]) => ({
        url: `${base}tag/${slug}/`,
        of: { kind: 'topic' as const, name },
      })),
      ...[...this.people.slugs()].map(([key, slug]) => ({
        url: at('author', slug),
        of: { kind: 'contributor' as const, key },
      })),
    ];
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
    const group = translationGroupOf(item);
    const language = languageOf(item);
    if (group !== undefined && language !== undefined)
      this.translations.set(group, (this.translations.get(group) ?? new Map()).set(language, key));
  }

  #addReusable(item: WxrItem): void {
    const id = idOf(textOf(item.fields, 'wp:post_id'));
    if (id !== undefined) this.reusable.set(id, detached(item.fields.get('content:encoded') ?? ''));
  }
}

function hostsOf(address: string): readonly string[] {
  return webAddress(address) === undefined ? [] : [hostOf(new URL(address))];
}

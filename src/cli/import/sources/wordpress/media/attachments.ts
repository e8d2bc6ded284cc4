import { webAddress } from '../facts/addresses.ts';
import { idOf, metaOf, textOf, type WxrItem, wordsOf } from '../wxr/records.ts';
import { namesOfOriginal, placeOfMedium } from './media-address.ts';

/** A medium of the old site's library, as the export tells of it. */
export interface Attachment {
  readonly id: string;
  readonly address: string;
  /** What it shows; `undefined` where nobody said so. */
  readonly alt: string | undefined;
  /** HTML; empty if there is none. */
  readonly caption: string;
  /** Plain text; empty if there is none. */
  readonly title: string;
  /** Plain text; empty if nobody is named. */
  readonly credit: string;
  /** Its place among those of the post that it was uploaded for. */
  readonly order: number;
  /** The page that it had by itself. */
  readonly page: string | undefined;
  /** The number of the post that it was uploaded for. */
  readonly parent: string | undefined;
}

/** The media of the old site's library. */
export class Attachments {
  readonly #byId = new Map<string, Attachment>();
  /** Numbers by `host/path`. */
  readonly #byPlace = new Map<string, string>();
  /** Numbers by that of the post that they were uploaded for. */
  readonly #byParent = new Map<string, string[]>();
  readonly #hosts = new Set<string>();

  get hosts(): ReadonlySet<string> {
    return this.#hosts;
  }

  /** Enters an item that is an attachment. One without an address is none that could be shown. */
  add(item: WxrItem): void {
    const id = idOf(textOf(item.fields, 'wp:post_id'));
    const address = textOf(item.fields, 'wp:attachment_url') || textOf(item.fields, 'guid');
    const place = placeOfMedium(address);
    if (id === undefined || !place || this.#byId.has(id)) return;
    const alt = metaOf(item, '_wp_attachment_image_alt');
    const parent = idOf(textOf(item.fields, 'wp:post_parent'));
    this.#byId.set(id, {
      id,
      address,
      alt: alt === '' ? undefined : wordsOf(alt),
      caption: textOf(item.fields, 'excerpt:encoded'),
      title: wordsOf(textOf(item.fields, 'title')),
      credit: wordsOf(metaOf(item, '_media_credit') || metaOf(item, '_navis_media_credit')),
      order: Number(textOf(item.fields, 'wp:menu_order')) || 0,
      page: webAddress(textOf(item.fields, 'link')),
      parent,
    });
    if (parent !== undefined) this.#enter(parent, id);
    if (place.host !== undefined) this.#hosts.add(place.host);
    this.#byPlace.set(keyOf(place.host, place.path), id);
  }

  #enter(parent: string, id: string): void {
    const siblings = this.#byParent.get(parent);
    if (siblings) siblings.push(id);
    else this.#byParent.set(parent, [id]);
  }

  /** The pages of those that were uploaded for a post. */
  pages(): readonly { readonly link: string; readonly parent: string }[] {
    return [...this.#byId.values()].flatMap(({ page, parent }) =>
      page === undefined || parent === undefined ? [] : [{ link: page, parent }],
    );
  }

  /** Those that were uploaded for a post, in its order. */
  of(post: string | undefined): readonly Attachment[] {
    const ids = (post === undefined ? undefined : this.#byParent.get(post)) ?? [];
    const all = ids.map((id) => this.#byId.get(id)).filter((attachment) => attachment !== undefined);
    return all.sort((one, other) => one.order - other.order || Number(one.id) - Number(other.id));
  }

  withId(id: string | undefined): Attachment | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /**
   * The attachment that is shown at an address, also if that is of a smaller copy.
   *
   * @param hosts Those of the site: a path without a host is on all of them.
   */
  at(address: string, hosts: ReadonlySet<string>): Attachment | undefined {
    const place = placeOfMedium(address);
    if (!place) return undefined;
    const where = place.host === undefined ? [...hosts] : [place.host];
    for (const path of namesOfOriginal(place.path))
      for (const host of where) {
        const id = this.#byPlace.get(keyOf(host, path));
        if (id !== undefined) return this.#byId.get(id);
      }
    return undefined;
  }
}

function keyOf(host: string | undefined, path: string): string {
  return `${host ?? ''}/${path}`;
}

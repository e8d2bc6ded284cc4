import type { ArchivePicture, ImportNote, Outline } from '../../../archive.ts';
import type { FigureFacts } from '../../../convert/elements.ts';
import { lineOfHtml } from '../../../convert/html-to-markdown.ts';
import type { Attachment, Attachments } from './attachments.ts';
import { placeOfMedium } from './media-address.ts';
import type { UploadsFolder } from './uploads-folder.ts';

/** What a picture is, wherever a copy of it is shown. */
export interface Original {
  readonly address: string;
  readonly attachment: Attachment | undefined;
}

/** Names of files that browsers show as pictures. */
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i;

/** Pictures of the old site: of each copy the original. */
export class Pictures {
  readonly #attachments: Attachments;
  readonly #uploads: UploadsFolder;
  readonly #hosts: ReadonlySet<string>;

  /** @param hosts Those of the site, without `www.`. */
  constructor(attachments: Attachments, uploads: UploadsFolder, hosts: ReadonlySet<string>) {
    this.#attachments = attachments;
    this.#uploads = uploads;
    this.#hosts = hosts;
  }

  /**
   * The original of a picture that is shown at an address.
   *
   * @param id The number of its attachment, where the text says it.
   */
  originalOf(address: string, id?: string): Original {
    const named = this.#attachments.withId(id);
    const attachment = named && isCopyOf(address, named.address) ? named : this.#attachments.at(address, this.#hosts);
    if (attachment) return { address: attachment.address, attachment };
    const onDisk = this.#uploads.findOriginal(address);
    return { address: withoutService(address, onDisk), attachment: undefined };
  }

  /** What is known of pictures by the numbers of their attachments, in that order; those that are no pictures are left out. */
  figuresOf(ids: readonly string[]): readonly FigureFacts[] {
    return ids.flatMap((id) => {
      const attachment = this.#attachments.withId(id);
      return attachment && isPicture(attachment.address) ? [figureOf(attachment)] : [];
    });
  }

  /** The lead picture of an entry. */
  leadPicture(id: string | undefined): ArchivePicture | undefined {
    const attachment = this.#attachments.withId(id);
    if (!attachment) return undefined;
    const { src, ...facts } = figureOf(attachment);
    return { address: src, alt: facts.alt, caption: facts.caption, credit: facts.credit };
  }

  /** The file at an address on this machine. */
  findFile(address: string, _entry: Outline): string | undefined {
    return this.#uploads.find(address);
  }
}

/** That a picture is shown by a number that the export does not explain. */
export function unknownPicture(number: string): ImportNote {
  return {
    kind: 'lost',
    what: 'pictures that the export has no address of',
    advice: 'export all content of the site, with its media',
    detail: `attachment ${number}`,
  };
}

export function isPicture(address: string): boolean {
  return PICTURE.test(address.split(/[?#]/, 1)[0] ?? '');
}

function figureOf(attachment: Attachment): FigureFacts {
  return {
    src: attachment.address,
    alt: attachment.alt,
    caption: attachment.caption === '' ? undefined : lineOfHtml(attachment.caption) || undefined,
    credit: attachment.credit || undefined,
  };
}

/** Whether two addresses are of one file or its copies; a theme may show something else under the number of an attachment. */
function isCopyOf(address: string, original: string): boolean {
  const [one, other] = [placeOfMedium(address)?.path, placeOfMedium(original)?.path];
  return one !== undefined && other !== undefined && stemOf(one) === stemOf(other);
}

/** A path without its extension and what WordPress puts before that: size, `-scaled`, the time of an edit. */
function stemOf(path: string): string {
  return path
    .replace(/\.[A-Za-z0-9]{2,5}$/, '')
    .replace(/-\d{1,5}x\d{1,5}$/, '')
    .replace(/-scaled$/, '')
    .replace(/-e\d{10,13}$/, '');
}

/** An address at a picture service as that of the picture, with the name of the original if its file is there. */
function withoutService(address: string, onDisk: { readonly path: string } | undefined): string {
  const photon = /^(?:https?:)?\/\/i[0-3]\.wp\.com\/([^?#]+)/i.exec(address.trim());
  const plain = photon ? `https://${photon[1]}` : address.trim();
  const name = onDisk?.path.split('/').at(-1);
  const isHosted = /^(?:https?:)?\/\/[\w.-]+\.files\.wordpress\.com\//i.test(plain);
  const unsized = photon || isHosted || name !== undefined ? (plain.split(/[?#]/, 1)[0] ?? plain) : plain;
  return name === undefined ? unsized : unsized.replace(/[^/]*$/, () => encodeURIComponent(name));
}

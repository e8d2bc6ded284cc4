import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { MEDIA_FOLDER } from '../../../domain/content/content-kinds.ts';
import { lookInto } from '../../../disk/media/file-bytes.ts';
import { isMedium } from '../../../domain/media/kinds.ts';
import { nameForHosts } from '../../../domain/site/host-files.ts';
import type { Outline } from '../archive.ts';
import type { OldAddresses } from './old-addresses.ts';

/** A medium of an archive, and the name that it gets. */
export interface PlannedMedium {
  /** Within `content/media/`: `2014/10/quay.jpg`. */
  readonly name: string;
  /** Where it is now: a file of this machine, an address of the web, or the bytes themselves. */
  readonly source:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'web'; readonly url: string }
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array };
  /** The first that names it. */
  readonly namedBy: Outline;
  /** Where it was on the old site, as {@link OldPlace.path}; `undefined` where it was elsewhere. */
  readonly oldPath: string | undefined;
}

/** Folders of other systems that say nothing of a file. */
const SYSTEM_FOLDERS =
  /^\/?(?:.*\/)?(?:wp-content\/uploads(?:\/sites\/\d+)?|content\/(?:images|media|files)(?:\/size\/[^/]+)?|uploads|static|assets|public|images|img|media|files)\/(?=.)/i;

/** `data:image/png;base64,…` of pictures that lie within a text. */
const DATA = /^data:image\/(png|jpe?g|gif|webp|avif);base64,([A-Za-z0-9+/=\s]+)$/i;

const LONGEST_NAME = 150;

/** Gives each medium of an archive a name in `content/media/`, the same for each address that means it. */
export class MediaNames {
  private readonly bySource = new Map<string, PlannedMedium>();
  private readonly names = new Set<string>();
  private readonly old: OldAddresses;
  private readonly findFile: (address: string, entry: Outline) => string | undefined;
  /** Names that files have had since the last import, by what they were made of. */
  private readonly known: ReadonlyMap<string, string>;

  constructor(given: {
    readonly old: OldAddresses;
    readonly findFile: (address: string, entry: Outline) => string | undefined;
    readonly known: ReadonlyMap<string, string>;
    readonly taken: Iterable<string>;
  }) {
    this.old = given.old;
    this.findFile = given.findFile;
    this.known = given.known;
    for (const name of given.taken) this.names.add(name.toLowerCase());
    for (const name of given.known.values()) this.names.delete(name.toLowerCase());
  }

  /** All that have been asked for. */
  all(): Iterable<PlannedMedium> {
    return this.bySource.values();
  }

  /** What stands for a medium in the manifest: it does not change with the machine. */
  keyOf({ source, name }: PlannedMedium): string {
    return source.kind === 'web' ? source.url : `media ${name}`;
  }

  /** Whether a medium will be there: its file is, or it is to be fetched. */
  isToBeHad(
    address: string,
    entry: Outline,
    given: { readonly fetches: boolean; readonly isThere: (name: string) => boolean },
  ): boolean {
    const medium = this.find(address.trim(), entry);
    if (!medium) return false;
    if (medium.source.kind === 'web') return given.fetches || given.isThere(medium.name);
    return medium.source.kind === 'bytes' || medium.source.path !== '' || given.isThere(medium.name);
  }

  /** The name of a medium, `/media/…`; `undefined` where no such file is published. */
  nameOf(address: string, entry: Outline): string | undefined {
    const medium = this.find(address.trim(), entry);
    return medium && `/media/${medium.name}`;
  }

  private find(address: string, entry: Outline): PlannedMedium | undefined {
    const data = DATA.exec(address);
    if (data) return this.within(data, entry);
    const file = this.findFile(address, entry);
    if (file !== undefined) {
      const key = `file ${file}`;
      const known = this.bySource.get(key);
      if (known) return known;
      const ending = endingOf(file);
      const isPublished = isMedium(`${MEDIA_FOLDER}x${ending}`);
      return isPublished
        ? this.add(key, { kind: 'file', path: file }, pictureEnding(file, ending), address, entry)
        : undefined;
    }
    const url = this.old.resolve(address, entry.url);
    if (!url || !/^https?:$/.test(url.protocol) || url.hostname.endsWith('.invalid'))
      return this.missing(address, entry);
    url.hash = '';
    const ending = endingOf(url.pathname);
    const isNamed = isMedium(`${MEDIA_FOLDER}x${ending}`);
    // Sizes and versions of one picture differ in what follows `?`.
    if (isNamed) url.search = '';
    if (!isNamed && /^\.(?!\d)[a-z0-9]{1,12}$/i.test(ending)) return undefined;
    const key = `web ${url.host.replace(/^www\./, '')}${url.pathname}${url.search}`;
    return this.add(key, { kind: 'web', url: url.href }, isNamed ? ending : '.jpg', address, entry);
  }

  /** A path that no file is at: it keeps its name, so that the file can be put there. */
  private missing(address: string, entry: Outline): PlannedMedium | undefined {
    const path = address.split(/[?#]/, 1)[0] ?? '';
    if (!isMedium(`${MEDIA_FOLDER}${path}`) || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
    return this.add(`missing ${path}`, { kind: 'file', path: '' }, endingOf(path), address, entry);
  }

  private within([, type = '', text = '']: RegExpExecArray, entry: Outline): PlannedMedium {
    const bytes = Buffer.from(text, 'base64');
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const ending = `.${type.toLowerCase().replace('jpeg', 'jpg')}`;
    return this.add(`data ${hash}`, { kind: 'bytes', bytes }, ending, `/within-text/${hash}${ending}`, entry);
  }

  private add(
    key: string,
    source: PlannedMedium['source'],
    ending: string,
    address: string,
    entry: Outline,
  ): PlannedMedium {
    const found = this.bySource.get(key);
    if (found) return found;
    const name =
      this.known.get(source.kind === 'web' ? source.url : '') ?? this.freeName(address, ending.toLowerCase(), entry);
    const place = source.kind === 'bytes' ? undefined : this.old.placeOf(address, entry.url);
    const oldPath = place?.query === '' && isMedium(`${MEDIA_FOLDER}${place.path}`) ? place.path : undefined;
    const medium: PlannedMedium = { name, source, namedBy: entry, oldPath };
    this.bySource.set(key, medium);
    this.names.add(name.toLowerCase());
    return medium;
  }

  private freeName(address: string, ending: string, entry: Outline): string {
    const place = this.old.placeOf(address, entry.url);
    const path = place?.path ?? decodedPath(address);
    const parts = path
      .replace(SYSTEM_FOLDERS, '')
      .split('/')
      .map(asName)
      .filter((part) => part !== '')
      .slice(-4);
    const last = parts.pop() ?? 'file';
    const stem = shortened(endingOf(last) === '' ? last : last.slice(0, -endingOf(last).length)) || 'file';
    for (let number = 1; ; number += 1) {
      const name = [...parts, `${stem}${number === 1 ? '' : `-${number}`}${ending}`].join('/');
      if (!this.names.has(name.toLowerCase()) && nameForHosts(`/media/${name}`) === undefined) return name;
    }
  }
}

function decodedPath(address: string): string {
  const path = address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').split(/[?#]/, 1)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A part of a path as a name that every system can have, and that needs nothing done to it in Markdown. */
function asName(part: string): string {
  const name = part
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\s"'<>()[\]{}\\|?*:;#%&`~^$+,!@=]+/gu, '-')
    .replace(/^[._-]+|[.-]+$/g, '');
  return shortened(name);
}

/** As much of a name as may be, without half a character at its end. */
function shortened(name: string): string {
  return name.slice(0, LONGEST_NAME).replace(/\p{Cs}$/u, '');
}

/** Pictures by how their bytes begin. */
const PICTURES: readonly { readonly endings: readonly [string, ...string[]]; readonly begins: RegExp }[] = [
  { endings: ['.jpg', '.jpeg', '.jfif'], begins: /^\xff\xd8\xff/ },
  { endings: ['.png'], begins: /^\x89PNG\r\n/ },
  { endings: ['.gif'], begins: /^GIF8/ },
  { endings: ['.webp'], begins: /^RIFF[\s\S]{4}WEBP/ },
];

/** The ending that a picture of pixels should have: many are called otherwise than what they are, and no browser minds. */
function pictureEnding(file: string, ending: string): string {
  if (!PICTURES.some(({ endings }) => endings.includes(ending))) return ending;
  try {
    const start = lookInto(file, (bytes) => bytes.read(0, 12)).toString('latin1');
    const found = PICTURES.find(({ begins }) => begins.test(start));
    return found === undefined || found.endings.includes(ending) ? ending : found.endings[0];
  } catch {
    return ending;
  }
}

/** The ending of a name, in small letters with its point; nothing where it has none. */
function endingOf(path: string): string {
  return extname(path).toLowerCase();
}

import { isSlug, type Slug } from '../domain/addresses.ts';
import type { MediaFile, Picture } from '../domain/media/files.ts';
import type { Moment } from '../domain/dates.ts';
import type { RecordingKind } from '../domain/media/files.ts';
import type { ExternalLink } from '../domain/contributors.ts';
import type { Code } from '../diagnostics/catalogue.ts';
import { type Finding, keyAt, type Spot, valueAt, WHOLE_FILE } from '../diagnostics/finding.ts';
import { describeOutOfReach, hintForAddress, webMeant } from '../diagnostics/address-faults.ts';
import { quote } from '../diagnostics/wording.ts';
import { outOfReach } from '../domain/site/reachable.ts';
import { type Address, readAddress } from '../domain/site/written-address.ts';
import { doubtOfClock } from '../markdown/directives/read-date.ts';
import { findPicture } from '../markdown/media/find-file.ts';
import { readRecording, type RecordingRead, type RecordingValues } from '../markdown/media/read-recording.ts';
import { renderLine } from '../markdown/render-text.ts';
import { meantDate } from '../time/meant-date.ts';
import { readMoment } from '../time/read-moment.ts';
import type { Setting } from './setting.ts';

type Keys = readonly (string | number)[];

/** A picture as front matter gives it. */
export interface PictureValues {
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly licence?: string | undefined;
  readonly focus?: string | undefined;
}

/** What was expected of a date, and what to do. */
const WRONG_DATES = {
  shape: ['a date like `2026-11-23` or `2026-11-23 07:30`', 'write year, month and day with hyphens, then the time'],
  'no-day': ['a day that exists', 'look the day up in a calendar'],
  'no-time': ['a time that exists', 'hours go to 23, minutes and seconds to 59'],
} as const;

/** What to do about a text that is no address. `takesPath` says whether one of the site would do. */
function hintForWritten(written: string, takesPath: boolean): string {
  const web = webMeant(written);
  const otherwise = web === undefined ? 'copy the address from the browser, with `https://`' : `write \`${web}\``;
  const [, host] =
    /^(?:https?[:/]*)?((?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?)$/i.exec(
      /\.(?:md|html?|php|png|jpe?g|svg|pdf)$/i.test(written) ? '' : written,
    ) ?? [];
  if (host !== undefined) return `write \`https://${host}\``;
  if (!takesPath) return otherwise;
  if (written.startsWith('#')) return `write the address of the page before it: \`/about/${written}\``;
  if (/^[^\s@]+@[^\s@]+$/.test(written.replace(/^mailto:/i, '')))
    return 'write the address of the page on which that stands: `/contact/`';
  if (/\.md$/i.test(written)) return 'write the address of its page, which begins with `/`, and not its file';
  return /^[\w-]+(?:\/[\w-]+)*\/?$/.test(written)
    ? `write \`/${written.replace(/\/$/, '')}/\` if it is a page of this site; or ${otherwise}`
    : otherwise;
}

/** Reads the values of one file's YAML and notes what is wrong with them. */
export class Reader {
  readonly findings: Finding[] = [];
  readonly usedMedia = new Set<string>();
  readonly path: string;
  private readonly setting: Pick<Setting, 'media'>;

  constructor(path: string, setting: Pick<Setting, 'media'>) {
    this.path = path;
    this.setting = setting;
  }

  note(code: Code, at: Spot, message: string, hint?: string): void {
    this.findings.push({ code, path: this.path, at, message, hint });
  }

  /** The name of the file, by which others name it: `whose` it is stands in the message. */
  fileId(whose: string): Slug {
    const id = this.path.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
    if (!isSlug(id)) {
      const message = `Unexpected file name ${quote(id)}, expected a-z, 0-9 and single hyphens`;
      this.note('slug-invalid', WHOLE_FILE, message, `rename the file; its name is the ${whose} id`);
    }
    return id as Slug;
  }

  /** A text that must say something. */
  filled(value: string | undefined, ...keys: Keys): string | undefined {
    if (value === undefined) return undefined;
    if (value.trim() !== '') return value.trim();
    const key = String(keys.findLast((name) => typeof name === 'string'));
    this.note(
      'key-missing',
      valueAt(...keys),
      `Unexpected empty \`${key}\`, expected text`,
      `write something after \`${key}:\``,
    );
    return undefined;
  }

  moment(value: string | undefined, timeZone: string, ...keys: Keys): Moment | undefined {
    if (value === undefined) return undefined;
    const read = readMoment(value, timeZone);
    if (read.kind === 'moment') {
      const doubt = doubtOfClock(value, read, timeZone);
      if (doubt) this.note(doubt.code, valueAt(...keys), doubt.message, doubt.hint);
      return read.moment;
    }
    const [expected, hint] = WRONG_DATES[read.kind];
    const meant = read.kind === 'shape' ? meantDate(value) : undefined;
    const mended = meant === undefined ? hint : `write \`${meant}\``;
    this.note('date-invalid', valueAt(...keys), `Unexpected date ${quote(value)}, expected ${expected}`, mended);
    return undefined;
  }

  webAddress(value: string | undefined, ...keys: Keys): string | undefined {
    return this.reached(this.siteAddress(value, ...keys), value, keys);
  }

  /** The address of the site itself, which is looked at on machines of its own too. */
  siteAddress(value: string | undefined, ...keys: Keys): string | undefined {
    return this.address(value, keys, ({ kind }) => kind === 'web');
  }

  /** An address elsewhere, or the path of a page on this site. */
  link(value: string | undefined, ...keys: Keys): string | undefined {
    return this.reached(
      this.address(value, keys, ({ kind }) => kind === 'web' || kind === 'path'),
      value,
      keys,
    );
  }

  private address(value: string | undefined, keys: Keys, isTaken: (address: Address) => boolean): string | undefined {
    if (value === undefined) return undefined;
    const address = readAddress(value);
    if (isTaken(address) && address.kind === 'web') return address.url;
    if (isTaken(address) && address.kind === 'path') return address.path;
    this.note(
      'url-invalid',
      valueAt(...keys),
      `Unexpected address ${quote(value)}, expected one like \`https://example.com/page\``,
      hintForAddress(address, hintForWritten(value.trim(), isTaken({ kind: 'path', path: '/' }))),
    );
    return undefined;
  }

  /** An address that can be read, and whether readers can follow it. */
  private reached(address: string | undefined, value: string | undefined, keys: Keys): string | undefined {
    if (address === undefined || value === undefined) return undefined;
    const fault = outOfReach(readAddress(value), value);
    // The site itself may be on such a machine, and is not known here.
    if (!fault || fault.kind === 'own-machine') return address;
    const { expected, hint } = describeOutOfReach(fault);
    this.note('address-doubtful', valueAt(...keys), `Unexpected address ${quote(value)}, expected ${expected}`, hint);
    return address;
  }

  links(values: readonly ExternalLink[] | undefined, ...keys: Keys): readonly ExternalLink[] {
    const first = new Map<string, Keys>();
    let left = 0;
    return (values ?? []).flatMap(({ label, url }, index) => {
      const address = this.link(url, ...keys, index, 'url');
      if (address === undefined) {
        left += 1;
        return [];
      }
      this.noteRepeated(address, first, ...keys, index, 'url');
      return [{ label: label.trim(), url: address, ...(left > 0 && { entry: index }) }];
    });
  }

  /** Notes a link that leads where another of its list does; `first` has where each address stands first. */
  noteRepeated(address: string, first: Map<string, Keys>, ...keys: Keys): void {
    const before = first.get(address);
    if (before === undefined) {
      first.set(address, keys);
      return;
    }
    const list = String(keys.findLast((key, index) => typeof keys[index + 1] === 'number' && typeof key === 'string'));
    this.findings.push({
      code: 'link-repeated',
      path: this.path,
      at: valueAt(...keys),
      message: `Unexpected second link to ${quote(address)}, expected each address once in \`${list}\``,
      hint: 'correct its address, or remove one of the two',
      related: [{ path: this.path, at: valueAt(...before), message: 'stands here first' }],
    });
  }

  picture(values: PictureValues | undefined, language: string, ...keys: Keys): Picture | undefined {
    if (!values) return undefined;
    const file = this.pictureFile(values.src, ...keys, 'src');
    const focus = this.focus(values.focus, ...keys, 'focus');
    if (values.alt === undefined) {
      this.note(
        'picture-alt',
        keyAt(...keys),
        'Unexpected picture without `alt`, expected what it shows',
        'say in `alt` what the picture shows, or write `alt: ""` if it adds nothing',
      );
    }
    const licence = this.webAddress(values.licence, ...keys, 'licence');
    const credit = values.credit?.trim() || undefined;
    if (licence !== undefined && credit === undefined) {
      this.note(
        'key-missing',
        keyAt(...keys),
        'Unexpected `licence` without `credit`, expected who made the picture',
        'add `credit: …`; the page prints it as a link to the licence',
      );
    }
    if (!file) return undefined;
    return {
      file,
      alt: values.alt?.trim() ?? '',
      caption: values.caption?.trim() ? renderLine(values.caption, language) : undefined,
      credit,
      licence,
      focus,
    };
  }

  pictureFile(written: string, ...keys: Keys): MediaFile | undefined {
    const found = findPicture(this.setting.media, this.path, written.trim());
    if (found.kind === 'wrong') {
      this.note(found.code, valueAt(...keys), found.message, found.hint);
      return undefined;
    }
    this.usedMedia.add(found.file.path);
    return found.file;
  }

  recording(kind: RecordingKind, values: RecordingValues | undefined, language: string): RecordingRead | undefined {
    if (!values) return undefined;
    return readRecording(kind, values, {
      media: this.setting.media,
      path: this.path,
      renderLine: (line) => renderLine(line, language),
      usedMedia: this.usedMedia,
      note: (key, { code, message, hint }) => {
        this.note(code, key === undefined ? keyAt(kind) : valueAt(kind, key), message, hint);
      },
    });
  }

  private focus(value: string | undefined, ...keys: Keys): readonly [number, number] | undefined {
    if (value === undefined) return undefined;
    const parts = /^(\d{1,3})%?[ ,]+(\d{1,3})%?$/.exec(value.trim());
    const [x, y] = [Number(parts?.[1] ?? 101), Number(parts?.[2] ?? 101)];
    if (x <= 100 && y <= 100) return [x, y];
    this.note(
      'value-choice',
      valueAt(...keys),
      `Unexpected focus ${quote(value)}, expected two percentages`,
      'write how far the point is from the left and from the top: `30% 40%`',
    );
    return undefined;
  }
}

/** The keys of a group of YAML as they were written, also those that a schema leaves out, such as `__proto__`. */
export function keysOf(given: unknown, ...path: readonly (string | number)[]): readonly string[] {
  let value = given;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [];
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

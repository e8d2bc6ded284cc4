import { constants } from 'node:buffer';
import { closeSync, fstatSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { outputPath } from '../../domain/addresses.ts';
import { LARGEST_PAGE } from '../../domain/site/page-size.ts';
import { FORMATS } from '../../formats/formats.ts';
import type { TextParts } from '../../formats/text-parts.ts';
import { makePage, type PageSpec } from '../../pages/page-specs.ts';
import { type Fingerprint, fingerprintOfBytes } from '../../plan/fingerprint.ts';
import { OwnFileFault } from '../../diagnostics/own-file.ts';
import { type FileState, stateOf } from '../../disk/files.ts';
import { HAS_OWN_LAYOUTS } from '../../disk/project.ts';
import { PageTooLargeError } from '../rendering/content-faults.ts';
import { loadPrinters, type Printer } from '../layouts.ts';
import { thrownByLayout } from '../rendering/failed-layout.ts';
import { TimeLimitFault, withinTime } from '../program/time-limit.js';
import { materialsFrom, sourcesIn, type StorySources } from './story-reader.ts';
import { readEntry } from './print-entries.ts';
import type { Page } from '../../pages/page-specs.ts';

/** Makes pages, prints them and writes their files. */
export interface PrintTask {
  readonly name: 'print';
  /** Absolute path of the folder that the files' paths begin at. */
  readonly root: string;
  readonly pages: readonly PageSpec[];
  readonly stories: StorySources;
}

/** A file that was written. */
export interface PrintedFile {
  readonly path: string;
  /** The fingerprint of its bytes. */
  readonly content: Fingerprint;
  readonly state: FileState;
}

export async function printPages({ root, pages, stories }: PrintTask): Promise<readonly PrintedFile[]> {
  const printers = await loadPrinters();
  const { materials, storyAt } = materialsFrom(sourcesIn(stories));
  const withEntries = { ...materials, printedEntry: readEntry };
  const make = (spec: PageSpec): Page => makePage(spec, storyAt, withEntries);
  const write = (page: Page, text: TextParts): PrintedFile => writeFile(root, outputPath(page.url), text);
  // What machines read is printed by Broadsheet alone.
  if (!HAS_OWN_LAYOUTS || pages.every(({ layout }) => Object.hasOwn(FORMATS, layout))) {
    return pages.map((spec) => {
      const page = make(spec);
      return write(page, printPage(page, printers));
    });
  }
  const files: PrintedFile[] = [];
  for (let begun = 0; begun < pages.length; begun += TOGETHER) {
    const some = pages.slice(begun, begun + TOGETHER).map(make);
    for (const [index, text] of printTogether(some, printers).entries()) files.push(write(some[index] as Page, text));
  }
  return files;
}

/** To be able to end something takes time, too: so many pages share that. */
const TOGETHER = 10;

/** Prints pages within a time in which each of them should be printed. Where they are not, the one is looked for that has no end. */
function printTogether(pages: readonly Page[], printers: ReadonlyMap<string, Printer>): readonly TextParts[] {
  const print = (page: Page): TextParts => printPage(page, printers);
  // One by itself is timed where its layout is called.
  if (pages.length === 1) return pages.map(print);
  try {
    return withinTime(() => pages.map(print));
  } catch (fault) {
    if (!(fault instanceof TimeLimitFault)) throw fault;
    return pages.map(print);
  }
}

/** Folders that were made for one root, so that each is made once. */
let made = { root: '', folders: new Set<string>() };

function writeFile(root: string, path: string, text: TextParts): PrintedFile {
  const target = `${root}/${path}`;
  makeFolder(root, path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  const bytes = bytesOf(text);
  const file = openSync(target, 'w');
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    return { path, content: fingerprintOfBytes(bytes), state: stateOf(fstatSync(file)) };
  } finally {
    closeSync(file);
  }
}

function makeFolder(root: string, folder: string): void {
  if (made.root !== root) made = { root, folders: new Set() };
  if (made.folders.has(folder)) return;
  mkdirSync(`${root}/${folder}`, { recursive: true });
  made.folders.add(folder);
}

/** One file's bytes at a time: a new buffer for each takes as long again as filling it. */
let buffer = Buffer.allocUnsafe(256 * 1024);

/** A text in UTF-8, until the next one is asked for. */
function bytesOf(text: TextParts): Buffer {
  const parts = partsOf(text);
  const most = mostBytesOf(parts);
  if (most > buffer.length) buffer = Buffer.allocUnsafe(most * 2);
  let end = 0;
  for (const part of parts) {
    if (typeof part === 'string') end += buffer.write(part, end);
    else {
      buffer.set(part, end);
      end += part.length;
    }
  }
  return buffer.subarray(0, end);
}

function partsOf(text: TextParts): readonly (string | Uint8Array)[] {
  return typeof text === 'string' ? [text] : text;
}

/** A character of a string has three bytes at most. */
function mostBytesOf(parts: readonly (string | Uint8Array)[]): number {
  let most = 0;
  for (const part of parts) most += typeof part === 'string' ? part.length * 3 : part.length;
  return most;
}

/** Throws where a page is larger than any may be. */
function demandSize(url: string, text: TextParts): void {
  const parts = partsOf(text);
  if (mostBytesOf(parts) <= LARGEST_PAGE) return;
  const bytes = parts.reduce(
    (sum, part) => sum + (typeof part === 'string' ? Buffer.byteLength(part) : part.length),
    0,
  );
  if (bytes > LARGEST_PAGE) throw new PageTooLargeError(url, bytes);
}

/** Prints a page through its layout, and says which page it was where the layout fails or the page is too large. */
export function printPage({ url, layout, data }: Page, printers: ReadonlyMap<string, Printer>): TextParts {
  const print = printers.get(layout);
  if (!print) throw new Error(`There is no layout ${layout}`);
  const text = printThrough(print, { url, layout, data });
  demandSize(url, text);
  return text;
}

/** The same through a layout that is a template, which Eleventy renders. */
export async function printThroughTemplate(page: Page, print: (page: Page) => Promise<string>): Promise<string> {
  const text = await print(page);
  demandSize(page.url, text);
  return text;
}

function printThrough(print: Printer, { url, layout, data }: Page): TextParts {
  try {
    return print(data, url);
  } catch (cause) {
    if (cause instanceof OwnFileFault) throw cause;
    if (HAS_OWN_LAYOUTS && !(cause instanceof Error)) throw thrownByLayout({ name: layout, url }, cause);
    // A string can hold no more.
    if (cause instanceof RangeError && cause.message === 'Invalid string length') {
      throw new PageTooLargeError(url, constants.MAX_STRING_LENGTH);
    }
    throw new Error(`The layout ${layout} failed for the page ${url}`, { cause });
  }
}

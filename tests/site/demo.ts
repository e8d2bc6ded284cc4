import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { JSDOM } from 'jsdom';
import { inject } from 'vitest';

/** Where the demo says that it lives. */
export const ORIGIN = 'https://ledger.example';

/** A page of the output. */
export interface BuiltPage {
  /** Path of its file in the output: `news/index.html`. */
  readonly file: string;
  /** Path of its address: `/news/`. */
  readonly path: string;
  readonly html: string;
  /** Parsed when it is first asked for; scripts do not run. */
  readonly document: Document;
}

/** The folder that the demo was built to. */
export function demoFolder(): string {
  const { folder, fault } = inject('demo');
  if (fault !== undefined) throw new Error(fault);
  return folder;
}

/** The paths of all files below a folder, sorted, with `/` on every system. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1).split(sep).join('/'))
    .sort();
}

/** What each file of a folder holds, as a fingerprint. */
export function contentsOf(folder: string): Readonly<Record<string, string>> {
  const hash = (file: string): string => createHash('sha256').update(readFileSync(join(folder, file))).digest('hex');
  return Object.fromEntries(filesIn(folder).map((file) => [file, hash(file)]));
}

/** All HTML pages of the demo. */
export function demoPages(): readonly BuiltPage[] {
  const folder = demoFolder();
  return filesIn(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => pageOf(file, readFileSync(join(folder, file), 'utf8')));
}

/** The pages of the demo's stories. */
export function storyPages(): readonly BuiltPage[] {
  const pages = demoPages().filter(({ html }) => html.includes('<meta property="og:type" content="article"'));
  if (pages.length < 20) throw new Error(`Unexpected ${pages.length} stories, expected those of the demo`);
  return pages;
}

/** A page of HTML at its address. */
export function pageOf(file: string, html: string): BuiltPage {
  const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
  let parsed: Document | undefined;
  return {
    file,
    path,
    html,
    get document() {
      parsed ??= parse(html, path);
      return parsed;
    },
  };
}

/** Parses HTML as a browser does, at an address of the demo. */
export function parse(html: string, path: string): Document {
  return new JSDOM(html, { url: ORIGIN + path }).window.document;
}

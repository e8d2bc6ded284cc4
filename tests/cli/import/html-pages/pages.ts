import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Archive, Entry, ImportNote } from '../../../../src/cli/import/archive.ts';
import { htmlPagesReader } from '../../../../src/cli/import/sources/html-pages/html-pages.ts';
import { aContext } from '../print-archive.ts';

/** A folder with files, which is there until its test ends. */
export function aFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** The archive of a folder of pages. */
export async function opened(files: Readonly<Record<string, string | Uint8Array>>, url?: string): Promise<Archive> {
  return htmlPagesReader.open(aFolder(files), { media: undefined, site: url === undefined ? {} : { url } });
}

/** A page that was read. */
export interface Read {
  readonly entry: Entry;
  readonly markdown: string;
  readonly notes: readonly ImportNote[];
}

async function read(archive: Archive): Promise<Read[]> {
  const all: Read[] = [];
  for await (const entry of archive.entries()) {
    const notes: ImportNote[] = [];
    all.push({ entry, markdown: entry.text(aContext(entry, notes)), notes });
  }
  return all;
}

/** The only article of a folder with this page. */
export async function readOne(html: string | Uint8Array): Promise<Read> {
  const [only] = await read(await opened({ 'story.html': html }));
  if (!only) throw new Error('the page was left out');
  return only;
}

/** Three paragraphs of a story. */
export const PROSE: readonly string[] = [
  'The city closed the harbour bridge on Monday after inspectors found a crack that runs through a plate as wide as a door.',
  'Forty thousand people a day now go by ferries, which were full already, and nobody has said for how long they will have to.',
  'The firm that renewed the plate eleven years ago did not answer questions, and its contract ends in March of the next year.',
];

/** A page with a story, and what else is said. */
export function page(inside: string, head = ''): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge closes</title>${head}</head><body><main><article><h1>Bridge closes</h1>${inside}</article></main></body></html>`;
}

/** The paragraphs as HTML, with something after the first. */
export function prose(between = ''): string {
  return `<p>${PROSE[0]}</p>${between}<p>${PROSE[1]}</p><p>${PROSE[2]}</p>`;
}

/** The same as Markdown. */
export const WHOLE = PROSE.join('\n\n');

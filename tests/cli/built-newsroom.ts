import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aFile, aStory } from '../newsroom/manuscript.ts';
import { build } from './built.ts';
import { aNewsroomOnDisk } from './run.ts';

export const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><path d="M0 1h4"/></svg>\n';

/** The files of a newsroom that has some of everything. */
export const FILES = {
  'content/articles/a.md': aStory({ topics: ['Bridges'] }, '![A bridge](bridge.svg)\n\nSee [b](b.md).\n'),
  'content/articles/b.md': aStory({ date: '2026-10-01' }),
  'content/articles/warned.md': aStory({ date: '2026-10-02' }, ''),
  'content/contributors/jane-doe.md': aFile({ name: 'Jane Doe' }, ''),
  'content/media/bridge.svg': DRAWING,
  'content/pages/about.md': aFile({ layout: 'page', title: 'About' }, 'Who we are.\n'),
};

/** The page of one of its stories in the output. */
export const A = '2026/11/23/a/index.html';

/** A newsroom that was built, its folder. */
export function built(files: Readonly<Record<string, string>> = FILES): string {
  const folder = aNewsroomOnDisk(files);
  build(folder);
  return folder;
}

/** Writes a file and the folders that it needs. */
export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

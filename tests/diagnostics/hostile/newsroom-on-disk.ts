import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { lookAtNewsroom } from '../../../src/build/look-at-newsroom.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { printReport } from '../../../src/diagnostics/print-report.ts';
import type { Edition } from '../../../src/domain/edition.ts';
import { broadsheetInResident, broadsheetWithin, type Ended } from '../../cli/run.ts';

/** The files of a little newsroom, by their path from the content folder's parent. */
export type Files = Readonly<Record<string, string | Uint8Array | Link | undefined>>;

/** A symbolic link. */
interface Link {
  readonly target: string;
}

export interface ReadFiles {
  readonly diagnostics: readonly Diagnostic[];
  /** As an editor sees it. */
  readonly report: string;
  readonly edition: Edition;
}

export const NOW = '2026-11-23T12:00:00Z';
export const SITE = 'title: The Harbour Ledger\nurl: https://ledger.example/\n';
/** The keys that a story needs; what a test adds begins on line 5. */
export const KEYS = 'headline: Harbour bridge closes\ncontributors: Jane Doe\ndate: 2026-11-23 07:30';
/** A drawing that any test may show. */
export const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><path d="M0 1h4"/></svg>\n';
export const STORY = 'content/articles/bridge.md';

const folders = new Set<string>();

/** A Markdown file. With three keys its text begins on line 6. */
export function markdown(keys: string, text = 'The city closed the bridge.\n'): string {
  return `---\n${keys}\n---\n${text}`;
}

export function linkTo(target: string): Link {
  return { target };
}

/** Writes a newsroom to a folder of its own, with a `site.yaml` unless it brings one; the folder's path. */
export function writeFiles(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-newsroom-'));
  folders.add(folder);
  const all: Files = { 'content/site.yaml': SITE, ...files };
  for (const [path, content] of Object.entries(all)) {
    if (content === undefined) continue;
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (typeof content === 'object' && 'target' in content) symlinkSync(content.target, target);
    else writeFileSync(target, content);
  }
  return folder;
}

export function removeWritten(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

/** Writes a newsroom and reads it. Whatever is in it, its report is sorted, harmless to a terminal and has no stack. */
export async function readFiles(files: Files): Promise<ReadFiles> {
  const content = join(writeFiles(files), 'content');
  const { diagnostics, edition } = await lookAtNewsroom({ content, now: NOW, drafts: false, url: undefined }, 1);
  const report = printReport(diagnostics);
  expect(report).not.toMatch(/[^\P{Cc}\n\t]|[\u2028-\u202e\u2066-\u2069]/u);
  expect(report).not.toMatch(/^\s*at .*(?::\d+:\d+|\(.*\))/m);
  expect(diagnostics).toEqual([...diagnostics].sort(byPlace));
  return { diagnostics, report, edition };
}

/** Reads a newsroom of one story with these keys beside those that it needs, or with other keys altogether. */
export function readStory(story: {
  readonly more?: string;
  readonly keys?: string;
  readonly text?: string;
}): Promise<ReadFiles> {
  const keys = story.keys ?? KEYS + (story.more === undefined ? '' : `\n${story.more}`);
  return readFiles({ [STORY]: markdown(keys, story.text), 'content/media/bridge.svg': DRAWING });
}

/** Each diagnostic in short, with the words that the caret is under: `6 link-broken ‹report.md›`. */
export function inShort({ diagnostics }: ReadFiles): readonly string[] {
  return diagnostics.map(({ line, column, length, code, excerpt }) => {
    const meant = excerpt === undefined ? '' : ` ‹${excerpt.slice(column - 1, column - 1 + length)}›`;
    return `${line} ${code}${meant}`;
  });
}

/** Each diagnostic's file and code: `content/articles/bridge.md link-broken`. */
export function byFile({ diagnostics }: ReadFiles): readonly string[] {
  return diagnostics.map(({ path, code }) => `${path} ${code}`);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const path = a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
  return path || a.line - b.line || a.column - b.column;
}

const CHECK = ['check', '--content', 'content', '--now', NOW];

/** Checks the newsroom of a folder. */
export function check(folder: string): Promise<Ended> {
  return broadsheetInResident(folder, ...CHECK);
}

/** How checking a folder ends, which may take for ever. */
export function checkWithin(milliseconds: number, folder: string): Promise<string> {
  return broadsheetWithin(milliseconds, folder, ...CHECK);
}

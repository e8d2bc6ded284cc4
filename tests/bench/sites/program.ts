import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Corpus, CorpusStory } from '../corpus.ts';

export type ProgramName = 'Broadsheet' | 'Hugo' | 'Eleventy';

/** A program that is measured, with a site of its own to build. All paths are absolute. */
export interface Program {
  readonly name: ProgramName;
  readonly command: Command;
  readonly output: string;
  /** Files and folders that could help the next build: a cold one has none of them. The output is not among them. */
  readonly leftovers: readonly string[];
  /** The layout of a story. */
  readonly layout: string;
  /** Has the name of the site in it. */
  readonly settings: string;
  /** Writes the site. */
  readonly write: (corpus: Corpus) => void;
  /** The file of a story. */
  readonly fileOf: (story: CorpusStory) => TextFile;
}

/** A command to run. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly folder: string;
}

/** A file to write: its path below the folder of the program's content. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Writes a file and the folders that it needs. */
export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A stylesheet as one text: what it imports first, in place of the imports. */
export function readStylesheet(path: string): string {
  const text = readFileSync(path, 'utf8');
  return text.replace(/^@import "([^"]+)"( \w+)?;$/gm, (_all, imported: string, medium: string | undefined) => {
    const inner = readStylesheet(join(dirname(path), imported));
    return medium === undefined ? inner : `@media${medium} {\n${inner}}`;
  });
}

import type { Corpus, CorpusStory } from './corpus.ts';
import type { Command } from './measure.ts';
import type { TextFile } from './newsroom-story.ts';

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

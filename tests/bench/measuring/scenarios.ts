import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import type { Corpus } from '../corpus.ts';
import { type Program, write } from '../sites/program.ts';

/** What happened since the build before, in the order in which it is tried. */
export const SCENARIOS = ['cold', 'unchanged', 'edited', 'published', 'today', 'layout', 'settings'] as const;

export type Scenario = (typeof SCENARIOS)[number];

/** Those that are made in any case where some are asked for. */
export function withNeeded(asked: readonly Scenario[]): readonly Scenario[] {
  return SCENARIOS.filter(
    (one) => one === 'cold' || asked.includes(one) || (one === 'published' && asked.includes('today')),
  );
}

/** The scenarios as they are named to a reader. */
export const SCENARIO_TITLES: Readonly<Record<Scenario, string>> = {
  cold: 'cold',
  unchanged: 'nothing changed',
  edited: 'an old story edited',
  published: 'one story published',
  today: 'that story edited',
  layout: 'story layout changed',
  settings: 'site title changed',
};

/** Does to a site what the scenario says. The result undoes it. */
export function changeSite(
  scenario: Scenario,
  program: Program,
  { old, next }: Pick<Corpus, 'old' | 'next'>,
): () => void {
  switch (scenario) {
    case 'cold':
    case 'unchanged':
      return () => {};
    case 'edited':
      return addParagraph(program.fileOf(old).path);
    case 'published': {
      const { path, text } = program.fileOf(next);
      write(path, text);
      return () => rmSync(path);
    }
    case 'today':
      return addParagraph(program.fileOf(next).path);
    case 'layout':
      return editFile(program.layout, editLayout);
    case 'settings':
      return editFile(program.settings, (text) => text.replace('The Bench', 'The Daily Bench'));
  }
}

/** Gives the element of a story in a layout of any of the programs one attribute more. */
export function editLayout(text: string): string {
  return text.replace('<article class=', '<article id="new" class=');
}

function addParagraph(path: string): () => void {
  return editFile(path, (text) => `${text}\nOne more thing became known since.\n`);
}

/**
 * Edits a file, which then is as new as any edited file. The result puts it back as it was, with the time that it had: in
 * whole seconds, since a time with fractions cannot be set again exactly.
 */
export function editFile(path: string, edit: (text: string) => string): () => void {
  const text = readFileSync(path, 'utf8');
  const edited = edit(text);
  if (edited === text) throw new Error(`There is nothing to edit in ${path}`);
  const seconds = Math.floor(statSync(path).mtimeMs / 1000);
  writeFileSync(path, edited);
  return () => {
    writeFileSync(path, text);
    utimesSync(path, seconds, seconds);
  };
}

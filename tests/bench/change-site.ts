import { rmSync } from 'node:fs';
import type { Corpus } from './corpus.ts';
import { editFile } from './edit-file.ts';
import type { Program } from './program.ts';
import type { Scenario } from './scenario.ts';
import { write } from './write-newsroom.ts';

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
      return editFile(program.layout, (text) =>
        text.replace('class="story story-body"', 'class="story story-body new"'),
      );
    case 'settings':
      return editFile(program.settings, (text) => text.replace('The Bench', 'The Daily Bench'));
  }
}

function addParagraph(path: string): () => void {
  return editFile(path, (text) => `${text}\nOne more thing became known since.\n`);
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Corpus } from './corpus.ts';
import { newsroomStory } from './newsroom-story.ts';

/** Writes a corpus as a content folder of Broadsheet. */
export function writeNewsroom(corpus: Corpus, folder: string): void {
  const sections = corpus.sections.map((id) => `  - { id: ${id}, title: ${titleOf(id)} }`).join('\n');
  write(
    join(folder, 'site.yaml'),
    `title: The Bench\nurl: https://bench.example/\nlanguage: en-GB\ntimeZone: Europe/London\nsections:\n${sections}\n`,
  );
  for (const { id, name, biography } of corpus.contributors) {
    write(join(folder, 'contributors', `${id}.md`), `---\nname: ${name}\n---\n${biography}\n`);
  }
  for (const story of corpus.stories) {
    const { path, text } = newsroomStory(story);
    write(join(folder, path), text);
  }
}

/** `section-3` → `Section 3`. */
export function titleOf(section: string): string {
  return section.replace('s', 'S').replace('-', ' ');
}

/** Writes a file and the folders that it needs. */
export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Corpus } from './corpus.ts';
import { eleventyStory } from './eleventy-story.ts';
import { titleOf, write } from './write-newsroom.ts';

const SITE = fileURLToPath(new URL('./eleventy-site/', import.meta.url));

/**
 * Writes a corpus as a site of plain Eleventy: `eleventy-site/` is its configuration and its templates, and each story is a
 * template of its own. `modules` is the folder of the packages that it runs with.
 */
export function writeEleventySite(
  corpus: Corpus,
  folder: string,
  { stylesheet, modules }: { readonly stylesheet: string; readonly modules: string },
): void {
  cpSync(SITE, folder, { recursive: true });
  symlinkSync(modules, join(folder, 'node_modules'));
  write(join(folder, 'package.json'), '{ "type": "module" }\n');
  write(join(folder, 'src/assets/site.css'), stylesheet);
  const sections = corpus.sections.map((id) => ({ id, title: titleOf(id) }));
  write(join(folder, 'newsroom.json'), JSON.stringify({ sections, contributors: corpus.contributors }));
  for (const story of corpus.stories) {
    const { path, text } = eleventyStory(story);
    write(join(folder, path), text);
  }
}

import type { ArchiveReader } from '../../archive.ts';
import { openProject } from './open-project.ts';
import { projectAt } from './project.ts';
import type { System } from './system.ts';
import { ASTRO_SYSTEM, NEXT_SYSTEM } from './systems/astro.ts';
import { ELEVENTY_SYSTEM } from './systems/eleventy.ts';
import { HUGO_SYSTEM } from './systems/hugo.ts';
import { JEKYLL_SYSTEM } from './systems/jekyll.ts';
import { MARKDOWN_SYSTEM } from './systems/markdown.ts';
import { PELICAN_SYSTEM } from './systems/pelican.ts';
import { ZOLA_SYSTEM } from './systems/zola.ts';

/** In the order in which a folder is tried. */
const SYSTEMS: readonly System[] = [
  ZOLA_SYSTEM,
  HUGO_SYSTEM,
  PELICAN_SYSTEM,
  ASTRO_SYSTEM,
  ELEVENTY_SYSTEM,
  NEXT_SYSTEM,
  JEKYLL_SYSTEM,
];

/** Readers of projects of static site generators. */
export const PROJECT_READERS: readonly ArchiveReader[] = SYSTEMS.map(readerOf);

/** Reads any folder of Markdown: what no other reader knows. */
export const markdownReader: ArchiveReader = readerOf(MARKDOWN_SYSTEM);

/** All of them. */
export const FOLDER_READERS: readonly ArchiveReader[] = [...PROJECT_READERS, markdownReader];

function readerOf(system: System): ArchiveReader {
  return {
    type: system.type,
    reads: system.reads,
    recognises: (path, head) => head === undefined && isProject(system, path),
    open: async (path, options) => openProject(system, path, options),
  };
}

function isProject(system: System, path: string): boolean {
  try {
    return system.recognises(projectAt(path));
  } catch {
    // What cannot be looked at is no project.
    return false;
  }
}

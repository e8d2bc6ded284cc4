import { totalmem } from 'node:os';
import { join } from 'node:path';
import { eleventyStory } from './eleventy-story.ts';
import type { Program } from './program.ts';
import { writeEleventySite } from './write-eleventy-site.ts';

/** So much of the machine's memory may it use: what Node.js allows by itself is not enough for large sites. */
const MEMORY = 0.75;

/** Plain Eleventy, the copy that Broadsheet is made with, with its site in a folder. */
export function eleventyProgram(folder: string, stylesheet: string, modules: string): Program {
  const output = join(folder, '_site');
  const heap = Math.floor((totalmem() * MEMORY) / 2 ** 20);
  return {
    name: 'Eleventy',
    command: {
      file: process.execPath,
      args: [`--max-old-space-size=${heap}`, 'node_modules/@11ty/eleventy/cmd.cjs', '--output', '_site', '--quiet'],
      folder,
    },
    output,
    leftovers: [join(folder, '.cache')],
    layout: join(folder, 'src/_includes/story.njk'),
    settings: join(folder, 'src/_data/site.json'),
    write: (corpus) => writeEleventySite(corpus, folder, { stylesheet, modules }),
    fileOf: (story) => {
      const { path, text } = eleventyStory(story);
      return { path: join(folder, path), text };
    },
  };
}

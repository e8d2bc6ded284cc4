import { cpSync, symlinkSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Corpus, type CorpusStory, titleOf } from '../corpus.ts';
import { type Program, type TextFile, write } from './program.ts';

const SITE = fileURLToPath(new URL('eleventy-site/', import.meta.url));
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

/** A story of the corpus as a Markdown template of Eleventy. */
function eleventyStory({ slug, headline, dek, contributors, date, section, topics, body }: CorpusStory): TextFile {
  const { year, month, day, time } = date;
  const frontMatter = [
    `title: ${headline}`,
    `description: ${dek}`,
    `contributors: [${contributors.map(({ id }) => id).join(', ')}]`,
    `date: ${year}-${month}-${day}T${time}:00${offsetOn(`${year}-${month}-${day}`)}`,
    `section: ${section}`,
    `topics: [${topics.join(', ')}]`,
  ];
  return { path: `src/articles/${year}/${month}/${slug}.md`, text: `---\n${frontMatter.join('\n')}\n---\n${body}` };
}

const ZONE_NAME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'short' });
const offsets = new Map<string, string>();

/** Eleventy has no zone for the site: its dates must say their own. */
function offsetOn(day: string): string {
  const known = offsets.get(day);
  if (known !== undefined) return known;
  const offset = ZONE_NAME.format(new Date(`${day}T12:00:00Z`)).endsWith('BST') ? '+01:00' : '+00:00';
  offsets.set(day, offset);
  return offset;
}

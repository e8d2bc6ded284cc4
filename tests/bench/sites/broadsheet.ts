import { cpSync, mkdirSync, readdirSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type Corpus, type CorpusStory, titleOf } from '../corpus.ts';
import { type Program, type TextFile, write } from './program.ts';

/** What a newsroom of the benchmark has that other programs have not. */
export interface NewsroomExtras {
  /** Each story as Markdown and as JSON beside its page: two files more a story, which are on unless a site says otherwise. */
  readonly cleanText: boolean;
}

/** Broadsheet as it is in a copy of the project, with its newsroom in a folder. */
export function broadsheetProgram(folder: string, project: string, extras = FAIR): Program {
  const content = join(folder, 'content');
  const output = join(folder, 'output');
  const cache = join(folder, 'cache');
  return {
    name: 'Broadsheet',
    command: {
      file: process.execPath,
      args: [
        join(project, 'src/cli/broadsheet.js'),
        ...['build', '--content', content, '--output', output, '--cache', cache],
        ...['--now', '2026-11-01T12:00:00Z', '--json'],
      ],
      folder: project,
    },
    output,
    leftovers: [cache],
    layout: join(project, 'layouts/article.tsx'),
    settings: join(content, 'site.yaml'),
    write: (corpus) => writeNewsroom(corpus, content, extras),
    fileOf: (story) => {
      const { path, text } = newsroomStory(story);
      return { path: join(content, path), text };
    },
  };
}

const FAIR: NewsroomExtras = { cleanText: false };

/** Writes a corpus as a content folder of Broadsheet. */
export function writeNewsroom(
  corpus: Corpus,
  folder: string,
  { cleanText }: NewsroomExtras = { cleanText: true },
): void {
  const sections = corpus.sections.map((id) => `  - { id: ${id}, title: ${titleOf(id)} }`).join('\n');
  write(
    join(folder, 'site.yaml'),
    `title: The Bench\nurl: https://bench.example/\nlanguage: en-GB\ntimeZone: Europe/London\ncleanText: ${cleanText}\nsections:\n${sections}\n`,
  );
  for (const { id, name, biography } of corpus.contributors) {
    write(join(folder, 'contributors', `${id}.md`), `---\nname: ${name}\n---\n${biography}\n`);
  }
  for (const story of corpus.stories) {
    const { path, text } = newsroomStory(story);
    write(join(folder, path), text);
  }
}

/** A story of the corpus as an article of Broadsheet. */
function newsroomStory({ slug, headline, dek, contributors, date, section, topics, body }: CorpusStory): TextFile {
  const { year, month, day, time } = date;
  const frontMatter = [
    `headline: ${headline}`,
    `dek: ${dek}`,
    `contributors: [${contributors.map(({ id }) => id).join(', ')}]`,
    `date: ${year}-${month}-${day} ${time}`,
    `section: ${section}`,
    `topics: [${topics.join(', ')}]`,
  ];
  return { path: `articles/${year}/${month}/${slug}.md`, text: `---\n${frontMatter.join('\n')}\n---\n${body}` };
}

const FILES = ['src', 'layouts', '.eleventy.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Copies the project, for its layouts to be edited and its program to be compiled without a trace in the original. The
 * packages are linked to one by one: what is compiled is kept beside them.
 */
export function copyProject(project: string, folder: string): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const file of FILES) cpSync(join(project, file), join(folder, file), { recursive: true });
  for (const name of readdirSync(join(project, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(project, 'node_modules', name), join(folder, 'node_modules', name));
  }
  // A layout that was edited and put back can have the time that it had, if that is in whole seconds.
  const now = Math.floor(Date.now() / 1000);
  const layouts = join(folder, 'layouts');
  for (const path of readdirSync(layouts, { recursive: true, encoding: 'utf8' }))
    utimesSync(join(layouts, path), now, now);
}

import { join } from 'node:path';
import { newsroomStory } from './newsroom-story.ts';
import type { Program } from './program.ts';
import { writeNewsroom } from './write-newsroom.ts';

/** Broadsheet as it is in a copy of the project, with its newsroom in a folder. */
export function broadsheetProgram(folder: string, project: string): Program {
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
    write: (corpus) => writeNewsroom(corpus, content),
    fileOf: (story) => {
      const { path, text } = newsroomStory(story);
      return { path: join(content, path), text };
    },
  };
}

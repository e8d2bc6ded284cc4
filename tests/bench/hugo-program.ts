import { join } from 'node:path';
import { hugoStory } from './hugo-story.ts';
import type { Program } from './program.ts';
import { writeHugoSite } from './write-hugo-site.ts';

/** Hugo, with its site in a folder. */
export function hugoProgram(folder: string, stylesheet: string): Program {
  const output = join(folder, 'public');
  return {
    name: 'Hugo',
    command: { file: 'hugo', args: ['--destination', output, '--quiet'], folder },
    output,
    leftovers: [join(folder, 'resources')],
    layout: join(folder, 'layouts/_default/single.html'),
    settings: join(folder, 'config.yaml'),
    write: (corpus) => writeHugoSite(corpus, folder, stylesheet),
    fileOf: (story) => {
      const { path, text } = hugoStory(story);
      return { path: join(folder, path), text };
    },
  };
}

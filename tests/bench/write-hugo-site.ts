import { join } from 'node:path';
import type { Corpus } from './corpus.ts';
import { hugoLayouts } from './hugo-layouts.ts';
import { titleOf, write } from './write-newsroom.ts';

/**
 * Writes a corpus as a site of Hugo 0.111, with layouts of the same shape as Broadsheet's and the same pages: stories, home,
 * sections, contributors, topics, not found, one feed of fifty full texts, a sitemap.
 */
export function writeHugoSite(corpus: Corpus, folder: string, stylesheet: string): void {
  write(join(folder, 'config.yaml'), CONFIGURATION);
  write(join(folder, 'static/assets/site.css'), stylesheet);
  for (const [name, layout] of Object.entries(hugoLayouts(corpus.sections))) {
    write(join(folder, 'layouts', name), layout);
  }
  for (const section of corpus.sections) {
    write(join(folder, 'content', section, '_index.md'), `---\ntitle: ${titleOf(section)}\n---\n`);
  }
  for (const { name, biography, id } of corpus.contributors) {
    write(
      join(folder, 'content/contributors', id, '_index.md'),
      `---\ntitle: ${name}\ndescription: ${biography}\n---\n${biography}\n`,
    );
  }
  for (const story of corpus.stories) {
    const { year, month, day, time } = story.date;
    const frontMatter = [
      `title: ${story.headline}`,
      `description: ${story.dek}`,
      `contributors: [${story.contributors.map(({ id }) => id).join(', ')}]`,
      `date: ${year}-${month}-${day}T${time}:00`,
      `topics: [${story.topics.join(', ')}]`,
      `url: /${year}/${month}/${day}/${story.slug}/`,
    ];
    write(
      join(folder, 'content', story.section, `${story.slug}.md`),
      `---\n${frontMatter.join('\n')}\n---\n${story.body}`,
    );
  }
}

// No lists of all contributors and of all topics: Broadsheet has none. Future stories, because Hugo has no option for
// the time of the build and the machine's clock may be behind the corpus.
const CONFIGURATION = `baseURL: https://bench.example/
title: The Bench
languageCode: en-GB
timeZone: Europe/London
buildFuture: true
taxonomies: { contributor: contributors, topic: topics }
disableKinds: [taxonomy]
ignoreErrors: [error-disable-taxonomy]
outputs: { home: [HTML, RSS], section: [HTML], term: [HTML] }
outputFormats: { RSS: { baseName: feed } }
markup: { goldmark: { extensions: { typographer: true, footnote: true } } }
`;

import { join } from 'node:path';
import type { Corpus } from './corpus.ts';
import { hugoStory } from './hugo-story.ts';
import { hugoLayouts } from './hugo-layouts.ts';
import { titleOf, write } from './write-newsroom.ts';

/**
 * Writes a corpus as a site of Hugo 0.111, with layouts of the same shape as Broadsheet's and the same pages: stories, home,
 * lists of sections, contributors and topics in pages of fifty, years, months and days, not found, feeds of twenty full texts
 * in three formats for the site and each list, a sitemap for each month and one for the lists.
 */
export function writeHugoSite(corpus: Corpus, folder: string, stylesheet: string): void {
  write(join(folder, 'config.yaml'), CONFIGURATION);
  write(join(folder, 'static/assets/site.css'), stylesheet);
  for (const [name, layout] of Object.entries(hugoLayouts(corpus.sections))) {
    write(join(folder, 'layouts', name), layout);
  }
  write(join(folder, 'content/archive/_index.md'), '---\ntitle: Archive\noutputs: [HTML]\n---\n');
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
    const { path, text } = hugoStory(story);
    write(join(folder, path), text);
  }
}

// No lists of all contributors and of all topics: Broadsheet has none. Future stories, because Hugo has no option for
// the time of the build and the machine's clock may be behind the corpus.
const CONFIGURATION = `baseURL: https://bench.example/
title: The Bench
languageCode: en-GB
timeZone: Europe/London
buildFuture: true
taxonomies: { contributor: contributors, topic: topics, year: years, month: months, day: days }
disableKinds: [taxonomy, sitemap]
ignoreErrors: [error-disable-taxonomy]
outputs: { home: [HTML, RSS, atom, jsonfeed, sitemapindex, pagesmap], section: [HTML, RSS, atom, jsonfeed], term: [HTML] }
outputFormats:
  RSS: { baseName: feed }
  atom: { mediaType: application/xml, baseName: atom }
  jsonfeed: { mediaType: application/json, baseName: feed, isPlainText: true }
  sitemapindex: { mediaType: application/xml, baseName: sitemap, notAlternative: true }
  pagesmap: { mediaType: application/xml, path: sitemaps, baseName: pages, notAlternative: true }
  monthmap: { mediaType: application/xml, baseName: sitemap, notAlternative: true }
permalinks: { years: "/:title/", months: "/:title/", days: "/:title/" }
cascade:
  - _target: { kind: term, path: "/months/**" }
    outputs: [HTML, monthmap]
  - _target: { kind: term, path: "/topics/**" }
    outputs: [HTML, RSS, atom, jsonfeed]
  - _target: { kind: term, path: "/contributors/**" }
    outputs: [HTML, RSS, atom, jsonfeed]
markup: { goldmark: { extensions: { typographer: true, footnote: true } } }
`;

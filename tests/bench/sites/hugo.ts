import { join } from 'node:path';
import { type Corpus, type CorpusStory, titleOf } from '../corpus.ts';
import { hugoLayouts } from './hugo-layouts.ts';
import { type Program, type TextFile, write } from './program.ts';

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

/** A story of the corpus as a page of Hugo. Its year, month and day are terms of taxonomies, which list what belongs to them. */
function hugoStory({ slug, headline, dek, contributors, date, section, topics, body }: CorpusStory): TextFile {
  const { year, month, day, time } = date;
  const frontMatter = [
    `title: ${headline}`,
    `description: ${dek}`,
    `contributors: [${contributors.map(({ id }) => id).join(', ')}]`,
    `date: ${year}-${month}-${day}T${time}:00`,
    `topics: [${topics.join(', ')}]`,
    `years: ["${year}"]`,
    `months: ["${year}/${month}"]`,
    `days: ["${year}/${month}/${day}"]`,
    `url: /${year}/${month}/${day}/${slug}/`,
  ];
  return { path: `content/${section}/${slug}.md`, text: `---\n${frontMatter.join('\n')}\n---\n${body}` };
}

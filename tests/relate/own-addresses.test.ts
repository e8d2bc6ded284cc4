import { describe, expect, it } from 'vitest';
import { each } from '../at-night.ts';
import type { Edition } from '../../src/domain/edition.ts';
import { targetHref } from '../../src/domain/redirects/redirects.ts';
import { hrefOf } from '../../src/domain/site/site.ts';
import type { ResolvedReference } from '../../src/domain/story/story.ts';
import { editionOf, pagesOf } from '../newsroom/edition.ts';
import { codesOf } from '../newsroom/findings.ts';
import { aFile, aStory, type Keys } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

/** What is published, of each kind. */
const PUBLISHED = [
  '/',
  '/2026/11/23/bridge/',
  '/about/',
  '/über/',
  '/news/',
  '/topics/bridges/',
  '/archive/',
  '/feed.xml',
  // A redirect, and the alias of a story.
  '/old/',
  '/former/',
  // Files of content/media/ and of content/public/.
  '/media/the plan.pdf',
  '/ads.txt',
];

/** What is not published yet: a draft of a story, a story under embargo, a draft of a page. */
const HELD_BACK = ['/2026/11/23/draft/', '/2027/01/01/later/', '/plan/'];

const SECTIONS = [{ id: 'news', title: 'News' }];

/** A newsroom with all of that, on a site that begins at `url`. */
function newsroomAt(url: string, more: NewsroomGiven): NewsroomGiven {
  return {
    site: { sections: SECTIONS, ...(more.site as Keys | undefined), url },
    articles: {
      'bridge.md': aStory({ topics: ['Bridges'], aliases: ['/former/'] }),
      'draft.md': aStory({ draft: true }),
      'later.md': aStory({ date: '2027-01-01' }),
      ...more.articles,
    },
    pages: {
      'about.md': aFile({ title: 'About' }, 'Text.\n'),
      'über.md': aFile({ title: 'Über', permalink: '/über/' }, 'Text.\n'),
      'plan.md': aFile({ title: 'Plan', draft: true }, 'Text.\n'),
      ...more.pages,
    },
    redirects: { '/old/': '/about/', ...(more.redirects as Readonly<Record<string, string>> | undefined) },
    media: { 'content/media/the plan.pdf': 'file' },
    publicFiles: ['ads.txt'],
  };
}

/** Where links may stand: what a newsroom has with some there, and where they lead. */
interface Place {
  readonly make: (urls: readonly string[]) => NewsroomGiven;
  readonly hrefsIn: (edition: Edition) => readonly string[];
}

const PLACES: Readonly<Record<string, Place>> = {
  'the text of a story': {
    make: (urls) => ({ articles: { 'z.md': aStory({}, textWith(urls)) } }),
    hrefsIn: ({ stories, site }) => hrefsOf(stories.find(({ article }) => article.slug === 'z')?.references, site),
  },
  'the text of a page': {
    make: (urls) => ({ pages: { 'z.md': aFile({ title: 'Z' }, textWith(urls)) } }),
    hrefsIn: ({ ownPages, site }) => hrefsOf(ownPages.find(({ url }) => url === '/z/')?.text?.references, site),
  },
  navigation: {
    make: (urls) => ({ site: { navigation: urls.map((url) => ({ label: 'A', url })) } }),
    hrefsIn: ({ site }) => (site.navigation ?? []).map(({ url }) => hrefOf(site, url)),
  },
  'navigation of a language': {
    make: (urls) => ({
      site: { languages: [{ language: 'es', navigation: urls.map((url) => ({ label: 'A', url })) }] },
    }),
    hrefsIn: ({ site }) => (site.languages[0]?.navigation ?? []).map(({ url }) => hrefOf(site, url)),
  },
  redirects: {
    make: (urls) => ({ redirects: Object.fromEntries(urls.map((url, index) => [`/z/${index}/`, url])) }),
    hrefsIn: ({ redirects, site }) =>
      redirects.filter(({ from }) => from.startsWith('/z/')).map(({ to }) => targetHref(site, to)),
  },
};

function textWith(urls: readonly string[]): string {
  return urls.map((url) => `[a](<${url}>)\n`).join('\n');
}

function hrefsOf(references: readonly ResolvedReference[] = [], site: Edition['site']): readonly string[] {
  return references.flatMap((reference) => ('url' in reference ? hrefOf(site, reference.url) : []));
}

const withoutSlash = (path: string): string => path.replace(/(?<=.)\/$/, '');
const byFile = (path: string): string => path.replace(/\/$/, '/index.html');

/** The ways to write a path of the site. */
const WAYS: readonly (readonly [way: string, write: (path: string) => string])[] = [
  ['as it is', (path) => path],
  ['with a query', (path) => `${path}?from=a`],
  ['with a fragment', (path) => `${path}#top`],
  ['with both', (path) => `${path}?from=a#top`],
  ['without its slash', withoutSlash],
  ['without its slash, with both', (path) => `${withoutSlash(path)}?from=a#top`],
  ['by its file', byFile],
  ['by its file, with both', (path) => `${byFile(path)}?from=a#top`],
  ['percent-encoded', encodeURI],
  [
    'percent-encoded without need',
    (path) => path.replace(/[a-z](?=[^/]*\/?$)/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  ],
];

/** The beginnings of whole addresses that are those of a site. */
const STARTS: readonly (readonly [site: string, starts: readonly string[]])[] = [
  [
    'https://ledger.example/',
    ['https://ledger.example', 'http://ledger.example', 'HTTPS://Ledger.EXAMPLE', 'https://ledger.example:443'],
  ],
  [
    'https://ledger.example/blätter/',
    ['https://ledger.example/blätter', 'http://ledger.example/bl%C3%A4tter', 'https://ledger.example/bl%c3%a4tt%65r'],
  ],
  ['http://localhost:8080/', ['http://localhost:8080', 'https://LOCALHOST:8080']],
  [
    'https://bücher.example/',
    ['https://bücher.example', 'http://xn--bcher-kva.example', 'https://b%C3%BCcher.example'],
  ],
];

type Case = readonly [way: string, site: string, write: (path: string) => string];

const CASES: readonly Case[] = [
  ...WAYS.map(([way, write]): Case => [way, 'https://ledger.example/', write]),
  ...STARTS.flatMap(([site, starts]) =>
    starts.flatMap((start): readonly Case[] => [
      [`behind ${start}`, site, (path) => start + path],
      [`behind ${start}, by its file, with both`, site, (path) => `${start}${byFile(path)}?from=a#top`],
    ]),
  ),
];

/** Whether a host that serves the pages of a site answers an address: `/about` and `/about/index.html` with `/about/`. */
function isServed(href: string, site: string, pages: ReadonlySet<string>): boolean {
  const [home, { host, pathname }] = [new URL(site), new URL(href, site)];
  const path = decodeURI(pathname).replace(/\/index\.html$/, '/');
  const within = path.slice(decodeURI(home.pathname).length - 1);
  return host === home.host && [within, `${within}/`].some((url) => pages.has(url));
}

const PAGES = pagesOf(newsroomAt('https://ledger.example/', {})).map(({ url }) => url);
// Eleventy writes own pages, and files are copied.
const SERVED = new Set<string>([...PAGES, '/about/', '/über/', '/media/the plan.pdf', '/ads.txt']);

describe.each(Object.entries(PLACES))('a link to one’s own site in %s', (where, { make, hrefsIn }) => {
  it.each(each(2, CASES))('leads to whatever is published, written %s', (_way, site, write) => {
    const { edition, diagnostics } = editionOf(newsroomAt(site, make(PUBLISHED.map(write))));
    const hrefs = hrefsIn(edition);

    expect(diagnostics).toEqual([]);
    expect(hrefs).toHaveLength(PUBLISHED.length);
    expect(hrefs.filter((href) => !isServed(href, site, SERVED))).toEqual([]);
  });

  it.each(each(2, CASES))('is told of where nothing is published yet, written %s', (_way, site, write) => {
    const code = where === 'redirects' ? 'redirect-unpublished' : 'link-unpublished';

    expect(codesOf(editionOf(newsroomAt(site, make(HELD_BACK.map(write)))).diagnostics)).toEqual(
      HELD_BACK.map(() => code),
    );
  });

  it.each(each(2, CASES))('is told of where nothing is, written %s', (_way, site, write) => {
    const code = where === 'redirects' ? 'redirect-broken' : 'link-broken';
    const nowhere = ['/nothing/', '/About/', '/media/plan.pdf'];

    expect(codesOf(editionOf(newsroomAt(site, make(nowhere.map(write)))).diagnostics)).toEqual(nowhere.map(() => code));
  });
});

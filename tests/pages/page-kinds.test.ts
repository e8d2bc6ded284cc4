import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARTICLES, CONTENT_KINDS, eachContentKind } from '../../src/domain/content/content-kinds.ts';
import type { Edition, EditionToBe } from '../../src/domain/edition.ts';
import type { ClaimRank } from '../../src/diagnostics/claim.ts';
import { loadPrinters } from '../../src/build/layouts.ts';
import { nextChange } from '../../src/pages/page-specs.ts';
import { filesIn } from '../../src/disk/files.ts';
import type { Frame } from '../../src/pages/site/frame.ts';
import type { PageKind } from '../../src/pages/page-kind.ts';
import { PAGE_KINDS } from '../../src/pages/page-kinds.ts';
import { type PageSpec, pagesToFind, specsOf, surroundingsOf } from '../../src/pages/page-specs.ts';
import { Random } from '../bench/corpus.ts';
import { aRandomNewsroom } from '../engine/newsrooms/a-random-newsroom.ts';
import { filesOf } from '../engine/newsrooms/files-of.ts';
import { editionOf, layOut } from '../newsroom/edition.ts';
import { aFile, aStory } from '../newsroom/manuscript.ts';
import { manyStories } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

const KINDS = Object.entries<PageKind<object>>(PAGE_KINDS);

/** A newsroom of files that are given by their paths from `content/`. */
function newsroomOf(files: Iterable<readonly [string, Buffer]>): NewsroomGiven {
  const all = [...files];
  const below = (folder: string): Readonly<Record<string, string>> => {
    const inside = all.filter(([path]) => `content/${path}`.startsWith(folder));
    return Object.fromEntries(
      inside.map(([path, content]) => [`content/${path}`.slice(folder.length), content.toString()]),
    );
  };
  const text = (path: string): string | undefined => all.find(([name]) => name === path)?.[1].toString();
  const media = Object.fromEntries(Object.keys(below('content/media/')).map((path) => [path, [1200, 800]] as const));
  return {
    ...eachContentKind((kind) => below(CONTENT_KINDS[kind].folder)),
    ...{ site: text('site.yaml'), redirects: text('redirects.yaml'), media },
    ...{ articles: below(ARTICLES.folder), pages: below(CONTENT_KINDS.ownPages.folder) },
  };
}

const DEMO = newsroomOf(filesIn('content').map((path) => [path, readFileSync(join('content', path))] as const));

/** Lists that are long enough to have archives, in two languages. */
const LARGE: NewsroomGiven = {
  site: {
    sections: [
      { id: 'news', title: 'News' },
      { id: 'empty', title: 'Empty' },
    ],
    languages: [{ language: 'es', title: 'El Diario' }, { language: 'fr' }],
  },
  contributors: { 'ana-ruiz.md': aFile({ name: 'Ana Ruiz' }, '') },
  articles: {
    ...manyStories(150, (index) => ({
      ...{ section: 'news', topics: ['Floods'], contributors: ['ana-ruiz'], series: 'the-flood' },
      language: index % 2 === 0 ? 'es' : 'en',
    })),
    'hidden.md': aStory({ noindex: true }),
  },
};

const NEWSROOMS: readonly (readonly [string, NewsroomGiven])[] = [
  ['without stories', {}],
  ['of the demo', DEMO],
  ['with long lists', LARGE],
  ...Array.from({ length: 12 }, (_, seed): readonly [string, NewsroomGiven] => {
    const random = new Random(seed);
    return [`made at random from ${seed}`, newsroomOf(filesOf(aRandomNewsroom(random, { stories: 5 + seed * 4 })))];
  }),
];

/** Each with its edition and the pages of that, made once. */
const EDITIONS = NEWSROOMS.map(([name, newsroom]) => {
  const made = editionOf(newsroom);
  const { edition } = made;
  return [name, { made, edition, specs: [...specsOf(edition)] }] as const;
});

/** The addresses that a kind of page claims for an edition of which everything is published. */
function claimedBy({ claims }: PageKind<object>, edition: Edition): readonly string[] {
  const published = edition.stories.toSorted((one, other) => (one.entry.path < other.entry.path ? -1 : 1));
  const toBe: EditionToBe = {
    ...edition,
    ...{ published, embargoed: [], checked: published },
    corrections: edition.corrections ?? { newest: [], months: [] },
    isTaken: () => false,
  };
  return Object.keys(claims).flatMap((rank) => {
    return [...(claims[rank as ClaimRank]?.(toBe) ?? [])].flatMap((claim) =>
      'beside' in claim ? claim.beside.map((name) => claim.claimOf(name).url) : [claim.url],
    );
  });
}

/** Claimed by those that have them: old addresses, which may be lost to another page. */
const isRedirect = ({ kind }: PageSpec): boolean => kind === 'redirect' || kind === 'withdrawn';

describe('a newsroom', () => {
  it.each(EDITIONS)('%s has no page at an address that no kind of page claims', (_name, { edition, specs }) => {
    const claimed = new Set(KINDS.flatMap(([, kind]) => claimedBy(kind, edition)));
    const pages = specs.filter((page) => !isRedirect(page));

    expect(pages.filter(({ url }) => !claimed.has(url)).map(({ kind, url }) => `${kind} ${url}`)).toEqual([]);
    expect(pages.length).toBeGreaterThan(5);
  });

  it.each(EDITIONS)(
    '%s has all pages that want to be found in one sitemap, and no others',
    (_name, { made, edition, specs }) => {
      const listed = [...pagesToFind(edition)].map(({ url }) => url);
      const pages = new Map(specs.map((page) => [page.url, page.kind]));
      const filled = new Set(
        [edition, ...edition.languages].flatMap(({ sections }) =>
          sections.flatMap(({ url, stories }) => (stories.length > 0 ? [url] : [])),
        ),
      );
      for (const { url, stories } of edition.languages) if (stories.length > 0) filled.add(url);
      const wanted = layOut(made).filter((page) => {
        const { url } = page;
        const kind = pages.get(url);
        if (kind === undefined || kind === 'article') return false;
        const { frame } = page.data as { readonly frame?: Frame };
        if (!frame || frame.robots === 'noindex') return false;
        // Sections and languages without a story are there, but nothing is to be found on them.
        return filled.has(url) || (kind !== 'section' && kind !== 'languageFront');
      });

      expect(listed.toSorted()).toEqual(wanted.map(({ url }) => url).toSorted());
    },
  );
});

describe('a kind of page', () => {
  it.each(KINDS)(
    'is in the tests’ newsrooms, has layouts that print it, and says why no sitemap has it: %s',
    async (name, { sitemap }) => {
      const printers = await loadPrinters();
      const pages = EDITIONS.flatMap(([, { specs }]) => specs.filter(({ kind }) => kind === name));

      expect(pages.length > 0 || name === 'asset').toBe(true);
      expect(pages.filter(({ layout }) => !printers.has(layout))).toEqual([]);
      if (typeof sitemap === 'object') expect(sitemap.none).not.toBe('');
    },
  );
});

describe('what time changes', () => {
  it('is the earliest of what all kinds of page say', () => {
    const articles = { 'a.md': aStory({ date: '2026-11-23' }), 'b.md': aStory({ date: '2026-11-24' }) };
    const { edition } = editionOf({ articles });
    const moments = KINDS.flatMap(([, kind]) => [...kind.changesAt(edition)]).filter((moment) => moment > edition.now);

    expect(moments.length).toBeGreaterThan(1);
    expect(nextChange(edition)).toBe(Math.min(...moments));
  });
});

describe('what surrounds pages', () => {
  it('leads to what there is, in the order of the footer', () => {
    const assets = {
      stylesheet: '/a.css',
      frontStylesheet: '/f.css',
      chartStylesheet: '/c.css',
      notationStylesheet: '/n.css',
      gate: '',
      loader: '',
      liveBlog: '/b.js',
      viewer: {},
      search: undefined,
    } as never;
    const linksOf = (newsroom: NewsroomGiven): readonly (readonly [string, unknown])[] =>
      surroundingsOf(editionOf(newsroom).edition, assets).navigation.flatMap(({ label, urls }) =>
        Object.keys(urls).length > 0 ? [[label, urls]] : [],
      );

    expect(linksOf(LARGE)).toEqual([
      ['search', { '/': '/search/', '/es/': '/es/search/' }],
      ['corrections', { '/': '/corrections/' }],
      ['contributors', { '/': '/contributors/' }],
      ['archive', { '/': '/archive/' }],
      ['feed', { '/': '/feed.xml', '/es/': '/es/feed.xml', '/fr/': '/fr/feed.xml' }],
    ]);
    expect(linksOf({}).map(([label]) => label)).toEqual(['corrections', 'feed']);
  });
});

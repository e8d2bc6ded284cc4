import { joinParts } from '../../src/formats/text-parts.ts';
import { describe, expect, it } from 'vitest';
import { loadPrinters } from '../../src/build/layouts.ts';
import { makeOrdinaryPage } from '../../src/pages/site/own-pages.ts';
import { asHtml } from '../../src/domain/html.ts';
import type { Page } from '../../src/pages/page-specs.ts';
import type { UrlPath } from '../../src/domain/addresses.ts';
import { contradictionsOf, nodesIn } from '../formats/structured-data/contradictions-of.ts';
import { faultsOfNode } from '../formats/structured-data/faults-of-json-ld.ts';
import { documentOf } from '../newsroom/document-of.ts';
import { editionOf, GATE, LOADER, pagesOf, SEARCH_SCRIPT, STYLESHEET } from '../newsroom/edition.ts';
import { IS_NIGHT } from '../at-night.ts';
import { aFile, type Keys, manyStories } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';
import { surroundingsOf } from '../../src/pages/page-specs.ts';

const PRINTERS = await loadPrinters();
const ORIGIN = 'https://ledger.example';

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]> --> *a* **b** `c`',
  '"\\" \\u003c/script> &lt;b&gt;',
  '北京 🎉 \u202eab\u202c مرحبا \u2028 x \u2029 y',
  "{{ '<b>' }} {% raw %} %7B $& $1",
];

const LICENCE = 'https://example.com/by?a="b"&c=</script>';

const FACT_CHECK: Keys = {
  claim: HOSTILE[0],
  claimant: HOSTILE[1],
  date: '2026-11-20',
  rating: { name: HOSTILE[2], value: 2, best: 5, worst: 1 },
  url: 'https://example.com/</script>?a=b&c="d"',
};

/** A newsroom that has something hostile wherever there is text, and stories of each label. */
function hostileNewsroom(count: number): NewsroomGiven {
  const labels = [undefined, 'opinion', 'analysis', 'sponsored', 'satire', 'review'];
  const text = (index: number): string => HOSTILE[index % HOSTILE.length] ?? '';
  const keys = (index: number): Keys => ({
    headline: `${text(index)} ${index}`,
    shortHeadline: index % 3 === 0 ? text(index + 1) : undefined,
    dek: text(index + 2),
    dateline: text(index + 3),
    kicker: index % 2 === 0 ? text(index) : undefined,
    label: labels[index % labels.length],
    contributors: [text(index), 'jo-li', { name: text(index + 1), credit: 'reported-from', place: text(index) }],
    section: index % 2 === 0 ? 'news' : 'arts',
    topics: [text(index)],
    updated: index % 4 === 0 ? '2026-11-23 07:00' : undefined,
    image: { src: 'bridge.jpg', alt: text(index), caption: text(index), credit: text(index + 1), licence: LICENCE },
    corrections: [{ date: '2026-11-23', text: text(index) }],
    language: ['en', 'ar', 'de', 'zh-Hant'][index % 4],
    factCheck: index % 5 === 0 ? FACT_CHECK : undefined,
    canonical: index % 7 === 6 ? 'https://example.com/first' : undefined,
  });
  return {
    site: {
      title: HOSTILE[0],
      description: HOSTILE[1],
      url: `${ORIGIN}/a%20paper/`,
      timeZone: 'America/St_Johns',
      sections: [
        { id: 'news', title: HOSTILE[0], description: HOSTILE[1] },
        { id: 'arts', title: HOSTILE[4] },
        { id: 'empty', title: 'Empty' },
      ],
      publisher: { name: HOSTILE[2], logo: 'map.svg', contact: '/a b/', corrections: '/c/?a=b', ethics: ORIGIN },
      social: [
        { label: HOSTILE[3], url: 'https://social.example/@ledger' },
        { label: 'Here', url: '/here/' },
      ],
    },
    contributors: { 'jo-li.md': aFile({ name: HOSTILE[3], role: HOSTILE[0] }, HOSTILE[1] ?? '') },
    articles: manyStories(count, keys),
  };
}

/** The pages of a newsroom that people read, as browsers have them. */
function documentsOf(newsroom: NewsroomGiven): readonly { readonly url: string; readonly document: Document }[] {
  return pagesOf(newsroom)
    .filter(({ url, layout }) => layout !== 'redirect' && /(\/|\.html)$/.test(url))
    .map((page) => ({ url: page.url, document: documentOf(printed(page)) }));
}

function printed({ layout, data }: Page): string {
  return joinParts(PRINTERS.get(layout)?.(data) ?? '');
}

/** The page of a story that has everything. */
const STORY = pagesOf(hostileNewsroom(1))
  .filter(({ url }) => url.endsWith('/story-0/'))
  .map(printed)
  .join('');

describe('the structured data of every page', () => {
  it.each([0, 1, IS_NIGHT ? 160 : 60])(
    'is valid by the vocabulary, and says what the page says, with %i stories',
    (count) => {
      const found = documentsOf(hostileNewsroom(count)).map(({ url, document }) => {
        const nodes = nodesIn(document);
        const faults = nodes.flatMap((node) => faultsOfNode(node));
        return { url, types: nodes.map((node) => node['@type']), faults, others: contradictionsOf(document, ORIGIN) };
      });
      const types = new Set(found.flatMap((page) => page.types));

      expect(found.flatMap(({ url, faults }) => faults.map((fault) => `${url} ${fault}`))).toEqual([]);
      expect(found.flatMap(({ url, others }) => others.map((other) => `${url} ${other}`))).toEqual([]);
      expect(found.filter((page) => page.types.length === 0 && !/404|contributors/.test(page.url))).toEqual([]);
      expect(types.has('WebSite') && types.has('CollectionPage')).toBe(true);
      if (count > 6) {
        expect([...types].sort()).toEqual(
          expect.arrayContaining([
            'AdvertiserContentArticle',
            'AnalysisNewsArticle',
            'BreadcrumbList',
            'ClaimReview',
            'NewsArticle',
            'OpinionNewsArticle',
            'ReviewNewsArticle',
            'SatiricalArticle',
          ]),
        );
      }
    },
  );

  it.each([
    ['h1', 'NewsArticle headline'],
    ['.dek', 'NewsArticle description'],
    ['.byline', 'NewsArticle author'],
    ['.notice.correction p > span:last-of-type', 'NewsArticle correction'],
    ['.lead-picture .credit', 'NewsArticle credit'],
    ['.topics a', 'NewsArticle keywords'],
    ['.fact-check .claim', 'ClaimReview claimReviewed'],
    ['.fact-check .rating strong', 'ClaimReview rating'],
    ['.fact-check .scale', 'ClaimReview scale'],
  ])('is found to say otherwise where the page says something else: %s', (selector, said) => {
    const document = documentOf(STORY);
    const element = document.querySelector(selector);
    if (!element) throw new Error(`There is no ${selector}`);
    element.textContent = 'Something else';

    expect(contradictionsOf(document, ORIGIN)).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^${said}: `))]),
    );
  });

  it('cannot be left by any text', () => {
    for (const { document } of documentsOf(hostileNewsroom(12))) {
      const others = [...document.querySelectorAll('script')].filter(({ type }) => type !== 'application/ld+json');
      const scripts = others.filter((script) => !script.getAttribute('src')?.endsWith(SEARCH_SCRIPT));

      expect(scripts.map(({ textContent }) => textContent)).toEqual([GATE, LOADER]);
      expect(document.body.textContent).not.toContain('schema.org');
    }
  });

  it('of an own page says what it is, and which one is for contact', () => {
    const { edition } = editionOf({ site: { publisher: { contact: '/contact/' } } });
    const pageAt = (url: string, isIndexed = true) => {
      const source = { title: 'A & B', description: 'C', language: 'fr', alternates: [], content: asHtml('<p>D</p>') };
      const assets = {
        stylesheet: STYLESHEET,
        frontStylesheet: STYLESHEET,
        gate: GATE,
        loader: '',
        chartStylesheet: '/assets/chart.css' as UrlPath,
        notationStylesheet: '/assets/notation.css' as UrlPath,
        liveBlog: '/assets/live-blog.js' as UrlPath,
        viewer: { script: '/assets/viewer.js' as UrlPath, stylesheet: '/assets/viewer.css' as UrlPath },
        search: undefined,
      };
      const page = makeOrdinaryPage({ ...source, url: url as UrlPath, isIndexed }, surroundingsOf(edition, assets));
      return documentOf(joinParts(PRINTERS.get('page')?.(page) ?? ''));
    };

    expect([...nodesIn(pageAt('/about/')), ...nodesIn(pageAt('/contact/'))]).toMatchObject([
      { '@type': 'WebPage', name: 'A & B', description: 'C', inLanguage: 'fr', url: 'https://ledger.example/about/' },
      { '@type': 'ContactPage' },
    ]);
    expect(nodesIn(pageAt('/about/')).flatMap((node) => faultsOfNode(node))).toEqual([]);
    expect(nodesIn(pageAt('/hidden/', false))).toEqual([]);
  });
});

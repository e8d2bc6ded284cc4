import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { Feed } from '../../src/formats/feeds/feed.ts';
import type { CorrectionsPage } from '../../src/pages/corrections.ts';
import type { ArticlePage } from '../../src/pages/story/article-page.ts';
import { IS_NIGHT } from '../at-night.ts';
import { documentOf } from '../newsroom/document-of.ts';
import { pageAt, pagesOf, renderedPage, storyPage } from '../newsroom/edition.ts';
import { aStory, manyStories } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';
import { HTML_RULES } from '../site/html-rules.ts';

const HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\'';

const NEWSROOM: NewsroomGiven = {
  site: { url: 'https://ledger.example/paper/' },
  articles: {
    'bridge.md': aStory({
      slug: 'bridge',
      date: '2025-11-01',
      corrections: [
        { date: '2026-11-20 09:00', text: 'The bridge opened in *1903*, not 1930.' },
        { date: '2025-11-02', text: HOSTILE },
      ],
    }),
    'ferry.md': aStory({
      headline: 'العبّارة',
      language: 'ar',
      date: '2026-11-21',
      corrections: [{ date: '2026-11-22', text: 'نص' }],
    }),
    'plain.md': aStory({}),
  },
};

/** A text with a correction where the fault was. */
const INSIDE = 'Text.\n\n:::correction{date="2026-11-23 11:00"}\nSon *tres*.\n:::\n';

async function documentAt(url: string, newsroom = NEWSROOM): Promise<Document> {
  return documentOf(await renderedPage(newsroom, url));
}

describe('the corrections and the updates of a story', () => {
  const KEYS = {
    language: 'es',
    corrections: [{ date: '2026-11-23 09:30', text: 'Son *dos*.' }],
    updates: [{ date: '2026-11-23 10:00', text: 'Más.' }],
  };
  const CORRECTED = { articles: { 'a.md': aStory({ slug: 'a', ...KEYS }, INSIDE) } };

  it('stand below it with their time and their kind, corrections first', () => {
    const { notices } = storyPage({
      updates: [{ date: '2026-11-23 08:00', text: 'Open.' }],
      corrections: [{ date: '2026-11-24', text: 'It is *old*.' }],
    });

    expect(notices).toMatchObject([
      { kind: 'correction', title: 'Correction', time: { iso: '2026-11-24' }, text: 'It is <em>old</em>.' },
      { kind: 'update', title: 'Update', time: { iso: '2026-11-23T08:00:00+00:00' }, text: 'Open.' },
    ]);
  });

  it('are printed once each, in the text or below it', async () => {
    const document = await documentAt('/2026/11/23/a/', CORRECTED);
    const notices = [...document.querySelectorAll('.notice')].map((notice) => [
      notice.id,
      notice.className,
      ...[...(notice.querySelector('p')?.querySelectorAll('strong, .time') ?? [])].map(
        ({ textContent }) => textContent,
      ),
    ]);

    expect(notices).toEqual([
      ['correction_2', 'notice correction', 'Corrección', '(23 de noviembre de 2026 a las 11:00 UTC)'],
      ['correction_1', 'notice correction', 'Corrección', '(23 de noviembre de 2026 a las 9:30 UTC)'],
      ['update_1', 'notice update', 'Actualización', '(23 de noviembre de 2026 a las 10:00 UTC)'],
    ]);
  });

  it('are in feeds once each, in the language of the story', () => {
    const [entry] = pageAt<Feed>(CORRECTED, '/feed.xml').entries;

    expect(entry?.content.split('Son <em>tres</em>.')).toHaveLength(2);
    expect(entry?.content).toMatch(
      /<p><strong>Corrección<\/strong> \(23 de noviembre .*\) Son <em>dos<\/em>\.<\/p>\n<p><strong>Actualización<\/strong> \(.*\) Más\.<\/p>\n<\/div>\n$/,
    );
  });

  it('are in structured data if they correct', () => {
    const { structuredData } = pageAt<ArticlePage>(CORRECTED, '/2026/11/23/a/').frame;

    expect(JSON.parse(structuredData ?? 'null')).toMatchObject({
      correction: [
        { '@type': 'CorrectionComment', datePublished: '2026-11-23T09:30:00+00:00', text: 'Son dos.' },
        { '@type': 'CorrectionComment', datePublished: '2026-11-23T11:00:00+00:00', text: 'Son tres.' },
      ],
    });
    expect(JSON.parse(storyPage({}).frame.structuredData ?? 'null')).not.toHaveProperty('correction');
  });
});

describe('the page of all corrections', () => {
  it('has the newest first: which story, when, what was wrong', async () => {
    const document = await documentAt('/corrections/');
    const items = [...document.querySelectorAll('.correction-list > li')].map((item) => [
      item.querySelector('a')?.getAttribute('href'),
      item.querySelector('a')?.textContent,
      item.querySelector('time')?.getAttribute('datetime'),
      item.querySelector('p')?.innerHTML,
    ]);

    expect(items.slice(0, 2)).toEqual([
      ['/paper/2026/11/21/ferry/#correction_1', 'العبّارة', '2026-11-22', 'نص'],
      [
        '/paper/2025/11/01/bridge/#correction_1',
        'Harbour bridge closes',
        '2026-11-20T09:00:00+00:00',
        'The bridge opened in <em>1903</em>, not 1930.',
      ],
    ]);
    expect(items).toHaveLength(3);
  });

  it('leads to those of each month, by year', () => {
    const { months } = pageAt<CorrectionsPage>(NEWSROOM, '/corrections/');

    expect(months?.years).toEqual([
      { label: '2026', months: [{ label: 'November', href: '/paper/corrections/2026/11/' }] },
      { label: '2025', months: [{ label: 'November', href: '/paper/corrections/2025/11/' }] },
    ]);
  });

  it('says so where there are none', async () => {
    const document = await documentAt('/corrections/', { articles: {} });

    expect(document.querySelector('.empty')?.textContent).toBe('No story has been corrected.');
    expect(document.querySelectorAll('.correction-list, .months')).toHaveLength(0);
  });

  it('is led to from the foot of every page, once', () => {
    const site = { publisher: { corrections: '/corrections/' } };
    const labels = (newsroom: NewsroomGiven): readonly string[] =>
      pageAt<CorrectionsPage>(newsroom, '/corrections/')
        .frame.footer.links.filter(({ href }) => href.includes('correct'))
        .map(({ label }) => label);

    expect(labels({ articles: {} })).toEqual(['Corrections']);
    expect(labels({ articles: {}, site })).toEqual(['Corrections']);
    expect(labels({ articles: {}, site: { publisher: { corrections: '/correct/' } } })).toEqual([
      'Corrections policy',
      'Corrections',
    ]);
  });

  it('runs nothing that an editor wrote, and is good HTML', async () => {
    const validate = new HtmlValidate(HTML_RULES);
    for (const url of ['/corrections/', '/corrections/2026/11/', '/corrections/2025/11/', '/2025/11/01/bridge/']) {
      const html = await renderedPage(NEWSROOM, url);
      const { valid, results } = await validate.validateString(html);
      const document = documentOf(html);

      expect([valid, results]).toEqual([true, []]);
      expect(document.querySelectorAll('img, main script')).toHaveLength(0);
    }
  });

  it('sets each correction in the language and the direction of its story', async () => {
    const document = await documentAt('/corrections/');
    const text = document.querySelector('.correction-list p');

    expect([text?.getAttribute('lang'), text?.getAttribute('dir')]).toEqual(['ar', 'rtl']);
  });
});

describe('the corrections of a month', () => {
  it('are those of that month, with the way up', async () => {
    const page = pageAt<CorrectionsPage>(NEWSROOM, '/corrections/2025/11/');

    expect([page.title, page.corrections.length, page.months, page.paging]).toEqual([
      'November 2025',
      1,
      undefined,
      undefined,
    ]);
    expect(page.breadcrumb?.links).toEqual([{ label: 'Corrections', href: '/paper/corrections/' }]);
  });

  it('are paged where they are very many', () => {
    const keys = { corrections: [{ date: '2026-11-22 12:00', text: 'Wrong.' }] };
    const newsroom = { articles: manyStories(200, keys) };
    const paging = (url: string) => {
      const { earlier, later } = pageAt<CorrectionsPage>(newsroom, url).paging ?? {};
      return [earlier?.href, later?.href];
    };

    expect(paging('/corrections/2026/11/')).toEqual(['/corrections/2026/11/archive/3/', undefined]);
    expect(paging('/corrections/2026/11/archive/3/')).toEqual([
      '/corrections/2026/11/archive/2/',
      '/corrections/2026/11/',
    ]);
    expect(paging('/corrections/2026/11/archive/1/')).toEqual([undefined, '/corrections/2026/11/archive/2/']);
  });

  it('want to be found', () => {
    const sitemap = JSON.stringify(pageAt(NEWSROOM, '/sitemaps/pages.xml'));

    expect(sitemap.match(/\/paper\/corrections\/[^"]*/g)).toEqual([
      '/paper/corrections/',
      '/paper/corrections/2026/11/',
      '/paper/corrections/2025/11/',
    ]);
  });
});

describe('correcting a story', () => {
  it('touches its page and those of corrections, in a large newsroom as in a small one', () => {
    const touched = (count: number): readonly string[] => {
      const articles = manyStories(count, { corrections: [{ date: '2026-11-21', text: 'Wrong.' }] });
      const keys = { date: '2026-11-01', headline: 'Old' };
      const dataOf = (story: string): ReadonlyMap<string, string> =>
        new Map(
          pagesOf({ articles: { ...articles, 'old.md': story } })
            .filter(({ url }) => url.endsWith('/'))
            .map(({ url, data }) => [url, JSON.stringify(data)]),
        );
      const before = dataOf(aStory(keys));
      const after = dataOf(aStory({ ...keys, corrections: [{ date: '2026-11-22', text: 'Wrong.' }] }));
      return [...after.keys()].filter((url) => before.get(url) !== after.get(url)).sort();
    };

    const small = touched(30);

    expect(touched(IS_NIGHT ? 600 : 200)).toEqual(small);
    expect(small).toEqual(['/2026/11/01/old/', '/corrections/', '/corrections/2026/11/']);
  });
});

describe('the history of a story', () => {
  const times = (keys: Parameters<typeof storyPage>[0]): unknown =>
    storyPage(keys, {}, { now: '2026-11-26 12:00' }).history?.events.map(({ time, href }) => [
      time.before + time.iso + time.after,
      href,
    ]);

  it('is there where it has corrections or updates, and says when it was published and changed', () => {
    const corrections = [
      { date: '2026-11-25', text: 'Second.' },
      { date: '2026-11-24 10:00', text: 'First.' },
    ];
    const updates = [{ date: '2026-11-24 08:00', text: 'More.' }];

    expect(times({ corrections, updates, updated: '2026-11-26 07:00' })).toEqual([
      ['Published 2026-11-23T07:30:00+00:00', undefined],
      ['Update (2026-11-24T08:00:00+00:00)', '#update_1'],
      ['Correction (2026-11-24T10:00:00+00:00)', '#correction_2'],
      ['Correction (2026-11-25)', '#correction_1'],
      ['Updated 2026-11-26T07:00:00+00:00', undefined],
    ]);
  });

  it('says when an editor updated it, though a correction came later', () => {
    const keys = { updated: '2026-11-24 09:00', corrections: [{ date: '2026-11-25 09:00', text: 'Wrong.' }] };

    expect(times(keys)).toEqual([
      ['Published 2026-11-23T07:30:00+00:00', undefined],
      ['Updated 2026-11-24T09:00:00+00:00', undefined],
      ['Correction (2026-11-25T09:00:00+00:00)', '#correction_1'],
    ]);
  });

  it('does not say of an update to come that it was', () => {
    const keys = { updated: '2026-11-30', corrections: [{ date: '2026-11-25', text: 'Wrong.' }] };

    expect(times(keys)).toHaveLength(2);
  });

  it('does not say twice when it was changed last', () => {
    const updates = [{ date: '2026-11-24 08:00', text: 'More.' }];

    expect(times({ updates, updated: '2026-11-24 08:00' })).toHaveLength(2);
  });

  it('is not there where the head of the story says it all', () => {
    expect(times({})).toBeUndefined();
    expect(times({ updated: '2026-11-24' })).toBeUndefined();
  });

  it('leads to what is on the page, and nothing else on it has those names', async () => {
    const body = '## Correction_1\n\nText\n\n## correction 1\n\nText[^correction_1]\n\n[^correction_1]: Note\n';
    const articles = { 'a.md': aStory({ corrections: [{ date: '2026-11-23', text: 'Wrong.' }] }, body) };
    const document = await documentAt('/2026/11/23/a/', { articles });
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const fragments = [...document.querySelectorAll('.header-history a')].map((link) => link.getAttribute('href'));

    expect(fragments).toEqual(['#correction_1']);
    expect(ids.filter((id) => id === 'correction_1')).toHaveLength(1);
  });

  it('is in the language of the story', async () => {
    const document = await documentAt('/2026/11/21/ferry/');

    expect(document.querySelector('.header-history summary')?.textContent).toBe('سجل هذا المقال');
  });
});

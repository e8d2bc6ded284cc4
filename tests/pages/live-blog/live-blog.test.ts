import { describe, expect, it } from 'vitest';
import { nextChange } from '../../../src/pages/page-specs.ts';
import type { Feed } from '../../../src/formats/feeds/feed.ts';
import type { SitemapEntry } from '../../../src/formats/sitemaps/sitemap.ts';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import { keyOf, specsOf } from '../../../src/pages/page-specs.ts';
import { nodesIn } from '../../formats/structured-data/contradictions-of.ts';
import { faultsOfNode } from '../../formats/structured-data/faults-of-json-ld.ts';
import { documentOf } from '../../newsroom/document-of.ts';
import { editionOf, pageAt, renderedPage, storyPage } from '../../newsroom/edition.ts';
import { aStory } from '../../newsroom/manuscript.ts';

import { BODY, documentAt, idsIn, newsroom, URL } from './a-live-blog.ts';

describe('a live blog', () => {
  it('shows the newest update first, and none that is under embargo', async () => {
    const document = await documentAt('2026-11-23 12:00');

    expect(idsIn(document)).toEqual(['update-20261123-1130', 'update-20261123-1015', 'update-20261123-0900']);
    expect(document.documentElement.outerHTML).not.toMatch(/Secret|mayor|20261123-1600/);
    expect(document.querySelector('.story > p')?.textContent).toBe('The bridge opens. Council.');
  });

  it('keeps an update under embargo that stands within HTML', async () => {
    const body = `<div>\n\n${BODY}\n\n</div>`;
    const document = documentOf(
      await renderedPage(
        { articles: { 'bridge.md': aStory({ slug: 'bridge', live: { end: '2026-11-23 20:00' } }, body) } },
        URL,
        {
          now: '2026-11-23 12:00',
        },
      ),
    );

    expect(idsIn(document)).toHaveLength(3);
    expect(document.documentElement.outerHTML).not.toMatch(/Secret|mayor|20261123-1600/);
  });

  it('shows an update from its moment on', async () => {
    expect(idsIn(await documentAt('2026-11-23 15:59'))).toHaveLength(3);
    expect(idsIn(await documentAt('2026-11-23 16:00'))[0]).toBe('update-20261123-1600');
  });

  it('can be read from the oldest post on where there are several', async () => {
    const barOf = async (now: string): Promise<boolean> =>
      (await documentAt(now)).querySelector('.live-order[hidden] button + button') !== null;

    expect(await Promise.all(['2026-11-23 09:10', '2026-11-23 10:20'].map(barOf))).toEqual([false, true]);
  });

  it('says that it is live, and where its updates are asked for', async () => {
    const document = await documentAt('2026-11-23 12:00');

    expect(document.querySelector('.story-head .live')?.textContent).toBe('Live');
    expect(document.querySelector('[role=status]')?.getAttribute('data-updates')).toBe(`${URL}updates.json`);
    expect(JSON.parse(document.querySelector('[role=status]')?.getAttribute('data-forms') ?? '')).toEqual({
      one: '{count} new update: show it',
      other: '{count} new updates: show them',
    });
    expect(document.querySelector('.header-live a')?.getAttribute('href')).toBe(URL);
  });

  it('says that it has ended, and asks for nothing more', async () => {
    const document = await documentAt('2026-11-23 20:00');

    expect(document.querySelector('.header-live')?.textContent?.trim()).toBe('Live coverage has ended.');
    expect(document.querySelectorAll('.story-head .live, [data-updates], .header-live a')).toHaveLength(0);
    expect(idsIn(document)).toHaveLength(4);
  });

  it('says when it begins', async () => {
    const document = await documentAt('2026-11-23 08:00', { start: '2026-11-23 08:30' });

    expect(document.querySelector('.header-live')?.textContent).toContain(
      'Live coverage begins November 23, 2026 at 8:30 AM UTC.',
    );
    expect(document.querySelectorAll('.story-head .live')).toHaveLength(0);
  });

  it('without updates, or none that are due, is a page as well', async () => {
    expect(idsIn(await documentAt('2026-11-23 08:00'))).toEqual([]);
  });

  it('has the tag on its card while it is live', () => {
    const tagAt = (now: string): string | undefined => pageAt<HomePage>(newsroom(), '/', { now }).lead?.card.live;

    expect([tagAt('2026-11-23 12:00'), tagAt('2026-11-23 20:00')]).toEqual(['Live', undefined]);
  });

  it('is told to search engines with its updates, as they are shown', () => {
    const { frame } = storyPage({ live: true });
    const page = pageAt<ReturnType<typeof storyPage>>(
      newsroom({ start: '2026-11-23 08:30', end: '2026-11-23 20:00' }),
      URL,
    );

    expect(JSON.parse(frame.structuredData ?? '')).toMatchObject({ '@type': 'LiveBlogPosting', liveBlogUpdate: [] });
    expect(JSON.parse(page.frame.structuredData ?? '')).toMatchObject({
      '@type': 'LiveBlogPosting',
      coverageStartTime: '2026-11-23T08:30:00+00:00',
      coverageEndTime: '2026-11-23T20:00:00+00:00',
      dateModified: '2026-11-23T11:30:00+00:00',
      liveBlogUpdate: [
        {
          '@type': 'BlogPosting',
          headline: 'The first bus, at last.',
          articleBody: 'The first bus, at last.',
          datePublished: '2026-11-23T11:30:00+00:00',
          url: `https://ledger.example${URL}#update-20261123-1130`,
        },
        { headline: 'Queue', articleBody: 'It is long.' },
        { headline: 'Barriers up', articleBody: 'They are up & shining.' },
      ],
    });
  });

  it.each([{ end: '2026-11-23 20:00' }, { start: '2026-11-23 08:30' }, true])(
    'is told in the words of the vocabulary, with its recordings: %j',
    async (live) => {
      const audio = { src: 'bells.mp3', title: '</script>"<b>', duration: '1:05', transcript: 'A' };
      const given = { ...newsroom(live, { audio, label: 'analysis' }), media: { 'bells.mp3': 'file' as const } };
      const nodes = nodesIn(documentOf(await renderedPage(given, URL)));

      expect(nodes.map((node) => node['@type'])).toContain('LiveBlogPosting');
      expect(nodes.flatMap((node) => faultsOfNode(node))).toEqual([]);
    },
  );

  it.each([
    ['en', 'The mayor will resign.'],
    ['zh', '市长将于今晚辞职，副市长将接任。'],
  ])('in %s does not count a word of an update under embargo', (language, text) => {
    const countOf = (body: string): number => {
      const articles = { 'bridge.md': aStory({ slug: 'bridge', live: true, language }, body) };
      const { frame } = pageAt<ReturnType<typeof storyPage>>({ articles }, URL);
      return JSON.parse(frame.structuredData ?? '').wordCount;
    };
    const secret = `:::update{date="2026-11-23 16:00" title="Secret plans"}\n${text}\n:::`;

    expect(countOf(`A text.\n\n${secret}\n\nIts end.`)).toBe(countOf('A text.\n\nIts end.'));
  });

  it('was changed when its newest update was written, for its page and its sitemap', () => {
    const { updated } = pageAt<ReturnType<typeof storyPage>>(newsroom(), URL);
    const sitemap = pageAt<readonly SitemapEntry[]>(newsroom(), '/sitemaps/2026-11.xml');

    expect(updated?.iso).toBe('2026-11-23T11:30:00+00:00');
    expect(sitemap[0]?.lastModified).toBe('2026-11-23T11:30:00+00:00');
  });

  it('is in feeds as it is on its page', () => {
    const content = pageAt<Feed>(newsroom(), '/feed.xml').entries[0]?.content ?? '';

    expect([...content.matchAll(/id="(update-[^"]*)"/g)].map(([, id]) => id)).toEqual([
      'update-20261123-1130',
      'update-20261123-1015',
      'update-20261123-0900',
    ]);
    expect(content).not.toMatch(/Secret|mayor|\p{Cc}begin|button|script/u);
  });

  it('is told in feeds as changed when its newest update was written', () => {
    expect(pageAt<Feed>(newsroom(), '/feed.xml').entries[0]?.updated.iso).toBe('2026-11-23T11:30:00+00:00');
  });

  it('changes its page, its file, its feed and the fronts with its state, and nothing else', () => {
    const keysAt = (now: string): ReadonlyMap<string, string> =>
      new Map([...specsOf(editionOf(newsroom(), { now }).edition)].map((spec) => [spec.url, keyOf(spec)]));
    const changedBetween = (one: string, other: string): readonly string[] => {
      const [before, after] = [keysAt(one), keysAt(other)];
      return [...new Set([...before.keys(), ...after.keys()])]
        .filter((url) => before.get(url) !== after.get(url))
        .sort();
    };

    expect(changedBetween('2026-11-23 12:00', '2026-11-23 15:59')).toEqual([]);
    expect(changedBetween('2026-11-23 12:00', '2026-11-23 16:00')).toEqual(
      expect.arrayContaining(['/', URL, `${URL}updates.json`, '/feed.xml']),
    );
    expect(changedBetween('2026-11-23 19:59', '2026-11-23 20:00')).toEqual(
      expect.arrayContaining(['/', URL, `${URL}updates.json`]),
    );
  });

  it('is looked at again when it begins, when an update is due, and when it ends', () => {
    const nextAfter = (now: string): string | undefined => {
      const moment = nextChange(
        editionOf(newsroom({ start: '2026-11-23 08:30', end: '2026-11-23 20:00' }), { now }).edition,
      );
      return moment === undefined ? undefined : new Date(moment).toISOString().slice(11, 16);
    };

    expect(['08:00', '08:30', '12:00', '16:00'].map((time) => nextAfter(`2026-11-23 ${time}`))).toEqual([
      '08:30',
      '09:00',
      '16:00',
      '20:00',
    ]);
  });
});

describe('the posts of a live blog on its page', () => {
  const body = [
    'The bridge opens.',
    ':::update{date="2026-11-22 09:00" title="Barriers <up>" key=yes}\nUp.\n:::',
    ':::update{date="2026-11-23 11:30" title="Bus" by="Ana & Ruiz"}\nThe first.\n:::',
    ':::update{date="2026-11-22 10:15" title="Fares" pinned=yes}\nThey are cheap.\n:::',
    ':::update{date="2026-11-23 16:00" title="Secret" key=yes pinned=yes}\nThe mayor will resign.\n:::',
  ].join('\n\n');
  const given = { articles: { 'bridge.md': aStory({ slug: 'bridge', live: true, date: '2026-11-22' }, body) } };
  const at = '/2026/11/22/bridge/';

  it('stand under their days, below what is pinned, and none of them under embargo is anywhere', async () => {
    const document = documentOf(await renderedPage(given, at));
    const lines = [...document.querySelectorAll('.header-pinned, .header-day, .update')];

    expect(lines.map((line) => line.id || line.textContent)).toEqual([
      'Pinned',
      'update-20261122-1015',
      'Monday, November 23, 2026',
      'update-20261123-1130',
      'Sunday, November 22, 2026',
      'update-20261122-0900',
    ]);
    expect(document.documentElement.outerHTML).not.toMatch(/Secret|mayor/);
  });

  it('are listed by their titles where they are key points', async () => {
    const document = documentOf(await renderedPage(given, at));
    const links = [...document.querySelectorAll('.header-key-points a')];

    expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['#update-20261122-0900', 'Barriers <up>'],
    ]);
  });

  it('say who wrote them, to readers and to search engines', async () => {
    const document = documentOf(await renderedPage(given, at));
    const { frame } = pageAt<ReturnType<typeof storyPage>>(given, at);

    expect(document.querySelector('.update-by')?.textContent).toBe('By Ana & Ruiz');
    expect(JSON.parse(frame.structuredData ?? '')).toMatchObject({
      liveBlogUpdate: [
        { headline: 'Bus', articleBody: 'The first.', author: { '@type': 'Person', name: 'Ana & Ruiz' } },
        {},
        {},
      ],
    });
  });

  it('are told by the time that they are of wherever machines read them', () => {
    const newestFirst = ['update-20261123-1130', 'update-20261122-1015', 'update-20261122-0900'];
    const { frame } = pageAt<ReturnType<typeof storyPage>>(given, at);
    const { liveBlogUpdate } = JSON.parse(frame.structuredData ?? '') as { liveBlogUpdate: { url: string }[] };
    const [entry] = pageAt<Feed>(given, '/feed.xml').entries;

    expect(liveBlogUpdate.map(({ url }) => url.split('#')[1])).toEqual(newestFirst);
    expect(JSON.parse(pageAt<string>(given, `${at}updates.json`))).toMatchObject({ updates: newestFirst });
    expect(JSON.stringify(entry)).toMatch(/The first.*They are cheap.*Up\./);
  });
});

import { describe, expect, it } from 'vitest';
import { editionOf } from '../../newsroom/edition.ts';
import { aFile, aStory } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const NEWSROOM: NewsroomGiven = {
  site: { sections: [{ id: 'news', title: 'News' }] },
  contributors: { 'jane-doe.md': aFile({ name: 'Jane Doe' }, '') },
  pages: { 'about.md': aFile({ title: 'About' }, 'Text\n\n## People\n') },
  articles: {
    '10/report.md': aStory(
      { date: '2026-10-01', aliases: ['/old-report/'], topics: ['北京'] },
      'It closed.[^1]\n\n## What we know\n\nMuch.\n\n## Größe 北京\n\n[^1]: A note.\n',
    ),
    '11/held.md': aStory({ date: '2027-01-01' }),
    '11/draft.md': aStory({ draft: true }),
  },
  media: { 'minutes.pdf': 'file', 'content/articles/11/plan.pdf': 'file', 'bridge.jpg': [4, 2] },
};

/** What a line of text in `11/story.md` leads to, with the codes of what was found. */
function resolving(body: string, extra: NewsroomGiven = {}): readonly unknown[] {
  const articles = { ...NEWSROOM.articles, ...extra.articles, '11/story.md': aStory({}, `Text\n\n${body}\n`) };
  const { edition, diagnostics } = editionOf({ ...NEWSROOM, ...extra, articles });
  const story = edition.stories.find(({ article }) => article.slug === 'story');
  const targets = story?.references.map((one) => {
    if (one.kind === 'story') return one.story.url;
    return 'url' in one ? one.url + ('fragment' in one ? one.fragment : '') : one.kind;
  });
  return [...(targets ?? []), ...diagnostics.map(({ code, line }) => `${code}:${line}`)];
}

describe('the part of a page that a link leads to', () => {
  it.each([
    ['../10/report.md#what-we-knew', 'did you mean `#what-we-know`?'],
    ['../10/report.md#What-we-know', 'did you mean `#what-we-know`?'],
    [
      '/2026/10/01/report/?a=b#qqqqqqqqqqqqqqqq',
      'write the words of a heading in lower case, joined by hyphens: `#what-we-know`',
    ],
    ['https://ledger.example/2026/10/01/report/#fn2', 'did you mean `#fn1`?'],
    ['../10/report.md#fnref2', undefined],
    ['../../pages/about.md#peeple', 'did you mean `#people`?'],
    ['/about/#peeple', 'did you mean `#people`?'],
    ['#below', 'leave out what begins with `#`: the page has no headings to lead to'],
  ])('is told of where it is not there: %s', (target, hint) => {
    const articles = { ...NEWSROOM.articles, '11/story.md': aStory({}, `[a](${target})\n`) };
    const { edition, diagnostics } = editionOf({ ...NEWSROOM, articles });
    const story = edition.stories.find(({ article }) => article.slug === 'story');

    expect(diagnostics.map(({ code, severity, line }) => [code, severity, line])).toEqual([
      ['link-fragment', 'warn', 6],
    ]);
    if (hint !== undefined) expect(diagnostics[0]?.hint).toBe(hint);
    expect(story?.references.every(({ kind }) => kind === 'page')).toBe(true);
  });

  it.each(['#part', '#fn1', '#correction_1', '#correction_2', '#update_1', '#top', '#'])(
    'may be of its own: %s',
    (target) => {
      const keys = {
        corrections: [{ date: '2026-11-23', text: 'It was wrong.' }],
        updates: [{ date: '2026-11-23', text: 'It opened.' }],
      };
      const body = `[a](${target})[^1]\n\n## Part\n\n:::correction{date="2026-11-23"}\nNot so.\n:::\n\n[^1]: Note.\n`;

      expect(editionOf({ articles: { 'a.md': aStory(keys, body) } }).diagnostics).toEqual([]);
    },
  );

  it('may be a post of a live blog', () => {
    const post = ':::update{date="2026-11-23 09:05"}\nText\n:::\n';
    const articles = {
      'live.md': aStory({ live: true }, `Text\n\n${post}`),
      'a.md': aStory({}, '[a](live.md#update-20261123-0905) [b](live.md#update-20261123-0906)\n'),
    };

    expect(editionOf({ articles }).diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['link-fragment', 'did you mean `#update-20261123-0905`?'],
    ]);
  });

  it('is nothing that is known of other pages', () => {
    expect(resolving('[a](/news/#x)')).toEqual(['/news/#x']);
  });
});

describe('a path that something else serves', () => {
  const site = { sections: [{ id: 'news', title: 'News' }], elsewhere: ['/shop/**', '/forum/*.php'] };

  it.each(['/shop/', '/shop', '/shop/cart/?a=b#c', '/forum/topic.php?id=1', 'https://ledger.example/shop/a/b'])(
    'may be linked to: %s',
    (target) => {
      expect(resolving(`[a](${target})`, { site })).toEqual([target.replace('https://ledger.example', '')]);
    },
  );

  it.each(['/shopping/', '/forum/a/topic.php', '/forum/'])('is no other one: %s', (target) => {
    expect(resolving(`[a](${target})`, { site })).toEqual(['nowhere', 'link-broken:8']);
  });
});

describe('a link', () => {
  it.each([
    ['../10/report.md', '/2026/10/01/report/'],
    ['../10/report.md#what-we-know', '/2026/10/01/report/#what-we-know'],
    ['/articles/10/report.md', '/2026/10/01/report/'],
    ['./../10/./report.md', '/2026/10/01/report/'],
    ['/2026/10/01/report/', '/2026/10/01/report/'],
    ['/2026/10/01/report', '/2026/10/01/report/'],
    ['/2026/10/01/report/index.html', '/2026/10/01/report/'],
    ['/2026/10/01/report/?a=b#what-we-know', '/2026/10/01/report/?a=b#what-we-know'],
    ['../10/report.md#gr%C3%B6%C3%9Fe-北京', '/2026/10/01/report/#gr%C3%B6%C3%9Fe-北京'],
    ['../10/report.md#', '/2026/10/01/report/#'],
    ['../10/report.md#top', '/2026/10/01/report/#top'],
    ['../10/report.md#fn1', '/2026/10/01/report/#fn1'],
    ['../10/report.md#fnref1', '/2026/10/01/report/#fnref1'],
    ['../10/report.md#what-we-know:~:text=Much', '/2026/10/01/report/#what-we-know:~:text=Much'],
    ['/about/#people', '/about/#people'],
    ['../../pages/about.md#people', '/about/#people'],
    ['HTTPS://Ledger.example/news/', '/news/'],
    ['http://ledger.example/news/', '/news/'],
    ['https://ledger.example', '/'],
    ['/minutes.pdf', '/media/minutes.pdf'],
    ['https://ledger.example/2026/10/01/report/', '/2026/10/01/report/'],
    ['https://ledger.example/', '/'],
    ['/old-report/', '/old-report/'],
    ['/news/', '/news/'],
    ['/topics/北京/', '/topics/北京/'],
    ['/feed.xml', '/feed.xml'],
    ['../../contributors/jane-doe.md', '/contributors/jane-doe/'],
    ['/contributors/jane-doe/', '/contributors/jane-doe/'],
    ['../../pages/about.md', '/about/'],
    ['/about/', '/about/'],
    ['plan.pdf', '/articles/11/plan.pdf'],
    ['minutes.pdf', '/media/minutes.pdf'],
    ['/media/minutes.pdf', '/media/minutes.pdf'],
    ['/media/bridge.jpg', '/media/bridge.jpg'],
    ['story.md', '/2026/11/23/story/'],
    ['/topics/%E5%8C%97%E4%BA%AC/', '/topics/北京/'],
    ['%6Dinutes.pdf', '/media/minutes.pdf'],
  ])('leads to %s', (target, url) => {
    expect(resolving(`[a](${target})`)).toEqual([url]);
  });

  it.each([
    ['held.md', 'link-unpublished'],
    ['/2027/01/01/held/', 'link-unpublished'],
    ['draft.md', 'link-unpublished'],
    ['repot.md', 'link-broken'],
    ['../10/story.md', 'link-broken'],
    ['/2026/10/02/report/', 'link-broken'],
    ['/nothing/', 'link-broken'],
    ['nothing.pdf', 'link-broken'],
    ['?page=2', 'link-broken'],
    ['example.com', 'link-broken'],
    ['../../../secret.md', 'path-outside'],
    ['/../secret.md', 'path-outside'],
    ['../../../../etc/passwd', 'path-outside'],
  ])('to %s is told of on its line, and leads nowhere', (target, code) => {
    expect(resolving(`[a](${target})`)).toEqual(['nowhere', `${code}:8`]);
  });

  it.each([
    ['50%.pdf', '/media/50%.pdf'],
    ['50%25.pdf', '/media/50%.pdf'],
    ['/media/50%25.pdf', '/media/50%.pdf'],
    ['https://ledger.example/media/50%25.pdf', '/media/50%.pdf'],
    ['a%23b.pdf', '/media/a#b.pdf'],
    ['../10/100%.md#a', '/2026/11/23/100/#a'],
    ['../10/100%25.md', '/2026/11/23/100/'],
  ])('may lead to a name that has a percent sign or a hash in it: %s', (target, url) => {
    const media = { '50%.pdf': 'file', 'a#b.pdf': 'file' } as const;
    const articles = { '10/100%.md': aStory({ slug: '100' }, 'Text\n\n## A\n') };

    expect(resolving(`[a](${target})`, { media, articles })).toEqual([url]);
  });

  it.each(['[a][1]\n\n[1]: ../10/report.md', '[a][0]\n\n[0]: ../10/report.md', '[a][b]\n\n[b]: ../10/report.md'])(
    'may be written by reference: %j',
    (body) => {
      expect(resolving(body)).toEqual(['/2026/10/01/report/']);
    },
  );

  it('to an address that only Eleventy can know is let through', () => {
    const pages = { 'tags.njk': aFile({ permalink: { build: '/tags/' } }, 'Text') };

    expect(resolving('[a](/tags/)', { pages })).toEqual(['/tags/']);
  });

  it('to a story of which a link is held back still publishes this one', () => {
    const { edition } = editionOf({
      ...NEWSROOM,
      articles: { ...NEWSROOM.articles, '11/s.md': aStory({}, '[a](held.md)') },
    });

    expect(edition.stories.map(({ article }) => article.slug)).toContain('s');
  });

  it('of a page of its own is resolved as that of a story', () => {
    const pages = { 'about.md': aFile({ title: 'About' }, '[a](../articles/10/report.md) [b](gone.md)') };
    const { edition, diagnostics } = editionOf({ ...NEWSROOM, pages });

    expect(edition.ownPages[0]?.text?.references).toMatchObject([{ url: '/2026/10/01/report/' }, { kind: 'nowhere' }]);
    expect(diagnostics.map(({ code, path }) => `${path} ${code}`)).toEqual(['content/pages/about.md link-broken']);
  });
});

describe('what to do about a link that leads to nothing', () => {
  it.each([
    ['about.md', 'did you mean `../../pages/about.md`?'],
    ['/content/pages/about.md', 'did you mean `../../pages/about.md`?'],
    ['jane-doe.md', 'did you mean `../../contributors/jane-doe.md`?'],
    ['report', 'did you mean `../10/report.md`?'],
    ['report.html', 'did you mean `../10/report.md`?'],
    ['/2026/10/01/report/index.md', 'did you mean `/2026/10/01/report/`?'],
    ['/about/index.htm', 'did you mean `/about/`?'],
    ['www.example.com', 'write `https://www.example.com`'],
    ['example.com/page', 'write `https://example.com/page`'],
    ['https//example.com/', 'write `https://example.com/`'],
    ['htps://example.com/', 'write `https://example.com/`'],
    ['http:/example.com/', 'write `https://example.com/`'],
    ['file:///C:/minutes.doc', 'put the file into content/media/, and write its name alone: `minutes.doc`'],
    ['/tel:+442079460000', 'leave out the `/` before it: `tel:+442079460000`'],
    ['report.xyz', 'write an address that begins with `https://`, or the path of a Markdown file'],
    ['missing.pdf', 'add content/media/missing.pdf'],
    ['setup.exe', 'put the file into content/public/, which is copied as it is, and link to `/setup.exe`'],
    ['x.html', 'put the file into content/public/, which is copied as it is, and link to `/x.html`'],
    [
      '/shop/mugs',
      'link to the Markdown file of a story or a page: `../10/report.md`; what something else serves on this host is named in content/site.yaml: `elsewhere: [/shop/**]`',
    ],
    [
      '/shop/catalogue.pdf',
      'add content/media/shop/catalogue.pdf; what something else serves on this host is named in content/site.yaml: `elsewhere: [/shop/**]`',
    ],
    ['/topics/none-of-these/', 'link to the Markdown file of a story or a page: `../10/report.md`'],
  ])('is said in its hint: %s', (target, hint) => {
    const articles = { ...NEWSROOM.articles, '11/story.md': aStory({}, `[a](${target})\n`) };

    expect(editionOf({ ...NEWSROOM, articles }).diagnostics.map((found) => found.hint)).toEqual([hint]);
  });
});

describe('a card in the text', () => {
  it.each([
    ['report', ['/2026/10/01/report/']],
    ['held', ['nowhere', 'link-unpublished:8']],
    ['reporting', ['nowhere', 'story-unknown:8']],
  ])('leads to the story of that slug: %s', (slug, expected) => {
    expect(resolving(`::story{slug=${slug}}`)).toEqual(expected);
  });

  it('is of the newest of several stories of one slug', () => {
    const articles = { 'newer.md': aStory({ slug: 'report', date: '2026-11-01' }) };

    expect(resolving('::story{slug=report}', { articles })).toEqual(['/2026/11/01/report/']);
  });
});

describe('a file beside a story', () => {
  it('is published only if a story shows it or leads to it', () => {
    const articles = { '11/a.md': aStory({}, '[a](plan.pdf) ![b](bridge.jpg)') };

    expect(editionOf({ ...NEWSROOM, articles }).edition.files).toEqual([
      'content/articles/11/plan.pdf',
      'content/media/bridge.jpg',
    ]);
    expect(editionOf(NEWSROOM).edition.files).toEqual([]);
  });

  it.each([{ date: '2027-01-01' }, { draft: true }])('is not published before the story is: %j', (keys) => {
    const articles = { '11/a.md': aStory(keys, '[a](plan.pdf)') };

    expect(editionOf({ ...NEWSROOM, articles }).edition.files).toEqual([]);
  });
});

describe('a story that shows its own card', () => {
  it.each([{}, { date: '2027-01-01' }])('is told that it does: %j', (keys) => {
    const articles = { '11/story.md': aStory(keys, 'Text\n\n::story{slug=story}\n\n::story{slug=report}\n') };
    const { diagnostics, edition } = editionOf({ articles: { ...NEWSROOM.articles, ...articles } });
    const story = edition.stories.find(({ article }) => article.slug === 'story');

    expect(diagnostics.map(({ code, line, hint }) => [code, line, hint])).toEqual([
      ['related-itself', 8, 'write the slug of another story, or remove it'],
    ]);
    if (Object.keys(keys).length === 0) expect(story?.references.map(({ kind }) => kind)).toEqual(['nowhere', 'story']);
  });
});

it.each(['/2026/10/01/report/', 'https://ledger.example/2026/10/01/report.html', 'reprot'])(
  'a card of an address is told with the slug: %s',
  (target) => {
    const articles = { ...NEWSROOM.articles, '11/story.md': aStory({}, `::story{slug="${target}"}\n`) };
    const [found] = editionOf({ ...NEWSROOM, articles }).diagnostics;

    expect([found?.code, found?.hint]).toEqual(['story-unknown', 'did you mean `report`?']);
  },
);

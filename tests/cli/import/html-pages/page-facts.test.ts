import { describe, expect, it } from 'vitest';
import { opened, page, prose, readOne } from './pages.ts';

describe('what a page says of itself', () => {
  it.each([
    ['an object', '{"@type":"NewsArticle","headline":"H","author":{"name":"Jo Li"},"datePublished":"2020-01-02"}'],
    [
      'a list',
      '[{"@type":"WebSite"},{"@type":["BlogPosting"],"author":[{"name":"Jo Li"}],"datePublished":"2020-01-02"}]',
    ],
    [
      'a graph',
      '{"@graph":[{"@type":"Person","@id":"#j","name":"Jo Li"},{"@type":"Article","author":{"@id":"#j"},"datePublished":"2020-01-02"}]}',
    ],
    [
      'an end of line in a string',
      '{"@type":"NewsArticle","description":"a\nb","author":"Jo Li","datePublished":"2020-01-02"}',
    ],
    [
      'marks around it',
      '<!-- {"@type":"http://schema.org/NewsArticle","author":"Jo Li","datePublished":"2020-01-02"}; -->',
    ],
  ])('is read from structured data, which may be %s', async (_what, json) => {
    const { entry } = await readOne(page(prose(), `<script type="application/ld+json">${json}</script>`));

    expect([entry.date, entry.contributors, entry.kind]).toEqual(['2020-01-02', ['jo li'], 'story']);
  });

  it('is read from the rest where structured data is broken or hostile, and that is told', async () => {
    const { entry, notes } = await readOne(
      page(
        prose(),
        `<script type="application/ld+json">{"@type":"NewsArticle",</script><script type="application/ld+json">${'['.repeat(50_000)}</script>
         <script type="application/ld+json">{"__proto__":{"headline":"x"},"constructor":1,"author":{"author":[[[]]]}}</script>
         <meta name="author" content="Jo Li"><meta property="article:published_time" content="2020-01-02T00:00:00Z">`,
      ),
    );

    expect([entry.date, entry.contributors]).toEqual(['2020-01-02T00:00:00Z', ['jo li']]);
    expect(notes.map(({ what }) => what)).toEqual(['structured data with faults']);
  });

  it.each([
    ['a canonical link', '<link rel="canonical" href="/2020/bridge">', 'https://old.example/2020/bridge'],
    ['Open Graph', '<meta property="og:url" content="https://old.example/og">', 'https://old.example/og'],
    ['no front of the site', '<link rel="canonical" href="https://old.example/">', 'https://old.example/a/story.html'],
    ['no script', '<link rel="canonical" href="javascript:alert(1)">', 'https://old.example/a/story.html'],
    ['nothing', '', 'https://old.example/a/story.html'],
  ])('gives its old address by %s', async (_what, head, url) => {
    const archive = await opened({ 'a/story.html': page(prose(), head) }, 'https://old.example/');

    expect(archive.outlines.map((outline) => outline.url)).toEqual([url]);
  });

  it('gives its old address by the comment of a browser that saved it', async () => {
    const saved = page(prose()).replace('<html', '<!-- saved from url=(0031)https://old.example/2020/01/x/ -->\n<html');

    expect((await readOne(saved)).entry.url).toBe('https://old.example/2020/01/x/');
  });

  it('gives its old address by its path in a copy of the site', async () => {
    const archive = await opened({
      'old.example/2020/index.html': page(prose()),
      'old.example/index.html?p=12': page(prose()),
      'old.example/post.php@id=3.html': page(prose()),
      'old.example/no-ending': page(prose()),
    });

    expect(archive.outlines.map(({ url }) => url)).toEqual([
      'https://old.example/2020/',
      'https://old.example/?p=12',
      'https://old.example/no-ending',
      'https://old.example/post.php?id=3',
    ]);
  });
});

describe('a page of a newspaper', () => {
  it('has the sentence under its headline, a list of topics in one, and whose its picture is', async () => {
    const { entry } = await readOne(
      page(
        `<div data-gu-name="standfirst"><p>What the inspectors found</p></div><figure><img src="https://old.example/quay.jpg" alt="A quay"><span><span class="visually-hidden">Image source, </span>Agency</span><figcaption>The quay</figcaption></figure><div>${prose()}</div>`,
        '<meta property="article:tag" content="Bridges,Harbour"><meta property="article:tag" content="Salem, Oregon"><meta property="article:published_time" content="2020-01-02">',
      ),
    );

    expect(entry.dek).toBe('What the inspectors found');
    expect(entry.topics).toEqual(['Bridges', 'Harbour', 'Salem, Oregon']);
    expect(entry.image).toMatchObject({ caption: 'The quay', credit: 'Agency' });
  });

  it('made by AMP has its players', async () => {
    const { markdown } = await readOne(
      page(prose('<amp-youtube data-videoid="aB-1" layout="responsive"></amp-youtube>')),
    );

    expect(markdown).toContain('::embed{url="https://www.youtube.com/watch?v=aB-1"}');
  });
});

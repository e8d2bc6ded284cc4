import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Archive, type Entry, ImportError, type ImportNote } from '../../../../src/cli/import/archive.ts';
import { htmlPagesReader } from '../../../../src/cli/import/sources/html-pages/html-pages.ts';
import { aContext } from '../print-archive.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function aFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

async function opened(files: Readonly<Record<string, string | Uint8Array>>, url?: string): Promise<Archive> {
  return htmlPagesReader.open(aFolder(files), { media: undefined, site: url === undefined ? {} : { url } });
}

interface Read {
  readonly entry: Entry;
  readonly markdown: string;
  readonly notes: readonly ImportNote[];
}

async function read(archive: Archive): Promise<Read[]> {
  const all: Read[] = [];
  for await (const entry of archive.entries()) {
    const notes: ImportNote[] = [];
    all.push({ entry, markdown: entry.text(aContext(entry, notes)), notes });
  }
  return all;
}

async function readOne(html: string | Uint8Array): Promise<Read> {
  const [only] = await read(await opened({ 'story.html': html }));
  if (!only) throw new Error('the page was left out');
  return only;
}

const PROSE = [
  'The city closed the harbour bridge on Monday after inspectors found a crack that runs through a plate as wide as a door.',
  'Forty thousand people a day now go by ferries, which were full already, and nobody has said for how long they will have to.',
  'The firm that renewed the plate eleven years ago did not answer questions, and its contract ends in March of the next year.',
];

function page(inside: string, head = ''): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge closes</title>${head}</head><body><main><article><h1>Bridge closes</h1>${inside}</article></main></body></html>`;
}

function prose(between = ''): string {
  return `<p>${PROSE[0]}</p>${between}<p>${PROSE[1]}</p><p>${PROSE[2]}</p>`;
}

const WHOLE = PROSE.join('\n\n');

describe('an article of a page', () => {
  it.each([
    [
      'by its words',
      '<div class="a7x"><p>Your browser is not supported. Please update to a newer version to read on.</p></div>',
    ],
    [
      'by its words, without a box',
      '<p>You are using an outdated browser. Please upgrade your browser to improve your experience and security.</p>',
    ],
    [
      'by where it leads',
      '<div><p>Try <a href="https://www.google.com/chrome/">Chrome</a> or <a href="https://www.mozilla.org/firefox/">Firefox</a> instead.</p></div>',
    ],
    ['by its name', '<div id="unsupported-browser"><p>We have moved on.</p><p>So should you.</p></div>'],
    ['by its role', '<div role="alert">This page is best seen elsewhere.</div>'],
    [
      'for who has no scripts',
      '<noscript><p>Please turn on JavaScript in your browser to read this story.</p></noscript>',
    ],
    ['in German', '<div class="x"><strong>Ihr Browser ist veraltet.</strong> Bitte aktualisieren Sie ihn.</div>'],
    ['in Arabic', '<div class="x">متصفحك غير مدعوم، يرجى تحديث المتصفح.</div>'],
    ['in Chinese', '<div class="x">您的浏览器版本过旧，请升级浏览器。</div>'],
  ])('has no word of a banner that asks for another browser, which is known %s', async (_how, banner) => {
    expect((await readOne(page(banner + prose()))).markdown).toBe(WHOLE);
    expect((await readOne(page(prose(banner.replace(/^<p>(.*)<\/p>$/, '<div>$1</div>'))))).markdown).toBe(WHOLE);
  });

  it('keeps its own sentences on browsers', async () => {
    const html = page(
      prose(
        '<p>Your browser is not supported, the page of the ferries tells people, please update to a newer version, and many do not.</p>',
      ),
    );
    const about = page(
      `${prose('<div>If your browser is outdated, please update it.</div>')}`,
      '<meta property="og:title" content="Why every browser is outdated">',
    );

    expect((await readOne(html)).markdown).toContain('the page of the ferries tells people');
    expect((await readOne(about)).markdown).toContain('If your browser is outdated, please update it.');
  });

  it.each([
    [
      'a notice of cookies',
      '<div class="cookie-notice"><p>We use cookies to make this better.</p><button>OK</button></div>',
    ],
    [
      'a sign-up',
      '<section class="newsletter-signup"><h3>The Friday letter</h3><form><input type="email"><button>Join</button></form></section>',
    ],
    [
      'buttons for sharing',
      '<ul class="ShareTools"><li><a href="https://s.example/1">Share</a></li><li><a href="https://s.example/2">Post</a></li></ul>',
    ],
    [
      'links to other stories',
      '<div class="RelatedCoverage"><h3>Related coverage</h3><a href="/a">The ferries are full of people who do not like ferries</a></div>',
    ],
    ['an advertisement', '<div class="ad-slot" id="ad-3"><span>Advertisement</span></div>'],
    ['what is hidden', '<div hidden><p>A trick.</p></div><div style="display: none">Another.</div>'],
    ['scripts and styles', '<script>document.write("x")</script><style>p{}</style><template><p>t</p></template>'],
  ])('has no word of %s, and the editor is told what it said', async (_name, other) => {
    const { markdown, notes } = await readOne(page(prose(other)));

    expect(markdown).toBe(WHOLE);
    const words = other
      .replace(/<(script|style|template)>.*?<\/\1>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .trim();
    expect(notes.length > 0).toBe(words !== '');
  });

  it('keeps what Readability would not: pull quotes, short lists of links, tables of market shares', async () => {
    const { markdown } = await readOne(
      page(
        prose(
          [
            '<aside class="pull"><blockquote>Nobody looked.</blockquote></aside>',
            '<ul><li><a href="/report">The report</a>, 1903</li><li><a href="/map">The map</a>, 1930</li></ul>',
            '<table class="market-share"><tr><th>Ferry</th><th>Share</th></tr><tr><td>Nile</td><td>40</td></tr></table>',
            '<h2 id="related-work">Related work</h2>',
          ].join(''),
        ),
      ),
    );

    for (const words of ['> Nobody looked.', 'The report', '1930', 'Nile', '## Related work'])
      expect(markdown).toContain(words);
  });

  it('has its picture over it, with caption and credit', async () => {
    const { entry, markdown } = await readOne(
      page(
        `<figure><img src="https://a.example/crack.jpg" alt="A crack"><figcaption>The crack. <span class="credit">Ana Pell</span></figcaption></figure>${prose()}`,
      ),
    );

    expect(entry.image).toEqual({
      address: 'https://a.example/crack.jpg',
      alt: 'A crack',
      caption: 'The crack.',
      credit: 'Ana Pell',
    });
    expect(markdown).toBe(WHOLE);
  });

  it.each([
    [
      'a script would load it',
      '<img src="data:image/gif;base64,R0==" data-src="https://a.example/a.jpg" alt="A">',
      'a.jpg',
    ],
    [
      'a script would choose it',
      '<img data-srcset="https://a.example/w_100,h_50/s.jpg 100w, https://a.example/w_900,h_50/l.jpg 900w" alt="A">',
      'l.jpg',
    ],
    [
      'without scripts there is a copy',
      '<img class="lazy" alt="A"><noscript><img src="https://a.example/c.jpg" alt="A"></noscript>',
      'c.jpg',
    ],
    [
      'sources say more',
      '<picture><source srcset="https://a.example/b.webp 2000w"><img src="https://a.example/s.webp" alt="A"></picture>',
      'b.webp',
    ],
    ['its set has no spaces', '<img srcset="https://a.example/1.jpg 1x,https://a.example/2.jpg 2x" alt="A">', '2.jpg'],
  ])('shows the picture where %s', async (_why, img, name) => {
    expect((await readOne(page(prose(`<p>${img}</p>`)))).markdown).toContain(`![A](/media/${name})`);
  });
});

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

describe('the reader of pages', () => {
  it('leaves out lists, pages without an article, and what a browser saved beside a page', async () => {
    const teaser = (name: string) => `<article><h2><a href="/${name}">${name}</a></h2><p>${PROSE[0]}</p></article>`;
    const archive = await opened({
      'list.html': `<html><body><main>${teaser('a')}${teaser('b')}${teaser('c')}</main></body></html>`,
      'short.html': '<html><body><p>Nothing.</p></body></html>',
      'empty.html': '',
      'story.html': page(prose()),
      'story_files/frame.html': page(prose()),
    });

    expect(archive.outlines.map(({ place }) => place)).toEqual(['story.html']);
    expect(archive.notes.map(({ detail }) => detail?.split(':')[0])).toEqual(['empty.html', 'list.html', 'short.html']);
  });

  it('says of a folder without an article what was expected', async () => {
    await expect(opened({ 'a.html': '<p>x</p>' })).rejects.toThrow(ImportError);
  });

  it.each([
    [
      'windows-1251',
      'Мост закрыт, и никто не знает, до какого дня: инспекторы нашли трещину за восьмой плитой.',
      'x-cp',
    ],
    [
      'utf-16le',
      'Größer als gedacht, sagte die Hafenmeisterin am Montag, und niemand widersprach ihr an diesem Tag.',
      'mark',
    ],
  ])('reads pages in %s', async (encoding, sentence) => {
    const html = `<html><head><meta charset="${encoding}"><title>T</title></head><body><article><h1>T</h1><p>${sentence}</p><p>${sentence} 2</p></article></body></html>`;
    const bytes = encoding === 'utf-16le' ? Buffer.from(`\uFEFF${html}`, 'utf16le') : cyrillic(html);

    expect((await readOne(bytes)).markdown).toContain(sentence);
  });

  it('finds files beside a page, within the folder only', async () => {
    const folder = aFolder({
      'site/a/story.html': page(prose()),
      'site/a/story_files/b c.jpg': 'x',
      'site/img/d.jpg?w=3': 'x',
      'secret.jpg': 'x',
    });
    symlinkSync(join(folder, 'secret.jpg'), join(folder, 'site/link.jpg'));
    const archive = await htmlPagesReader.open(join(folder, 'site'), { media: undefined, site: {} });
    const [outline] = archive.outlines;
    const find = (address: string) => outline && archive.findMedia(address, outline)?.slice(folder.length);

    expect(find('story_files/b%20c.jpg')).toBe('/site/a/story_files/b c.jpg');
    expect(find('./story_files/b c.jpg')).toBe('/site/a/story_files/b c.jpg');
    expect(find('../img/d.jpg?w=3')).toBe('/site/img/d.jpg?w=3');
    expect(find('https://old.example/img/d.jpg?w=3')).toBe('/site/img/d.jpg?w=3');
    for (const address of [
      '../../secret.jpg',
      '%2e%2e/%2e%2e/secret.jpg',
      '../link.jpg',
      '/link.jpg',
      'file:///etc/passwd',
      '',
      '..',
      '//',
      'https://old.example/../../secret.jpg',
    ])
      expect(find(address)).toBeUndefined();
  });

  it.each([
    ['deep elements', page(`${prose()}${'<div>'.repeat(10_000)}inside`)],
    ['deep elements that are not closed', page(`${prose()}${'<b><i>'.repeat(3000)}inside`)],
    ['200 kB of text', page(prose() + `<p>${PROSE[0]}</p>`.repeat(1700))],
    ['a line of spaces', page(`${prose()}<p>a${' '.repeat(500_000)}b</p>`)],
    ['tag soup', page(`${prose()}<p><table><b>in</b><tr><li></p></td><a href="x"<b>>side</ul></frame>inside`)],
    ['names of objects', page(`${prose()}<p class="__proto__" id="constructor" data-testid="toString">inside</p>`)],
  ])('reads what is unusual: %s', async (_name, html) => {
    expect((await readOne(html)).markdown).toContain(PROSE[2]);
  });

  it('runs nothing, and lets no address of a script through', async () => {
    const { markdown } = await readOne(
      page(
        prose(
          '<p onclick="globalThis.ran = true">x</p><img src=x onerror="globalThis.ran=true"><a href="javascript:alert(1)">l</a><iframe srcdoc="<script>globalThis.ran=true</script>"></iframe>',
        ),
      ),
    );

    expect('ran' in globalThis).toBe(false);
    expect(markdown).not.toMatch(/javascript:|onerror|srcdoc/);
  });
});

function cyrillic(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );
}

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { atNight } from '../../at-night.ts';
import { writeHostileNewsroom } from '../../browser/hostile-newsroom.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { type Crawl, crawlSite } from './crawl-site.ts';
import { demoFolder, lendPictures, ORIGIN } from '../demo.ts';
import { buildSiteInResident, PROJECT } from '../run-broadsheet.ts';

const temporary = mkdtempSync(join(tmpdir(), 'broadsheet-crawl-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** What no site can do without: its pages, what they ask for, and what is said of them to others. */
const ON_EVERY_SITE = ['a href', 'link href', 'script text', 'meta og:url', 'loc', 'json home_page_url'];

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Builds a newsroom and crawls it. */
async function crawlBuilt(content: string, url: string): Promise<Crawl> {
  const output = join(mkdtempSync(join(temporary, 'built-')), 'site');
  lendPictures(output);
  const { status, stderr } = await buildSiteInResident(content, output, '--url', url);
  expect(status, stderr.match(/^.* error .*$/gm)?.join('\n')).toBe(0);
  return crawlSite(output, url);
}

/** Whose name needs encoding. */
const IN_A_FOLDER = 'https://preview.example/branch%20%C3%A9/paper/';

describe('every address leads somewhere', () => {
  it('in the demo', () => {
    const { counts, parts, broken } = crawlSite(demoFolder(), `${ORIGIN}/`);
    const count = (kind: string): number => counts.get(kind) ?? 0;

    expect(broken).toEqual([]);
    expect([...counts.keys()]).toEqual(
      expect.arrayContaining([
        ...ON_EVERY_SITE,
        ...['img src', 'meta og:image', 'meta refresh', 'audio src', 'redirect from', 'redirect to'],
        ...['json-ld url', 'json-ld mainEntityOfPage', 'json url', 'json content_html a href'],
        ...['link', 'guid', 'atom:link href', 'content:encoded a href', 'content:encoded img src'],
      ]),
    );
    expect(count('a href')).toBeGreaterThan(1_500);
    expect(count('img src')).toBeGreaterThan(100);
    expect(count('loc')).toBeGreaterThan(60);
    expect(count('json-ld url')).toBeGreaterThan(100);
    expect(count('redirect to')).toBeGreaterThan(10);
    expect(parts).toBeGreaterThan(100);
  });

  it.each(atNight(IN_A_FOLDER))('in the demo where it lives in a folder of its host: %s', async (url) => {
    const { counts, broken } = await crawlBuilt(join(PROJECT, 'content'), url);

    expect(broken).toEqual([]);
    expect([...counts.keys()]).toEqual(expect.arrayContaining([...ON_EVERY_SITE, 'redirect to', 'json-ld url']));
    expect(counts.get('a href')).toBeGreaterThan(1_500);
  });

  it.each([...atNight('https://ledger.example/', 'https://ledger.example/paper/'), IN_A_FOLDER])(
    'in a hostile newsroom, at %s',
    async (url) => {
      const content = join(temporary, 'hostile/content');
      rmSync(content, { recursive: true, force: true });
      writeHostileNewsroom(content);
      for (const name of ['articles/a b+é,(1).png', 'articles/50%.png', 'media/50%25 %2e%2e.png', 'media/a%20b.png']) {
        cpSync(join(content, 'media/pixel.png'), join(content, name));
      }
      write(content, {
        'redirects.yaml':
          '/caf%C3%A9: /own/\n/北京/: /café/\n/a/: /2026/11/19/odd/#größe\n/b/: https://x.example/?a=%20b\n',
        'articles/odd.md': aStory(
          {
            date: '2026-11-19',
            language: 'ar',
            topics: ['北京 & Co', 'Größe/Länge', '../up', '#1'],
            aliases: ['/قديم/', '/old.html'],
            image: { src: '50%25 %2e%2e.png', alt: '' },
            corrections: [
              { date: '2026-11-20', text: '[x](javascript:alert) "><a href=/gone/>' },
              { date: '2026-11-21', text: 'Two' },
            ],
          },
          '## Größe\n\n![Odd](<a b+é,(1).png>)\n\n![Half](50%.png) [name](a%20b.png) [code](a%2520b.png)\n\n[Part](odd.md#größe) [other](/b/) [on](#größe)[^1]\n\n[^1]: Note\n',
        ),
      });
      const { counts, parts, broken } = await crawlBuilt(content, url);

      expect(broken).toEqual([]);
      expect([...counts.keys()]).toEqual(
        expect.arrayContaining([...ON_EVERY_SITE, 'img src', 'redirect to', 'meta refresh']),
      );
      expect(parts).toBeGreaterThan(5);
    },
  );

  it('in a newsroom without stories', async () => {
    const content = join(temporary, 'empty/content');
    write(content, { 'site.yaml': 'title: Empty\nurl: https://ledger.example/\n' });
    const { counts, broken } = await crawlBuilt(content, 'https://ledger.example/paper/');

    expect(broken).toEqual([]);
    expect([...counts.keys()]).toEqual(expect.arrayContaining(ON_EVERY_SITE));
  });
});

describe('a crawl', () => {
  const AROUND = (body: string, head = ''): string =>
    `<!doctype html><html lang="en"><head><title>T</title>${head}</head><body id="top">${body}</body></html>`;
  const URL_GONE = 'https://ledger.example/paper/gone';

  it.each<[kind: string, file: string, text: string]>([
    ['a href', 'x.html', AROUND('<a href="gone">x</a>')],
    ['a href', 'x.html', AROUND('<a href="/x.html">outside the folder of the site</a>')],
    ['a href', 'x.html', AROUND('<a href="#gone">x</a>')],
    ['a href', 'x.html', AROUND('<a href="ok.html#gone">x</a>')],
    ['a href', 'x.html', AROUND('<a href="OK.html">x</a>')],
    ['a href', 'x.html', AROUND('<a href="ok">x</a>')],
    ['a href', 'x.html', AROUND(`<template><a href='${URL_GONE}'>x</a></template>`)],
    ['a href', 'x.html', AROUND('<a href=gone>x</a>')],
    ['area href', 'x.html', AROUND('<map><area href="gone"></map>')],
    ['img src', 'x.html', AROUND('<img src="gone.png">')],
    ['img srcset', 'x.html', AROUND('<img src="ok.html" srcset="ok.html 1x, gone.png 2x">')],
    ['source srcset', 'x.html', AROUND('<picture><source srcset="gone.avif"><img src="ok.html"></picture>')],
    ['source src', 'x.html', AROUND('<video poster="ok.html"><source src="gone.mp4"></video>')],
    ['video poster', 'x.html', AROUND('<video poster="gone.png"></video>')],
    ['track src', 'x.html', AROUND('<video><track src="gone.vtt"></video>')],
    ['audio src', 'x.html', AROUND('<audio src="gone.mp3"></audio>')],
    ['iframe src', 'x.html', AROUND('<iframe src="gone"></iframe>')],
    ['object data', 'x.html', AROUND('<object data="gone"></object>')],
    ['form action', 'x.html', AROUND('<form action="gone"></form>')],
    ['use xlink:href', 'x.html', AROUND('<svg><use xlink:href="gone.svg"></use></svg>')],
    ['css url', 'x.html', AROUND('<p style="background:url(gone.png)">x</p>')],
    ['css url', 'x.html', AROUND('', '<style>p{background:url("gone.png")}</style>')],
    ['script src', 'x.html', AROUND('', '<script src="gone.js"></script>')],
    ['script text', 'x.html', AROUND('', '<script>load("/paper/gone.js")</script>')],
    ['link href', 'x.html', AROUND('', `<link rel="canonical" href="${URL_GONE}">`)],
    ['link href', 'x.html', AROUND('', `<link rel="alternate" hreflang="fr" href="${URL_GONE}">`)],
    ['link imagesrcset', 'x.html', AROUND('', '<link rel="preload" as="image" imagesrcset="gone.png 2x">')],
    ['meta og:url', 'x.html', AROUND('', `<meta property="og:url" content="${URL_GONE}">`)],
    ['meta og:image', 'x.html', AROUND('', `<meta property="og:image" content="${URL_GONE}">`)],
    ['meta twitter:image', 'x.html', AROUND('', `<meta name="twitter:image" content="${URL_GONE}">`)],
    ['meta refresh', 'x.html', AROUND('', '<meta http-equiv="refresh" content="0; url=gone">')],
    ['json-ld url', 'x.html', AROUND('', `<script type="application/ld+json">{"a":[{"url":"${URL_GONE}"}]}</script>`)],
    ['loc', 'sitemap.xml', `<urlset><url><loc>${URL_GONE}</loc></url></urlset>`],
    ['guid', 'feed.xml', `<rss><item><guid>${URL_GONE}</guid></item></rss>`],
    ['enclosure url', 'feed.xml', `<rss><item><enclosure url="${URL_GONE}"/></item></rss>`],
    [
      'content:encoded a href',
      'feed.xml',
      `<rss xmlns:content="c"><content:encoded>&lt;a href="${URL_GONE}"&gt;x&lt;/a&gt;</content:encoded></rss>`,
    ],
    ['content img src', 'atom.xml', `<feed><content type="html"><![CDATA[<img src="${URL_GONE}">]]></content></feed>`],
    ['json url', 'feed.json', `{"items":[{"url":"${URL_GONE}"}]}`],
    ['json content_html a href', 'feed.json', `{"items":[{"content_html":"<a href='${URL_GONE}'>x</a>"}]}`],
    ['css url', 'assets/x.css', '@font-face{src:url(../gone.woff2)}'],
    ['css url', 'assets/x.css', '@import "gone.css";'],
    ['robots', 'robots.txt', `User-agent: *\nSitemap: ${URL_GONE}\n`],
    ['redirect from', '_redirects', '/paper/gone/ /paper/ok.html 301\n'],
    ['redirect to', '_redirects', '/paper/ok.html /paper/gone 301\n'],
    ['redirect to', '_redirects', '/paper/ok.html /paper/ok.html#gone 301\n'],
    ['redirect to', 'redirects.json', '{"/paper/ok.html": "/paper/gone"}'],
  ])('sees what leads nowhere: <%s> in %s', (kind, file, text) => {
    const folder = mkdtempSync(join(temporary, 'broken-'));
    write(folder, {
      'ok.html': AROUND('<a href="#top">x</a> <a href="https://x.example/gone">elsewhere</a>'),
      [file]: text,
    });
    const { broken, counts } = crawlSite(folder, 'https://ledger.example/paper/');

    expect(broken.map((place) => place.slice(0, place.indexOf('>') + 1))).toEqual([`${file}: <${kind}>`]);
    expect(counts.get('a href')).toBeGreaterThan(0);
  });
});

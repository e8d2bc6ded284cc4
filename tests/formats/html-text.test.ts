import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asHtml } from '../../src/domain/html.ts';
import {
  plainText,
  readAway,
  searchableText,
  withAbsoluteUrls,
  withoutFurniture,
} from '../../src/formats/html-text.ts';
import { renderedText, type TextGiven } from '../newsroom/rendered-text.ts';

const AWAY = { origin: 'https://ledger.example', page: 'https://ledger.example/paper/a/' };

const PIECES = [
  ...["It's *un*believ**able** & `x > y`", 'عربي (AT&T) "so" <b>x</b>', "[out](https://a.example/x'y)", '[on](#part)'],
  ...['![It\'s a > b](bridge.jpg "A *caption*"){credit="O\'Brien"}', '## Heading', '- one\n- two', '> quoted', 'a[^1]'],
  ...['[^1]: A note', "| a | b |\n|---|--:|\n| 1 | it's > |", 'line  \nbreak', '::story{slug=a}'],
  ...[
    '::embed{url="https://www.a.example/" title="A *film*"}',
    '::audio{src=bells.mp3 title="It\'s > 1" transcript="Words"}',
    '::video{src=flood.mp4 poster=bridge.jpg captions=flood.vtt}',
    '::table{src=a.csv title="T" highlight="x"}',
    ':::factbox{title="At a *glance*"}\n- One\n:::',
    ':::pullquote{by="Someone"}\nWords.\n:::',
    ':::timeline\n- 2015: x\n:::',
  ],
];
const MEDIA: NonNullable<TextGiven['media']> = {
  'bridge.jpg': [3, 2],
  'bells.mp3': 'file',
  'flood.mp4': 'file',
  'flood.vtt': { text: 'WEBVTT\n' },
  'a.csv': { text: "a,b\nit's > x,1\n" },
};

const anyRendered = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 8 })
  .map((pieces) => renderedText(pieces.join('\n\n'), { media: MEDIA }).html);

/** In a text that Broadsheet rendered, tags can be told by a pattern, for a tag ends at the next `>`. */
const TAG = /<[^>]*>/g;

describe('an address in the text of a feed', () => {
  it.each([
    ['<a href="/paper/b/">', '<a href="https://ledger.example/paper/b/">'],
    ['<a class="x" href="#fn1">', '<a class="x" href="https://ledger.example/paper/a/#fn1">'],
    ['<a href="//example.com/">', '<a href="https://example.com/">'],
    ['<a href="https://example.com/#x">', '<a href="https://example.com/#x">'],
    ['<a href="mailto:a@example.com">', '<a href="mailto:a@example.com">'],
    ['<img src="/a.jpg" loading="lazy" alt="">', '<img src="https://ledger.example/a.jpg" alt="">'],
    [
      '<video poster="/a.jpg" src="/a.mp4">',
      '<video poster="https://ledger.example/a.jpg" src="https://ledger.example/a.mp4">',
    ],
    [
      '<img srcset="/a,1.jpg 1x, /b.jpg 2x, //c.example/c.jpg 3x, https://d.example/d.jpg 4x">',
      '<img srcset="https://ledger.example/a,1.jpg 1x, https://ledger.example/b.jpg 2x, https://c.example/c.jpg 3x, https://d.example/d.jpg 4x">',
    ],
    ['<section class="table" tabindex="0" aria-label="a">', '<section class="table" aria-label="a">'],
    ['<p>href=&quot;/a/&quot; src="/</p>', '<p>href=&quot;/a/&quot; src="https://ledger.example/</p>'],
  ])('is whole: %s', (html, whole) => {
    expect(withAbsoluteUrls(html, AWAY)).toBe(whole);
  });
});

describe('the text of a feed', () => {
  it.each([
    ['<p>a</p><script>if (a < b) "<p><script>"</script><p>b</p>', '<p>a</p><p>b</p>'],
    ['<p>a <button type="button" aria-label="x &gt; y">Show</button> b</p>', '<p>a  b</p>'],
    ['<form action="/"><input name="a"><p>x</p></form>b', 'b'],
    ['<input name="a">b', 'b'],
    ['<div hidden><div>a</div>b</div>c', 'c'],
    ['<p hidden="until-found">a</p>c', 'c'],
    ['<div data-page-only class="x"><div>a</div></div>c', 'c'],
    ['<iframe src="/a/"></iframe><noscript><p>a</p></noscript>', '<p>a</p>'],
    [
      '<p>A hidden door, <img src="/a.jpg" alt="a hidden door"></p>',
      '<p>A hidden door, <img src="/a.jpg" alt="a hidden door"></p>',
    ],
    ['<p>&lt;script&gt; hidden</p>', '<p>&lt;script&gt; hidden</p>'],
    ['<video controls><source src="/a.mp4"></video>', '<video controls><source src="/a.mp4"></video>'],
    ['<style>p { }</style>a<template><p>b</p></template>', 'a'],
  ])('has nothing of the page around it: %s', (html, kept) => {
    expect(withoutFurniture(html)).toBe(kept);
  });
});

describe('the walk over a rendered text', () => {
  it('leaves nothing of any tag, and all that is not a tag, for who reads words', () => {
    fc.assert(
      fc.property(anyRendered, (html) => {
        const blocks = /<\/(?:p|li|h[2-6]|td|th|blockquote|figcaption|summary|caption|dd|div|dt|pre|section)>|<br>/g;
        const lines = html.replace(blocks, ' ').replace(/<\/?q(?:\s[^>]*)?>/g, '"');
        const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
        const words = lines
          .replace(TAG, '')
          .replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => characters[name] ?? '');

        expect(plainText(html)).toBe(words.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  it('parts words at tags that do not stand within words, for who searches', () => {
    fc.assert(
      fc.property(anyRendered, (html) => {
        const slotless = html.replace(/[^\P{Cc}\n][a-z]+\d+[^\P{Cc}\n]/gu, '');
        const names =
          'a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|rb|ruby|s|samp|small|span|strong|sub|sup|u|var|wbr';
        const inline = new RegExp(`</?(?:${names})(?:\\s[^>]*)?>`, 'g');

        expect(searchableText(html)).toBe(slotless.replace(inline, '').replace(/<[^>]*>|&#?\w+;/g, ' '));
      }),
    );
  });

  it('changes nothing but players and addresses, for who reads a feed', () => {
    fc.assert(
      fc.property(anyRendered, (html) => {
        const unplayed = html.replace(/<\/?(?:audio|video|track)(?: [^>]*)?>/g, '');

        expect(readAway(html, AWAY)).toBe(withAbsoluteUrls(unplayed, AWAY));
        expect(withoutFurniture(html)).toBe(html);
      }),
    );
  });
});

describe('what a layout marks as being for its page only', () => {
  const html = asHtml(
    '<p>a</p><div class="x" data-page-only><div>b</div> c</div><p hidden>d</p><button>e</button><p>f</p>',
  );

  it.each([
    ['structured data', plainText(html)],
    ['the search', searchableText(html).replace(/\s+/g, ' ').trim()],
    [
      'feeds',
      readAway(html, AWAY)
        .replace(/<\/p><p>/g, ' ')
        .replace(TAG, ''),
    ],
  ])('is not read by %s', (_who, read) => {
    expect(read).toBe('a f');
  });

  it('leaves of a chart its caption, its numbers and its file', () => {
    const media = { 'a.csv': { text: 'Place,Now\nQuay,31\n' } };
    const { html: chart } = renderedText('::chart{src=a.csv kind=bar title="Longer" unit="Minutes"}', { media });
    const away = readAway(chart, AWAY);

    expect(away).not.toContain('svg');
    expect(away).toContain('href="https://ledger.example/media/a.csv"');
    expect(plainText(chart)).toBe('Longer Minutes The numbers as a table Place Now Quay 31 Download the numbers (CSV)');
  });
});

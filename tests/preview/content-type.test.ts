import { expect, it } from 'vitest';
import { contentTypeOf } from '../../src/preview/preview-edition.ts';

it.each([
  ['2026/11/23/flood/index.html', 'text/html; charset=utf-8'],
  ['styles/site.css', 'text/css; charset=utf-8'],
  ['scripts/search.js', 'text/javascript; charset=utf-8'],
  ['scripts/search.mjs', 'text/javascript; charset=utf-8'],
  ['feed.json', 'application/json; charset=utf-8'],
  ['site.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['sitemap.xml', 'application/xml; charset=utf-8'],
  ['robots.txt', 'text/plain; charset=utf-8'],
  ['media/flood.csv', 'text/csv; charset=utf-8'],
  ['media/flood.tsv', 'text/tab-separated-values; charset=utf-8'],
  ['media/mayor.vtt', 'text/vtt; charset=utf-8'],
])('says that the text %s is %s', (path, type) => {
  expect(contentTypeOf(path)).toBe(type);
});

it.each([
  ['map.svg', 'image/svg+xml'],
  ['flood.PNG', 'image/png'],
  ['flood.jpg', 'image/jpeg'],
  ['flood.jpeg', 'image/jpeg'],
  ['flood.gif', 'image/gif'],
  ['flood.webp', 'image/webp'],
  ['flood.avif', 'image/avif'],
  ['favicon.ico', 'image/vnd.microsoft.icon'],
  ['report.pdf', 'application/pdf'],
  ['mayor.mp3', 'audio/mpeg'],
  ['mayor.m4a', 'audio/mp4'],
  ['mayor.ogg', 'audio/ogg'],
  ['mayor.opus', 'audio/ogg'],
  ['mayor.wav', 'audio/wav'],
  ['flood.mp4', 'video/mp4'],
  ['flood.webm', 'video/webm'],
])('says that the media file %s is %s', (path, type) => {
  expect(contentTypeOf(`media/${path}`)).toBe(type);
});

it.each(['_redirects', '_headers'])('says that the rules of a host in %s are text', (path) => {
  expect(contentTypeOf(path)).toBe('text/plain; charset=utf-8');
});

it.each(['media/archive.unheard-of', 'media/README', 'media/.hidden', '_site/a', 'media/a_b'])(
  'says nothing of %s',
  (path) => {
    expect(contentTypeOf(path)).toBe('application/octet-stream');
  },
);

import { describe, expect, it } from 'vitest';
import { hasForbidden } from '../../src/domain/invisible.ts';
import { IS_NIGHT } from '../at-night.ts';
import { HOSTILE } from '../domain/site/hostile-addresses.ts';
import { editionOf, pagesOf } from '../newsroom/edition.ts';
import { aFile, aStory, type Keys } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

type Place = readonly [name: string, code: string, make: (url: string) => NewsroomGiven];

const inSite = (keys: Keys): NewsroomGiven => ({ site: keys, articles: { 'a.md': aStory() } });
const inStory = (keys: Keys): NewsroomGiven => ({ articles: { 'a.md': aStory(keys) } });
const inText = (text: string): NewsroomGiven => ({
  articles: { 'a.md': aStory({}, `${text}\n`) },
  // Where a page has an address that only Eleventy knows, paths that lead nowhere are printed as they are.
  pages: { 'x.njk': aFile({ title: 'X', permalink: '/{{ x }}/' }, 'x') },
});
const strip = (url: string): Keys => ({ liveStrip: { label: 'Live', text: 'Follow', url } });
const claim = {
  claim: 'It was shut.',
  claimant: { organization: 'City Council' },
  rating: { name: 'False' },
  date: '2026-11-22',
};

/** Where an address may be written, and what is told of one that is none. */
const PLACES: readonly Place[] = [
  ['navigation', 'url-invalid', (url) => inSite({ navigation: [{ label: 'A', url }] })],
  ['social', 'url-invalid', (url) => inSite({ social: [{ label: 'A', url }] })],
  ...['contact', 'corrections', 'ethics', 'ownership'].map((key): Place => {
    return [`publisher.${key}`, 'url-invalid', (url) => inSite({ publisher: { [key]: url } })];
  }),
  [
    'a language’s navigation',
    'url-invalid',
    (url) => inSite({ languages: [{ language: 'es', navigation: [{ label: 'A', url }] }] }),
  ],
  [
    'a language’s publisher',
    'url-invalid',
    (url) => inSite({ languages: [{ language: 'es', publisher: { ethics: url } }] }),
  ],
  ['unsupportedBrowser.updateUrl', 'url-invalid', (updateUrl) => inSite({ unsupportedBrowser: { updateUrl } })],
  ['liveStrip of a site', 'url-invalid', (url) => inSite(strip(url))],
  ['liveStrip of a story', 'url-invalid', (url) => inStory(strip(url))],
  ['liveStrip of a default', 'url-invalid', (url) => inSite({ defaults: [strip(url)] })],
  ['hub', 'url-invalid', (hub) => inSite({ hub })],
  ['url of the site', 'url-invalid', (url) => inSite({ url })],
  ['canonical', 'url-invalid', (canonical) => inStory({ canonical })],
  ['factCheck.url', 'url-invalid', (url) => inStory({ factCheck: { ...claim, url } })],
  ['audio.url', 'url-invalid', (url) => inStory({ audio: { url, transcript: 'Music.' } })],
  ['aliases', 'alias-invalid', (url) => inStory({ aliases: [url] })],
  ['permalink of a story', 'permalink-invalid', (permalink) => inStory({ permalink })],
  [
    'permalink of a page',
    'permalink-invalid',
    (permalink) => ({ pages: { 'z.md': aFile({ title: 'Z', permalink }, 'Z.\n') } }),
  ],
  [
    'breaking.url',
    'url-invalid',
    (url) => ({ fronts: { 'home.yaml': JSON.stringify({ breaking: { text: 'A', url, until: '2027-01-01' } }) } }),
  ],
  [
    'links of a contributor',
    'url-invalid',
    (url) => ({ contributors: { 'jo.md': aFile({ name: 'Jo', links: [url] }, 'Jo.\n') } }),
  ],
  [
    'labelled links of a contributor',
    'url-invalid',
    (url) => ({ contributors: { 'jo.md': aFile({ name: 'Jo', links: [{ label: 'A', url }] }, 'Jo.\n') } }),
  ],
  ['the target of a redirect', 'redirect-invalid', (url) => ({ redirects: { '/old/': url } })],
  ['an old path', 'redirect-invalid', (url) => ({ redirects: { [url]: 'https://example.com/' } })],
  ['a link in a text', 'link-unsafe', (url) => inText(`[a](<${url.replaceAll('\\', '\\\\')}>)`)],
  ['a link by a label', 'link-unsafe', (url) => inText(`[a][b]\n\n[b]: <${url.replaceAll('\\', '\\\\')}>`)],
  [
    'a link in a page',
    'link-unsafe',
    (url) => ({ pages: { 'z.md': aFile({ title: 'Z' }, `[a](<${url.replaceAll('\\', '\\\\')}>)\n`) } }),
  ],
  ['embed', 'url-invalid', (url) => inText(`::embed{url="${url}"}`)],
  ['video in a text', 'url-invalid', (url) => inText(`::video{url="${url}" transcript="Music."}`)],
];

/** In texts and in old addresses, names of files may have spaces and percent signs; and no line of a text has an end of a line in it. */
function isForPlace(url: string, code: string): boolean {
  if (code === 'url-invalid') return true;
  return !/^\/[ \u3000]|\n|%5C|%09/.test(url);
}

describe('an address that leads elsewhere than it seems to', () => {
  it.each(PLACES)('is refused, and printed nowhere: %s', (_name, code, make) => {
    const tried = HOSTILE.filter((url) => isForPlace(url, code));
    for (const url of tried) {
      const { diagnostics } = editionOf(make(url));
      const told = diagnostics.filter(({ severity }) => severity === 'error').map((one) => one.code);
      // In one line of a directive neither ends of lines nor control characters reach an attribute.
      const others = ['control-character', 'directive-attribute', 'directive-misused'];
      expect([url, told.some((one) => one === code || others.includes(one))]).toEqual([url, true]);
    }
    for (const url of tried.filter((one) => one.includes('evil') && !hasForbidden(one)).slice(0, IS_NIGHT ? 9 : 2)) {
      const printed = JSON.stringify(pagesOf(make(url))).replaceAll(/"content[^"]*"/g, '');
      expect([url, /(?:href|url|from|to)\\?":\\?"[^"]*evil|href=\\"[^"]*evil/i.test(printed)]).toEqual([url, false]);
    }
  });
});

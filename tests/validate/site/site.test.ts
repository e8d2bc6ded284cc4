import { describe, expect, it } from 'vitest';
import { validateSite } from '../../../src/validate/site/site.ts';
import { baselineOf, mediaOf, SITE } from '../../newsroom/site.ts';
import type { Keys } from '../../newsroom/manuscript.ts';

function read(keys: Keys, url?: string): ReturnType<typeof validateSite> {
  return validateSite({ ...SITE, ...keys }, { media: mediaOf(undefined), url, baselineOf });
}

describe('a site', () => {
  it('may be built for another address than its own', () => {
    const { value } = read({ url: 'https://ledger.example/' }, 'https://preview.example/branch/');

    expect([value.origin, value.basePath]).toEqual(['https://preview.example', '/branch']);
  });

  it.each([undefined, null, 'title', ['title'], 5])('is one of nothing where its file holds %j', (given) => {
    const { value, findings } = validateSite(given, { media: mediaOf(undefined), url: undefined, baselineOf });

    expect(value.sections).toEqual([]);
    expect(findings.length).toBeGreaterThan(0);
  });

  it('has the newsroom’s words in whatever case it writes their language', () => {
    const { value, findings } = read({ words: { 'ES-mx': { home: 'Portada' } } });

    expect([value.words, findings]).toEqual([{ 'es-MX': { home: 'Portada' } }, []]);
  });
});

describe('what is told of a value of site.yaml', () => {
  it.each<[Keys, string]>([
    [{ timeZone: 'London' }, 'write `Europe/London`'],
    [{ timeZone: 'new york' }, 'write `America/New_York`'],
    [{ timeZone: 'Europe/Lodnon' }, 'did you mean `Europe/London`?'],
    [
      { navigation: [{ label: 'News', url: 'news' }] },
      'write `/news/` if it is a page of this site; or copy the address from the browser, with `https://`',
    ],
    [
      { navigation: [{ label: 'News', url: 'pages/about.md' }] },
      'write the address of its page, which begins with `/`, and not its file',
    ],
    [{ navigation: [{ label: 'Shop', url: 'www.shop.example' }] }, 'write `https://www.shop.example`'],
    [
      { publisher: { contact: 'news@ledger.example' } },
      'write the address of the page on which that stands: `/contact/`',
    ],
    [{ liveStrip: { url: '/x/', until: '21 December 2026' } }, 'write `2026-12-21`'],
    [{ navigation: [{ label: 'Shop', url: 'shop.example/x' }] }, 'write `https://shop.example/x`'],
    [{ publisher: null, contact: '/about/' }, 'put two spaces before it: it belongs to `publisher`'],
    [{ liveStrip: null, until: '2026-12-21' }, 'put two spaces before it: it belongs to `liveStrip`'],
    [{ search: 'yes' }, 'write `true`'],
    [{ search: 'maybe' }, 'write `true` or `false`'],
    [{ publisher: { name: ['Press'] } }, 'write it without brackets: `Press`'],
  ])('is what to write: %j', (keys, hint) => {
    expect(read(keys).findings.map((finding) => finding.hint)).toEqual([hint]);
  });
});

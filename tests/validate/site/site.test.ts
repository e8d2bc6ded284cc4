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

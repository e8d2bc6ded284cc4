import { describe, expect, it } from 'vitest';
import type { Section, Site } from '../../src/domain/site/site.ts';
import { mainSiteOf, siteIn } from '../../src/domain/languages.ts';
import { aSite } from '../newsroom/site.ts';

function aSiteIn(main: string, ...languages: readonly string[]): Site {
  return aSite({ language: main, languages: languages.map((language) => ({ language })) });
}

describe('the front that stories of a language are on', () => {
  it.each([
    ['en', ['es'], 'es', 'es'],
    ['en', ['es'], 'es-MX', 'es'],
    ['en', ['es'], 'es-419', 'es'],
    ['en', ['es', 'es-MX'], 'es-MX', 'es-MX'],
    ['en', ['es', 'es-MX'], 'es-AR', 'es'],
    ['en', ['es'], 'fr', 'en'],
    ['en', ['es'], 'en-GB', 'en'],
    ['en-US', ['es'], 'en-GB', 'en-US'],
    ['en-US', ['en-GB'], 'en', 'en-US'],
    ['en-US', ['en-GB'], 'en-GB', 'en-GB'],
    ['es', ['es-MX'], 'es-AR', 'es'],
    ['es', ['es-MX'], 'es-MX', 'es-MX'],
    ['en', ['pt-PT'], 'pt-BR', 'en'],
    ['en', ['zh', 'zh-Hant'], 'zh-CN', 'zh'],
    ['en', ['zh', 'zh-Hant'], 'zh-TW', 'zh-Hant'],
    ['en', ['zh'], 'zh-TW', 'en'],
    ['en', ['sr'], 'sr-Latn', 'en'],
    ['en', ['ca'], 'ca-valencia', 'ca'],
    ['en', ['ar'], 'ar-u-nu-arab', 'ar'],
    ['en', ['es'], 'tlh', 'en'],
    ['en', ['es'], 'und', 'en'],
  ])('of a site in %s and %j: %s is on that in %s', (main, languages, language, front) => {
    const site = aSiteIn(main, ...languages);

    expect(siteIn(language, site).language).toBe(front);
  });
});

describe('a site in a language', () => {
  const site = aSite({
    language: 'en',
    description: 'News of the harbour',
    sections: [
      { id: 'news', title: 'News', description: 'All' },
      { id: 'constructor', title: 'Builders' },
    ],
    languages: [{ language: 'es', title: 'El Libro', sections: { news: 'Noticias' } }, { language: 'ar' }],
  });

  it('is called as it is there, with its own front and navigation', () => {
    expect(siteIn('es', site)).toMatchObject({
      language: 'es',
      title: 'El Libro',
      description: undefined,
      home: '/es/',
      navigation: [{ label: 'Noticias', url: '/es/news/' }],
    });
  });

  it('has all sections, so that each story has one', () => {
    expect(siteIn('es', site).sections.map(({ title }: Section) => title)).toEqual(['Noticias', 'Builders']);
  });

  it('leads to all sections where it names none', () => {
    expect(siteIn('ar', site).navigation?.map(({ url }) => url)).toEqual(['/ar/news/', '/ar/constructor/']);
  });

  it('is one object for all that ask, from wherever', () => {
    const es = siteIn('es', site);

    expect(siteIn('es-MX', site)).toBe(es);
    expect(siteIn('es', es)).toBe(es);
    expect(siteIn('en', es)).toBe(site);
    expect(siteIn('ar', es)).toBe(siteIn('ar', site));
    expect(mainSiteOf(es)).toBe(site);
  });

  it('is the site itself where it has no other language', () => {
    const single = aSite();

    expect(siteIn('es', single)).toBe(single);
  });
});

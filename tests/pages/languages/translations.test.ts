import { describe, expect, it } from 'vitest';
import type { ArticlePage } from '../../../src/pages/story/article-page.ts';
import { pageAt, renderedPage } from '../../newsroom/edition.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const NEWSROOM: NewsroomGiven = {
  site: { language: 'en', languages: [{ language: 'es' }] },
  articles: {
    'flood.md': aStory({ translations: { es: 'inundacion', eu: 'uholdea' } }),
    'inundacion.md': aStory({ language: 'es', date: '2026-11-23 08:00' }),
    'uholdea.md': aStory({ language: 'eu', date: '2026-11-23 09:00' }),
  },
};

function pageOf(slug: string): ArticlePage {
  return pageAt<ArticlePage>(NEWSROOM, `/2026/11/23/${slug}/`);
}

function jsonOf(slug: string): Readonly<Record<string, unknown>> {
  return JSON.parse(String(pageOf(slug).frame.structuredData)) as Readonly<Record<string, unknown>>;
}

describe('the page of a story that is there in several languages', () => {
  it('leads to the others in their own words, or else by the name of the language', () => {
    expect(pageOf('flood').translations).toEqual([
      { label: 'Leer en español', href: '/2026/11/23/inundacion/', language: 'es', direction: 'ltr', isCurrent: false },
      { label: 'Euskara', href: '/2026/11/23/uholdea/', language: 'eu', direction: 'ltr', isCurrent: false },
    ]);
    expect(pageOf('inundacion').translations.map(({ label }) => label)).toEqual(['Read this in English', 'Euskara']);
  });

  it.each(['flood', 'inundacion', 'uholdea'])('names all of them to search engines, itself among them: %s', (slug) => {
    const { alternates } = pageOf(slug).frame;

    expect(alternates.map(({ hreflang, href }) => `${hreflang} ${href.split('/').at(-2)}`)).toEqual([
      'en flood',
      'x-default flood',
      'es inundacion',
      'eu uholdea',
    ]);
  });

  it('says so in its structured data: the oldest is what the others are translations of', () => {
    const works = jsonOf('flood')['workTranslation'] as readonly object[];

    expect(works).toEqual([
      { '@type': 'NewsArticle', url: 'https://ledger.example/2026/11/23/inundacion/', inLanguage: 'es' },
      { '@type': 'NewsArticle', url: 'https://ledger.example/2026/11/23/uholdea/', inLanguage: 'eu' },
    ]);
    expect(jsonOf('inundacion')['translationOfWork']).toEqual({
      '@type': 'NewsArticle',
      url: 'https://ledger.example/2026/11/23/flood/',
      inLanguage: 'en',
    });
    expect(jsonOf('flood')).not.toHaveProperty('translationOfWork');
    expect(jsonOf('inundacion')).not.toHaveProperty('workTranslation');
  });

  it('says so to social networks', () => {
    const locales = pageOf('inundacion').frame.properties.filter(({ property }) => property.startsWith('og:locale'));

    expect(locales).toEqual([
      { property: 'og:locale', content: 'es' },
      { property: 'og:locale:alternate', content: 'en' },
      { property: 'og:locale:alternate', content: 'eu' },
    ]);
  });

  it('tells two kinds of one language apart', () => {
    const articles = {
      'a.md': aStory({ translations: { 'pt-BR': 'b', 'pt-PT': 'c' } }),
      'b.md': aStory({ language: 'pt-BR' }),
      'c.md': aStory({ language: 'pt-PT' }),
    };
    const { translations } = pageAt<ArticlePage>({ ...NEWSROOM, articles }, '/2026/11/23/a/');

    expect(translations.map(({ label }) => label)).toEqual(['Português (Brasil)', 'Português europeu']);
  });

  it('prints its links with their languages', async () => {
    const html = await renderedPage(NEWSROOM, '/2026/11/23/flood/');

    expect(html).toContain(
      '<p class="header-languages"><span><a href="/2026/11/23/inundacion/" lang="es" dir="ltr" hreflang="es" rel="alternate">Leer en español</a>',
    );
  });
});

describe('the page of a story that is there in one language', () => {
  it('says nothing of others', async () => {
    const articles = { 'a.md': aStory() };
    const html = await renderedPage({ site: { language: 'en' }, articles }, '/2026/11/23/a/');

    expect(html).not.toMatch(/hreflang|header-languages|og:locale:alternate|ranslation/);
  });
});

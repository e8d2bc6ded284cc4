import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { ArchivePage } from '../../../src/pages/lists/archive-page.ts';
import { documentOf } from '../../newsroom/document-of.ts';
import { pageAt, pagesOf, renderedPage } from '../../newsroom/edition.ts';
import { aFile, type Keys, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { HTML_RULES } from '../../site/html-rules.ts';

function newsroomOf(count: number, site: Keys = {}): NewsroomGiven {
  return {
    site: { sections: [{ id: 'news', title: 'News' }], ...site },
    contributors: { 'jane-doe.md': aFile({ name: 'Jane Doe' }, '') },
    articles: manyStories(count, { topics: ['ميناء'], contributors: ['jane-doe'] }),
  };
}

function archivesIn(newsroom: NewsroomGiven): readonly string[] {
  return pagesOf(newsroom)
    .map(({ url }) => url)
    .filter((url) => /\/archive\/\d+\//.test(url));
}

describe('the archive of a list', () => {
  it('has pages of the stories that the front has no room for', () => {
    expect(archivesIn(newsroomOf(64))).toEqual([]);
    expect(archivesIn(newsroomOf(125))).toEqual([
      '/news/archive/1/',
      '/news/archive/2/',
      '/contributors/jane-doe/archive/1/',
      '/contributors/jane-doe/archive/2/',
      '/topics/mynae/archive/1/',
      '/topics/mynae/archive/2/',
    ]);
  });

  it('has the oldest stories on its first page, newest first', () => {
    const { headlines, days } = pageAt<ArchivePage>(newsroomOf(125), '/news/archive/1/');

    expect(headlines.length).toBeGreaterThanOrEqual(40);
    expect(headlines.map(({ headline }) => headline)).toEqual(
      headlines.map((_, index) => `Story ${125 - headlines.length + index}`),
    );
    expect(days).toBe('November 16, 2026 – November 18, 2026');
  });

  it('names one day where all stories are of that day', () => {
    const articles = manyStories(75, { date: '2026-11-22' });

    expect(pageAt<ArchivePage>({ ...newsroomOf(0), articles }, '/news/archive/1/').days).toBe('November 22, 2026');
  });

  it('leads from page to page, and from the newest to the front', () => {
    const wayFrom = (number: number): readonly (string | undefined)[] => {
      const { earlier, later } = pageAt<ArchivePage>(newsroomOf(175), `/news/archive/${number}/`).paging;
      return [earlier?.href, later?.href];
    };

    expect([1, 2, 3].map(wayFrom)).toEqual([
      [undefined, '/news/archive/2/'],
      ['/news/archive/1/', '/news/archive/3/'],
      ['/news/archive/2/', '/news/'],
    ]);
  });

  it('says of what it is, in the language of the site', () => {
    const { list, title, frame } = pageAt<ArchivePage>(newsroomOf(75, { language: 'de' }), '/topics/mynae/archive/1/');

    expect(list).toEqual({ label: 'ميناء', href: '/topics/mynae/' });
    expect(title).toEqual({ before: '', name: 'ميناء', after: ': Archiv, Seite 1' });
    expect(frame).toMatchObject({
      title: 'ميناء: Archiv, Seite 1 – The Harbour Ledger',
      description: 'ميناء: Archiv, Seite 1. 18. November 2026 – 20. November 2026',
      canonical: 'https://ledger.example/topics/mynae/archive/1/',
      robots: 'max-image-preview:large',
    });
    expect(frame.properties.filter(({ property }) => property.startsWith('og:image'))).toEqual([]);
  });

  it('stands in the part of the navigation that its section has', () => {
    const { frame } = pageAt<ArchivePage>(newsroomOf(75), '/news/archive/1/');

    expect(frame.masthead.navigation).toMatchObject([{ href: '/news/', isCurrent: true }]);
  });

  it('is printed as a list of links with a named way to both sides', async () => {
    const document = documentOf(await renderedPage(newsroomOf(175), '/news/archive/2/'));
    const { headlines } = pageAt<ArchivePage>(newsroomOf(175), '/news/archive/2/');
    const ways = [...document.querySelectorAll('nav[aria-label="Archive"] a')];

    expect(document.querySelector('h1')?.textContent).toBe('News: archive, page 2');
    expect(document.querySelectorAll('main li > a + time')).toHaveLength(headlines.length);
    expect(ways.map((way) => [way.textContent, way.getAttribute('href')])).toEqual([
      ['Later stories', '/news/archive/3/'],
      ['Earlier stories', '/news/archive/1/'],
    ]);
  });

  it.each(['/news/', '/news/archive/2/', '/topics/mynae/archive/1/'])(
    'is valid HTML, as its front is: %s',
    async (url) => {
      const html = await renderedPage(newsroomOf(175, { language: 'ar' }), url);
      const { results } = await new HtmlValidate(HTML_RULES).validateString(html);

      expect(
        results.flatMap(({ messages }) => messages.map(({ ruleId, selector }) => `${ruleId}: ${selector}`)),
      ).toEqual([]);
    },
  );
});

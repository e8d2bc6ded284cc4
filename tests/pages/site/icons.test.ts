import { describe, expect, it } from 'vitest';
import { initialOf } from '../../../src/pages/site/icons.ts';
import { pageAt, pagesOf } from '../../newsroom/edition.ts';
import type { OrdinaryPage } from '../../../src/pages/site/own-pages.ts';

describe('the icon of a site', () => {
  it.each([
    ['The Ledger', 'en', 'T'],
    ['«le Quai»', 'fr', 'L'],
    ['istanbul', 'tr', 'İ'],
    ['北京日报', 'zh', '北'],
    ['جريدة', 'ar', 'ج'],
    ['हिन्दी', 'hi', 'हि'],
    ['e\u0301toile', 'fr', 'É'],
    ['ßtraße', 'de', 'ß'],
    ['🗞️ ', 'en', '🗞️'],
    ['👩‍💻', 'en', '👩‍💻'],
  ])('is the first letter as readers see it: %s', (title, language, initial) => {
    expect(initialOf({ title, language })).toBe(initial);
  });

  it('is drawn where the site names none, and nothing in it can break the drawing', () => {
    const drawing = pageAt<string>({ site: { title: '<&' } }, '/icon.svg');

    expect(drawing).toContain('>&lt;</text>');
  });

  it('is the picture that the site names, in the head and in the manifest', () => {
    const newsroom = { site: { icon: { src: 'icon.png', colour: '#123' } } };
    const { frame } = pageAt<OrdinaryPage>(newsroom, '/404.html');

    expect(frame.icons).toEqual({
      icon: { href: '/media/icon.png', type: 'image/png' },
      touch: '/media/icon.png',
      manifest: '/site.webmanifest',
      colour: '#112233',
    });
    expect(JSON.parse(pageAt<string>(newsroom, '/site.webmanifest'))).toMatchObject({
      theme_color: '#112233',
      icons: [{ src: '/media/icon.png', type: 'image/png', sizes: '512x512' }],
    });
    expect(pagesOf(newsroom).map(({ url }) => url)).not.toContain('/icon.svg');
  });
});

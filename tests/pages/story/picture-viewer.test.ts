import { describe, expect, it } from 'vitest';
import { asHtml } from '../../../src/domain/html.ts';
import type { UrlPath } from '../../../src/domain/addresses.ts';
import { printViewer } from '../../../src/pages/story/picture-viewer.ts';
import { aSite } from '../../newsroom/site.ts';
import { htmlOf } from '../../newsroom/rendered-text.ts';

const viewer = { script: '/assets/viewer.js' as UrlPath, stylesheet: '/assets/viewer.css' as UrlPath };
const of = (markdown: string, { basePath = '', language = 'en' } = {}): ReturnType<typeof printViewer> =>
  printViewer([asHtml('<p>Before.</p>'), asHtml(htmlOf(markdown))], {
    site: { ...aSite(), basePath },
    language,
    viewer,
  });

describe('what has pictures open larger', () => {
  it.each([
    ':::gallery\n![A bridge](bridge.jpg)\n:::',
    ':::gallery{title="At dawn"}\n![A bridge](bridge.jpg)\n:::',
    '![A map](bridge.jpg){.zoom}',
    '![A map](bridge.jpg){.full .zoom}',
  ])('is on a page with a picture that does: %s', (markdown) => {
    expect(of(markdown, { basePath: '/paper' })).toMatchObject({
      script: '/paper/assets/viewer.js',
      stylesheet: '/paper/assets/viewer.css',
    });
  });

  it.each([
    '![A bridge](bridge.jpg)',
    '![A bridge](bridge.jpg){.wide}',
    'She wrote `<section class="gallery">` and <figure class="zoom">.',
  ])('is on no other: %s', (markdown) => {
    expect(of(markdown)).toBeUndefined();
  });

  it('speaks the language of the page', () => {
    const words = JSON.parse(of('![A map](bridge.jpg){.zoom}', { language: 'de' })?.words ?? '{}') as unknown;

    expect(words).toEqual({
      open: 'Im Vollbild öffnen',
      close: 'Schließen',
      zoom: 'Vergrößern',
      previous: 'Vorheriges Bild',
      next: 'Nächstes Bild',
      place: '{number} von {count}',
    });
  });
});

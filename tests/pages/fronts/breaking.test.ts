import { describe, expect, it } from 'vitest';
import type { FrontParts } from '../../../src/pages/fronts/front-parts.ts';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import { pageAt, renderedPage } from '../../newsroom/edition.ts';
import { newsroomWith } from './a-newsroom-of-fronts.ts';

describe('the bar of breaking news', () => {
  const barAt = (breaking: object, now: string): FrontParts['breaking'] =>
    pageAt<HomePage>(newsroomWith({ home: { breaking } }), '/', { now }).breaking;
  const until = '2026-07-01 18:00';

  it('is there until its end, in the zone of the site', () => {
    const breaking = { text: 'Bridge <closed> & guarded', url: '/news/', until };

    expect(barAt(breaking, '2026-07-01T16:59:59Z')).toMatchObject({
      label: 'Breaking news',
      text: 'Bridge &lt;closed&gt; &amp; guarded',
      href: '/news/',
    });
    expect(barAt(breaking, '2026-07-01T17:00:00Z')).toBeUndefined();
  });

  it('leads to a story, with its headline where there are no other words', () => {
    const bar = { story: 'story-4', until: '2026-12-01' };

    expect(barAt(bar, '2026-11-23')).toMatchObject({
      text: 'Story 4',
      href: '/2026/11/21/story-4/',
      language: 'en-US',
    });
    expect(barAt({ ...bar, text: 'Now' }, '2026-11-23')).toMatchObject({ text: 'Now', href: '/2026/11/21/story-4/' });
  });

  it('stands without a link where its story is gone, and not at all where it has no words then', () => {
    const bar = { story: 'gone', until: '2026-12-01' };

    expect(barAt({ ...bar, text: 'Now' }, '2026-11-23')).toMatchObject({ text: 'Now', href: undefined });
    expect(barAt(bar, '2026-11-23')).toBeUndefined();
  });

  it('is on its own front only', async () => {
    const newsroom = newsroomWith({ news: { breaking: { text: 'Now', until: '2026-12-01' } } });

    expect(await renderedPage(newsroom, '/news/')).toContain('<aside class="breaking" aria-label="Breaking news"');
    expect(await renderedPage(newsroom, '/')).not.toContain('breaking');
    expect(await renderedPage(newsroom, '/sport/')).not.toContain('breaking');
  });
});

import { describe, expect, it } from 'vitest';
import type { DayPage } from '../../../src/pages/dates/day-page.ts';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import { homePage } from '../../../src/pages/fronts/home-page.ts';
import { keyOf, specsOf } from '../../../src/pages/page-specs.ts';
import type { SectionPage } from '../../../src/pages/fronts/section-page.ts';
import type { TopicPage } from '../../../src/pages/lists/topic-page.ts';
import { editionOf, pageAt, renderedPage } from '../../newsroom/edition.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const DATES = ['2026-11-23 08:15', '2026-11-21 18:40', '2026-11-02', '2025-11-22 09:00'];
const NEWSROOM: NewsroomGiven = {
  site: { language: 'en-GB', timeZone: 'Europe/London', sections: [{ id: 'news', title: 'News' }] },
  articles: Object.fromEntries(
    DATES.map((date, index) => [
      `${index}.md`,
      aStory({ headline: `Story ${index}`, language: 'en-GB', date, section: 'news', topics: ['Harbour'] }),
    ]),
  ),
  fronts: { 'news.yaml': '{}' },
};
const NOW = { now: '2026-11-23 18:00' };

const shortOn = ({ lead, top, listing }: HomePage | SectionPage): readonly (string | undefined)[] => [
  ...[...(lead ? [lead] : []), ...top].map(({ card }) => card.time.short),
  ...(listing.earlier?.headlines ?? []).map(({ time }) => time.short),
];

describe('the times on a front', () => {
  it.each(['/', '/news/'])('are as short as their day allows: %s', (url) => {
    expect(shortOn(pageAt<HomePage>(NEWSROOM, url, NOW))).toEqual(['08:15', 'Sat', '2 Nov', '22 Nov 2025']);
  });

  it('are in full for whoever asks, and for machines', async () => {
    const html = await renderedPage(NEWSROOM, '/', NOW);

    expect(html).toContain(
      '<time datetime="2026-11-21T18:40:00+00:00" title="21 November 2026 at 18:40 GMT">Sat</time>',
    );
  });

  it('change on the next day, which the next build is told of', () => {
    const { edition } = editionOf(NEWSROOM, NOW);
    const tomorrow = { now: '2026-11-24 00:00' };
    const keyAt = (given: typeof NOW) =>
      [...specsOf(editionOf(NEWSROOM, given).edition, ['home', 'section'])].map(keyOf);

    expect(homePage.changesAt(edition)).toContain(Date.parse('2026-11-24T00:00Z'));
    expect(shortOn(pageAt<HomePage>(NEWSROOM, '/', tomorrow))[0]).toBe('Mon');
    expect(keyAt(tomorrow).filter((key) => keyAt(NOW).includes(key))).toEqual([]);
    expect(keyAt({ now: '2026-11-23 23:59' })).toEqual(keyAt(NOW));
  });

  it('are dates on lists that no day changes, and times of day on the page of one', () => {
    const topic = pageAt<TopicPage>(NEWSROOM, '/topics/harbour/', NOW);
    const day = pageAt<DayPage>(NEWSROOM, '/2026/11/21/', NOW);

    expect(topic.listing.cards.map(({ time }) => time.short)).toEqual([
      '23 Nov 2026',
      '21 Nov 2026',
      '2 Nov 2026',
      '22 Nov 2025',
    ]);
    expect(day.headlines.map(({ time }) => time.short)).toEqual(['18:40']);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CARD_WEIGHTS } from '../../../src/domain/fronts.ts';
import type { FrontParts } from '../../../src/pages/fronts/front-parts.ts';
import { editionOf, layOut } from '../../newsroom/edition.ts';
import { anyText } from '../../newsroom/any-text.ts';
import { aStory, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { tries } from '../../tries.ts';

const COUNT = 40;
const SECTIONS = ['news', 'sport', 'arts'];
const ARTICLES = {
  ...manyStories(COUNT, (index) => ({ section: SECTIONS[index % 3], topics: index % 4 ? [] : ['Harbour'] })),
  'draft.md': aStory({ draft: true }),
  'later.md': aStory({ date: '2026-12-01' }),
};

const name = fc.oneof(
  { weight: 8, arbitrary: fc.nat(COUNT + 3).map((number) => `story-${number}`) },
  { weight: 4, arbitrary: fc.nat(COUNT).map((number) => `articles/story-${number}.md`) },
  { weight: 1, arbitrary: fc.constantFrom('draft', 'later', 'gone', 'articles/draft.md') },
);
const card = fc.oneof(name, fc.record({ story: name, weight: fc.constantFrom(...CARD_WEIGHTS) }));
const cards = fc.array(card, { maxLength: 12 });
const group = fc.oneof(
  fc.record({ title: fc.constant('Group'), stories: cards }),
  fc.record({ section: fc.constantFrom(...SECTIONS), stories: cards }),
  fc.record({ topic: fc.constantFrom('Harbour', 'harbour', 'None'), stories: cards }),
);
const front = fc.record(
  { lead: card, stories: cards, groups: fc.array(group, { maxLength: 5 }) },
  { requiredKeys: [] },
);

function newsroomWith(text: string): NewsroomGiven {
  const site = { sections: SECTIONS.map((id) => ({ id, title: id })) };
  return { site, articles: ARTICLES, fronts: { 'home.yaml': text, 'news.yaml': text } };
}

it('shows no story twice, whatever its editor names, and a section all that are not in its archive', () => {
  fc.assert(
    fc.property(front, (given) => {
      const made = editionOf(newsroomWith(JSON.stringify(given)));
      const pages = layOut(made);

      const shown = ['/', '/news/'].map((url) => hrefsOn(pages.find((page) => page.url === url)?.data as FrontParts));
      for (const hrefs of shown) expect(new Set(hrefs).size).toBe(hrefs.length);
      const ofNews = made.edition.sections[0]?.stories.map(({ url }) => url) ?? [];
      expect(ofNews.length).toBeGreaterThan(10);
      expect(ofNews.filter((url) => !shown[1]?.includes(url))).toEqual([]);
      expect(shown[0]?.length).toBeGreaterThan(7);
    }),
    { numRuns: tries(60) },
  );
});

it('reads any front without a throw, twice alike, and fills it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyText(),
        fc.json(),
        front.map((given) => JSON.stringify(given).slice(0, -2)),
      ),
      (text) => {
        const made = editionOf(newsroomWith(text));
        const { diagnostics } = made;

        expect(editionOf(newsroomWith(text)).diagnostics).toEqual(diagnostics);
        for (const { line, column } of diagnostics) expect(Math.min(line, column)).toBeGreaterThan(0);
        const home = layOut(made).find(({ url }) => url === '/')?.data as FrontParts;
        expect(home.lead).toBeDefined();
      },
    ),
    { numRuns: tries(60) },
  );
});

function hrefsOn({ lead, top, groups, listing }: FrontParts): readonly string[] {
  const shown = [...(lead ? [lead] : []), ...top, ...groups.flatMap((it) => it.cards)].map((it) => it.card.href);
  return [...shown, ...(listing.earlier?.headlines ?? []).map(({ href }) => href)];
}

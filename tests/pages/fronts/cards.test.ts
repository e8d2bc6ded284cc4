import { describe, expect, it } from 'vitest';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import { pageAt, renderedPage } from '../../newsroom/edition.ts';
import { aFile, aStory } from '../../newsroom/manuscript.ts';

describe('a card', () => {
  const people = { 'ana.md': aFile({ name: 'Ana Ruiz', image: { src: 'bridge.jpg', alt: 'Ana' } }, '') };
  const articles = {
    'a.md': aStory({
      headline: 'A',
      contributors: ['ana', 'Jo Li'],
      label: 'opinion',
      image: { src: 'bridge.jpg', alt: '' },
    }),
    'b.md': aStory({ headline: 'B', contributors: 'ana', image: { src: 'bridge.jpg', alt: '' } }),
    'c.md': aStory({ headline: 'C', contributors: 'Jo Li' }),
  };
  const weights = (front: object): readonly (readonly unknown[])[] => {
    const given = { articles, contributors: people, fronts: { 'home.yaml': JSON.stringify(front) } };
    return pageAt<HomePage>(given, '/').top.map((card) => [card.card.headline, card.weight, card.writer?.name]);
  };

  it('has the weight that its story asks for', () => {
    expect(weights({ lead: 'b' })).toEqual([
      ['A', 'opinion', 'Ana Ruiz'],
      ['C', 'text', undefined],
    ]);
    expect(weights({ lead: 'a' })[0]).toEqual(['B', 'picture', undefined]);
  });

  it('has the weight that its editor gives it', () => {
    const stories = [
      { story: 'a', weight: 'picture' },
      { story: 'c', weight: 'opinion' },
    ];
    expect(weights({ lead: { story: 'b', weight: 'live' }, stories })).toEqual([
      ['A', 'picture', undefined],
      ['C', 'opinion', 'Jo Li'],
    ]);
  });

  it('of an opinion shows the face of whoever wrote it, not the picture of the story', async () => {
    const html = await renderedPage({ articles, contributors: people }, '/');

    expect(html).toMatch(
      /<article class="card lead opinion"[^>]*><img class="card-picture" src="\/media\/bridge\.jpg"/,
    );
    expect(html).toContain('<p class="writer"><bdi>Ana Ruiz</bdi></p>');
  });

  it.each([
    ['winzig.jpg', 223, 'text', undefined],
    ['narrow.jpg', 383, 'text', undefined],
    ['small.jpg', 384, 'picture', true],
    ['small.jpg', 783, 'picture', true],
    ['wide.jpg', 784, 'picture', false],
    ['map.svg', 30, 'picture', false],
  ])('shows no picture that would have to be enlarged: %s of %i pixels', (src, width, weight, isSmall) => {
    const given = {
      media: { [src]: [width, 2000] as const },
      articles: { 'a.md': aStory({ headline: 'A', image: { src, alt: 'A' } }) },
    };
    const { lead } = pageAt<HomePage>(given, '/');

    expect([lead?.weight, lead?.isPictured, lead?.isPictured && lead.isSmall]).toEqual([
      weight,
      weight === 'picture',
      isSmall ?? false,
    ]);
    expect(lead?.card.picture === undefined).toBe(width === 223);
  });

  it('of a live story says so in the language of the story', async () => {
    const front = JSON.stringify({ lead: { story: 'c', weight: 'live' } });
    const spanish = { ...articles, 'c.md': aStory({ headline: 'C', language: 'es' }) };

    const html = await renderedPage({ articles: spanish, fronts: { 'home.yaml': front } }, '/');

    expect(html).toContain('<span class="live">En directo</span>');
  });
});

import { CARD_WEIGHTS } from '../../src/domain/fronts.ts';
import { slugFromPath } from '../../src/validate/story/slug.ts';
import type { Random } from '../bench/corpus.ts';
import { TOPICS } from './a-random-story.ts';
import type { Newsroom } from './newsroom.ts';
import { words } from './words.ts';

/** What a file of `content/fronts/` may hold. Its stories are there now, which need not stay so. */
export function aRandomFront(newsroom: Newsroom, random: Random): Record<string, unknown> {
  const stories = (most: number): readonly unknown[] =>
    Array.from({ length: random.below(most + 1) }, () => aStoryOf(newsroom, random)).filter((it) => it !== undefined);
  const sections = (newsroom.site['sections'] ?? []) as readonly { readonly id: string }[];
  const group = (): unknown => {
    const of = random.below(3);
    if (of === 0) return { topic: random.pick(TOPICS), stories: stories(2) };
    if (of === 1 && sections.length > 0) return { section: random.pick(sections).id, stories: stories(2) };
    return { title: words(random, 2), stories: stories(4) };
  };
  return {
    lead: random.pick([undefined, aStoryOf(newsroom, random)]),
    stories: random.pick([undefined, stories(5)]),
    groups: random.pick([undefined, undefined, [], [group()], [group(), group()]]),
    breaking: aRandomBar(newsroom, random),
  };
}

/** How an editor names a story. */
function aStoryOf({ stories }: Newsroom, random: Random): unknown {
  if (stories.length === 0) return undefined;
  const { path, keys } = random.pick(stories);
  const name = random.pick([path, keys['slug'] ?? slugFromPath(path)]);
  return random.pick([name, name, { story: name, weight: random.pick(CARD_WEIGHTS) }]);
}

/** Most of them end while time passes. */
function aRandomBar({ stories }: Newsroom, random: Random): unknown {
  const until = random.pick(['2026-11-23 20:00', '2026-11-24 09:30', '2026-11-26', '2026-12-31']);
  const story = stories.length > 0 ? random.pick(stories).path : undefined;
  return random.pick([
    undefined,
    undefined,
    { text: words(random, 3), url: '/archive/', until },
    { text: words(random, 3), story, until },
    { story, text: story === undefined ? 'Now' : undefined, until },
  ]);
}

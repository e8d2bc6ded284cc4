import type { Random } from '../bench/corpus.ts';
import type { ImageDraft, LinkDraft, Newsroom, StoryDraft } from './newsroom.ts';
import { randomCredits } from './random-credits.ts';
import { randomDate } from './random-date.ts';
import { words } from './words.ts';

export const TOPICS = ['Harbour', 'harbour', 'Council & Votes', 'Météo', '北京', 'Schools', 'Sport 2026'];
export const SERIES = ['long-repair', 'night-tide', 'who-pays'];
const LABELS = ['opinion', 'analysis', 'sponsored', 'satire', 'review'];
const LANGUAGES = ['fr', 'ar', 'en-US', 'de'];
const FOLDERS = ['articles', 'articles/2026', 'articles/2026/11', 'articles/long reads'];

/** A story that fits into a newsroom; most of its keys are there or not, as it happens. */
export function aRandomStory(newsroom: Newsroom, random: Random, date = randomDate(random)): StoryDraft {
  const number = newsroom.next;
  newsroom.next += 1;
  const sometimes = <Value>(value: () => Value, odds = 4): Value | undefined =>
    random.below(odds) === 0 ? value() : undefined;
  const sections = (newsroom.site['sections'] ?? []) as readonly { readonly id: string }[];
  const name = `${sometimes(() => '2026-01-02-') ?? ''}story-${number}`;
  return {
    number,
    path: `${random.pick(FOLDERS)}/${name}.md`,
    keys: {
      headline: `${words(random, 4)} ${number}`,
      contributors: randomCredits(newsroom, random),
      date,
      dek: sometimes(() => `${words(random, 5)} *now*`, 2),
      kicker: sometimes(() => words(random, 1)),
      shortHeadline: sometimes(() => words(random, 2)),
      slug: sometimes(() => `slug-${number}`),
      section: sometimes(() => random.pick(sections).id, 2),
      topics: sometimes(() => [random.pick(TOPICS), random.pick(TOPICS)], 2),
      series: sometimes(() => random.pick(SERIES)),
      dateline: sometimes(() => 'Oslo'),
      aliases: sometimes(() => [`/old/${number}/`, `/was-${number}.html`]),
      corrections: sometimes(() => [{ date: '2026-12-24', text: `It was ${words(random, 2)}.` }]),
      updates: sometimes(() => [{ date: '2026-12-24 10:00', text: words(random, 2) }]),
      factCheck: sometimes(() => aRandomCheck(random), 8),
      language: sometimes(() => random.pick(LANGUAGES)),
      label: sometimes(() => random.pick(LABELS)),
      noindex: sometimes(() => true, 8),
      canonical: sometimes(() => `https://elsewhere.example/${number}`, 8),
      draft: sometimes(() => true, 8),
      layout: sometimes(() => 'article-feature', 6),
      liveStrip: sometimes(() => random.pick<unknown>([false, { text: 'Live!' }, { until: '2026-11-23 18:00' }]), 5),
    },
    paragraphs: Array.from({ length: 1 + random.below(3) }, () => words(random, 12)),
    links: linksOf(newsroom, random),
    related: randomRelated(newsroom, random),
    image: sometimes(() => anImage(newsroom, random), 3),
    figures: sometimes(() => pick(picturesOf(newsroom), random), 4) ?? [],
    comment: '',
  };
}

/** The numbers of some other stories. */
export function randomRelated({ stories }: Newsroom, random: Random): number[] {
  const picked = Array.from({ length: random.below(4) }, () =>
    stories.length === 0 ? [] : [random.pick(stories).number],
  );
  return [...new Set(picked.flat())];
}

function linksOf({ stories, media }: Newsroom, random: Random): LinkDraft[] {
  const links: LinkDraft[] = [];
  while (stories.length > 0 && random.below(2) === 0) {
    const kind = random.pick(['path', 'address', 'card'] as const);
    links.push({ kind, story: random.pick(stories).number });
  }
  const others = Object.keys(media).filter((path) => media[path]?.kind === 'csv');
  if (others.length > 0 && random.below(6) === 0) links.push({ kind: 'file', path: random.pick(others) });
  return links;
}

function anImage(newsroom: Newsroom, random: Random): ImageDraft | undefined {
  const [path] = pick(picturesOf(newsroom), random);
  if (path === undefined) return undefined;
  return { path, alt: words(random, 2), caption: `A *${words(random, 2)}*`, credit: 'A / B', focus: '30% 40%' };
}

function picturesOf({ media }: Newsroom): readonly string[] {
  return Object.keys(media).filter((path) => media[path]?.kind !== 'csv');
}

function pick(paths: readonly string[], random: Random): string[] {
  return paths.length === 0 ? [] : [random.pick(paths)];
}

/** What a story found of a claim, long before it was published. */
export function aRandomCheck(random: Random): object {
  return {
    claim: `It is *${words(random, 3)}*.`,
    claimant: random.pick<unknown>(['Jo Li', { organization: words(random, 1) }]),
    date: '2019-01-02',
    rating: random.pick<unknown>(['False', { name: words(random, 1), value: random.below(5), worst: 0, best: 5 }]),
    url: random.pick([undefined, 'https://example.com/claim']),
  };
}

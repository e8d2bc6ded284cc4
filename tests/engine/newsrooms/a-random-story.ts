import type { Random } from '../../bench/corpus.ts';
import type { ImageDraft, LinkDraft, Newsroom, StoryDraft } from './newsroom.ts';

export const TOPICS = ['Harbour', 'harbour', 'Council & Votes', 'Météo', '北京', 'Schools', 'Sport 2026', 'C++', '🎉'];
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

const ROLES = ['byline', 'contributed', 'photography', 'editing', 'research'];

/** Who made a story: people with a page by id, name or former name, and others. The first has the byline. */
export function randomCredits({ people }: Newsroom, random: Random): unknown {
  const known = Object.entries(people).flatMap(([id, { keys }]) => [
    id,
    String(keys['name']),
    ...((keys['formerNames'] ?? []) as readonly string[]),
  ]);
  const who = (): string => (known.length > 0 && random.below(3) > 0 ? random.pick(known) : 'Pat Guest');
  const role = (): unknown => {
    const ids = Object.keys(people);
    const credit = random.pick(ROLES);
    if (ids.length === 0 || random.below(2) === 0) return { name: 'Sam Stranger', credit };
    const id = random.pick(ids);
    return random.below(3) === 0 ? { id, credit: 'reported-from', place: 'Lagos' } : { id, credit };
  };
  if (random.below(3) === 0) return who();
  return [who(), ...Array.from({ length: random.below(3) }, role)];
}

/** A date as editors write it, mostly of the days before 24 November 2026; with or without a time, with or without a zone. */
export function randomDate(random: Random): string {
  const day = random.below(3) === 0 ? random.below(400) : random.below(12);
  const time = Date.UTC(2026, 10, 24) - day * 86_400_000 - random.below(1440) * 60_000;
  const text = new Date(time).toISOString().slice(0, 16);
  return random.pick([`${text}Z`, text.replace('T', ' '), text.slice(0, 10)]);
}

const WORDS =
  'harbour bridge council vote ferry strike school budget river flood market theatre rain match player coach mayor tram library port tide storm boat bank court film book museum garden hospital nurse teacher farm road wind light early late open closed new old long short north south “quoted” naïve façade 12 2,000 50% A&B <b> --'.split(
    ' ',
  );

/** Some words that look random. */
export function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
}

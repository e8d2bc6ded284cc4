import { Random } from './random.ts';

/** A newsroom of any size, made up: 12 sections, 200 contributors, 500 topics, stories of about 5 kB over eleven years. */
export interface Corpus {
  readonly sections: readonly string[];
  readonly contributors: readonly CorpusContributor[];
  readonly stories: readonly CorpusStory[];
}

export interface CorpusContributor {
  readonly id: string;
  readonly name: string;
  readonly biography: string;
}

/** A story, before it is written in anyone's format. */
export interface CorpusStory {
  readonly slug: string;
  readonly headline: string;
  readonly dek: string;
  readonly contributors: readonly CorpusContributor[];
  /** UTC. */
  readonly date: { readonly year: string; readonly month: string; readonly day: string; readonly time: string };
  readonly section: string;
  readonly topics: readonly string[];
  readonly body: string;
}

const YEARS = 11;
const LAST_YEAR = 2025;

/** Makes a newsroom. The same seed makes the same one. */
export function makeCorpus(stories: number, seed: number): Corpus {
  const random = new Random(seed);
  const sections = Array.from({ length: 12 }, (_, index) => `section-${index + 1}`);
  const topics = Array.from({ length: 500 }, (_, index) => `${capital(words(random, 2))} ${index + 1}`);
  const contributors = Array.from({ length: 200 }, (_, index) => {
    const name = `${capital(word(random))} ${capital(word(random))}`;
    return { id: `person-${index + 1}`, name, biography: sentence(random) };
  });
  return {
    sections,
    contributors,
    stories: Array.from({ length: stories }, (_, index) => ({
      slug: `${words(random, 4).replaceAll(' ', '-')}-${index + 1}`,
      headline: capital(words(random, 6 + random.below(4))),
      dek: sentence(random),
      contributors: distinct(random, contributors, 1 + random.below(3)),
      date: dateOf(random),
      section: random.pick(sections),
      topics: distinct(random, topics, 2 + random.below(3)),
      body: bodyOf(random),
    })),
  };
}

function dateOf(random: Random): CorpusStory['date'] {
  return {
    year: String(LAST_YEAR - random.below(YEARS)),
    month: two(1 + random.below(12)),
    day: two(1 + random.below(28)),
    time: `${two(random.below(24))}:${two(random.below(60))}`,
  };
}

/** Eleven paragraphs, two subheads, a list, a quotation and, in one story of ten, a table. */
function bodyOf(random: Random): string {
  const blocks = Array.from({ length: 11 }, () => paragraph(random));
  blocks.splice(8, 0, `## ${capital(words(random, 4))}`, list(random));
  blocks.splice(4, 0, `## ${capital(words(random, 3))}`, `> ${sentence(random)}`);
  if (random.below(10) === 0) blocks.push(table(random));
  return `${blocks.join('\n\n')}\n`;
}

function paragraph(random: Random): string {
  const sentences = Array.from({ length: 3 + random.below(3) }, () => sentence(random));
  if (random.below(3) === 0) sentences.push(`See [${words(random, 2)}](https://example.com/${word(random)}) for more.`);
  if (random.below(3) === 0) sentences.push(`It was *${words(random, 2)}*, "${words(random, 4)}", he said.`);
  return sentences.join(' ');
}

function list(random: Random): string {
  return Array.from({ length: 4 }, () => `- ${words(random, 6)}`).join('\n');
}

function table(random: Random): string {
  const rows = Array.from({ length: 5 }, () => `| ${word(random)} | ${random.below(100)} | ${random.below(100)} |`);
  return ['| name | before | after |', '|---|---|---|', ...rows].join('\n');
}

function sentence(random: Random): string {
  return `${capital(words(random, 10 + random.below(8)))}.`;
}

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => word(random)).join(' ');
}

const STARTS = [
  'ba',
  'cor',
  'del',
  'fan',
  'gri',
  'hol',
  'jun',
  'ka',
  'lor',
  'mer',
  'nes',
  'or',
  'pel',
  'ras',
  'sal',
  'tem',
];
const ENDS = [
  'by',
  'den',
  'der',
  'fold',
  'gate',
  'ing',
  'ly',
  'mouth',
  'ner',
  'or',
  'rin',
  'ston',
  'ter',
  'ton',
  'vil',
  'wick',
];

function word(random: Random): string {
  return random.pick(STARTS) + random.pick(ENDS);
}

function distinct<Item>(random: Random, items: readonly Item[], count: number): readonly Item[] {
  const chosen = new Set<Item>();
  while (chosen.size < count) chosen.add(random.pick(items));
  return [...chosen];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A newsroom of any size, made up: 12 sections, 200 contributors, 500 topics, stories of about 5 kB over eleven years. */
export interface Corpus {
  readonly sections: readonly string[];
  readonly contributors: readonly CorpusContributor[];
  /** Made anew, and the same, each time that they are walked through: a hundred thousand are never in memory at once. */
  readonly stories: Iterable<CorpusStory>;
  /** An old story, for someone to edit; the same at every size from 100 stories. */
  readonly old: CorpusStory;
  /** Not among the stories and newer than all: what is to be published next; the same at every size. */
  readonly next: CorpusStory;
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
  /** In the newsroom's zone. */
  readonly date: { readonly year: string; readonly month: string; readonly day: string; readonly time: string };
  readonly section: string;
  readonly topics: readonly string[];
  readonly body: string;
}

type Names = Pick<Corpus, 'sections' | 'contributors'> & { readonly topics: readonly string[] };

/** The stories are older than the moment of the build, noon of 1 November 2026. */
const LAST_DAY = Date.UTC(2026, 9, 31);
const NEXT_DATE = { year: '2026', month: '11', day: '01', time: '09:00' };
const DAYS = 11 * 365;
const DAY = 86_400_000;

/** Makes a newsroom. The same seed makes the same one; one with more stories begins with those of a smaller one. */
export function makeCorpus(stories: number, seed: number): Corpus {
  const random = new Random(seed);
  const topics = Array.from({ length: 500 }, (_, index) => `${capital(words(random, 2))} ${index + 1}`);
  const contributors = Array.from({ length: 200 }, (_, index) => {
    const name = `${capital(word(random))} ${capital(word(random))}`;
    return { id: `person-${index + 1}`, name, biography: sentence(random) };
  });
  const names = { sections: Array.from({ length: 12 }, (_, index) => `section-${index + 1}`), topics, contributors };
  const first = [...storiesOf(Math.min(stories, 100), names, random.copy())];
  return {
    sections: names.sections,
    contributors,
    stories: { [Symbol.iterator]: () => storiesOf(stories, names, random.copy()) },
    old: first.reduce((old, story) => (dayOf(story) < dayOf(old) ? story : old)),
    next: { ...makeStory('next', names, new Random(seed + 1)), date: NEXT_DATE },
  };
}

/** The title of a section: `section-3` → `Section 3`. */
export function titleOf(section: string): string {
  return section.replace('s', 'S').replace('-', ' ');
}

function* storiesOf(count: number, names: Names, random: Random): Generator<CorpusStory> {
  for (let index = 1; index <= count; index += 1) yield makeStory(String(index), names, random);
}

function makeStory(suffix: string, { sections, topics, contributors }: Names, random: Random): CorpusStory {
  return {
    slug: `${words(random, 4).replaceAll(' ', '-')}-${suffix}`,
    headline: capital(words(random, 6 + random.below(4))),
    dek: sentence(random),
    contributors: distinct(random, contributors, 1 + random.below(3)),
    date: dateOf(random),
    section: random.pick(sections),
    topics: distinct(random, topics, 2 + random.below(3)),
    body: bodyOf(random),
  };
}

function dayOf({ date: { year, month, day } }: CorpusStory): string {
  return `${year}-${month}-${day}`;
}

/** Never in the hours in which clocks change. */
function dateOf(random: Random): CorpusStory['date'] {
  const [year = '', month = '', day = ''] = new Date(LAST_DAY - random.below(DAYS) * DAY)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return { year, month, day, time: `${two(5 + random.below(18))}:${two(random.below(60))}` };
}

/** Eight to fourteen paragraphs, two subheads, a list, a quotation and, in one story of ten, a table. */
function bodyOf(random: Random): string {
  const blocks = Array.from({ length: 8 + random.below(7) }, (_, index) => paragraph(random, index));
  blocks.splice(6, 0, `## ${capital(words(random, 4))}`, list(random));
  blocks.splice(3, 0, `## ${capital(words(random, 3))}`, `> ${sentence(random)}`);
  if (random.below(10) === 0) blocks.push(table(random));
  return `${blocks.join('\n\n')}\n`;
}

/** The first always has a link and the second emphasis; of the others, one in three. */
function paragraph(random: Random, index: number): string {
  const sentences = Array.from({ length: 3 + random.below(4) }, () => sentence(random));
  if (index === 0 || random.below(3) === 0) {
    sentences.push(`See [${words(random, 2)}](https://example.com/${word(random)}) for more.`);
  }
  if (index === 1 || random.below(3) === 0) {
    sentences.push(`It wasn't *${words(random, 2)}* -- "${prose(random, 4)}", he said.`);
  }
  return sentences.join(' ');
}

function list(random: Random): string {
  return Array.from({ length: 4 }, () => `- ${prose(random, 7)}`).join('\n');
}

function table(random: Random): string {
  const rows = Array.from({ length: 5 }, () => `| ${word(random)} | ${random.below(100)} | ${random.below(100)} |`);
  return ['| name | before | after |', '|---|---|---|', ...rows].join('\n');
}

function sentence(random: Random): string {
  return `${capital(prose(random, 10 + random.below(8)))}.`;
}

/** Words with small ones among them, as a sentence has them. */
function prose(random: Random, count: number): string {
  return Array.from({ length: count }, () => (random.below(3) === 0 ? random.pick(SMALL) : word(random))).join(' ');
}

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => word(random)).join(' ');
}

const SMALL = ['the', 'of', 'and', 'to', 'in', 'a', 'that', 'for', 'with', 'was', 'by', 'at'];
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

/** Numbers that look random and are the same for the same seed (Mulberry32), so that a corpus can be made again. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** Another that gives the same numbers from here on. */
  copy(): Random {
    return new Random(this.state);
  }

  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  }

  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new Error('There is nothing to pick from');
    return items[this.below(items.length)] as Item;
  }
}

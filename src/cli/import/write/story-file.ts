import { forbiddenCharacters, withoutForbidden } from '../../../domain/invisible.ts';
import { yaml } from '../../init/front-matter.ts';
import type { Entry, TextContext } from '../archive.ts';
import { lineOfText } from '../convert/html-to-markdown.ts';
import { WITHOUT_ALT } from '../convert/to-mdast.ts';
import type { PlannedEntry } from '../plan/addresses.ts';
import { MOST_TOPICS } from '../plan/topics.ts';

/** What the front matter of an entry needs to be told by others. */
export interface StoryFacts {
  readonly planned: PlannedEntry;
  /** Each once, and each with a page. */
  readonly topics: readonly string[];
  readonly aliases: readonly string[];
  /** Ids and names by `ArchiveContributor.key`. */
  readonly contributorOf: (key: string) => string;
  /** Slugs of translations by language. */
  readonly translations: Readonly<Record<string, string>> | undefined;
  readonly isDraft: boolean;
  /** Who is named where the archive names nobody; `undefined` where `site.yaml` says so. */
  readonly nobody: string | undefined;
  /** The last day that counts as old; `undefined` where `site.yaml` holds nothing for old. */
  readonly lastOldDay: string | undefined;
}

/** The limits of a story that is published; see `docs/writing.md`. */
const MOST = { topics: MOST_TOPICS, contributors: 100, aliases: 100 } as const;
const LONGEST = { line: 5_000, name: 300 } as const;

/** Larger texts are no stories. */
export const LARGEST_TEXT = 1_900_000;

/** A story of an archive as a file of `content/articles/`. */
export function printStory(entry: Entry, facts: StoryFacts, context: TextContext): string {
  const { planned } = facts;
  const text = cleaned(entry.text(context), context);
  const keys: Record<string, unknown> = {
    headline: cut(headlineOf(entry, text, context), LONGEST.line, 'headline', context),
    dek: entry.dek ? cut(lineOfText(entry.dek), LONGEST.line, 'dek', context) : undefined,
    contributors: contributorsOf(entry, facts, context) ?? facts.nobody,
    date: planned.date,
    updated: updatedOf(entry, planned),
    section: planned.section,
    topics: listOf(facts.topics, MOST.topics, 'topic', context),
    image: imageOf(entry, context),
    slug: planned.slug,
    permalink: planned.permalink,
    aliases: listOf(facts.aliases, MOST.aliases, 'old address', context),
    language: entry.language,
    translations: facts.translations,
    ...keysOf(entry),
    draft: facts.isDraft ? true : undefined,
  };
  return `---\n${frontMatter(keys, context)}---\n${text}\n`;
}

/** A page of an archive as a file of `content/pages/`. */
export function printPage(entry: Entry, facts: StoryFacts, context: TextContext): string {
  const keys = {
    title: plain(entry.title, LONGEST.line) || facts.planned.url,
    description: entry.dek ? plain(entry.dek, LONGEST.line) : undefined,
    permalink: facts.planned.permalink,
    language: entry.language,
    noindex: entry.keys?.['noindex'] === true ? true : undefined,
    draft: facts.isDraft ? true : undefined,
    written: facts.planned.date?.slice(0, 'yyyy-mm-dd'.length) ?? facts.lastOldDay,
  };
  return `---\n${frontMatter(keys, context)}---\n${cleaned(entry.text(context), context)}\n`;
}

/** Keys in their order; none of their texts has a character that no text may have. */
export function frontMatter(keys: Readonly<Record<string, unknown>>, context: Pick<TextContext, 'note'>): string {
  return yaml(cleanedValue(keys, context) as Record<string, unknown>);
}

function cleanedValue(value: unknown, context: Pick<TextContext, 'note'>): unknown {
  if (typeof value === 'string') return cleaned(value, context);
  if (Array.isArray(value)) return value.map((one) => cleanedValue(one, context));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, cleanedValue(one, context)]])),
  );
}

/** A text without the characters that no story may have. */
export function cleaned(text: string, context: Pick<TextContext, 'note'>): string {
  const found = forbiddenCharacters(text);
  if (found.length === 0) return text;
  context.note({
    kind: 'changed',
    what: 'characters that nobody sees',
    advice: 'they were left out: readers and programs obey them',
  });
  const lines = withoutForbidden(text).replaceAll('\ufffd', '').split('\n');
  return lines
    .map((line) => (forbiddenCharacters(line).length > 0 ? line.replace(/[\u202a-\u202e\u2066-\u2069]/g, '') : line))
    .join('\n');
}

function headlineOf(entry: Entry, text: string, context: TextContext): string {
  const headline = entry.headline?.trim() || lineOfText(entry.title);
  if (headline !== '') return headline;
  const words = text
    .replace(/[#>*_`[\]!{}]|\([^()\s]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const made = words.length > 80 ? `${words.slice(0, 80).replace(/\s+\S*$/, '')} …` : words;
  context.note({
    kind: 'look',
    what: 'story without a headline',
    advice: 'its first words stand in its place',
    detail: made,
  });
  return lineOfText(made) || entry.slug || entry.key;
}

/** One as a text, several as a list. */
function contributorsOf({ credits }: Entry, { contributorOf }: StoryFacts, context: TextContext): unknown {
  const found = new Map<string, unknown>();
  for (const { contributor, credit } of credits) {
    const isKnown = 'key' in contributor;
    const who = isKnown ? contributorOf(contributor.key) : plain(contributor.name, LONGEST.name);
    if (who === '') continue;
    const isByline = credit === undefined || credit === 'byline';
    // A name in small letters alone would be taken for an id.
    const isName = !isKnown && /^[a-z0-9-]+$/.test(who);
    const value = isByline && !isName ? who : { [isKnown ? 'id' : 'name']: who, ...(isByline ? {} : { credit }) };
    found.set(JSON.stringify(value), value);
  }
  const values = listOf([...found.values()], MOST.contributors, 'contributor', context);
  return values?.length === 1 && typeof values[0] === 'string' ? values[0] : values;
}

function updatedOf({ updated }: Entry, { date }: PlannedEntry): string | undefined {
  // Both are written alike, so that letters compare as times do.
  return updated !== undefined && date !== undefined && updated > date ? updated : undefined;
}

function imageOf({ image }: Entry, context: TextContext): unknown {
  if (!image) return undefined;
  const src = context.media(image.address);
  if (src === undefined) return undefined;
  const { alt, caption, credit } = image;
  if (alt === undefined) context.note({ ...WITHOUT_ALT, detail: src });
  return { src, alt, caption: caption || undefined, credit: credit ? plain(credit, LONGEST.line) : undefined };
}

function keysOf({ keys = {} }: Entry): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(keys).map(([key, value]) => [key, typeof value === 'string' ? plain(value, LONGEST.line) : value]),
  );
}

function listOf<Value>(
  values: readonly Value[],
  most: number,
  what: string,
  context: TextContext,
): readonly Value[] | undefined {
  if (values.length > most)
    context.note({
      kind: 'lost',
      what: `${what} beyond the first ${most} of a story`,
      advice: `a story has at most ${most}`,
    });
  return values.length === 0 ? undefined : values.slice(0, most);
}

function cut(line: string, most: number, what: string, context: TextContext): string {
  if (line.length <= most) return line;
  context.note({
    kind: 'lost',
    what: `end of a ${what} of over ${most} characters`,
    advice: 'shorten it',
    detail: line.slice(most),
  });
  return `${line.slice(0, most - 10).replace(/\s+\S*$/, '')} …`;
}

function plain(text: string, most: number): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, most);
}

import type { TranslationName } from '../../domain/story/article.ts';
import type { RelatedStory, Translations } from '../../domain/story/story.ts';
import { fileName } from '../../domain/content/source.ts';
import { groupBy } from '../../domain/lists/grouping.ts';
import type { Site } from '../../domain/site/site.ts';
import { writtenLanguage } from '../../domain/languages.ts';
import { type Finding, keyAt, valueAt, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { didYouMean } from '../../diagnostics/wording.ts';
import { quote } from '../../diagnostics/wording.ts';
import { isStoryFile, storyFiles } from '../story/named-stories.ts';
import type { SortedStories } from '../story/sorted-stories.ts';

/** The stories of a newsroom, and which of them are held back: a draft, and one with errors, until somebody changes it. */
type GivenStories = Pick<SortedStories, 'all' | 'heldBack'>;

/**
 * Finds the stories that are translations of each other, and gives each of them all that are published. One that names another
 * is enough: whatever either of them is a translation of, the other is too.
 */
export function relateTranslations(given: GivenStories, site: Site, findings: Finding[]): void {
  const naming = given.all.filter(({ entry }) => entry.translations.length > 0);
  if (naming.length === 0) return;
  const targets = new Targets(given.all);
  const groups = new TranslationGroups();
  // Drafts are no part of what is checked, so that a draft cannot stop a build.
  const isChecked = (story: RelatedStory): boolean => startOf(story, given) < NEVER;
  for (const story of naming) {
    for (const name of story.entry.translations) {
      const target = targets.find(story, name);
      const early = earlyNameOf(story, name, { target, given });
      // What is not finished may yet become what it is named as.
      const isUnfinished = early !== undefined && target !== undefined && !isChecked(target);
      const problem = isUnfinished ? early : (problemOf(story, name, { target, targets }) ?? early);
      if (problem) findings.push({ ...problem, path: story.entry.path });
      if (!target || problem?.code === 'translation-language' || problem?.code === 'translation-itself') continue;
      if (!isChecked(story) || !isChecked(target)) continue;
      const clash = groups.join(story, target);
      if (clash) findings.push(duplicate(story, name, clash));
    }
  }
  for (const group of groups.all()) {
    const published = group.filter((story) => !given.heldBack.has(story));
    if (published.length < 2) continue;
    const translations = orderOf(published, site);
    for (const story of published) story.relate({ translations });
  }
}

/** Finds stories by what an editor may name them by. */
class Targets {
  readonly byPath: ReadonlyMap<string, RelatedStory>;
  readonly bySlug: ReadonlyMap<string, readonly RelatedStory[]>;

  constructor(all: readonly RelatedStory[]) {
    this.byPath = new Map(all.map((story) => [story.entry.path, story]));
    this.bySlug = groupBy(all, ({ entry }) => [entry.slug]);
  }

  /** Of several stories with one slug: that in the language, and of those the newest. */
  find(story: RelatedStory, { language, target }: TranslationName): RelatedStory | undefined {
    if (isStoryFile(target)) {
      const path = storyFiles(target, story.entry.path).find((file) => this.byPath.has(file));
      return path === undefined ? undefined : this.byPath.get(path);
    }
    const rankOf = (one: RelatedStory): readonly number[] => [
      one === story ? 1 : 0,
      isIn(one, language) ? 0 : 1,
      -one.entry.date,
    ];
    return [...(this.bySlug.get(target) ?? [])].sort((a, b) => compare(rankOf(a), rankOf(b)))[0];
  }
}

function compare(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((value, position) => value !== other[position]);
  return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}

/** Whether a story is in a language, or in that of one of its countries. */
function isIn({ entry }: RelatedStory, language: string): boolean {
  return entry.language === language || entry.language.startsWith(`${language}-`);
}

type Problem = Omit<Finding, 'path'>;

function problemOf(
  story: RelatedStory,
  { language, key, target: written }: TranslationName,
  { target, targets }: { readonly target: RelatedStory | undefined; readonly targets: Targets },
): Problem | undefined {
  const at = valueAt('translations', key);
  if (!target) {
    const known = isStoryFile(written) ? [...targets.byPath.keys()].map(fileName) : [...targets.bySlug.keys()];
    const wanted = isStoryFile(written) ? fileName(written) : written;
    const otherwise = 'write the `slug` of the story, or the path from this file to it: `../es/bridge.md`';
    const hint = known.includes(wanted) ? otherwise : didYouMean(wanted, known, otherwise);
    const message = `Unexpected translation ${quote(written)}, expected the slug or the file of a story`;
    return { code: 'translation-unknown', at, message, hint };
  }
  if (target === story) {
    const message = `Unexpected translation ${quote(written)}, expected another story than this one`;
    return {
      code: 'translation-itself',
      at,
      message,
      hint: 'name the story in the other language, or remove the line',
    };
  }
  if (isIn(target, language)) return undefined;
  return {
    code: 'translation-language',
    at,
    message: `Unexpected story in ${quote(target.entry.language)}, expected one in ${quote(language)}`,
    hint: `write it after \`${target.entry.language}:\`, or correct \`language\` in its file`,
    related: [{ path: target.entry.path, at: keyAt('language'), message: 'is the story' }],
  };
}

/** A story that will be there before its translation is. */
function earlyNameOf(
  story: RelatedStory,
  { key, target: written }: TranslationName,
  { target, given }: { readonly target: RelatedStory | undefined; readonly given: GivenStories },
): Problem | undefined {
  if (!target || target === story || !given.heldBack.has(target)) return undefined;
  if (startOf(story, given) >= startOf(target, given)) return undefined;
  return {
    code: 'translation-unpublished',
    at: valueAt('translations', key),
    message: `Unexpected translation ${quote(written)}, expected a story that is published`,
    hint: 'publish that story first; until then nothing leads to it',
  };
}

const NEVER = Number.POSITIVE_INFINITY;

/** When a story is published, as far as anybody knows. */
function startOf(story: RelatedStory, { heldBack }: GivenStories): number {
  return (heldBack.get(story)?.reason ?? 'embargo') === 'embargo' ? story.entry.date : NEVER;
}

function duplicate(
  story: RelatedStory,
  { key, target }: TranslationName,
  [one, other]: readonly [RelatedStory, RelatedStory],
): Finding {
  return {
    code: 'translation-duplicate',
    path: story.entry.path,
    at: valueAt('translations', key),
    message: `Unexpected translation ${quote(target)}, expected one story in each language`,
    hint: `two stories in \`${one.entry.language}\` would be the translation: take one of them out of \`translations\`, here or where it is named`,
    related: [one, other].map(({ entry: { path } }) => ({ path, at: WHOLE_FILE, message: 'is one of them' })),
  };
}

/** The story in the main language first, or else the oldest; then by language. */
function orderOf(stories: readonly RelatedStory[], site: Site): Translations {
  const isOlder = ({ entry: a }: RelatedStory, { entry: b }: RelatedStory): boolean =>
    a.date === b.date ? a.path < b.path : a.date < b.date;
  const original = stories.reduce((one, other) => (isOlder(other, one) ? other : one));
  const isInMain = ({ entry }: RelatedStory): boolean =>
    writtenLanguage(entry.language) === writtenLanguage(site.language);
  const first = stories.find(({ entry }) => entry.language === site.language) ?? stories.find(isInMain) ?? original;
  const rest = stories.filter((story) => story !== first);
  rest.sort(({ entry: a }, { entry: b }) => (a.language < b.language ? -1 : 1));
  return {
    original: original.url,
    stories: [first, ...rest].map(({ entry: { language }, url }) => ({ language, url })),
  };
}

/** Groups of stories that say the same, each in a language of its own. */
class TranslationGroups {
  /** The group of each story: its stories by language. */
  private readonly groups = new Map<RelatedStory, Map<string, RelatedStory>>();

  /** Puts the groups of two stories together, unless both have a story in one language; then it returns these. */
  join(one: RelatedStory, other: RelatedStory): readonly [RelatedStory, RelatedStory] | undefined {
    const [large, small] = [this.of(one), this.of(other)].sort((a, b) => b.size - a.size) as [
      Map<string, RelatedStory>,
      Map<string, RelatedStory>,
    ];
    if (large === small) return undefined;
    for (const [language, story] of small) {
      const known = large.get(language);
      if (known) return known.entry.path < story.entry.path ? [known, story] : [story, known];
    }
    for (const [language, story] of small) {
      large.set(language, story);
      this.groups.set(story, large);
    }
    return undefined;
  }

  all(): readonly (readonly RelatedStory[])[] {
    return [...new Set(this.groups.values())].map((group) => [...group.values()]);
  }

  private of(story: RelatedStory): Map<string, RelatedStory> {
    const known = this.groups.get(story) ?? new Map([[story.entry.language, story]]);
    this.groups.set(story, known);
    return known;
  }
}

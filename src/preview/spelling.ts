import { dictionaryFor } from '../build/copy-desk/proofread-files.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pinpoint } from '../diagnostics/pinpoint.ts';
import type { SourceFile } from '../domain/content/source.ts';
import { isOn, SPELLING } from '../newsroom/copy-desk/copy-desk.ts';
import type { Dictionary } from '../newsroom/copy-desk/spelling/dictionary.ts';
import { namesOfEdition } from '../newsroom/copy-desk/spelling/edition-names.ts';
import { OwnWords, WORDS_PATH } from '../newsroom/copy-desk/spelling/own-words.ts';
import { tellUnknown } from '../newsroom/copy-desk/spelling/tell-unknown.ts';
import { findUnknown, namesOfStory } from '../newsroom/copy-desk/spelling/unknown-words.ts';
import { readStoryProse } from '../newsroom/copy-desk/story-prose.ts';
import type { PreviewEdition } from './preview-edition.ts';
import { fileAt } from './proofread.ts';

/** What the spelling of stories is looked at with. */
export interface SpellingGiven {
  readonly edition: PreviewEdition;
  /** Absolute path of the content folder. */
  readonly content: string;
}

/**
 * What `check` says of the spelling of a story, where that is on and its dictionary is installed. `check` knows more names: those that stand in datelines and
 * credits of pictures of other stories only, for which all would have to be read.
 *
 * @param hints Where a word is to be suggested, what is one slip away from it; a dictionary thinks too long about others.
 */
export async function misspeltIn(
  file: SourceFile,
  given: SpellingGiven,
  hints: 'none' | 'near',
): Promise<readonly Diagnostic[]> {
  const { edition, content } = given;
  const { site } = edition.prepared.edition;
  if (!isOn(SPELLING, site)) return [];
  const prose = readStoryProse(file, site);
  const dictionary = await dictionaryFor(prose.language, content);
  if (!dictionary) return [];
  const unknown = findUnknown(prose, { dictionary, names: namesOfStory(prose) });
  const near: Dictionary | undefined = hints === 'none' ? undefined : nearOnly(dictionary);
  const { path } = file;
  const findings = tellUnknown([{ path, language: prose.language, unknown }], ownWordsOf(edition), () => near);
  const dateOf = (of: string): number | undefined => edition.entryOf(of)?.date;
  return pinpoint(findings, { textOf: () => file.text, standards: site.standards, dateOf });
}

function nearOnly(dictionary: Dictionary): Dictionary {
  const { language, letters } = dictionary;
  return { language, letters, knows: (word) => dictionary.knows(word), suggest: () => [] };
}

/** What spelling depends on beside the story and its dictionary; nothing where it is off. */
export function spellingStamp(edition: PreviewEdition): string {
  if (!isOn(SPELLING, edition.prepared.edition.site)) return '';
  return [...namesOfEdition(edition.prepared.edition), fileAt(WORDS_PATH, edition)?.text ?? ''].join('\n');
}

const owned = new WeakMap<PreviewEdition, { readonly list: string; readonly words: OwnWords }>();

/** The words that are right in a newsroom though no dictionary has them. */
function ownWordsOf(edition: PreviewEdition): OwnWords {
  const file = fileAt(WORDS_PATH, edition);
  const list = file?.text ?? '';
  const known = owned.get(edition);
  if (known?.list === list) return known.words;
  const words = new OwnWords();
  for (const name of namesOfEdition(edition.prepared.edition)) words.addName(name);
  if (file) words.addList(file);
  owned.set(edition, { list, words });
  return words;
}

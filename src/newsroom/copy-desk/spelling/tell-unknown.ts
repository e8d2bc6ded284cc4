import type { Finding } from '../../../diagnostics/finding.ts';
import { quote, quoteAll } from '../../../diagnostics/wording.ts';
import { type Dictionary, suggestionsFor } from './dictionary.ts';
import { type OwnWords, WORDS_PATH } from './own-words.ts';
import type { UnknownWord } from './unknown-words.ts';

/** The unknown words of a story. */
export interface UnknownOfStory {
  readonly path: string;
  /** BCP 47. */
  readonly language: string;
  readonly unknown: readonly UnknownWord[];
}

/** Of so many different words others are suggested, the first that are told: each takes some milliseconds. */
const MOST_SUGGESTED = 200;

/** Tells of unknown words that the newsroom does not have in a list of its own either. */
export function tellUnknown(
  stories: readonly UnknownOfStory[],
  own: OwnWords,
  dictionaryOf: (language: string) => Dictionary | undefined,
): readonly Finding[] {
  const findings: Finding[] = [];
  const hints = new Map<string, string>();
  const hintFor = (word: string, language: string): string => {
    const key = `${language} ${word}`;
    const known = hints.get(key);
    if (known !== undefined) return known;
    const dictionary = hints.size < MOST_SUGGESTED ? dictionaryOf(language) : undefined;
    const better = dictionary ? suggestionsFor(word, dictionary) : [];
    const add = `add it to ${WORDS_PATH}`;
    const hint =
      better.length > 0
        ? `did you mean ${quoteAll(better, ' or ')}? or ${add} if it is right`
        : `correct it, or ${add} if it is right`;
    hints.set(key, hint);
    return hint;
  };
  for (const { path, language, unknown } of stories) {
    for (const { word, places } of unknown) {
      if (own.has(word)) continue;
      const message = `Unexpected word ${quote(word)}, expected one that the dictionary or ${WORDS_PATH} has`;
      const hint = hintFor(word, language);
      for (const [line, column, length] of places) {
        findings.push({ code: 'word-unknown', path, at: { kind: 'position', line, column, length }, message, hint });
      }
    }
  }
  return findings;
}

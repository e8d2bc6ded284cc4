import type { Article } from '../../domain/story/article.ts';
import { type Finding, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { wordsIn } from '../../words/words.ts';

/** A byline begins with “By” on the page already; a name with it would be another person, without a page. */
export function contributorBy({ path, credits, language }: Article): readonly Finding[] {
  const printed = wordsIn(language, {})('by', { names: '' }).trim();
  return credits.flatMap(({ who, keys }): readonly Finding[] => {
    const before = ['By', printed].find((word) => word !== '' && beginsWith(word, who));
    if (before === undefined) return partBefore(who, path, keys);
    const name = who.slice(before.length).replace(/^[\s:]+/, '');
    const message = `Unexpected ${quote(before)} before a name, expected the name alone`;
    return [{ code: 'contributor-by', path, at: valueAt(...keys), message, hint: `write \`${name}\`` }];
  });
}

/** What a credit says of a part in the story, by the words before “by”. */
const PARTS: readonly (readonly [words: RegExp, credit: string])[] = [
  [/^(?:photos?|photograph(?:s|y)?|pictures?) by$/i, 'photography'],
  [/^(?:illustrations?|drawings?) by$/i, 'illustration'],
  [/^(?:graphics?|charts?|maps?) by$/i, 'graphics'],
  [/^(?:edit(?:ing|ed)) by$/i, 'editing'],
  [/^(?:translat(?:ion|ed)) by$/i, 'translation'],
  [/^(?:words|text|story|report(?:ing|ed)?|written) by$/i, 'byline'],
];

/** `Photos by Ana Ruiz`, `Words by Jane Doe`. */
function partBefore(who: string, path: Finding['path'], keys: readonly (string | number)[]): readonly Finding[] {
  const [, before = '', name = ''] = /^(\p{L}+ by):?\s+(\S.*)$/u.exec(who) ?? [];
  const credit = PARTS.find(([words]) => words.test(before))?.[1];
  if (credit === undefined) return [];
  const hint =
    credit === 'byline' ? `write \`${name}\`` : `write it in a list: \`- { name: ${name}, credit: ${credit} }\``;
  const message = `Unexpected ${quote(before)} before a name, expected the name alone`;
  return [{ code: 'contributor-by', path, at: valueAt(...keys), message, hint }];
}

/** Whether a text is a name of several words behind another word: `Von Anna Schmidt`, but not `von Trapp` or `Von der Heydt`. */
function beginsWith(word: string, who: string): boolean {
  const rest = who.slice(word.length);
  const isWord = who.startsWith(word) || (word === 'By' && /^by/i.test(who));
  return isWord && /^(?::\s*|\s+)\S/.test(rest) && (word === 'By' || /^[\s:]*(?!\p{Ll})\S+\s+\S/u.test(rest));
}

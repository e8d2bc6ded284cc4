import type { Article } from '../../domain/story/article.ts';
import { type Finding, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { contributorsJoined, partBefore } from './contributors-joined.ts';
import { wordsIn } from '../../words/words.ts';

/** A byline begins with “By” on the page already; a name with it would be another person, without a page. */
export function contributorBy(article: Article): readonly Finding[] {
  const { path, credits, language } = article;
  const joined = contributorsJoined(article).flatMap(({ at }) => (at.kind === 'value' ? [at.keys.join()] : []));
  const printed = wordsIn(language, {})('by', { names: '' }).trim();
  return credits.flatMap(({ who, keys }): readonly Finding[] => {
    // Its hint is without the words before the names, too.
    if (joined.includes(keys.join())) return [];
    const before = ['By', printed].find((word) => word !== '' && beginsWith(word, who));
    if (before === undefined) return ofPart(who, path, keys);
    const name = who.slice(before.length).replace(/^[\s:]+/, '');
    const message = `Unexpected ${quote(before)} before a name, expected the name alone`;
    return [{ code: 'contributor-by', path, at: valueAt(...keys), message, hint: `write \`${name}\`` }];
  });
}

/** `Photos by Ana Ruiz`, `Words by Jane Doe`. */
function ofPart(who: string, path: Finding['path'], keys: readonly (string | number)[]): readonly Finding[] {
  const part = partBefore(who);
  if (!part) return [];
  const { before, name, credit } = part;
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

import type { Article } from '../../domain/story/article.ts';
import { isSlug } from '../../domain/addresses.ts';
import { type Finding, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { asYaml } from '../front-matter/quotes.ts';

/** What stands between names that were written as one. Spanish `y` may stand within a name, but not between two of several words. */
const BETWEEN = /\s*[,;]\s*(?:and |& )?|\s+(?:and|&|\+|with|und|et|y|och|og|и)\s+|\s*[、،/|•·]\s*/i;

/** `Bell, Ana`: a surname before the name, as in catalogues, or two names of one word; not `Jo Bell, Jr.`. */
const SURNAME_FIRST =
  /^(\p{Lu}[\p{L}\p{M}’'-]+), (?!(?:Jr|Sr|I{2,3}|IV|PhD|MD|Esq|M[PS]|[CDMO]BE|SJ|OP)\.?$)(\p{Lu}[\p{L}\p{M}’'-]+)$/u;

/** Each person has a name, a link and a record of their own, so two of them do not stand in one name. */
export function contributorsJoined({ path, credits }: Article): readonly Finding[] {
  return credits.flatMap(({ who, keys }): readonly Finding[] => {
    const [, surname, name] = SURNAME_FIRST.exec(who) ?? [];
    if (surname !== undefined && name !== undefined) {
      const message = `Unexpected ${quote(who)} as a name, expected it as readers are to see it`;
      const hint = `write \`${name} ${surname}\` if it is one person, or a list: \`contributors: [${surname}, ${name}]\``;
      return [{ code: 'contributors-joined', path, at: valueAt(...keys), message, hint }];
    }
    const names = who
      .replace(/\s+/g, ' ')
      .replace(/^by:? /i, '')
      .split(BETWEEN)
      .filter((name) => name !== '');
    if (names.length < 2 || !(names.every(isPerson) || isEnumeration(who, names))) return [];
    return [
      {
        code: 'contributors-joined',
        path,
        at: valueAt(...keys),
        message: `Unexpected ${quote(who)} as one name, expected one person`,
        hint: `write a list: \`contributors: [${names.map(entryOf).join(', ')}]\``,
      },
    ];
  });
}

/** Whether three or more names stand in a row, as a sentence has them: `Ann, Bo, and Cy`. */
function isEnumeration(who: string, names: readonly string[]): boolean {
  return (
    names.length > 2 && /,.*\s(?:and|und|et|y|och|og|и|&)\s/.test(who) && names.every((name) => /^\p{Lu}/u.test(name))
  );
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

/** A part in the story that stands before a name: `Photos by Ana Ruiz`, `Words by Jane Doe`. */
export function partBefore(
  who: string,
): { readonly before: string; readonly name: string; readonly credit: string } | undefined {
  const [, before = '', name = ''] = /^(\p{L}+ by):?\s+(\S.*)$/u.exec(who) ?? [];
  const credit = PARTS.find(([words]) => words.test(before))?.[1];
  return credit === undefined ? undefined : { before, name, credit };
}

/** A name as an entry of a list, with its part in the story where that stands before it. */
function entryOf(who: string): string {
  const part = partBefore(who);
  if (!part) return asYaml(who, 'flow');
  const name = asYaml(part.name, 'flow');
  return part.credit === 'byline' ? name : `{ name: ${name}, credit: ${part.credit} }`;
}

/** Whether a text is a name of several words, or an id. */
function isPerson(text: string): boolean {
  return /^\S+ \S/.test(text) || (isSlug(text) && text.includes('-'));
}

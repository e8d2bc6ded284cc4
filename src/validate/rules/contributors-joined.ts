import type { Article } from '../../domain/story/article.ts';
import { isSlug } from '../../domain/addresses.ts';
import { type Finding, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';

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
    if (names.length < 2 || !names.every(isPerson)) return [];
    return [
      {
        code: 'contributors-joined',
        path,
        at: valueAt(...keys),
        message: `Unexpected ${quote(who)} as one name, expected one person`,
        hint: `write a list: \`contributors: [${names.join(', ')}]\``,
      },
    ];
  });
}

/** Whether a text is a name of several words, or an id. */
function isPerson(text: string): boolean {
  return /^\S+ \S/.test(text) || (isSlug(text) && text.includes('-'));
}

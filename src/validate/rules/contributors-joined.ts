import type { Article } from '../../domain/story/article.ts';
import { type Finding, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';

/** Each person has a name, a link and a record of their own, so two of them do not stand in one name. */
export function contributorsJoined({ path, credits }: Article): readonly Finding[] {
  return credits.flatMap(({ who, keys }): readonly Finding[] => {
    const names = who
      .replace(/\s+/g, ' ')
      .replace(/^by /i, '')
      .split(/ ?, ?| and | & /i);
    if (names.length < 2 || !names.every((name) => /^\S+ \S/.test(name))) return [];
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

import { CREDIT_ROLES } from '../domain/credit.ts';
import type { ResolvedCredit } from '../domain/related-story.ts';
import type { Words } from '../words/words.ts';
import { fillParts, listFormat, plain, printNames, type Printing, type TextPart } from './printed-text.ts';

/**
 * The sentences at the end of a story that say who took part beside its byline: “Jonathan Doe contributed to this
 * report.”, “Ana Ruiz reported from Oslo, and Jo Li from Lagos.” One sentence a role, in the order of the roles.
 */
export function printCreditSentences(
  credits: readonly ResolvedCredit[],
  words: Words,
  printing: Printing,
): readonly (readonly TextPart[])[] {
  return CREDIT_ROLES.flatMap((role): readonly (readonly TextPart[])[] => {
    const people = credits.filter((credit) => credit.role === role);
    if (role === 'byline' || people.length === 0) return [];
    if (role === 'reported-from') return [printPlaces(people, words, printing)];
    return [printNames(words(`${role}.${people.length === 1 ? 'one' : 'other'}`), people, printing)];
  });
}

function printPlaces(people: readonly ResolvedCredit[], words: Words, printing: Printing): readonly TextPart[] {
  const places = [...new Set(people.map(({ place }) => place ?? ''))];
  const clauses = places.map((place, index) => {
    const there = people.filter((person) => (person.place ?? '') === place);
    const first = there.length === 1 ? 'reportedFrom.one' : 'reportedFrom.other';
    const parts = printNames(words(index === 0 ? first : 'reportedFromNext'), there, printing);
    return parts.map((part) => (part.href === undefined ? plain(part.text.replace('{place}', () => place)) : part));
  });
  const [first = [], second = []] = clauses;
  const [before = '', after = ''] = words('reportedFromPair').split('{second}');
  const joined =
    clauses.length === 2
      ? [...fillParts(before, 'first', first), ...second, plain(after)]
      : joinClauses(clauses, printing);
  return fillParts(words('reportedFromAll'), 'clauses', joined);
}

function joinClauses(clauses: readonly (readonly TextPart[])[], { language }: Printing): readonly TextPart[] {
  const open = [...clauses];
  return listFormat(language)
    .formatToParts(clauses.map(() => '·'))
    .flatMap(({ type, value }) => (type === 'element' ? (open.shift() ?? []) : [plain(value)]));
}

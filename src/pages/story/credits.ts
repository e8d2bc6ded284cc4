import { CREDIT_ROLES, type CreditRole } from '../../domain/contributors.ts';
import type { RelatedStory, ResolvedCredit, Story } from '../../domain/story/story.ts';
import { type Words, wordsIn } from '../../words/words.ts';
import { fillParts, listFormat, plain, type Printing, printNames, type TextPart } from './names.ts';
import type { Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';

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

/** What someone did in a story. Empty for the byline alone, which goes without saying. */
export type NotedRoles = readonly CreditRole[];

/** There may be 100,000 of them. */
const NOTHING_MORE: NotedRoles = [];

/** What someone did in each of some stories. */
export function rolesIn(stories: readonly RelatedStory[], person: UrlPath): readonly NotedRoles[] {
  return stories.map(({ credits }) => {
    if (!credits.some(({ url, role }) => url === person && role !== 'byline')) return NOTHING_MORE;
    return CREDIT_ROLES.filter((role) => credits.some((credit) => credit.url === person && credit.role === role));
  });
}

/** “Text and photography”, in the language of each story. */
export function printRoles(
  stories: readonly Story[],
  roles: readonly NotedRoles[],
  site: Site,
): readonly (string | undefined)[] {
  return stories.map(({ article: { language } }, index) => {
    const own = roles[index] ?? [];
    if (own.length === 0) return undefined;
    const words = wordsIn(language, site.words);
    return listFormat(language).format(own.map((role) => words(`role.${role}`)));
  });
}

import { CREDIT_ROLES, type CreditRole } from '../domain/credit.ts';
import type { RelatedStory, Story } from '../domain/related-story.ts';
import type { Site } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { wordsIn } from '../words/words.ts';
import { listFormat } from './printed-text.ts';

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

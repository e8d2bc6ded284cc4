import { CREDIT_ROLES, type CreditRole } from '../domain/credit.ts';
import type { RelatedStory, Story } from '../domain/related-story.ts';
import type { Site } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { wordsIn } from '../words/words.ts';
import { listFormat } from './printed-text.ts';

/** What someone did in a story, where that is more or other than having its byline. */
export type OtherRoles = readonly CreditRole[] | null;

/** What someone did in each of some stories. It is `null`, as in JSON, for the byline alone, which goes without saying. */
export function rolesIn(stories: readonly RelatedStory[], person: UrlPath): readonly OtherRoles[] {
  return stories.map(({ credits }) => {
    const own = credits.filter(({ url }) => url === person);
    if (own.every(({ role }) => role === 'byline')) return null;
    return CREDIT_ROLES.filter((role) => own.some((credit) => credit.role === role));
  });
}

/** “Text and photography”, in the language of each story. */
export function printRoles(
  stories: readonly Story[],
  roles: readonly OtherRoles[],
  site: Site,
): readonly (string | undefined)[] {
  return stories.map(({ article: { language } }, index) => {
    const own = roles[index];
    if (!own) return undefined;
    const words = wordsIn(language, site.words);
    return listFormat(language).format(own.map((role) => words(`role.${role}`)));
  });
}

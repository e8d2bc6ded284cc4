import { AI_CRAWLERS } from './ai-crawlers.ts';

/** What a `robots.txt` says. */
export interface RobotsRules {
  /** The path under which the site lives, percent-encoded: `/`, `/paper/`. */
  readonly root: string;
  /** Whether crawlers that gather texts for language models are asked to stay away. */
  readonly refusesAi: boolean;
  /** Whole addresses. */
  readonly sitemaps: readonly string[];
}

/** A `robots.txt` by RFC 9309, with the sitemaps.org protocol's `Sitemap`. */
export function printRobots({ root, refusesAi, sitemaps }: RobotsRules): string {
  const groups = [
    'User-agent: *\nDisallow:\n',
    ...(refusesAi ? [`${AI_CRAWLERS.map(({ agent }) => `User-agent: ${agent}\n`).join('')}Disallow: ${root}\n`] : []),
    sitemaps.map((url) => `Sitemap: ${url}\n`).join(''),
  ];
  return groups.join('\n');
}

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

/** A crawler that gathers pages for language models or for answers that they write. */
export interface AiCrawler {
  /** The product token that it looks for in `robots.txt` (RFC 9309). */
  readonly agent: string;
  /** Where whoever runs it describes it. */
  readonly source: string;
}

/**
 * The crawlers that a newsroom refuses with `crawlers: { ai: refuse }`: those that say they gather texts to train models, or for
 * the answers of one. Ordinary search engines are not among them, nor what fetches a page because a reader asked for it.
 * Some of the tokens are no crawlers of their own: whoever crawls for a search engine anyway looks for them.
 */
export const AI_CRAWLERS: readonly AiCrawler[] = [
  { agent: 'GPTBot', source: 'https://platform.openai.com/docs/bots' },
  { agent: 'ClaudeBot', source: 'https://support.claude.com/en/articles/8896518' },
  { agent: 'anthropic-ai', source: 'https://github.com/ai-robots-txt/ai.robots.txt' },
  { agent: 'CCBot', source: 'https://commoncrawl.org/ccbot' },
  {
    agent: 'Google-Extended',
    source: 'https://developers.google.com/search/docs/crawling-indexing/google-common-crawlers',
  },
  { agent: 'Applebot-Extended', source: 'https://support.apple.com/en-us/119829' },
  { agent: 'PerplexityBot', source: 'https://docs.perplexity.ai/guides/bots' },
  { agent: 'Bytespider', source: 'https://github.com/ai-robots-txt/ai.robots.txt' },
  { agent: 'Amazonbot', source: 'https://developer.amazon.com/amazonbot' },
  { agent: 'meta-externalagent', source: 'https://developers.facebook.com/docs/sharing/webmasters/web-crawlers' },
  { agent: 'FacebookBot', source: 'https://developers.facebook.com/docs/sharing/webmasters/web-crawlers' },
  { agent: 'cohere-ai', source: 'https://github.com/ai-robots-txt/ai.robots.txt' },
  { agent: 'AI2Bot', source: 'https://allenai.org/crawler' },
  { agent: 'Diffbot', source: 'https://docs.diffbot.com/docs/getting-started-with-crawl' },
  { agent: 'omgili', source: 'https://github.com/ai-robots-txt/ai.robots.txt' },
  { agent: 'Timpibot', source: 'https://github.com/ai-robots-txt/ai.robots.txt' },
];

import type { Article } from '../../src/domain/story/article.ts';
import { validateArticle } from '../../src/validate/story/article.ts';
import type { Validated } from '../../src/validate/setting.ts';
import { aManuscript, type Keys } from './manuscript.ts';
import type { MediaGiven } from './media-in-memory.ts';
import { aSetting } from './site.ts';

/** The article of a story with these keys, and what was found wrong with it. */
export function anArticle(
  keys: Keys,
  around: {
    readonly path?: string;
    readonly body?: string;
    readonly site?: Keys;
    readonly media?: Readonly<Record<string, MediaGiven>>;
  } = {},
): Validated<Article> {
  const { path, body, site, media } = around;
  return validateArticle(aManuscript({ path, body, keys }), aSetting({ site, media }));
}

import type { Article } from '../../domain/story/article.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { contributorBy } from './contributor-by.ts';
import { contributorExtra } from './contributor-extra.ts';
import { contributorsJoined } from './contributors-joined.ts';
import { headlineLong } from './headline-long.ts';
import { noticeRepeated } from './notice-repeated.ts';
import { topicsJoined } from './topics-joined.ts';

/** An editorial standard: what it finds fault with in one article. */
export type Rule = (article: Article) => readonly Finding[];

/** Every editorial standard, in the order of the catalogue. */
export const RULES: readonly Rule[] = [
  headlineLong,
  contributorBy,
  contributorExtra,
  contributorsJoined,
  topicsJoined,
  noticeRepeated,
];

import type { Article } from '../../domain/story/article.ts';
import { type Finding, valueAt } from '../../diagnostics/finding.ts';

const MOST = 110;

/** A headline has at most 110 characters, which is what search engines take of a `NewsArticle`. */
export function headlineLong({ path, headline }: Article): readonly Finding[] {
  const length = [...headline.text].length;
  if (length <= MOST) return [];
  return [
    {
      code: 'headline-long',
      path,
      at: valueAt('headline'),
      message: `Unexpected headline of ${length} characters, expected at most ${MOST}`,
      hint: 'shorten `headline`, and put the rest into `dek`',
    },
  ];
}

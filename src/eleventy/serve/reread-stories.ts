import { type ReadArticle, unpackArticle } from '../cache/article-row.ts';
import type { ArticleTable } from '../cache/cache.ts';
import type { FoundFile } from '../walk-content.ts';
import { type FileRead, readArticles } from '../work/read-articles.ts';
import type { LiveCache } from './live-cache.ts';

/** What a story turned out to be, as it is in memory. */
export type RereadStory =
  | Exclude<FileRead, { readonly kind: 'read' }>
  | (Omit<Extract<FileRead, { readonly kind: 'read' }>, 'article'> & { readonly article: ReadArticle });

/** Reads some stories again, in this thread, with the setting of the last reading. What is kept of them stays as it is. */
export function rereadStories(
  files: readonly FoundFile[],
  { rows, cache }: { readonly rows: ArticleTable; readonly cache: LiveCache },
): readonly RereadStory[] {
  const reads = readArticles({
    name: 'read',
    files: files.map(({ path, diskPath }) => ({ path, diskPath, known: rows.get(path)?.content })),
    records: { folder: cache.records, name: cache.openLog },
    texts: { folder: cache.texts, name: 'texts' },
  });
  return reads.map((read) =>
    read.kind === 'read' ? { ...read, article: unpackArticle(read.path, read.article) } : read,
  );
}

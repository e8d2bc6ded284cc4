import type { Random } from '../bench/corpus.ts';
import type { Newsroom } from './newsroom.ts';

const FOLDERS = ['media', 'media', 'media/maps', 'articles/2026', 'articles/2026/11', 'articles'];

/** Adds a picture or a table of numbers to a newsroom; its path. */
export function aRandomMedium(newsroom: Newsroom, random: Random): string {
  const kind = random.pick(['png', 'png', 'svg', 'csv'] as const);
  const path = `${random.pick(FOLDERS)}/file-${newsroom.next}.${kind}`;
  newsroom.next += 1;
  newsroom.media[path] = {
    kind,
    width: 10 + random.below(40),
    height: 10 + random.below(40),
    shade: random.below(256),
  };
  return path;
}

import type { Random } from '../bench/corpus.ts';

const WORDS =
  'harbour bridge council vote ferry strike school budget river flood market theatre rain match player coach mayor tram library port tide storm boat bank court film book museum garden hospital nurse teacher farm road wind light early late open closed new old long short north south “quoted” naïve façade 12 2,000 50% A&B <b> --'.split(
    ' ',
  );

/** Some words that look random. */
export function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
}

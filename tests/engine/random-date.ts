import type { Random } from '../bench/corpus.ts';

/** A date as editors write it, mostly of the days before 24 November 2026; with or without a time, with or without a zone. */
export function randomDate(random: Random): string {
  const day = random.below(3) === 0 ? random.below(400) : random.below(12);
  const time = Date.UTC(2026, 10, 24) - day * 86_400_000 - random.below(1440) * 60_000;
  const text = new Date(time).toISOString().slice(0, 16);
  return random.pick([`${text}Z`, text.replace('T', ' '), text.slice(0, 10)]);
}

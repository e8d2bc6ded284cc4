// Measures how processor time and output grow, for `measureInProcess`: `tsx tests/hostile/measure.ts newsrooms`, `… texts`.
import type { NewsroomGiven } from '../newsroom/newsroom.ts';
import { GROWING_KINDS, type GrowingKind } from './growing-newsrooms.ts';
import { GROWING_TEXTS } from './growing-texts.ts';
import { growthOf } from './measure-growth.ts';
import type { Measured } from './measured.ts';
import { type Publish, publisher } from './publish-in-memory.ts';

const [list] = process.argv.slice(2);
process.stdout.write(JSON.stringify(list === 'texts' ? measureTexts() : measureNewsrooms(await publisher())));

function measureTexts(): Measured {
  return measuredBy(GROWING_TEXTS, (kind) => ({ growth: growthOf(kind) }));
}

function measureNewsrooms(publish: Publish): Measured {
  return measuredBy(GROWING_KINDS, (kind) => ({
    made: madeOf(kind, publish),
    growth: growthOf({ ...kind, run: publish }),
  }));
}

/** How many characters of pages a character more of input makes. */
function madeOf({ size, make }: GrowingKind, publish: Publish): number {
  const [small, large] = [make(size), make(4 * size)];
  return (publish(large) - publish(small)) / (charactersOf(large) - charactersOf(small));
}

function charactersOf(newsroom: NewsroomGiven): number {
  return JSON.stringify(newsroom).length;
}

function measuredBy<Kind extends { readonly name: string }>(
  kinds: readonly Kind[],
  measure: (kind: Kind) => Measured[string],
): Measured {
  return Object.fromEntries(
    kinds.map((kind) => {
      try {
        return [kind.name, measure(kind)];
      } catch (fault) {
        return [kind.name, { fault: String(fault) }];
      }
    }),
  );
}

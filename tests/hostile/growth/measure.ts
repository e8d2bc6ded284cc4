// Measures how processor time and output grow, for `measureInProcess`: `tsx tests/hostile/growth/measure.ts newsrooms`, `… texts`.
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { MEASURED_KINDS } from './growing-newsrooms.ts';
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
  return measuredBy(MEASURED_KINDS, (kind) => {
    const made = new Map<NewsroomGiven, number>();
    const growth = growthOf({ ...kind, run: (newsroom) => made.set(newsroom, publish(newsroom)) });
    return { growth, made: perCharacter(made) };
  });
}

/** How many characters of pages a character more of input makes, from the smallest newsroom to the largest. */
function perCharacter(made: ReadonlyMap<NewsroomGiven, number>): number {
  const all = [...made].map(([newsroom, output]) => ({ input: JSON.stringify(newsroom).length, output }));
  const [small, large] = [
    all.reduce((one, other) => (other.input < one.input ? other : one)),
    all.reduce((one, other) => (other.input > one.input ? other : one)),
  ];
  return (large.output - small.output) / (large.input - small.input);
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

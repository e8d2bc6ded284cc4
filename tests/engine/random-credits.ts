import type { Random } from '../bench/corpus.ts';
import type { Newsroom } from './newsroom.ts';

const ROLES = ['byline', 'contributed', 'photography', 'editing', 'research'];

/** Who made a story: people with a page by id, name or former name, and others. The first has the byline. */
export function randomCredits({ people }: Newsroom, random: Random): unknown {
  const known = Object.entries(people).flatMap(([id, { keys }]) => [
    id,
    String(keys['name']),
    ...((keys['formerNames'] ?? []) as readonly string[]),
  ]);
  const who = (): string => (known.length > 0 && random.below(3) > 0 ? random.pick(known) : 'Pat Guest');
  const role = (): unknown => {
    const ids = Object.keys(people);
    const credit = random.pick(ROLES);
    if (ids.length === 0 || random.below(2) === 0) return { name: 'Sam Stranger', credit };
    const id = random.pick(ids);
    return random.below(3) === 0 ? { id, credit: 'reported-from', place: 'Lagos' } : { id, credit };
  };
  if (random.below(3) === 0) return who();
  return [who(), ...Array.from({ length: random.below(3) }, role)];
}

import type { Random } from '../bench/random.ts';
import type { Newsroom } from './newsroom.ts';
import { words } from './words.ts';

/** Adds someone with a page to a newsroom; their id. */
export function aRandomPerson(newsroom: Newsroom, random: Random): string {
  const { people, media } = newsroom;
  const number = newsroom.next;
  newsroom.next += 1;
  const id = `person-${number}`;
  const pictures = Object.keys(media).filter((path) => media[path]?.kind === 'png');
  people[id] = {
    keys: {
      name: `Jo ${random.pick(['Adams', 'Bø', 'Čapek', 'Díaz'])} ${number}`,
      role: random.pick([undefined, 'Reporter', 'Editor']),
      email: random.pick([undefined, `jo${number}@ledger.example`]),
      formerNames: random.pick([undefined, [`Jo Former ${number}`]]),
      links: random.pick([undefined, [{ label: 'Site', url: 'https://jo.example/' }]]),
    },
    text: words(random, 6),
    picture: pictures.length > 0 && random.below(2) === 0 ? random.pick(pictures) : undefined,
  };
  return id;
}

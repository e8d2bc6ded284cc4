import type { Random } from '../bench/corpus.ts';
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
      links: randomPersonLinks(random),
    },
    text: words(random, 6),
    picture: pictures.length > 0 && random.below(2) === 0 ? random.pick(pictures) : undefined,
  };
  return id;
}

/** Where someone is to be found, as it may be written. */
export function randomPersonLinks(random: Random): unknown {
  const site = { label: 'Site', url: 'https://jo.example/' };
  return random.pick<unknown>([
    undefined,
    [site],
    ['https://social.example/@jo', site],
    ['mailto:jo@jo.example', '/about/'],
  ]);
}

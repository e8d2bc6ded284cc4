import type { Random } from '../../bench/corpus.ts';
import { aRandomPerson, randomPersonLinks } from '../newsrooms/a-random-newsroom.ts';
import { words } from '../newsrooms/a-random-story.ts';
import type { PersonDraft } from '../newsrooms/newsroom.ts';
import type { Edit } from './edit.ts';
import { pathsOf } from './media-edits.ts';

/** What editors do to contributors. */
export const PERSON_EDITS: Readonly<Record<string, Edit>> = {
  'rename someone': ofPerson((person, random) => {
    person.keys['name'] = `Al Renamed ${random.below(1000)}`;
  }),
  'rename someone who keeps the former name': ofPerson((person, random) => {
    person.keys['formerNames'] = [person.keys['name']];
    person.keys['name'] = `Al Renamed ${random.below(1000)}`;
  }),
  'change a biography': ofPerson((person, random) => {
    person.text = words(random, 5);
  }),
  'change a role': ofPerson((person, random) => {
    person.keys['role'] = random.pick([undefined, 'Columnist', words(random, 1)]);
  }),
  'change the links of someone': ofPerson((person, random) => {
    person.keys['links'] = randomPersonLinks(random);
  }),
  'change a portrait': (desk, random) =>
    ofPerson((person) => {
      person.picture = random.pick([undefined, ...pathsOf(desk, 'png')]);
    })(desk, random),
  'add someone': ({ newsroom }, random) => aRandomPerson(newsroom, random),
  'delete someone, and credit their name': ({ newsroom }, random) => {
    const ids = Object.keys(newsroom.people);
    if (ids.length === 0) return undefined;
    const id = random.pick(ids);
    const name = String(newsroom.people[id]?.keys['name']);
    delete newsroom.people[id];
    for (const { keys } of newsroom.stories) keys['contributors'] = withName(keys['contributors'], id, name);
    return id;
  },
  'delete someone': ({ newsroom }, random) => {
    const ids = Object.keys(newsroom.people);
    if (ids.length === 0) return undefined;
    const id = random.pick(ids);
    delete newsroom.people[id];
    return id;
  },
};

function ofPerson(change: (person: PersonDraft, random: Random) => void): Edit {
  return ({ newsroom: { people } }, random) => {
    const ids = Object.keys(people);
    const id = ids.length === 0 ? undefined : random.pick(ids);
    const person = id === undefined ? undefined : people[id];
    if (person) change(person, random);
    return id;
  };
}

/** Credits with a name in place of an id. */
function withName(credits: unknown, id: string, name: string): unknown {
  if (credits === id) return name;
  if (!Array.isArray(credits)) return credits;
  return credits.map((credit: unknown) => {
    if (credit === id) return name;
    if (typeof credit !== 'object' || credit === null || !('id' in credit) || credit.id !== id) return credit;
    return { ...credit, id: undefined, name };
  });
}

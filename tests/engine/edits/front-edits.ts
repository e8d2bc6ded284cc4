import type { Random } from '../../bench/corpus.ts';
import { aRandomFront } from '../newsrooms/a-random-newsroom.ts';
import type { Edit } from './edit.ts';
import type { Newsroom } from '../newsrooms/newsroom.ts';

/** What editors do to fronts. */
export const FRONT_EDITS: Readonly<Record<string, Edit>> = {
  'write the front of the home page': ({ newsroom }, random) => write(newsroom, 'home', random),
  'write the front of a section': ({ newsroom }, random) => {
    const sections = (newsroom.site['sections'] ?? []) as readonly { readonly id: string }[];
    return sections.length === 0 ? undefined : write(newsroom, random.pick(sections).id, random);
  },
  'change a part of a front': ({ newsroom }, random) => {
    const name = aFrontOf(newsroom, random);
    const front = name === undefined ? undefined : newsroom.fronts[name];
    if (!front) return undefined;
    const key = random.pick(['lead', 'stories', 'groups', 'breaking']);
    front[key] = aRandomFront(newsroom, random)[key];
    return `${name}: ${key}`;
  },
  'give a front the name of nothing': ({ newsroom }, random) => {
    const name = aFrontOf(newsroom, random);
    if (name === undefined || random.below(3) > 0) return undefined;
    newsroom.fronts['nothing'] = newsroom.fronts[name] ?? {};
    return name;
  },
  'delete a front': ({ newsroom }, random) => {
    const name = newsroom.fronts['nothing'] ? 'nothing' : aFrontOf(newsroom, random);
    if (name !== undefined) delete newsroom.fronts[name];
    return name;
  },
};

function write(newsroom: Newsroom, name: string, random: Random): string {
  newsroom.fronts[name] = aRandomFront(newsroom, random);
  return name;
}

function aFrontOf({ fronts }: Newsroom, random: Random): string | undefined {
  const names = Object.keys(fronts);
  return names.length === 0 ? undefined : random.pick(names);
}

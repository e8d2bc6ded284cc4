import type { Random } from '../../bench/corpus.ts';
import type { Desk } from '../builds/desk.ts';
import { aRandomMedium } from '../newsrooms/a-random-newsroom.ts';
import type { Medium } from '../newsrooms/newsroom.ts';
import type { Edit } from './edit.ts';

/** What editors do to pictures and to other media. */
export const MEDIA_EDITS: Readonly<Record<string, Edit>> = {
  'replace a picture by one of another size': ofMedium((medium, random) => ({
    ...medium,
    width: 10 + random.below(90),
  })),
  'replace a picture by one of the same size': ofMedium((medium, random) => ({ ...medium, shade: random.below(256) })),
  'replace a picture by one of the same size and time': (desk, random) => {
    desk.keepsTimes = true;
    return ofMedium((medium) => ({ ...medium, shade: random.below(256) }))(desk, random);
  },
  'add a file': ({ newsroom }, random) => aRandomMedium(newsroom, random),
  'put a picture beside stories that has the name of another': ({ newsroom }, random) => {
    const pictures = Object.keys(newsroom.media).filter((path) => /^media\/[^/]+\.png$/.test(path));
    if (pictures.length === 0) return undefined;
    const path = random.pick(pictures).replace('media', random.pick(['articles', 'articles/2026', 'contributors']));
    newsroom.media[path] = { kind: 'png', width: 5 + random.below(9), height: 7, shade: 3 };
    return path;
  },
  'delete a file': ({ newsroom }, random) => {
    const paths = Object.keys(newsroom.media).filter((path) => path !== 'media/logo.png');
    if (paths.length === 0) return undefined;
    const path = random.pick(paths);
    delete newsroom.media[path];
    return path;
  },
  'delete a file that nothing shows': ({ newsroom }, random) => {
    const shown = JSON.stringify([newsroom.stories, newsroom.people, newsroom.pages]);
    const paths = Object.keys(newsroom.media).filter((path) => path !== 'media/logo.png' && !shown.includes(path));
    if (paths.length === 0) return undefined;
    const path = random.pick(paths);
    delete newsroom.media[path];
    return path;
  },
};

/** The paths of all media of a kind. */
export function pathsOf({ newsroom: { media } }: Desk, kind: Medium['kind']): readonly string[] {
  return Object.keys(media).filter((path) => media[path]?.kind === kind);
}

function ofMedium(change: (medium: Medium, random: Random) => Medium): Edit {
  return ({ newsroom: { media } }, random) => {
    const path = random.pick(Object.keys(media));
    const medium = media[path];
    if (medium) media[path] = change(medium, random);
    return path;
  };
}

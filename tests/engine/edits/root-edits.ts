import { aRandomMedium } from '../newsrooms/a-random-newsroom.ts';
import { words } from '../newsrooms/a-random-story.ts';
import type { Edit } from './edit.ts';

/** Places at the root of a site; of some, pages or icons of ours have them already. */
const PLACES = [
  'ads.txt',
  'CNAME',
  '.well-known/a.json',
  '.nojekyll',
  'deep/er/index.html',
  'favicon.ico',
  'icon.svg',
  'site.webmanifest',
  'robots.txt',
  'about/index.html',
  'news',
];

/** What happens to files at the root, to the icon and to drafts of pages. */
export const ROOT_EDITS: Readonly<Record<string, Edit>> = {
  'add or change a file at the root': ({ newsroom }, random) => {
    const path = `public/${random.pick(PLACES)}`;
    newsroom.publicFiles[path] = words(random, 3);
    return path;
  },
  'remove a file at the root': ({ newsroom }, random) => {
    const paths = Object.keys(newsroom.publicFiles);
    if (paths.length === 0) return undefined;
    const path = random.pick(paths);
    delete newsroom.publicFiles[path];
    return path;
  },
  'change the icon': ({ newsroom }, random) => {
    const pictures = Object.keys(newsroom.media).filter((path) => /^media\/.*\.(?:png|svg)$/.test(path));
    const src = pictures.length > 0 ? random.pick(pictures).slice('media/'.length) : undefined;
    newsroom.site['icon'] = random.pick([undefined, src, { src, colour: '#7a1f2b' }, { colour: '#123' }, 'none.png']);
    return JSON.stringify(newsroom.site['icon']);
  },
  'change the picture of the icon': ({ newsroom }, random) => {
    const path = aRandomMedium(newsroom, random);
    const name = `media/icon.${path.split('.').at(-1)}`;
    const medium = newsroom.media[path];
    delete newsroom.media[path];
    if (!medium || medium.kind === 'csv') return undefined;
    newsroom.media[name] = medium;
    newsroom.site['icon'] = name.slice('media/'.length);
    return name;
  },
  'make a page a draft, or publish it': ({ newsroom }, random) => {
    const paths = Object.keys(newsroom.pages);
    if (paths.length === 0) return undefined;
    const path = random.pick(paths);
    const keys = newsroom.pages[path]?.keys ?? {};
    keys['draft'] = keys['draft'] === true ? undefined : true;
    return `${path} ${keys['draft'] === true ? 'draft' : 'published'}`;
  },
  'move a page to an address': ({ newsroom }, random) => {
    const paths = Object.keys(newsroom.pages);
    if (paths.length === 0) return undefined;
    const path = random.pick(paths);
    const keys = newsroom.pages[path]?.keys ?? {};
    keys['permalink'] = random.pick([undefined, '/rules/', '/rules.html', '/noslash', '/news/', false, '/a b/']);
    return `${path} ${JSON.stringify(keys['permalink'])}`;
  },
  'name a page as an editor might': ({ newsroom }, random) => {
    const path = `pages/${random.pick(['About us', 'What’s on', 'R&D', '50%', '.hidden', 'v1.2', '关于 我们', 'Ünder'])}.md`;
    newsroom.pages[path] = { keys: { title: words(random, 2) }, text: 'A page', links: [] };
    return path;
  },
};

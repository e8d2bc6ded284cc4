import type { Random } from '../../bench/corpus.ts';
import { words } from '../newsrooms/a-random-story.ts';
import type { Edit } from './edit.ts';

/** What editors do to the newsroom’s own pages, and to addresses that lead on. */
export const PAGE_EDITS: Readonly<Record<string, Edit>> = {
  'change a page': ({ newsroom }, random) => {
    const paths = Object.keys(newsroom.pages);
    const page = paths.length === 0 ? undefined : newsroom.pages[random.pick(paths)];
    if (page) page.text = `${words(random, 4)} ${random.pick(['', '{{ title }}'])}`.replace('<b>', '');
    return page && String(page.keys['title']);
  },
  'change the title of a page': ofPage((keys, random) => {
    keys['title'] = words(random, 2);
  }),
  'change the address of a page': ofPage((keys, random) => {
    keys['permalink'] = `/at-${random.below(1000)}/`;
  }),
  'change whether a page is indexed': ofPage((keys, random) => {
    keys['noindex'] = random.pick([true, undefined]);
  }),
  'change the language of a page': ofPage((keys, random) => {
    keys['language'] = random.pick(['fr', 'de', undefined]);
  }),
  'change the links of a page': ({ newsroom }, random) => {
    const page = newsroom.pages['pages/about.md'];
    if (!page || newsroom.stories.length === 0) return undefined;
    page.links = [
      { kind: random.pick(['path', 'address', 'card'] as const), story: random.pick(newsroom.stories).number },
    ];
    return JSON.stringify(page.links);
  },
  'add a page': ({ newsroom }, random) => {
    const kind = random.pick(['md', 'njk', 'liquid', 'html']);
    const path = `pages/${random.pick(['', 'deep/er/'])}page-${newsroom.next}.${kind}`;
    newsroom.next += 1;
    newsroom.pages[path] = { keys: { layout: 'page', title: words(random, 2) }, text: 'A page', links: [] };
    return path;
  },
  'add a page for addresses that lead nowhere': ({ newsroom }) => {
    newsroom.pages['pages/404.md'] = {
      keys: { layout: 'page', title: 'Gone', permalink: '/404.html' },
      text: 'Gone.',
      links: [],
    };
    return '404.md';
  },
  'add a page of the newsroom’s own about corrections': ({ newsroom }) => {
    newsroom.pages['pages/corrections.md'] = {
      keys: { layout: 'page', title: 'Corrections' },
      text: 'Write to us.',
      links: [],
    };
    return 'corrections.md';
  },
  'delete a page': ({ newsroom }, random) => {
    const paths = Object.keys(newsroom.pages);
    if (paths.length === 0) return undefined;
    const path = random.pick(paths);
    delete newsroom.pages[path];
    return path;
  },
  'delete all pages': ({ newsroom }) => {
    newsroom.pages = {};
    return 'all';
  },

  'redirect an old address to a story': ({ newsroom }, random) => {
    if (newsroom.stories.length === 0) return undefined;
    const from = `/gone-${random.below(5)}/`;
    newsroom.redirects = { ...newsroom.redirects, [from]: { story: random.pick(newsroom.stories).number } };
    return from;
  },
  'redirect an old address to another': ({ newsroom }, random) => {
    const old = Object.keys(newsroom.redirects ?? {});
    if (old.length === 0) return undefined;
    const from = `/gone-${random.below(5)}/`;
    newsroom.redirects = { ...newsroom.redirects, [from]: { address: random.pick(old) } };
    return from;
  },
  'redirect an old address elsewhere': ({ newsroom }, random) => {
    const address = `https://else.example/${random.below(100)}#é`;
    newsroom.redirects = { ...newsroom.redirects, '/else/': { address } };
    return address;
  },
  'redirect an old address of a story, which cannot be': ({ newsroom }, random) => {
    if (newsroom.stories.length === 0) return undefined;
    const from = `/old/${random.pick(newsroom.stories).number}/`;
    newsroom.redirects = { ...newsroom.redirects, [from]: { address: '/' } };
    return from;
  },
  'remove redirects': ({ newsroom }, random) => {
    newsroom.redirects = random.pick([undefined, {}]);
    return JSON.stringify(newsroom.redirects) ?? 'the file';
  },
};

function ofPage(change: (keys: Record<string, unknown>, random: Random) => void): Edit {
  return ({ newsroom: { pages } }, random) => {
    const paths = Object.keys(pages);
    const path = paths.length === 0 ? undefined : random.pick(paths);
    const page = path === undefined ? undefined : pages[path];
    if (page) change(page.keys, random);
    return path;
  };
}

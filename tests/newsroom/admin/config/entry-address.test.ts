import { expect, it } from 'vitest';
import { entryAddress, entryPlace } from '../../../../src/newsroom/admin/config/entry-address.ts';
import { CONFIG } from '../a-collection.ts';

const decapCollections = CONFIG.decap['collections'] as readonly { readonly name: string; readonly folder: string }[];

it.each([
  ['content/articles/2026/11/bridge.md', '/admin/#/collections/stories/entries/2026/11/bridge'],
  ['content/contributors/ana-ruiz.md', '/admin/#/collections/contributors/entries/ana-ruiz'],
  ['content/pages/about.md', '/admin/#/collections/pages/entries/about'],
  // What is decoded there is what `encodeURI` encodes.
  ['content/articles/tom & jerry, 50%.md', '/admin/#/collections/stories/entries/tom%20&%20jerry,%2050%25'],
  ['content/articles/北京.md', '/admin/#/collections/stories/entries/%E5%8C%97%E4%BA%AC'],
  // The site takes such a page for one.
  ['content/pages/ABOUT.MD', '/admin/#/collections/pages/entries/ABOUT.MD'],
])('leads to a file of the editor: %s', (path, address) => {
  expect(entryAddress(path)).toBe(address);
});

it.each([
  'content/pages/about.njk',
  'content/pages/_data/team.md',
  'content/contributors/a/b.md',
  'content/articles/BRIDGE.MD',
  'content/fronts/home.yaml',
  'content/site.yaml',
  'content/articles/a#b.md',
])('leads nowhere with a file that the editor does not open: %s', (path) => {
  expect(entryAddress(path)).toBeUndefined();
});

it('names collections that there are, by the folders that they have', () => {
  for (const { name, folder } of decapCollections)
    expect(entryPlace(`${folder}/a.md`)).toEqual({ collection: name, name: 'a' });
  expect(decapCollections.length).toBe(CONFIG.collections.length);
});

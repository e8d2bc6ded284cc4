import type { ImportNote, Outline, TextContext } from '../../../src/cli/import/archive.ts';

const AN_OUTLINE: Outline = {
  key: 'post 1',
  place: 'post 1',
  kind: 'story',
  title: 'The bridge',
  status: 'published',
  url: 'https://old.example/2019/03/bridge/',
  categories: [],
  contributors: [],
  topics: [],
};

/** A context in which the old site was at old.example, and media keep the last part of their names; scripts are none. */
export function aContext(given: Partial<TextContext> = {}): TextContext & { readonly notes: readonly ImportNote[] } {
  const notes: ImportNote[] = [];
  return {
    entry: AN_OUTLINE,
    link: (address) => address.replace(/^https:\/\/old\.example(?=\/)/, ''),
    media: (address) => (/\.(?:js|php)$/.test(address) ? undefined : `/media/${address.replace(/^.*\//s, '')}`),
    shortcode: () => undefined,
    note: (note) => {
      notes.push(note);
    },
    ...given,
    notes,
  };
}

import { describe, expect, it } from 'vitest';
import { editionOf } from '../newsroom/edition.ts';
import { aFile, aStory } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

/** The code and the hint of each finding of a newsroom. */
function hintsIn(newsroom: NewsroomGiven): readonly (string | undefined)[] {
  return editionOf({ articles: { 'a.md': aStory() }, ...newsroom }).diagnostics.map(
    ({ code, hint }) => `${code}: ${hint}`,
  );
}

describe('a value that is no group of keys', () => {
  it.each([
    [{ sections: ['news'] }, 'value-type: write `{ id: news, title: News }`'],
    [{ sections: 'Local news' }, 'value-type: write `[{ id: local-news, title: Local news }]`'],
    [{ social: 'https://social.example/@a' }, 'value-type: write `[{ label: …, url: https://social.example/@a }]`'],
    [{ navigation: ['/about/'] }, 'value-type: write `{ label: …, url: /about/ }`'],
    [{ navigation: ['About us'] }, 'value-type: write `{ label: About us, url: … }`'],
    [{ publisher: 'Harbour Press' }, 'value-type: write `{ name: Harbour Press }`'],
    [{ languages: ['es'] }, 'value-type: write `{ language: es }`'],
    [{ liveStrip: 'On air: now' }, 'value-type: write `{ text: "On air: now", url: … }`'],
  ])('of site.yaml is shown as one: %j', (site, hint) => {
    expect(hintsIn({ site })).toEqual([hint]);
  });

  it.each([
    [{ image: 'bridge.jpg' }, 'value-type: write `{ src: bridge.jpg, alt: … }`'],
    [{ audio: 'bells.mp3' }, 'value-type: write `{ src: bells.mp3 }`'],
    [{ video: 'https://video.example/7' }, 'value-type: write `{ url: https://video.example/7 }`'],
    [{ corrections: 'It was 1903.' }, 'value-type: write `[{ date: …, text: It was 1903. }]`'],
  ])('of a story is shown as one: %j', (keys, hint) => {
    expect(hintsIn({ articles: { 'a.md': aStory(keys) } })).toEqual([hint]);
  });
});

describe('a value of site.yaml', () => {
  it.each([
    [{ standards: { 'picture-alt': 'warning' } }, 'value-choice: write `warn`'],
    [{ standards: { 'picture-alt': false } }, 'value-choice: write `off`'],
    [{ elsewhere: ['shop'] }, 'elsewhere-invalid: write `/shop/**`'],
    [{ elsewhere: ['https://ledger.example/forum/*.php'] }, 'elsewhere-invalid: write `/forum/*.php`'],
    [
      { url: 'https://ledger.example/?lang=en' },
      'url-invalid: write the address of the folder alone: `https://ledger.example/`',
    ],
    [
      { url: 'https://ledger.example/a/index.html' },
      'url-invalid: write the address of the folder alone: `https://ledger.example/a/`',
    ],
    [{ favicon: 'a.png' }, 'key-unknown: here it is called `icon`'],
    [{ logo: 'a.png' }, 'key-unknown: write it into `publisher: { name: …, logo: … }`'],
  ])('is told with what to write: %j', (site, hint) => {
    expect(hintsIn({ site })).toEqual([hint]);
  });

  it('that lacks a severity is called by its code', () => {
    const { diagnostics } = editionOf({ site: { standards: { 'picture-alt': { before: '2026-01-01' } } } });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Unexpected `picture-alt` without `severity`, expected it',
    ]);
  });
});

describe('a flag', () => {
  it.each([
    ['draft: ture', 'value-type: write `true`'],
    ['draft: "true"', 'value-type: remove the quotes: `true`'],
    ['draft: yes', 'value-type: write `true`'],
  ])('with another value is an error with what to write, so that nothing is published unseen: %s', (line, hint) => {
    const story = aStory().replace('---\n', `---\n${line}\n`);
    const page = aFile({ title: 'About' }, 'Text\n').replace('---\n', `---\n${line}\n`);

    expect(hintsIn({ articles: { 'a.md': story } })).toEqual([hint]);
    expect(hintsIn({ pages: { 'about.md': page } })).toEqual([hint]);
  });
});

describe('front matter that does not begin on the first line', () => {
  it.each([
    ['\n---\nheadline: A\n---\n', 'delete the empty lines above the first `---`'],
    ['headline: A\ndate: 2026-11-23\n---\nText\n', 'write a line `---` above the keys, and another one below them'],
    [
      '----\nheadline: A\n----\nText\n',
      'write three hyphens, `---`, in the place of `----`, above the keys and below them; a key ends with a colon',
    ],
    [
      '—\nheadline: A\n---\nText\n',
      'write three hyphens, `---`, in the place of `—`, above the keys and below them; a key ends with a colon',
    ],
    [
      '+++\ntitle = "A"\n+++\n',
      'write three hyphens, `---`, in the place of `+++`, above the keys and below them; a key ends with a colon',
    ],
    ['Text alone: and more.\n', 'put these lines first: `---`, `headline: …`, `contributors: …`, `date: …`, `---`'],
  ])('is told with what to do: %j', (text, hint) => {
    expect(hintsIn({ articles: { 'a.md': text } })).toEqual([`front-matter-missing: ${hint}`]);
  });
});

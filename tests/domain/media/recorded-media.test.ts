import { describe, expect, it } from 'vitest';
import {
  answerOf,
  answerTo,
  type MediaFound,
  type MediaLibrary,
  RecordedMedia,
} from '../../../src/domain/media/library.ts';
import { aMediaLibrary } from '../../newsroom/media-in-memory.ts';

const LIBRARY = aMediaLibrary({
  'bridge.jpg': [1200, 800],
  'minutes.pdf': 'file',
  'secret.svg': 'outside',
  'broken.png': 'unreadable',
});

describe('a recorded media library', () => {
  it('finds what the library has, and notes each question with its answer', () => {
    const media = new RecordedMedia(LIBRARY);
    const names = ['bridge.jpg', 'minutes.pdf', 'secret.svg', 'broken.png', 'gone.jpg', 'bridge.jpg'];
    const found = names.map((name) => media.find(`content/media/${name}`));

    expect(found).toEqual(names.map((name) => LIBRARY.find(`content/media/${name}`)));
    expect([...media.lookups]).toEqual([
      ['content/media/bridge.jpg', '1200×800'],
      ['content/media/minutes.pdf', 'undefined×undefined'],
      ['content/media/secret.svg', 'outside'],
      ['content/media/broken.png', 'unreadable: unsupported file type'],
      ['content/media/gone.jpg', 'missing'],
    ]);
    expect(media.hasListed).toBe(false);
  });

  it('notes which version of a text it read', () => {
    const media = new RecordedMedia(
      aMediaLibrary({ 'a.csv': { text: 'a,b' }, 'minutes.pdf': 'file', 'secret.vtt': 'outside' }),
    );
    const names = ['a.csv', 'minutes.pdf', 'secret.vtt', 'gone.txt'];
    const read = names.map((name) => media.read(`content/media/${name}`));

    expect(read.map(({ kind }) => kind)).toEqual(['read', 'unreadable', 'outside', 'missing']);
    expect([...media.lookups.keys()]).toEqual(names.map((name) => `text:content/media/${name}`));
    expect([...media.lookups.values()].slice(2)).toEqual(['outside', 'missing']);
  });

  it('notes that it was asked for everything', () => {
    const media = new RecordedMedia(LIBRARY);

    expect(media.paths).toEqual(LIBRARY.paths);
    expect([media.hasListed, media.lookups.size]).toEqual([true, 0]);
  });
});

describe('an answer', () => {
  const file = { path: 'content/media/a.jpg', width: 4, height: 2 };
  const raster = { content: 'a', bytes: 9, kind: 'photograph', isTransparent: false, frames: 1 } as const;
  const ANSWERS: readonly MediaFound[] = [
    { kind: 'found', file },
    { kind: 'found', file: { ...file, width: 5 } },
    { kind: 'found', file: { ...file, height: 3 } },
    { kind: 'found', file: { ...file, width: undefined, height: undefined } },
    { kind: 'found', file: { ...file, width: undefined, height: undefined, size: 7 } },
    { kind: 'found', file: { ...file, raster } },
    { kind: 'found', file: { ...file, raster: { ...raster, content: 'b' } } },
    { kind: 'found', file: { ...file, raster: { ...raster, bytes: 10 } } },
    { kind: 'found', file: { ...file, raster: { ...raster, kind: 'graphic' } } },
    { kind: 'found', file: { ...file, raster: { ...raster, isTransparent: true } } },
    { kind: 'found', file: { ...file, raster: { ...raster, frames: 2 } } },
    { kind: 'missing' },
    { kind: 'outside' },
    { kind: 'unreadable', reason: 'too short' },
    { kind: 'unreadable', reason: 'no picture' },
  ];

  it('is another text for each thing that can be found', () => {
    expect(new Set(ANSWERS.map(answerOf)).size).toBe(ANSWERS.length);
  });

  it.each([
    ['has other bytes', { 'a.csv': { text: 'a,c' } }],
    ['is gone', {}],
    ['lies outside now', { 'a.csv': 'outside' as const }],
  ])('differs from the one of before when a text that was read %s', (_what, given) => {
    const before = new RecordedMedia(aMediaLibrary({ 'a.csv': { text: 'a,b' } }));
    before.read('content/media/a.csv');
    const [[asked, answer] = ['', '']] = [...before.lookups];
    const again = (library: MediaLibrary): string =>
      answerTo(asked, library, (path) => {
        const read = library.read(path);
        return 'fingerprint' in read ? read.fingerprint : undefined;
      });

    expect(again(aMediaLibrary({ 'a.csv': { text: 'a,b' } }))).toBe(answer);
    expect(again(aMediaLibrary(given))).not.toBe(answer);
  });
});

import { describe, expect, it } from 'vitest';
import type { MediaFound } from '../../src/domain/media-library.ts';
import { answerOf, RecordedMedia } from '../../src/domain/recorded-media.ts';
import { aMediaLibrary } from '../newsroom/media-in-memory.ts';

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

  it('notes that it was asked for everything', () => {
    const media = new RecordedMedia(LIBRARY);

    expect(media.paths).toEqual(LIBRARY.paths);
    expect([media.hasListed, media.lookups.size]).toEqual([true, 0]);
  });
});

describe('an answer', () => {
  const file = { path: 'content/media/a.jpg', width: 4, height: 2 };
  const ANSWERS: readonly MediaFound[] = [
    { kind: 'found', file },
    { kind: 'found', file: { ...file, width: 5 } },
    { kind: 'found', file: { ...file, height: 3 } },
    { kind: 'found', file: { ...file, width: undefined, height: undefined } },
    { kind: 'missing' },
    { kind: 'outside' },
    { kind: 'unreadable', reason: 'too short' },
    { kind: 'unreadable', reason: 'no picture' },
  ];

  it('is another text for each thing that can be found', () => {
    expect(new Set(ANSWERS.map(answerOf)).size).toBe(ANSWERS.length);
  });
});

import { describe, expect, it } from 'vitest';
import { areAlike } from '../../../src/cli/check/same-stories.ts';
import { aStory } from '../../newsroom/manuscript.ts';

const TEXT =
  'The bridge is shut to all traffic. Ferries carry people across until it is mended by the end of the week.';

describe('two versions of a file', () => {
  it.each([
    ['the same', TEXT, TEXT],
    ['with a word corrected', TEXT, TEXT.replace('traffic', 'cars')],
    ['with more behind it', TEXT, `${TEXT} ${'It opens again. '.repeat(50)}`],
    [
      'in scripts without spaces',
      '橋は閉鎖されています。渡し船が人々を運びます。',
      '橋は閉鎖されています。渡し船が人を運びます。',
    ],
    ['without a text', '', ''],
    ['of three words', 'Shut for good.', 'Shut for good.'],
  ])('are of one story: %s', (_what, older, newer) => {
    expect(areAlike(aStory({}, older), aStory({}, newer))).toBe(true);
  });

  it.each([
    ['another text', TEXT, 'Rain all day, and wind from the west in the evening. The sea is rough until Friday.'],
    [
      'a form that is filled in anew',
      'High water at 7. Wind: west. Rain: none at all.',
      'High water at 9. Wind: east. Rain: much of it.',
    ],
    ['none any more', TEXT, ''],
    ['three other words', 'Shut for good.', 'Open for good.'],
  ])('are not where the newer one has %s', (_what, older, newer) => {
    expect(areAlike(aStory({}, older), aStory({}, newer))).toBe(false);
  });

  it('without a text are told apart by their headlines', () => {
    expect(areAlike(aStory({ headline: 'One' }, ''), aStory({ headline: 'Two' }, ''))).toBe(false);
  });

  it('may be long', () => {
    const long = Array.from({ length: 300_000 }, (_, index) => `w${index}`).join(' ');

    expect(areAlike(aStory({}, long), aStory({}, `${long} more`))).toBe(true);
    expect(areAlike(aStory({}, 'a '.repeat(500_000)), aStory({}, long))).toBe(false);
  });
});

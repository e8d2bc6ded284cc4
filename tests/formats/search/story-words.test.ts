import { describe, expect, it } from 'vitest';
import { storyWords } from '../../../src/formats/search/story-words.ts';
import type { Keys } from '../../newsroom/manuscript.ts';
import { anArticle } from '../../newsroom/article.ts';

function wordsOf(keys: Keys, body: string): readonly string[] {
  return storyWords(anArticle(keys, { body }).value).split(' ');
}

describe('the words of a story', () => {
  it('are each there once', () => {
    const words = wordsOf({ headline: 'Zebra apple' }, 'Apple mango apple.');

    expect(words).toEqual([...new Set(words)]);
    expect(words).toEqual(expect.arrayContaining(['apple', 'mango', 'zebra']));
  });

  it('are of all that its page shows of it', () => {
    const words = wordsOf(
      {
        headline: 'Aaheadline',
        shortHeadline: 'Aashort',
        dek: 'A *aadek*',
        kicker: 'Aakicker',
        dateline: 'AAPLACE',
        image: { src: 'bridge.jpg', alt: 'Aaalt', caption: 'Aacaption', credit: 'Aacredit' },
        corrections: [{ date: '2026-11-24', text: 'Aacorrection' }],
        updates: [{ date: '2026-11-24', text: 'Aaupdate' }],
      },
      'Aatext.\n\n| aacell |\n|---|\n| aacell2 |\n\n:::factbox{title="Aabox"}\naainside\n:::\n\n[aalink](https://example.com/aaurl)[^1]\n\n[^1]: Aanote',
    );
    const own = words.filter((word) => word.startsWith('aa')).sort();

    expect(own).toEqual(
      [
        'aabox',
        'aacaption',
        'aacell',
        'aacell2',
        'aacorrection',
        'aacredit',
        'aadek',
        'aaheadline',
        'aainside',
        'aakicker',
      ]
        .concat(['aalink', 'aanote', 'aaplace', 'aashort', 'aatext', 'aaupdate'])
        .sort(),
    );
  });

  it('are whole where a part of one is marked up, and have nothing of the markup', () => {
    expect(wordsOf({ headline: 'H' }, 'un*believ*able AT&T <b>x</b> [a](b.md)ble')).toEqual(
      expect.arrayContaining(['unbelievable', 'at', 't', 'able']),
    );
    expect(wordsOf({ headline: 'H' }, '*a* & "b"').filter((word) => ['em', 'amp', 'quot', 'p'].includes(word))).toEqual(
      [],
    );
  });
});

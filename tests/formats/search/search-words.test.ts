import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchWords } from '../../../src/formats/search/search-words.ts';
import { anyText } from '../../newsroom/any-text.ts';

describe('the words that a text is found by', () => {
  it.each([
    ['are in small letters, without punctuation', 'Harbour bridge – closed!', ['harbour', 'bridge', 'closed']],
    [
      'are told apart at apostrophes and hyphens',
      'L’eau, the city’s re-opening',
      ['l', 'eau', 'the', 'city', 's', 're', 'opening'],
    ],
    ['have no accents', 'Crème brûlée à Łódź, Ærø, Straße', ['creme', 'brulee', 'a', 'lodz', 'aero', 'strasse']],
    ['are the same however accents are encoded', 'caf\u00e9 cafe\u0301', ['cafe', 'cafe']],
    ['have numbers among them', 'In 2026, 1,000 (½) of ①', ['in', '2026', '1', '000', '1', '2', 'of', '1']],
    ['have Greek and Cyrillic letters without accents', 'Ελλάς й ё', ['ελλασ', 'и', 'е']],
    [
      'have no Arabic vowel signs, no article, and one form of each letter',
      'الكِتَاب ـكـتاب مكتبة على',
      ['كتاب', 'كتاب', 'مكتبه', 'علي'],
    ],
    ['have no Hebrew vowel signs', 'שָׁלוֹם', ['שלום']],
    ['keep the vowel signs of Hindi, which are letters', 'कि की', ['कि', 'की']],
    ['are pairs of letters in Chinese', '北京大学 A股', ['北京', '京大', '大学', 'a', '股']],
    ['are pairs of letters in Japanese, of full width', 'カメラ ｶﾒﾗ', ['カメ', 'メラ', 'カメ', 'メラ']],
    ['are whole words in Korean', '서울 시청', ['서울', '시청']],
    ['have letters outside of the basic plane whole', '𠮷野家', ['𠮷野', '野家']],
    ['are whole where they may be broken', 'Do\u00adnau\u00addampf Schiff\u200bfahrt', ['donaudampf', 'schifffahrt']],
    ['are whole where letters are not joined', 'می\u200cخواهم', ['ميخواهم']],
    ['are the same with joiners and without', 'ක්\u200dරම ක්රම', ['ක්රම', 'ක්රම']],
    ['have no marks of direction', '\u200fשלום\u200e \u2067abc\u2069', ['שלום', 'abc']],
    ['are none in what has no letters', '… — 🙂 !?', []],
  ])('%s', (_what, text, words) => {
    expect(searchWords(text).map((word) => word.normalize('NFC'))).toEqual(words);
  });

  it('are cut where they are longer than any word', () => {
    const [word = ''] = searchWords('a'.repeat(10_000));

    expect(word).toHaveLength(40);
    expect(searchWords('a'.repeat(50))).toEqual([word]);
  });

  it('are what they are when they are taken apart again, so that they can be searched for', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), fc.string({ unit: 'binary' })), (text) => {
        const words = searchWords(text);
        expect(words.filter((word) => /\s/.test(word) || word === '')).toEqual([]);
        expect(words.flatMap(searchWords)).toEqual(words);
      }),
    );
  });
});

import { expect, it } from 'vitest';
import { countWords, countWordsRead } from '../../../src/validate/story/count-words.ts';

it.each([
  ['en', '', 0],
  ['en', '  The city closed\n\nthe bridge. ', 5],
  ['ar', 'أغلقت المدينة الجسر', 3],
  ['ko', '시는 월요일에 다리를 폐쇄했다', 4],
  ['ja', '市は月曜日に橋を閉鎖した。', 8],
  ['zh-Hant', '本市週一關閉了大橋。', 5],
  ['th', 'เมืองปิดสะพาน', 3],
  ['en', '北京 is large', 3],
])('counts the words of a text in %s: %j', (language, text, count) => {
  expect(countWords(text, language)).toBe(count);
});

it.each([
  ['a line that has no word for readers', 'One two.\n\n::story{slug=the-old-quay}\n', 2],
  ['a title', 'One two.\n\n::embed{url="https://a.example/b" title="The film"}\n', 4],
  ['a block, with the line that closes it', ':::aside{title="How it turns"}\nOn wheels.\n:::\n', 5],
  ['one within a list', '- a\n  ::story{slug=quay}\n', 2],
  ['one behind the mark of a list', '> 1. ::story{slug=quay}\n', 2],
  [
    'blocks within blocks',
    '::::update{date="2026-11-23 14:05" pinned=yes}\nA\n::: correction{date="2026-11-23"}\nB\n:::\n::::',
    2,
  ],
  ['an attribute that it does not have', ':::aside{place="Old Quay"}\nA\n:::', 1],
  ['nothing that Broadsheet knows', '::nobody{title="a b"} c', 3],
  ['a time, which is no directive', 'At 10::30 it :: closed ::', 6],
])('counts of directives the words that readers see: %s', (_what, markdown, count) => {
  expect(countWordsRead(markdown, 'en', { html: 'text' })).toBe(count);
});

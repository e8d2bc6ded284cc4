import { expect, it } from 'vitest';
import { countWords } from '../../../src/validate/story/count-words.ts';

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

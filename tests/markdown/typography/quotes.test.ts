import { describe, expect, it } from 'vitest';
import { renderLine } from '../../../src/markdown/render-text.ts';
import { htmlOf, shown } from '../../newsroom/rendered-text.ts';

describe('straight quotation marks', () => {
  it.each([
    ['zh', '她问"几点?"他答"九点"。', '她问“几点?”他答“九点”。'],
    ['zh', '（"桥"）和："河"', '（“桥”）和：“河”'],
    ['zh', '"桥"*"河"*"路"', '“桥”“河”“路”'],
    ['zh-TW', '他說"好。"就走了', '他說「好。」就走了'],
    ['ja', '市長は"はい"と答え、"いいえ"とも。', '市長は「はい」と答え、「いいえ」とも。'],
    ['ja', '"彼は\'橋\'と言った"', '「彼は『橋』と言った」'],
    ['ko', '시장은 "네"라고, 이른바"끝"이라고', '시장은 “네”라고, 이른바“끝”이라고'],
    ['th', 'เขาว่า"ดี"ครับ', 'เขาว่า“ดี”ครับ'],
    ['zh', "Tom's店和Jones'的店", 'Tom’s店和Jones’的店'],
    ['zh', '屏幕15"，他说"好"', '屏幕15"，他说“好”'],
  ])('need no spaces in %s: %s', (language, markdown, text) => {
    expect(shown(markdown, language)).toBe(text);
    expect(renderLine(markdown, language).text).toBe(text);
  });

  it.each([
    ['ar', 'قال ل"نور" إن "سعد" هنا', 'قال ل«نور» إن «سعد» هنا'],
    ['he', 'דו"ח של ב"הזמן" היום', 'דו"ח של ב“הזמן” היום'],
    ['tr', '"Liman"ın adı', '“Liman”ın adı'],
  ])('may stand within a word of %s: %s', (language, markdown, text) => {
    expect(shown(markdown, language)).toBe(text);
  });

  it.each([
    ['en', '"One.\n\n"Two.\n\n"Three," she said.', '“One.\n“Two.\n“Three,” she said.'],
    ['de', "‚so' und Hans' Haus, ‚so‘ bei Hans'", '‚so‘ und Hans’ Haus, ‚so‘ bei Hans’'],
    ['de', '"Eins.\n\n"Zwei."', '„Eins.\n„Zwei.“'],
    ['fr', '"Un.\n\n"Deux."', '«\u202fUn.\n«\u202fDeux.\u202f»'],
    ['es', 'Dijo: "Uno.\n\n"Dos.\n\n"Tres".\n\n"Otra".', 'Dijo: «Uno.\n»Dos.\n»Tres».\n«Otra».'],
    ['ja', '"一。\n\n"二。"', '「一。\n「二。」'],
    ['en', '"One.\n\nTwo.\n\nThree."', '“One.\nTwo.\nThree.”'],
    ['en-GB', "'One isn't.\n\n'Two.\n\n'Three,' she said.", '‘One isn’t.\n‘Two.\n‘Three,’ she said.'],
    ['en-GB', "She said: 'One.\n\n'Two.'", 'She said: ‘One.\n‘Two.’'],
  ])('open each paragraph of a quotation in %s, and close the last: %j', (language, markdown, text) => {
    expect(shown(markdown, language)).toBe(text);
  });

  it('are no quotation that goes on where something else stands between', () => {
    expect(htmlOf('"Uno.\n\n- x\n\n"Dos".', { language: 'es' })).toContain('<p>«Dos».</p>');
  });

  it.each([
    ['a 5" pipe and a 6\' man', 'a 5" pipe and a 6’ man'],
    ['a 4"x6" print', 'a 4"x6" print'],
    ['a " b', 'a " b'],
    ['\\"a\\"', '"a"'],
  ])('stay where they are none: %s', (markdown, text) => {
    expect(shown(markdown, 'en')).toBe(text);
  });
});

it.each([
  ['He is 6\'2" and she is 5\'11½".', 'He is 6\'2" and she is 5\'11½".'],
  ['"He\'s 6\'2"", she said.', '“He’s 6\'2"”, she said.'],
  ['A man of 5\' 10" and the 12" record', 'A man of 5\' 10" and the 12" record'],
  ["At 51°30'N 0°7'W and 40°26'46\"N", "At 51°30'N 0°7'W and 40°26'46\"N"],
  ['The 1960\'s and "the class of \'98"', 'The 1960’s and “the class of ’98”'],
  ["'It is 30', he said. The '30s.", '‘It is 30’, he said. The ’30s.'],
])('marks of feet and inches and of degrees stay as they are: %s', (markdown, text) => {
  expect(shown(markdown, 'en')).toBe(text);
});

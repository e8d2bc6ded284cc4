import { describe, expect, it } from 'vitest';
import { renderLine } from '../../../src/markdown/render-text.ts';
import { htmlOf } from '../../newsroom/rendered-text.ts';

describe('emphasis', () => {
  it.each([
    ['zh', '市长说：**“明天开放。”**记者问', '市长说：<strong>“明天开放。”</strong>记者问'],
    ['zh', '**提示：**请带证件', '<strong>提示：</strong>请带证件'],
    ['zh', '他看了*《河》*两遍', '他看了<em>《河》</em>两遍'],
    ['zh-Hant', '這是**（測試）**嗎', '這是<strong>（測試）</strong>嗎'],
    ['ja', '港は**「閉鎖」**された。', '港は<strong>「閉鎖」</strong>された。'],
    ['ja', '**「A」**と**「B」**', '<strong>「A」</strong>と<strong>「B」</strong>'],
    ['ja', '~~「旧」~~新', '<s>「旧」</s>新'],
    ['ko', '시장은 **“네”**라고 말했다', '시장은 <strong>“네”</strong>라고 말했다'],
    ['ko', '**다리(교량)**가', '<strong>다리(교량)</strong>가'],
    ['th', 'เขาว่า**“ดี”**ครับ', 'เขาว่า<strong>“ดี”</strong>ครับ'],
    ['zh', '这是**Broad!**报', '这是<strong>Broad!</strong>报'],
    ['zh', '𠮷**“好”**𠮷', '𠮷<strong>“好”</strong>𠮷'],
  ])('needs no space in %s: %s', (language, markdown, html) => {
    expect(htmlOf(markdown, { language })).toBe(`<p>${html}</p>`);
    expect(renderLine(markdown, language).text).not.toContain('*');
  });

  it.each([
    ['Alle Leser*innen und Autor*innen', 'Alle Leser*innen und Autor*innen'],
    ['jede*r Bürger*in', 'jede*r Bürger*in'],
    ['**Alle Leser*innen und Autor*innen**', '<strong>Alle Leser*innen und Autor*innen</strong>'],
    ['*Alle Leser*innen*', '<em>Alle Leser*innen</em>'],
    ['der *Rat* und Leser*innen', 'der <em>Rat</em> und Leser*innen'],
    ['die *Aurora*s und un*be*dingt', 'die <em>Aurora</em>s und un<em>be</em>dingt'],
    ['zwei *Alte Lieb*en', 'zwei <em>Alte Lieb</em>en'],
    ['un*be*', 'un<em>be</em>'],
    ['by @_jane_ and _em_', 'by @_jane_ and <em>em</em>'],
  ])('leaves the sign of a word or a handle alone: %s', (markdown, html) => {
    expect(htmlOf(markdown, { language: 'de' })).toBe(`<p>${html}</p>`);
  });

  it.each([
    ['a**“b”**c', 'a**“b”**c'],
    ['** a **', '** a **'],
    ['中文 ** 星 ** 号', '中文 ** 星 ** 号'],
    ['snake_case_name', 'snake_case_name'],
    ['2*3*4', '2<em>3</em>4'],
  ])('is what CommonMark says elsewhere: %s', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(`<p>${html}</p>`);
  });
});

import { expect, it } from 'vitest';
import { editionOf } from '../../newsroom/edition.ts';

const HEAD = '---\nheadline: Harbour bridge closes\ncontributors: Jane Doe\ndate: 2026-11-23 07:30\n---\n';

function toldOf(body: string): readonly string[] {
  const { diagnostics } = editionOf({ articles: { 'a.md': `${HEAD}${body}\n` } });
  return diagnostics.map(({ line, column, length, code, excerpt }) => {
    return `${line} ${code} ‹${excerpt?.slice(column - 1, column - 1 + length)}›`;
  });
}

it.each([
  ['draft: true\n\nText', '6 key-below ‹draft: true›'],
  ['\n\nkicker: Harbour\ndek: B\n\nText', '8 key-below ‹kicker: Harbour›'],
  ['image:\n  src: bridge.jpg\n\nText', '6 key-below ‹image:›'],
  ['"draft": true\n\nText', '6 key-below ‹"draft": true›'],
])('a key that begins the text is told where it stands: %j', (body, told) => {
  expect(toldOf(body)).toEqual([told]);
});

it.each([
  'Draft: it is a word',
  'Text\n\ndraft: true',
  'place: Rome',
  'draft:true',
  '- draft: true',
  '`draft: true`',
  '## date: today',
])('what is no key, or stands amid the text, is none: %j', (body) => {
  expect(toldOf(body)).toEqual([]);
});

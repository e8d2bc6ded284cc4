import { expect, it } from 'vitest';
import { joinParts } from '../../src/formats/text-parts.ts';

it.each([
  ['whole', 'Straße', 'Straße'],
  ['in parts', ['a', Buffer.from('Straße 🎉'), 'b'], 'aStraße 🎉b'],
  ['with a mark of byte order within', ['a', Buffer.from('\ufeffb')], 'a\ufeffb'],
  ['empty', [], ''],
] as const)('a text %s is joined', (_name, parts, text) => {
  expect(joinParts(parts)).toBe(text);
});

import { expect, it } from 'vitest';
import { findGarbled } from '../../../src/validate/front-matter/garbled.ts';

const inText = (text: string) => findGarbled({ path: 'content/articles/a.md', text });

it.each([
  ['The cafÃ© is closed.', 'write `é`'],
  ['Itâ€™s closed.', 'write `’`'],
  ['He said â€œyes.', 'write `“`'],
  ['10â€“12', 'write `–`'],
  ['goÃ»t', 'write `û`'],
  ['It costs Â£5.', 'write `£`'],
  ['Ã‰tat', 'write `É`'],
  ['BrÃ¼cke', 'write `ü`'],
  ['Caf\ufffd', 'write the character that was there'],
  ['See \ufffc here.', 'write the character that was there'],
])('tells of characters that a program has made of others: %s', (text, hint) => {
  expect(inText(`---\n---\n${text}`).map((finding) => [finding.code, finding.hint])).toEqual([['text-garbled', hint]]);
});

it('points at them', () => {
  expect(inText('headline: A\ndek: The cafÃ© is closed.')[0]?.at).toEqual({
    kind: 'position',
    line: 2,
    column: 13,
    length: 2,
  });
});

it.each([
  'NÃO É, SÃO, CÂMARA, ÂNGULO, “MINHA IRMÔ e «A IRMû, IRMÃ — e',
  '«Ã» e “”, “”, (Ã)',
  'Ðà Nẵng, Ñuñoa, ÑANDÚ; L’Âge d’or: « Â »',
  'â, à la carte, 5 € and â€',
])('leaves letters of languages alone: %s', (text) => {
  expect(inText(text)).toEqual([]);
});

it('is told of a few times in a file that was read in another encoding', () => {
  expect(inText('Ã©t Ã©\n'.repeat(10_000))).toHaveLength(5);
});

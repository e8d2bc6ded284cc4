import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fontFiles } from '../../../src/build/pictures/fonts.ts';
import { drawCard } from '../../../src/build/pictures/draw-card.ts';
import { CARD_SIZE, type SocialCard } from '../../../src/pages/site/social-card.ts';

const CARD: SocialCard = {
  masthead: 'The Harbour Ledger',
  kicker: 'News',
  headline: 'Bridge shut after crack is found',
  colour: '#7a1f2b',
  direction: 'ltr',
};
const [INK, MARGIN] = [100, 72];

/** The part of a card that something dark is in, in pixels from its left and its top; the bar at its top does not count. */
async function inked(
  bytes: Buffer,
): Promise<{ readonly columns: ReadonlySet<number>; readonly rows: ReadonlySet<number> }> {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  const [columns, rows] = [new Set<number>(), new Set<number>()];
  for (let at = 0; at < data.length; at += info.channels) {
    const pixel = at / info.channels;
    const row = Math.floor(pixel / info.width);
    if (row < 30 || (data[at] ?? 255) > INK) continue;
    columns.add(pixel % info.width);
    rows.add(row);
  }
  return { columns, rows };
}

describe('a card', () => {
  it('is a small PNG of the size that networks ask for, and the same each time', async () => {
    const [first, second] = [await drawCard(CARD), await drawCard(CARD)];
    const { format, width, height } = await sharp(first).metadata();

    expect({ format, width, height }).toEqual({ format: 'png', ...CARD_SIZE });
    expect(first.length).toBeLessThan(60_000);
    expect(second).toEqual(first);
  });

  it.each<[string, Partial<SocialCard>]>([
    ['the headline', { headline: 'Bridge shut after crack is founded' }],
    ['the section', { kicker: 'Sport' }],
    ['the title of the site', { masthead: 'The Harbour Courier' }],
    ['the colour', { colour: '#0d5260' }],
    ['nothing but the title', { headline: undefined, kicker: undefined }],
  ])('shows %s', async (_what, other) => {
    expect(await drawCard({ ...CARD, ...other })).not.toEqual(await drawCard(CARD));
  });

  it.each<[string, Partial<SocialCard>]>([
    ['of many words', { headline: 'The bridge is shut again. '.repeat(30) }],
    ['of one word without end', { headline: 'Donaudampfschifffahrtsgesellschaft'.repeat(12) }],
    ['of one letter', { headline: 'I' }],
    [
      'with a section and a title of many words',
      { kicker: 'News and weather '.repeat(9), masthead: 'The Harbour Ledger and Courier '.repeat(5) },
    ],
    ['of the site, of many words', { headline: undefined, masthead: 'The Harbour Ledger and Courier '.repeat(9) }],
    ['with marks of a language of marks', { headline: '<span size="999999">& <b>bold</i> &amp; <script>' }],
  ])('keeps what is %s within its margins', async (_what, other) => {
    const { columns, rows } = await inked(await drawCard({ ...CARD, ...other }));

    expect(Math.min(...columns)).toBeGreaterThanOrEqual(MARGIN - 4);
    expect(Math.max(...columns)).toBeLessThan(CARD_SIZE.width - MARGIN + 4);
    expect(Math.max(...rows)).toBeLessThan(CARD_SIZE.height - 40);
  });

  it('begins at the right where it is read from there', async () => {
    const { columns } = await inked(
      await drawCard({ ...CARD, headline: undefined, masthead: 'الجسر', direction: 'rtl' }),
    );

    expect(Math.min(...columns)).toBeGreaterThan(CARD_SIZE.width / 2);
    expect(Math.max(...columns)).toBeGreaterThan(CARD_SIZE.width - MARGIN - 8);
  });

  it.each(['Мост', 'Γέφυρα', 'الجسر', 'पुल', 'Ệế', 'Łódź', '“18°” £ € – … №'])('has letters for all of %s', (text) => {
    expect([...text].filter((letter) => !fontFiles().some((file) => hasLetter(readFileSync(file), letter)))).toEqual(
      [],
    );
    expect(fontFiles().some((file) => hasLetter(readFileSync(file), '橋'))).toBe(false);
  });
});

/** Whether a font has a glyph of a letter: the first table of `cmap` in format 4 (OpenType, “cmap”). */
function hasLetter(font: Buffer, letter: string): boolean {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const cmap = font.readUInt32BE((tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0) + 8);
  const encodings = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + 4 + index * 8);
  const found = encodings.map((at) => cmap + font.readUInt32BE(at + 4)).find((at) => font.readUInt16BE(at) === 4);
  if (found === undefined) throw new Error('The font has no such table');
  const code = letter.codePointAt(0) ?? 0;
  const size = font.readUInt16BE(found + 6);
  for (let at = 0; at < size; at += 2) {
    const [end, start] = [font.readUInt16BE(found + 14 + at), font.readUInt16BE(found + 16 + size + at)];
    if (code <= end) return code >= start && end < 0xffff;
  }
  return false;
}

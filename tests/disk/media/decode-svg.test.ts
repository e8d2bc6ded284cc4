import { describe, expect, it } from 'vitest';
import { decodeSvg } from '../../../src/disk/media/decode-svg.ts';

const DRAWING = '<svg><title>Málaga</title></svg>';
const PLAIN = '<svg><title>Malaga</title></svg>';

function declaring(encoding: string, text: string): string {
  return `<?xml version="1.0" encoding="${encoding}"?>${text}`;
}

describe('an SVG', () => {
  it.each([
    ['says nothing', Buffer.from(DRAWING)],
    ['says UTF-8', Buffer.from(declaring('utf-8', DRAWING))],
    ['has a mark', Buffer.from(`\ufeff${DRAWING}`)],
    ['has a mark and says UTF-8', Buffer.from(`\ufeff${declaring('UTF8', DRAWING)}`)],
    ['is the same in what it says', Buffer.from(declaring('ISO-8859-1', PLAIN))],
    ['is the same in Japanese', Buffer.from(declaring('Shift_JIS', PLAIN))],
  ])('is in UTF-8 where it %s', (_what, bytes) => {
    const decoded = decodeSvg(bytes);

    expect(decoded?.text).toMatch(/<svg><title>M[áa]laga<\/title><\/svg>$/);
    expect(decoded?.otherEncoding).toBeUndefined();
  });

  it.each([
    ['iso-8859-1', Buffer.from(declaring('ISO-8859-1', DRAWING), 'latin1')],
    ['utf-16le', Buffer.from(`\ufeff${DRAWING}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${declaring('UTF-16', DRAWING)}`, 'utf16le').swap16()],
    ['utf-16le', Buffer.from(DRAWING, 'utf16le')],
    // Browsers take what they do not know, and UTF-16 that is none, for UTF-8.
    ['utf-7', Buffer.from(declaring('UTF-7', DRAWING))],
    ['utf-16', Buffer.from(declaring('UTF-16', DRAWING))],
    ['unknown', Buffer.from(declaring('', DRAWING))],
    ['Shift_JIS', Buffer.from(`\ufeff${declaring('Shift_JIS', DRAWING)}`)],
  ])('is read in the encoding that browsers read it in: %s', (encoding, bytes) => {
    const decoded = decodeSvg(bytes);

    expect(decoded?.text.endsWith(DRAWING)).toBe(true);
    expect(decoded?.otherEncoding).toBe(encoding);
  });

  it('is what its encoding makes of it, where that is not what it looks like', () => {
    const bytes = Buffer.from(declaring('ISO-2022-JP', '<svg><!-- -\u001b(B-><script/><!-- --></svg>'));

    expect(decodeSvg(bytes)).toMatchObject({
      text: expect.stringContaining('<!-- --><script/>'),
      otherEncoding: 'iso-2022-jp',
    });
  });

  it('is none where it is not in UTF-8 and says nothing', () => {
    expect(decodeSvg(Buffer.from(DRAWING, 'latin1'))).toBeUndefined();
  });

  it('has lines that end in one way', () => {
    expect(decodeSvg(Buffer.from('\ufeff<svg>\r\n\r</svg>'))?.text).toBe('<svg>\n\n</svg>');
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWxr } from '../../../../src/cli/import/sources/wordpress/wxr/read-wxr.ts';
import type { WxrItem, WxrRecord } from '../../../../src/cli/import/sources/wordpress/wxr/records.ts';
import { folderWith } from './archive.ts';
import { aWxr, opening } from './wxr.ts';

describe('reading an export', () => {
  it.each([
    ['UTF-8', Buffer.from(title('Brücke 橋'), 'utf8')],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${title('Brücke 橋')}`, 'utf8')],
    ['UTF-16, little-endian', Buffer.from(`\ufeff${title('Brücke 橋', 'UTF-16')}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(title('Brücke 橋', 'UTF-16'), 'utf16le')],
    ['UTF-16, big-endian', Buffer.from(`\ufeff${title('Brücke 橋', 'UTF-16')}`, 'utf16le').swap16()],
    ['what says UTF-16 and is UTF-8', Buffer.from(title('Brücke 橋', 'UTF-16'), 'utf8')],
    ['what says an encoding that nobody knows', Buffer.from(title('Brücke 橋', 'x-klingon'), 'utf8')],
  ])('reads %s', async (_, bytes) => {
    expect((await itemsOf(bytes)).map(titleOf)).toEqual(['Brücke 橋']);
  });

  it.each([
    ['ISO-8859-1', 'latin1', 'Brücke', 'Brücke'],
    ['windows-1252', 'latin1', '\x93Br\xfccke\x94 \x97 \x80', '“Brücke” — €'],
    ['windows-1251', 'latin1', '\xcc\xee\xf1\xf2', 'Мост'],
    ['Shift_JIS', 'latin1', '\x8b\xb4', '橋'],
  ] as const)('reads %s', async (encoding, written, bytes, expected) => {
    expect((await itemsOf(Buffer.from(title(bytes, encoding), written))).map(titleOf)).toEqual([expected]);
  });

  it('reads bytes that are no UTF-8 as Windows-1252, counts them, and leaves the signs around them', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${opening()}<item><title>橋 `),
      Buffer.from([0x93, 0xfc, 0x94, 0xe6, 0xa9]),
      Buffer.from(' 橋</title></item></channel></rss>'),
    ]);
    const records = await recordsOf(bytes);

    expect(itemsIn(records).map(titleOf)).toEqual(['橋 “ü”æ© 橋']);
    expect(records.at(-1)).toEqual({ kind: 'end', isWhole: true, strayBytes: 5 });
  });

  it('joins signs that two pieces of a file share', async () => {
    // Pieces have 256 kB; each offset moves the end of one through a sign of three bytes and one of four.
    for (let offset = 0; offset < 8; offset += 1) {
      const text = `${'a'.repeat(256 * 1024 - 700 - offset)}${'橋😀'.repeat(300)}`;
      const [item] = await itemsOf(Buffer.from(title(text)));
      expect(titleOf(item)).toBe(text);
    }
  });

  it('leaves out control characters that XML forbids, and reads those of Windows-1252 as what they mean', async () => {
    const [item] = await itemsOf(Buffer.from(title('a\u0000b\u0008c\u000bd\u001fe\u0093f\u0094 \ufffe\uffffg\th')));

    expect(titleOf(item)).toBe('abcde“f” g\th');
  });

  it.each([
    ['Q&A', 'Q&A'],
    ['Q&amp;A', 'Q&A'],
    ['AT&T', 'AT&T'],
    ['a & b', 'a & b'],
    ['a &', 'a &'],
    ['caf&eacute; &#233; &#xe9; &bogus; &', 'caf&eacute; é é &bogus; &'],
    ['&constructor; &toString; &__proto__;', '&constructor; &toString; &__proto__;'],
    ['1 < 2 > 0', '1 < 2 > 0'],
  ])('reads `%s` outside of CDATA', async (written, expected) => {
    const wxr = `${opening()}<item><title>${written}</title><link>https://x.example/</link></item></channel></rss>`;

    expect((await itemsOf(Buffer.from(wxr))).map((item) => [titleOf(item), item.fields.get('link')])).toEqual([
      [expected, 'https://x.example/'],
    ]);
  });

  it('finds `&` before a tag wherever a piece of the file ends', async () => {
    for (let offset = 0; offset < 40; offset += 1) {
      const padding = 'x'.repeat(256 * 1024 - opening().length - 15 - offset);
      const wxr = `${opening()}<item><title>${padding}Questions&Answers</title></item></channel></rss>`;
      expect((await itemsOf(Buffer.from(wxr))).map(titleOf)).toEqual([`${padding}Questions&Answers`]);
    }
  });

  it('joins CDATA that was parted to say `]]>`', async () => {
    const [item] = await itemsOf(Buffer.from(aWxr([{ content: 'if (a[b[0]]>1) { <b>x</b> }]]' }])));

    expect(item?.fields.get('content:encoded')).toBe('if (a[b[0]]>1) { <b>x</b> }]]');
  });

  it('keeps HTML that stands outside of CDATA, and behind CDATA that was not parted', async () => {
    const wxr = `${opening()}<item><content:encoded><p class="a&amp;b">One <b>two</b></p></content:encoded><excerpt:encoded><![CDATA[a ]]> <i>b</i> ]]></excerpt:encoded><title>T</title></item></channel></rss>`;
    const [item] = await itemsOf(Buffer.from(wxr));

    expect(item?.fields.get('content:encoded')).toBe('<p class="a&amp;b">One <b>two</b></p>');
    expect(item?.fields.get('excerpt:encoded')).toBe('a  <i>b</i> ]]>');
    expect(titleOf(item)).toBe('T');
  });

  it('does not expand entities that a document type declares', async () => {
    const entities = Array.from({ length: 20 }, (_, level) => `<!ENTITY e${level + 1} "&e${level};&e${level};">`);
    const doctype = `<!DOCTYPE rss [<!ENTITY e0 "boom"><!ENTITY file SYSTEM "file:///etc/passwd">${entities.join('')}]>`;
    const wxr = title('x', 'UTF-8', doctype).replace('<![CDATA[x]]>', '&e20;&file;');

    expect((await itemsOf(Buffer.from(wxr))).map(titleOf)).toEqual(['&e20;&file;']);
  });

  it('reads a file that breaks off as far as it goes', async () => {
    const whole = aWxr([
      { id: 1, title: 'One' },
      { id: 2, title: 'Two' },
    ]);
    const cut = whole.slice(0, whole.lastIndexOf('<wp:post_type>'));
    const records = await recordsOf(Buffer.from(cut));

    expect(itemsIn(records).map((item) => [titleOf(item), item.isWhole])).toEqual([
      ['One', true],
      ['Two', false],
    ]);
    expect(records.at(-1)).toMatchObject({ isWhole: false });
  });

  it('begins anew at an item where the one before was never closed', async () => {
    const wxr = aWxr([
      { id: 1, title: 'One' },
      { id: 2, title: 'Two' },
      { id: 3, title: 'Three' },
    ]);
    const broken = wxr
      .replace('</item>', '')
      .replace(']]></title>\n    <link>https://gazette.example/news/story-2', ']]>\n');

    expect((await itemsOf(Buffer.from(broken))).map((item) => item.fields.get('wp:post_id'))).toEqual(['1', '2', '3']);
  });

  it('takes neither comments nor unknown custom fields into memory, and counts the former', async () => {
    const meta = [
      ['_elementor_data', 'x'.repeat(100)],
      ['__proto__', 'y'],
      ['_wp_old_slug', 'a'],
      ['_wp_old_slug', 'b'],
    ] as const;
    const comment = '<wp:comment><wp:comment_content><![CDATA[<item>no</item>]]></wp:comment_content></wp:comment>';
    const [item] = await itemsOf(Buffer.from(aWxr([{ meta, more: comment + comment }])));

    expect([...(item?.meta ?? [])]).toEqual([['_wp_old_slug', ['a', 'b']]]);
    expect(item?.comments).toBe(2);
  });

  it.each([
    ['elements 100,000 deep', '<a>'.repeat(100_000) + '</b>'.repeat(100_000)],
    ['attributes without end', `<a ${'x="y" '.repeat(50_000)}`],
    ['`&` without end', '&'.repeat(1_000_000)],
    ['`<` without end', '<'.repeat(1_000_000)],
    ['a comment without end', `<!--${'-'.repeat(1_000_000)}`],
    ['names of prototypes', '<__proto__ __proto__="x" hasOwnProperty="y" z="1"><constructor/></__proto__>'],
  ])('survives %s', async (_, hostile) => {
    const items = await itemsOf(
      Buffer.from(`${aWxr([{ id: 1 }]).replace('</channel>\n</rss>\n', '')}<item><title>${hostile}`),
    );

    expect(items[0]?.fields.get('wp:post_id')).toBe('1');
  });
});

function title(text: string, encoding = 'UTF-8', doctype = ''): string {
  const head = `<?xml version="1.0" encoding="${encoding}" ?>${doctype}`;
  return aWxr([{ title: text }]).replace(/^<\?xml[^>]*>/, head);
}

async function recordsOf(bytes: Buffer): Promise<readonly WxrRecord[]> {
  const records: WxrRecord[] = [];
  for await (const record of readWxr(join(folderWith({ 'export.xml': bytes }), 'export.xml'))) records.push(record);
  return records;
}

async function itemsOf(bytes: Buffer): Promise<readonly WxrItem[]> {
  return itemsIn(await recordsOf(bytes));
}

function itemsIn(records: readonly WxrRecord[]): readonly WxrItem[] {
  return records.flatMap((record) => (record.kind === 'item' ? [record.item] : []));
}

function titleOf(item: WxrItem | undefined): string | undefined {
  return item?.fields.get('title');
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternOf, readBlock, writeBlock } from '../../../../src/newsroom/admin/blocks/block.ts';
import {
  findPicturesWithoutWords,
  PICTURE,
  readPicture,
  writePicture,
} from '../../../../src/newsroom/admin/blocks/picture.ts';
import { DIRECTIVES } from '../../../../src/markdown/directives/directives.ts';
import { IS_NIGHT } from '../../../at-night.ts';
import { CONFIG } from '../a-collection.ts';

function block(name: string) {
  const found = CONFIG.blocks.find((one) => one.name === name);
  if (!found) throw new Error(`There is no block ${name}`);
  return found;
}

function read(name: string, text: string) {
  const match = patternOf(block(name)).exec(text);
  return match && readBlock(block(name), match);
}

it('has a block for each directive', () => {
  expect(CONFIG.blocks.map(({ name }) => name)).toEqual(DIRECTIVES.map(({ name }) => name));
});

describe('a directive in a text', () => {
  it.each([
    ['pullquote', ':::pullquote{by="Ruth Ambler"}\nWe heard it.\n:::', { by: 'Ruth Ambler', text: 'We heard it.' }],
    ['aside', '::::  aside\nA\n\nB\n::::', { text: 'A\n\nB' }],
    ['factbox', ':::factbox{title=\'At a "glance"\'}\n- One\n:::', { title: 'At a "glance"', text: '- One' }],
    [
      'update',
      ':::update{date="2026-11-23 18:05"}\n:::pullquote\nA\n:::\nB\n:::',
      { date: '2026-11-23 18:05', text: ':::pullquote\nA\n:::\nB' },
    ],
    [
      'embed',
      '::embed{url=https://video.example/7 title="The film"}',
      { url: 'https://video.example/7', title: 'The film' },
    ],
    ['gallery', ':::gallery\n:::', { text: '' }],
  ])('is shown in its fields: %s', (name, text, values) => {
    expect(read(name, `${text}\n\nMore.`)).toEqual({ ...values, broadsheet_written: text });
  });

  it.each([
    ['pullquote', ':::pullquoted\nA\n:::'],
    ['pullquote', 'a :::pullquote\nA\n:::'],
    ['pullquote', ':::pullquote\nA'],
    ['embed', ':::embed{url=a}'],
    ['embed', '::embed{url=a} b'],
  ])('is no block where it is another, or none: %s', (name, text) => {
    expect(read(name, text)).toBeNull();
  });

  it('stays as it was written where nothing was changed', () => {
    for (const text of ['::::  aside\nA\n::::', ":::aside{ title='A'  own=1 }\n\nA\n\n:::  "]) {
      const values = read('aside', text);
      expect(writeBlock(block('aside'), values ?? {})).toBe(text);
    }
  });

  it('keeps attributes that no field shows where others were changed', () => {
    const values = read('aside', ':::aside{title=A own=1}\nText\n:::') ?? {};
    expect(writeBlock(block('aside'), { ...values, title: 'B "C"' })).toBe(
      ':::aside{title=\'B "C"\' own=1}\nText\n:::',
    );
  });

  it.each([null, undefined, ''])('loses an attribute that was taken away: %j', (title) => {
    const values = read('aside', ':::aside{title=A own=1}\nText\n:::') ?? {};
    expect(writeBlock(block('aside'), { ...values, title })).toBe(':::aside{own=1}\nText\n:::');
  });

  it('is read again as it was written', () => {
    const values = fc.record({ by: fc.string(), text: fc.string().filter((text) => !text.includes(':::')) });
    fc.assert(
      fc.property(values, (given) => {
        const written = writeBlock(block('pullquote'), given);
        const again = read('pullquote', written);
        const by = given.by.replaceAll(/\s+/g, ' ').trim();
        const isBoth = by.includes('"') && by.includes("'");
        expect(again?.['by'] ?? '').toBe(isBoth ? by.replaceAll('"', '”') : by);
      }),
    );
  });
});

describe('a picture in a text', () => {
  it.each([
    [
      '![A quay.](quay.jpg "At *dawn*"){credit="Ana Ruiz"}',
      { src: 'quay.jpg', alt: 'A quay.', caption: 'At *dawn*', credit: 'Ana Ruiz', width: '', zoom: false },
    ],
    [
      '![](<old line.png>){decorative .wide .zoom}',
      { src: 'old line.png', alt: '""', caption: '', credit: '', width: 'wide', zoom: true },
    ],
  ])('is shown in its fields: %s', (text, values) => {
    const found = readPicture(PICTURE.exec(`${text}\n\nMore.`) ?? []);
    expect(found).toEqual({ ...values, broadsheet_written: text });
    expect(writePicture(found)).toBe(text);
    expect(writePicture({ ...found, broadsheet_written: '' })).toBe(
      text.replace('{decorative .wide .zoom}', '{.wide .zoom decorative}'),
    );
  });

  it('is no block within a sentence', () => {
    expect(PICTURE.exec('![A](a.jpg) and more')).toBeNull();
    expect(PICTURE.exec('![A](a.jpg)\n![B](b.jpg)')).toBeNull();
  });

  it('is told of where nobody says what it shows, unless it was so before', () => {
    const text = '![](a.jpg)\n\n![ ](b.jpg){.wide}\n\n![](c.jpg){decorative}\n\n![C](d.jpg)';
    expect(findPicturesWithoutWords(text, '')).toEqual(['a.jpg', 'b.jpg']);
    expect(findPicturesWithoutWords(text, '![](a.jpg)')).toEqual(['b.jpg']);
  });

  it.each([
    ['![](a.jpg "The bridge (2024)"){decorative}', []],
    ['![](a.jpg "The bridge (2024)")', ['a.jpg']],
    ['![](<a (2).jpg> "A"){.wide decorative}', []],
    ['![](<a (2).jpg>)', ['a (2).jpg']],
    ['![](a.jpg){credit="decorative"}', ['a.jpg']],
    ['![](a.jpg "Say \\"no\\" :)") and ![ ](b.jpg)', ['a.jpg', 'b.jpg']],
  ])('is told of by its file alone, whatever its caption says: %s', (text, told) => {
    expect(findPicturesWithoutWords(text, '')).toEqual(told);
  });

  it('is looked for in thousands of beginnings of one at once', () => {
    const count = IS_NIGHT ? 20_000 : 5_000;
    for (const bait of ['![](', '![](a "', '![](<', '![](a "\\', '![](a.jpg "b"){', '![ \t'])
      expect(findPicturesWithoutWords(bait.repeat(count), '').length).toBeLessThanOrEqual(count);
  });
});

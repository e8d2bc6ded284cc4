import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../../src/cli/import/archive.ts';
import { htmlPagesReader } from '../../../../src/cli/import/sources/html-pages/html-pages.ts';
import { aFolder, opened, page, PROSE, prose, readOne } from './pages.ts';

describe('the reader of pages', () => {
  it('leaves out lists, pages without an article, and what a browser saved beside a page', async () => {
    const teaser = (name: string) => `<article><h2><a href="/${name}">${name}</a></h2><p>${PROSE[0]}</p></article>`;
    const archive = await opened({
      'list.html': `<html><body><main>${teaser('a')}${teaser('b')}${teaser('c')}</main></body></html>`,
      'short.html': '<html><body><p>Nothing.</p></body></html>',
      'empty.html': '',
      'story.html': page(prose()),
      'story_files/frame.html': page(prose()),
    });

    expect(archive.outlines.map(({ place }) => place)).toEqual(['story.html']);
    expect(archive.notes.map(({ detail }) => detail?.split(':')[0])).toEqual(['empty.html', 'list.html', 'short.html']);
  });

  it('says of a folder without an article what was expected', async () => {
    await expect(opened({ 'a.html': '<p>x</p>' })).rejects.toThrow(ImportError);
  });

  it.each([
    [
      'windows-1251',
      'Мост закрыт, и никто не знает, до какого дня: инспекторы нашли трещину за восьмой плитой.',
      'x-cp',
    ],
    [
      'utf-16le',
      'Größer als gedacht, sagte die Hafenmeisterin am Montag, und niemand widersprach ihr an diesem Tag.',
      'mark',
    ],
  ])('reads pages in %s', async (encoding, sentence) => {
    const html = `<html><head><meta charset="${encoding}"><title>T</title></head><body><article><h1>T</h1><p>${sentence}</p><p>${sentence} 2</p></article></body></html>`;
    const bytes = encoding === 'utf-16le' ? Buffer.from(`\uFEFF${html}`, 'utf16le') : cyrillic(html);

    expect((await readOne(bytes)).markdown).toContain(sentence);
  });

  it('finds files beside a page, within the folder only', async () => {
    const folder = aFolder({
      'site/a/story.html': page(prose()),
      'site/a/story_files/b c.jpg': 'x',
      'site/img/d.jpg?w=3': 'x',
      'secret.jpg': 'x',
    });
    symlinkSync(join(folder, 'secret.jpg'), join(folder, 'site/link.jpg'));
    const archive = await htmlPagesReader.open(join(folder, 'site'), { media: undefined, site: {} });
    const [outline] = archive.outlines;
    const find = (address: string) => outline && archive.findMedia(address, outline)?.slice(folder.length);

    expect(find('story_files/b%20c.jpg')).toBe('/site/a/story_files/b c.jpg');
    expect(find('./story_files/b c.jpg')).toBe('/site/a/story_files/b c.jpg');
    expect(find('../img/d.jpg?w=3')).toBe('/site/img/d.jpg?w=3');
    expect(find('https://old.example/img/d.jpg?w=3')).toBe('/site/img/d.jpg?w=3');
    for (const address of [
      '../../secret.jpg',
      '%2e%2e/%2e%2e/secret.jpg',
      '../link.jpg',
      '/link.jpg',
      'file:///etc/passwd',
      '',
      '..',
      '//',
      'https://old.example/../../secret.jpg',
    ])
      expect(find(address)).toBeUndefined();
  });

  it.each([
    ['deep elements', page(`${prose()}${'<div>'.repeat(10_000)}inside`)],
    ['deep elements that are not closed', page(`${prose()}${'<b><i>'.repeat(3000)}inside`)],
    ['200 kB of text', page(prose() + `<p>${PROSE[0]}</p>`.repeat(1700))],
    ['a line of spaces', page(`${prose()}<p>a${' '.repeat(500_000)}b</p>`)],
    ['tag soup', page(`${prose()}<p><table><b>in</b><tr><li></p></td><a href="x"<b>>side</ul></frame>inside`)],
    ['names of objects', page(`${prose()}<p class="__proto__" id="constructor" data-testid="toString">inside</p>`)],
  ])('reads what is unusual: %s', async (_name, html) => {
    expect((await readOne(html)).markdown).toContain(PROSE[2]);
  });

  it('runs nothing, and lets no address of a script through', async () => {
    const { markdown } = await readOne(
      page(
        prose(
          '<p onclick="globalThis.ran = true">x</p><img src=x onerror="globalThis.ran=true"><a href="javascript:alert(1)">l</a><iframe srcdoc="<script>globalThis.ran=true</script>"></iframe>',
        ),
      ),
    );

    expect('ran' in globalThis).toBe(false);
    expect(markdown).not.toMatch(/javascript:|onerror|srcdoc/);
  });
});

function cyrillic(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );
}

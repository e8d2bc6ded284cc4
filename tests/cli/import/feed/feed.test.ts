import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Archive, type Entry, ImportError } from '../../../../src/cli/import/archive.ts';
import { feedReader } from '../../../../src/cli/import/sources/feed/feed.ts';
import { IS_NIGHT } from '../../../at-night.ts';
import { aContext } from '../print-archive.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function aFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'feed-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

async function opened(text: string | Uint8Array): Promise<Archive> {
  return feedReader.open(join(aFolder({ 'feed.xml': text }), 'feed.xml'), { media: undefined, site: {} });
}

async function all(archive: Archive): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of archive.entries()) entries.push(entry);
  return entries;
}

async function markdownOf(archive: Archive): Promise<string[]> {
  return (await all(archive)).map((entry) => entry.text(aContext(entry, [])));
}

function rss(items: string, head = '<title>T</title><link>https://old.example/</link>'): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel>${head}${items}</channel></rss>`;
}

const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';

describe('the reader of feeds', () => {
  it.each([
    ['RSS', rss(''), true],
    ['Atom with a prefix', '<a:feed xmlns:a="http://www.w3.org/2005/Atom">', true],
    ['RDF', '<?xml version="1.0"?>\n<!-- made by hand -->\n<rdf:RDF xmlns="http://purl.org/rss/1.0/">', true],
    ['JSON Feed', '{ "version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "items": [] }', true],
    ['an export of WordPress', '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>', false],
    ['a page that speaks of feeds', '<!doctype html><html><body>&lt;rss> <rss >', false],
    ['an export of Ghost', '{"db":[{"meta":{},"data":{}}]}', false],
    ['text', 'a feed is <b>fine</b>', false],
  ])('knows by the beginning of a file whether it is one: %s', (_name, head, is) => {
    expect(feedReader.recognises('/somewhere/file', head)).toBe(is);
  });

  it('takes a folder of feeds, and no folder of pages that has a feed among them', () => {
    expect(feedReader.recognises(aFolder({ 'a.xml': rss('') }), undefined)).toBe(true);
    expect(feedReader.recognises(aFolder({ 'feed.xml': rss(''), 'index.html': '<p>' }), undefined)).toBe(false);
    expect(feedReader.recognises(aFolder({ 'a.xml': '<note/>' }), undefined)).toBe(false);
  });

  it('says of a file without items what was expected', async () => {
    await expect(opened('<rss><channel><title>x</title></channel></rss>')).rejects.toThrow(ImportError);
    await expect(opened('')).rejects.toThrow(/without items/);
  });

  it('reads the feeds of a folder in the order of their names, and what stands in several once', async () => {
    const item = (guid: string, date: string, text: string) =>
      `<item><title>${guid}</title><guid>${guid}</guid><pubDate>${date}</pubDate><description>${text}</description></item>`;
    const folder = aFolder({
      'page-1.xml': rss(item('a', '2019-03-02', 'new a') + item('b', '2019-03-01', 'b')),
      'page-2.xml': rss(item('a', '2019-03-01', 'old a') + item('c', '2019-02-01', 'c')),
    });
    const archive = await feedReader.open(folder, { media: undefined, site: {} });

    expect(archive.outlines.map(({ key, place }) => [key, place])).toEqual([
      ['item a', 'page-1.xml:1'],
      ['item b', 'page-1.xml:1'],
      ['item c', 'page-2.xml:1'],
    ]);
    expect(await markdownOf(archive)).toEqual(['new a', 'b', 'c']);
    expect(archive.notes.map(({ what }) => what)).toEqual(['item that stands there more than once']);
  });

  it('tells the stories of a feed apart that gives all of them the same identifier', async () => {
    const archive = await opened(
      rss(
        ['One', 'Two', 'Three']
          .map((name) => `<item><title>${name}</title><guid>0</guid><description>${name}</description></item>`)
          .join(''),
      ),
    );

    expect(archive.outlines.map(({ key }) => key)).toEqual(['item 0', 'item 0 Two', 'item 0 Three']);
    expect(await markdownOf(archive)).toEqual(['One', 'Two', 'Three']);
  });

  it('gives the same key each time to what has no identifier', async () => {
    const text = rss(
      '<item><description>No name.</description></item><item><description>None either.</description></item>',
    );
    const [first, second] = [await opened(text), await opened(text)];

    expect(first.outlines.map(({ key }) => key)).toEqual(second.outlines.map(({ key }) => key));
    expect(new Set(first.outlines.map(({ key }) => key)).size).toBe(2);
  });

  it('never carries an address of mail', async () => {
    const archive = await opened(
      rss(
        [
          'mail@old.example (Jo Li)',
          'Jo Li <mail@old.example>',
          '"Jo Li" <mail@old.example>',
          'mail@old.example',
          'mailto:mail@old.example Jo Li',
          'Jo Li (mail@old.example)',
        ]
          .map((author, index) => `<item><title>${index}</title><author>${author.replace('<', '&lt;')}</author></item>`)
          .join(''),
      ),
    );

    expect(archive.contributors.map(({ name }) => name)).toEqual(['Jo Li']);
    expect(archive.outlines.map(({ contributors }) => contributors)).toEqual([
      ['jo li'],
      ['jo li'],
      ['jo li'],
      [],
      ['jo li'],
      ['jo li'],
    ]);
  });

  it('takes comments and settings of Blogger for no stories, and drafts for drafts', async () => {
    const entry = (kind: string, more = '') =>
      `<entry><id>${kind}</id><title>${kind}</title><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/><content type="html">x</content>${more}</entry>`;
    const archive = await opened(
      `<feed ${ATOM} xmlns:app="http://purl.org/atom/app#">${entry('post', '<app:control><app:draft>yes</app:draft></app:control>')}${entry('page')}${entry('comment')}</feed>`,
    );

    expect(archive.outlines.map(({ title, kind, status, topics }) => [title, kind, status, topics])).toEqual([
      ['post', 'story', 'draft', []],
      ['page', 'page', 'published', []],
    ]);
    expect(archive.notes.map(({ what }) => what)).toEqual(['entry of Blogger that is neither a post nor a page']);
  });

  it('takes files from the folder of media that an address ends like, and from nowhere else', async () => {
    const folder = aFolder({
      'feed.xml': rss('<item><title>x</title></item>'),
      'media/2019/03/a b.jpg': 'a',
      'secret.jpg': 's',
    });
    symlinkSync(join(folder, 'secret.jpg'), join(folder, 'media/link.jpg'));
    const archive = await feedReader.open(join(folder, 'feed.xml'), { media: join(folder, 'media'), site: {} });
    const [outline] = archive.outlines;
    const find = (address: string) => outline && archive.findMedia(address, outline);

    expect(find('https://old.example/wp-content/uploads/2019/03/a%20b.jpg?w=3')).toBe(
      join(folder, 'media/2019/03/a b.jpg'),
    );
    expect(find('/uploads/2019/03/a b.jpg')).toBe(join(folder, 'media/2019/03/a b.jpg'));
    for (const address of [
      '../secret.jpg',
      '/media/../secret.jpg',
      '%2e%2e%2fsecret.jpg',
      '/link.jpg',
      '/2019/03',
      '',
      '\0',
      'javascript:a',
    ])
      expect(find(address)).toBeUndefined();
  });
});

describe('a feed with faults', () => {
  it('is read as far as it goes, and says where the first is', async () => {
    const archive = await opened(
      rss(
        '<item><title>A & B</title><description>one</item><item><title>C</title><description>&lt;p>two</description></item></oops>',
      ),
    );

    expect(archive.outlines.map(({ title }) => title)).toEqual(['A & B', 'C']);
    expect(await markdownOf(archive)).toEqual(['one', 'two']);
    expect(archive.notes.map(({ what, detail }) => [what, detail?.slice(0, 11)])).toEqual([
      ['feed with faults', 'feed.xml:1 '],
    ]);
  });

  it('loses no item where the end of one is missing', async () => {
    const archive = await opened('<rss><channel><item><title>A</title><item><title>B</title></item></channel></rss>');

    expect(archive.outlines.map(({ title }) => title)).toEqual(['A', 'B']);
  });

  it('is read in the encoding that it is in, and says where that was guessed', async () => {
    const latin = Buffer.from(rss('<item><title>Größe</title></item>'), 'latin1');
    const utf16 = Buffer.from(`\uFEFF${rss('<item><title>Größe 新</title></item>')}`, 'utf16le');
    const unknown = rss('<item><title>Größe</title></item>').replace('1.0"', '1.0" encoding="martian"');

    expect((await opened(latin)).outlines[0]?.title).toBe('Größe');
    expect((await opened(latin)).notes[0]?.what).toBe('encoding that is not known');
    expect((await opened(utf16)).outlines[0]?.title).toBe('Größe 新');
    expect((await opened(unknown)).outlines[0]?.title).toBe('Größe');
    expect((await opened(unknown)).notes[0]?.detail).toBe('feed.xml: martian, read as utf-8');
  });

  it('expands no entities of a doctype', async () => {
    const levels = Array.from({ length: 20 }, (_, level) => `<!ENTITY l${level + 1} "&l${level};&l${level};">`);
    const archive = await opened(
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol"><!ENTITY f SYSTEM "file:///etc/passwd">${levels.join('')}]><rss><channel><item><title>a &l20; &f; &constructor; b</title></item></channel></rss>`,
    );

    expect(archive.outlines[0]?.title).toBe('a &l20; &f; &constructor; b');
  });

  it('may have names that objects have', async () => {
    const archive = await opened(
      `<feed ${ATOM}><entry hasOwnProperty="1" __proto__="2" constructor="3"><id>__proto__</id><title>x</title><__proto__>y</__proto__><content type="xhtml"><div hasOwnProperty="a" b="c"><p>z</p></div></content></entry></feed>`,
    );

    expect(archive.outlines[0]?.key).toBe('item __proto__');
    expect(await markdownOf(archive)).toEqual(['z']);
  });

  it.each([
    ['deep elements', rss(`<item><title>x</title><description>${'<div>'.repeat(10_000)}words</description></item>`)],
    [
      'deep HTML',
      rss(`<item><title>x</title><description><![CDATA[${'<div>'.repeat(10_000)}words]]></description></item>`),
    ],
    [
      'one line of megabytes',
      rss(
        `<item><title>x</title><description>${'word '.repeat(IS_NIGHT ? 2_000_000 : 400_000)}words</description></item>`,
      ),
    ],
    [
      'tags that close nothing',
      rss(`<item><title>x</title><description>words${'<b>'.repeat(3000)}${'</i>'.repeat(3000)}</description></item>`),
    ],
    [
      'many categories',
      rss(
        `<item><title>x</title><description>words</description>${'<category>a</category><enclosure url="https://a.example/x"/>'.repeat(IS_NIGHT ? 50_000 : 10_000)}</item>`,
      ),
    ],
  ])('is read all the same: %s', async (_name, text) => {
    const [markdown] = await markdownOf(await opened(text));

    expect(markdown).toContain('words');
  });
});

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../../src/cli/import/archive.ts';
import { wordpress } from '../../../../src/cli/import/sources/wordpress/wordpress.ts';
import { archiveOf, entriesOf, folderWith, textOf } from './archive.ts';
import { anAttachment, aWxr } from './wxr.ts';

const UPLOADS = 'https://gazette.example/news/wp-content/uploads';

describe('media of an export', () => {
  it.each(['', 'wp-content/uploads', 'uploads'])(
    'are found in the folder that was given, or in `%s` below it',
    async (below) => {
      const media = folderWith({ [join(below, '2019/03/quay.jpg')]: 'x' });
      const archive = await archiveOf(aWxr([{}]), { media });

      expect(find(archive, `${UPLOADS}/2019/03/quay.jpg`)).toBe(join(media, below, '2019/03/quay.jpg'));
    },
  );

  it.each(['wp-content/uploads', 'uploads'])('are found in `%s` beside the export', async (below) => {
    const archive = await archiveOf(aWxr([{}]), { files: { [`${below}/2019/03/quay.jpg`]: 'x' } });

    expect(find(archive, `${UPLOADS}/2019/03/quay.jpg`)).toMatch(new RegExp(`/${below}/2019/03/quay.jpg$`));
  });

  it.each([
    ['a path of the site', '/news/wp-content/uploads/2019/03/quay.jpg'],
    ['with `www.`', 'https://www.gazette.example/news/wp-content/uploads/2019/03/quay.jpg'],
    ['without encryption', 'http://gazette.example/wp-content/uploads/2019/03/quay.jpg'],
    ['without a scheme', '//gazette.example/wp-content/uploads/2019/03/quay.jpg'],
    ['of one site of several', 'https://gazette.example/wp-content/uploads/sites/3/2019/03/quay.jpg'],
    ['of an old installation of several', 'https://gazette.example/files/2019/03/quay.jpg'],
    [
      'at the picture service',
      'https://i2.wp.com/gazette.example/news/wp-content/uploads/2019/03/quay.jpg?resize=300%2C200',
    ],
    ['of a smaller copy', `${UPLOADS}/2019/03/quay-300x200.jpg`],
    ['of the copy of a large one', `${UPLOADS}/2019/03/quay-scaled.jpg`],
    ['percent-encoded', `${UPLOADS}/2019/03/%71uay.jpg`],
  ])('are found by an address %s', async (_, address) => {
    const media = folderWith({ '2019/03/quay.jpg': 'x' });

    expect(find(await archiveOf(aWxr([{}]), { media }), address)).toBe(join(media, '2019/03/quay.jpg'));
  });

  it('are not those of another host', async () => {
    const media = folderWith({ '2019/03/quay.jpg': 'x' });
    const archive = await archiveOf(aWxr([{}]), { media });

    expect(find(archive, 'https://elsewhere.example/wp-content/uploads/2019/03/quay.jpg')).toBeUndefined();
  });

  it('are those of a host whose files the library has, and of one that the newsroom names', async () => {
    const media = folderWith({ '2019/03/quay.jpg': 'x' });
    const attachment = {
      id: 7,
      type: 'attachment',
      more: '<wp:attachment_url>https://gazette.files.example/2019/03/boat.jpg</wp:attachment_url>',
    };
    const archive = await archiveOf(aWxr([attachment]), { media, site: { hosts: ['www.older.example'] } });

    expect(find(archive, 'https://gazette.files.example/2019/03/quay.jpg')).toBe(join(media, '2019/03/quay.jpg'));
    expect(find(archive, 'https://older.example/wp-content/uploads/2019/03/quay.jpg')).toBe(
      join(media, '2019/03/quay.jpg'),
    );
  });

  it.each([
    '../secret.jpg',
    '/news/wp-content/uploads/../../secret.jpg',
    `${UPLOADS}/%2e%2e/secret.jpg`,
    `${UPLOADS}/..%2fsecret.jpg`,
    `${UPLOADS}/2019/..%2f..%2fsecret.jpg`,
    `${UPLOADS}/..%5csecret.jpg`,
    `${UPLOADS}/link.jpg`,
    `${UPLOADS}/folder/secret.jpg`,
    `${UPLOADS}/secret.jpg%00.jpg`,
    `${UPLOADS}/%`,
    `${UPLOADS}/`,
    `${UPLOADS}/2019`,
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    '',
  ])('are never outside of the folder: %s', async (address) => {
    const folder = folderWith({ 'secret.jpg': 'x', 'uploads/2019/quay.jpg': 'x' });
    const media = join(folder, 'uploads');
    symlinkSync(join(folder, 'secret.jpg'), join(media, 'link.jpg'));
    symlinkSync(folder, join(media, 'folder'));

    expect(find(await archiveOf(aWxr([{}]), { media }), address)).toBeUndefined();
  });

  it('may lie behind a link that stays within the folder, and in a folder that is one', async () => {
    const folder = folderWith({ 'real/2019/quay.jpg': 'x' });
    symlinkSync(join(folder, 'real'), join(folder, 'uploads'));
    symlinkSync(join(folder, 'real/2019/quay.jpg'), join(folder, 'real/2019/same.jpg'));
    const archive = await archiveOf(aWxr([{}]), { media: join(folder, 'uploads') });

    expect(find(archive, `${UPLOADS}/2019/same.jpg`)).toBe(join(folder, 'real/2019/quay.jpg'));
  });
});

describe('a picture of which a text shows a copy', () => {
  const shown = (address: string, attributes = ''): string => `<img src="${address}" ${attributes}>`;

  it.each([
    ['a size', 'quay.jpg', 'quay-300x200.jpg', 'quay.jpg'],
    ['a size of the copy of a very large one', 'quay-scaled.jpg', 'quay-300x200.jpg', 'quay-scaled.jpg'],
    ['the very large one', 'quay-scaled.jpg', 'quay.jpg', 'quay-scaled.jpg'],
    ['the copy of a very large one', 'quay.jpg', 'quay-scaled.jpg', 'quay.jpg'],
    ['what has a size in its own name', 'plan-800x600.jpg', 'plan-800x600.jpg', 'plan-800x600.jpg'],
  ])('is the one of the library: %s', async (_, known, written, expected) => {
    const wxr = aWxr([
      { content: shown(`${UPLOADS}/2019/03/${written}`) },
      anAttachment(7, `2019/03/${known}`, { alt: 'A quay' }),
    ]);

    expect((await textOf(wxr)).markdown).toBe(`![A quay](/media/2019/03/${expected})`);
  });

  it('is not one that only has the same name', async () => {
    const wxr = aWxr([
      { content: shown('https://elsewhere.example/wp-content/uploads/2019/03/quay-300x200.jpg', 'class="wp-image-7"') },
      anAttachment(7, '2019/03/boat.jpg', { alt: 'A boat' }),
      anAttachment(8, '2019/03/quay.jpg', { alt: 'A quay' }),
    ]);

    expect((await textOf(wxr)).markdown).toBe('![](/media/2019/03/quay-300x200.jpg)');
  });

  it('is known by its number though the site has moved', async () => {
    const wxr = aWxr([
      { content: shown('http://old-host.example/wp-content/uploads/2019/03/quay-300x200.jpg', 'class="wp-image-7"') },
      anAttachment(7, '2019/03/quay.jpg', { alt: 'A quay' }),
    ]);

    expect((await textOf(wxr)).markdown).toBe('![A quay](/media/2019/03/quay.jpg)');
  });

  it('keeps the words that the text has for it', async () => {
    const wxr = aWxr([
      { content: shown(`${UPLOADS}/2019/03/quay.jpg`, 'alt="Its own"') },
      anAttachment(7, '2019/03/quay.jpg', { alt: 'A quay' }),
    ]);

    expect((await textOf(wxr)).markdown).toBe('![Its own](/media/2019/03/quay.jpg)');
  });

  it('is the original where that lies in the folder and the library does not have it', async () => {
    const media = folderWith({ '2019/03/quay.jpg': 'x' });
    const { markdown } = await textOf(aWxr([{ content: shown(`${UPLOADS}/2019/03/quay-300x200.jpg?x=1`) }]), { media });

    expect(markdown).toBe('![](/media/2019/03/quay.jpg)');
  });

  it('is the largest copy that the text names where nothing is known', async () => {
    const srcset = `srcset="${UPLOADS}/2019/03/quay-300x200.jpg 300w, ${UPLOADS}/2019/03/quay-1024x683.jpg 1024w"`;
    const { markdown } = await textOf(aWxr([{ content: shown(`${UPLOADS}/2019/03/quay-300x200.jpg`, srcset) }]));

    expect(markdown).toBe('![](/media/2019/03/quay-1024x683.jpg)');
  });
});

describe('the lead picture of a story', () => {
  it('has what the library says of it', async () => {
    const wxr = aWxr([
      { meta: [['_thumbnail_id', '7']] },
      anAttachment(7, '2019/03/quay.jpg', {
        alt: 'A &quot;quay&quot;',
        caption: 'By <a href="https://x.example/">Ann</a> *Lee*',
      }),
    ]);
    const [entry] = await entriesOf(await archiveOf(wxr));

    expect(entry?.image).toEqual({
      address: `${UPLOADS}/2019/03/quay.jpg`,
      alt: 'A "quay"',
      caption: 'By Ann \\*Lee\\*',
      credit: undefined,
    });
  });

  it('is told of where the export does not have it', async () => {
    const { notes } = await textOf(aWxr([{ meta: [['_thumbnail_id', '404']] }]));

    expect(notes).toMatchObject([{ kind: 'lost', detail: 'attachment 404' }]);
  });
});

describe('what an export is', () => {
  it('is recognised by its beginning, in any encoding', () => {
    const head = aWxr([]);

    expect(wordpress.recognises('/x/export.xml', head)).toBe(true);
    expect(wordpress.recognises('/x/export.xml', Buffer.from(head, 'utf16le').toString('latin1'))).toBe(true);
    expect(wordpress.recognises('/x/feed.xml', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>')).toBe(false);
    expect(wordpress.recognises('/x/page.html', '<p>wordpress.org/export/</p>')).toBe(false);
  });

  it('is a folder with such files', () => {
    expect(wordpress.recognises(folderWith({ 'a.xml': aWxr([]), 'notes.txt': 'x' }), undefined)).toBe(true);
    expect(wordpress.recognises(folderWith({ 'a.xml': '<feed/>', 'b.txt': aWxr([]) }), undefined)).toBe(false);
    expect(wordpress.recognises(folderWith({}), undefined)).toBe(false);
  });

  it.each(['<rss><channel></channel></rss>', '', 'not XML at all'])('is not `%s`', async (text) => {
    await expect(archiveOf(text)).rejects.toThrow(/expected an \.xml file/);
  });

  it('may lie in a folder with media beside it', async () => {
    const folder = folderWith({ 'export/a.xml': aWxr([{ id: 1 }]) });
    mkdirSync(join(folder, 'export/uploads'));
    writeFileSync(join(folder, 'export/uploads/quay.jpg'), 'x');
    const archive = await wordpress.open(join(folder, 'export'), { media: undefined, site: {} });

    expect(archive.outlines).toHaveLength(1);
    expect(find(archive, `${UPLOADS}/quay.jpg`)).toBe(join(folder, 'export/uploads/quay.jpg'));
  });
});

function find(archive: Archive, address: string): string | undefined {
  const [outline] = archive.outlines;
  return archive.findMedia(
    address,
    outline ?? {
      key: '',
      place: '',
      kind: 'story',
      title: '',
      status: 'draft',
      categories: [],
      contributors: [],
      topics: [],
    },
  );
}

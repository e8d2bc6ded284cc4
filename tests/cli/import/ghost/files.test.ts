import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ImportError, type Outline } from '../../../../src/cli/import/archive.ts';
import { ghost } from '../../../../src/cli/import/sources/ghost/ghost.ts';
import { aFolder, anExport } from './an-export.ts';

const EXPORT = anExport({ posts: [{ id: '1', title: 'A', slug: 'a', status: 'published' }] });
const NO_OPTIONS = { media: undefined, site: {} };

async function open(path: string, media?: string) {
  return ghost.open(path, { media, site: {} });
}

describe('the reader of Ghost', () => {
  it.each([
    ['an export', EXPORT, true],
    ['an export without `db`', '{"meta":{"exported_on":1},"data":{"posts":[]}}', true],
    ['an export with a mark of its encoding', `\uFEFF\n${EXPORT}`, true],
    ['another JSON file', '{"name":"package","data":[]}', false],
    ['redirects', '[{"from":"/a","to":"/b"}]', false],
    ['a feed', '<?xml version="1.0"?><rss>', false],
    ['a feed in JSON', '{"version":"https://jsonfeed.org/version/1.1","items":[]}', false],
    ['much white space', ' '.repeat(65_536), false],
  ])('recognises %s: %#', (_what, head, isOne) => {
    expect(ghost.recognises('/x', head)).toBe(isOne);
  });

  it('recognises folders by the export in them', () => {
    expect(ghost.recognises(aFolder({ 'data/my.json': EXPORT }), undefined)).toBe(true);
    expect(ghost.recognises(aFolder({ 'my.json': EXPORT }), undefined)).toBe(true);
    expect(ghost.recognises(aFolder({ 'package.json': '{}' }), undefined)).toBe(false);
  });

  it('opens an export with or without `db`, and in a backup', async () => {
    const folder = aFolder({
      'bare.json': '{"meta":{},"data":{"posts":[{"id":1,"slug":"a"}]}}',
      'backup/content/data/site.ghost.json': EXPORT,
      'backup/content/settings/routes.yaml': 'collections:\n  /:\n    permalink: /x/{slug}/\n',
      'backup/content/data/redirects.json': '[{"from":"/old","to":"/a/"}]',
      'backup/content/images/2024/quay.jpg': 'picture',
    });

    const bare = await open(join(folder, 'bare.json'));
    const backup = await open(join(folder, 'backup'));
    const file = await open(join(folder, 'backup/content/data/site.ghost.json'));

    expect(bare.outlines).toHaveLength(1);
    for (const archive of [backup, file]) {
      expect(archive.outlines[0]?.url).toBe('/x/a/');
      expect(archive.redirects[0]).toEqual({ from: '/old', to: '/a/', isWritten: true });
      expect(archive.findMedia('/content/images/2024/quay.jpg', {} as Outline)).toBe(
        join(folder, 'backup/content/images/2024/quay.jpg'),
      );
    }
  });

  it.each([
    ['there is no export', { 'a.json': '{}' }, /expected an export of Ghost/],
    ['there are two', { 'a.json': EXPORT, 'data/b.json': EXPORT }, /Unexpected 2 exports .* name the one/],
  ])('says so where %s', async (_what, files, message) => {
    await expect(open(aFolder(files))).rejects.toThrow(message);
  });

  it.each([
    '',
    '{}',
    '{"db":[]}',
    '{"db":[{"data":{"posts":[]}}]}',
    '{"db":[{"data":{"posts":{}}}]}',
    'no JSON',
    '\uD83D',
  ])('says so where a file such as %j has no posts', async (text) => {
    const file = join(aFolder({ 'a.json': text }), 'a.json');

    await expect(ghost.open(file, NO_OPTIONS)).rejects.toThrow(ImportError);
    await expect(ghost.open(file, NO_OPTIONS)).rejects.toThrow(/without posts, expected an export of Ghost/);
  });

  it('says so where an export is in another encoding', async () => {
    const folder = aFolder({});
    writeFileSync(join(folder, 'a.json'), Buffer.from(`\uFEFF${EXPORT}`, 'utf16le'));

    await expect(open(join(folder, 'a.json'))).rejects.toThrow(/UTF-16.*save it as UTF-8/);
  });

  it('reads what is there of an export that is torn off or broken, and says what is not', async () => {
    const torn = `${EXPORT.slice(0, -5)},{"id":"2","title":"B`;
    const broken = EXPORT.replace('[{"id":"1"', '[{"id":"0",,},{"id":"1"').replace('"slug":"a"', '"slug":"a\\q"');
    const folder = aFolder({ 'torn.json': torn, 'broken.json': `${broken.slice(0, -5)},{"id":"3"}]}}]}` });

    const first = await open(join(folder, 'torn.json'));
    const second = await open(join(folder, 'broken.json'));

    expect(first.outlines.map(({ key }) => key)).toEqual(['post 1']);
    expect(first.notes).toMatchObject([{ kind: 'lost', what: 'end of the export' }, {}]);
    expect(second.outlines.map(({ key }) => key)).toEqual(['post 3']);
    expect(second.notes).toMatchObject([
      { kind: 'lost', what: 'row that is no JSON', detail: 'posts 0' },
      { kind: 'lost', what: 'row that is no JSON', detail: 'posts 1' },
      {},
    ]);
  });

  it('reads letters that are none as such', async () => {
    const folder = aFolder({});
    const [before, after] = anExport({ posts: [{ id: '1', title: 'Caf@', slug: 'a' }] }).split('@');
    writeFileSync(
      join(folder, 'a.json'),
      Buffer.concat([Buffer.from(before ?? ''), Buffer.from([0xe9]), Buffer.from(after ?? '')]),
    );

    const { outlines } = await open(join(folder, 'a.json'));

    expect(outlines[0]?.title).toBe('Caf\uFFFD');
  });
});

describe('media of an archive of Ghost', () => {
  const FILES = {
    'site.json': EXPORT,
    'content/images/2024/quay.jpg': 'large',
    'content/images/size/w600/2024/quay.jpg': 'small',
    'content/images/size/w600/2024/only-small.jpg': 'small',
    'content/media/2024/bells.mp3': 'sound',
    'content/files/2024/my report.pdf': 'file',
    'content/images/Straße 50%.jpg': 'picture',
    'secret.txt': 'secret',
    'content/secret.txt': 'secret',
  };

  it.each([
    ['/content/images/2024/quay.jpg', 'content/images/2024/quay.jpg'],
    ['https://old.example/blog/content/images/2024/quay.jpg?v=1#a', 'content/images/2024/quay.jpg'],
    ['/content/images/size/w600/2024/quay.jpg', 'content/images/2024/quay.jpg'],
    ['/content/images/size/w600/format/webp/2024/quay.jpg', 'content/images/2024/quay.jpg'],
    ['/content/images/size/w600/2024/only-small.jpg', 'content/images/size/w600/2024/only-small.jpg'],
    ['/content/media/2024/bells.mp3', 'content/media/2024/bells.mp3'],
    ['/content/files/2024/my%20report.pdf', 'content/files/2024/my report.pdf'],
    ['/content/images/Straße 50%.jpg', 'content/images/Straße 50%.jpg'],
  ])('are found at %s', async (address, file) => {
    const folder = aFolder(FILES);

    expect((await open(folder)).findMedia(address, {} as Outline)).toBe(join(folder, file));
  });

  it.each([
    '/content/images/none.jpg',
    '/content/images/../secret.txt',
    '/content/images/../../secret.txt',
    '/content/images/%2e%2e/%2e%2e/secret.txt',
    '/content/images/..%2f..%2fsecret.txt',
    '/content/images/..\\..\\secret.txt',
    '/content/images/2024',
    '/content/images/\0',
    '/content/images/link.txt',
    '/content/images/linked/secret.txt',
    '/secret.txt',
    'secret.txt',
    '/content/secret.txt',
    'https://elsewhere.example/quay.jpg',
    'data:image/png;base64,AAAA',
    '',
    '%',
    `/content/images/${'a/'.repeat(100_000)}`,
  ])('are never read outside of the folders of Ghost: case %#', async (address) => {
    const folder = aFolder(FILES);
    const outside = aFolder({ 'secret.txt': 'secret' });
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'content/images/link.txt'));
    symlinkSync(outside, join(folder, 'content/images/linked'));

    expect((await open(folder)).findMedia(address, {} as Outline)).toBeUndefined();
  });

  it.each(['', 'content', 'content/images'])('are found below a folder that was named: %j', async (below) => {
    const folder = aFolder(FILES);
    const archive = await open(join(aFolder({ 'a.json': EXPORT }), 'a.json'), join(folder, below));

    expect(archive.findMedia('/content/images/2024/quay.jpg', {} as Outline)).toBe(
      join(folder, 'content/images/2024/quay.jpg'),
    );
  });
});

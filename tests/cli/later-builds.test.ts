import {
  appendFileSync,
  cpSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../src/eleventy/files-in.ts';
import { aFile, aStory } from '../newsroom/manuscript.ts';
import { build, filesOnDisk, textsOf } from './built.ts';
import { aNewsroomOnDisk, broadsheet, removeNewsrooms } from './run.ts';

afterAll(removeNewsrooms);

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><path d="M0 1h4"/></svg>\n';
const FILES = {
  'content/articles/a.md': aStory({ topics: ['Bridges'] }, '![A bridge](bridge.svg)\n\nSee [b](b.md).\n'),
  'content/articles/b.md': aStory({ date: '2026-10-01' }),
  'content/articles/warned.md': aStory({ date: '2026-10-02' }, ''),
  'content/contributors/jane-doe.md': aFile({ name: 'Jane Doe' }, ''),
  'content/media/bridge.svg': DRAWING,
  'content/pages/about.md': aFile({ layout: 'page', title: 'About' }, 'Who we are.\n'),
};
const A = '2026/11/23/a/index.html';

/** A newsroom that was built, its folder. */
function built(files: Readonly<Record<string, string>> = FILES): string {
  const folder = aNewsroomOnDisk(files);
  build(folder);
  return folder;
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('a build of what was built before', () => {
  it('writes nothing, and says so', () => {
    const folder = aNewsroomOnDisk(FILES);
    const first = build(folder).document;
    const before = filesOnDisk(join(folder, '_site'));
    const later = [build(folder), build(folder), build(folder, '--jobs', '3')];

    expect(first).toMatchObject({ rendered: first.changed.length, unchanged: 0, removed: 0 });
    for (const { status, document } of later) {
      expect(status).toBe(0);
      expect(document).toMatchObject({ rendered: 0, removed: 0, changed: [] });
      expect(document.unchanged).toBe(first.rendered);
    }
    expect(filesOnDisk(join(folder, '_site'))).toEqual(before);
  });

  it('says again all that it warns of, to people and to machines', () => {
    const folder = aNewsroomOnDisk({ ...FILES, 'content/notes.txt': 'x' });
    const documents = [1, 2, 3].map(() => build(folder).document);
    const reports = [1, 2].map(() => broadsheet(folder, 'build', '--now', '2026-11-23 12:00').stderr);

    expect(documents[0]?.diagnostics.map(({ code }) => code)).toEqual(['body-empty', 'file-misplaced']);
    expect(documents.map(({ diagnostics }) => diagnostics)).toEqual(documents.map(() => documents[0]?.diagnostics));
    expect(reports[0]).toContain('content/notes.txt:1:1 warn');
    expect(reports[1]).toBe(reports[0]);
  });

  it('says again what it holds back', () => {
    const folder = built({ ...FILES, 'content/articles/held.md': aStory({ date: '2027-01-01' }) });

    expect(build(folder).document.heldBack).toEqual([
      expect.objectContaining({ path: 'content/articles/held.md', reason: 'embargo' }),
    ]);
  });

  it('takes files for the same that were copied or touched', () => {
    const folder = built();
    const before = filesOnDisk(join(folder, '_site'));
    cpSync(join(folder, 'content'), join(folder, 'copy'), { recursive: true });
    rmSync(join(folder, 'content'), { recursive: true });
    renameSync(join(folder, 'copy'), join(folder, 'content'));
    for (const path of filesIn(join(folder, 'content'))) utimesSync(join(folder, 'content', path), 1, 1);

    expect(build(folder).document).toMatchObject({ rendered: 0, removed: 0, changed: [] });
    expect(filesOnDisk(join(folder, '_site'))).toEqual(before);
  });

  it('tells of a file that it cannot publish, which has come to it since', () => {
    const folder = built();
    write(folder, 'content/notes.txt', 'x');
    const told = build(folder).document.diagnostics.map(({ code }) => code);
    rmSync(join(folder, 'content/notes.txt'));
    const toldNoMore = build(folder).document.diagnostics.map(({ code }) => code);

    expect([told, toldNoMore]).toEqual([['body-empty', 'file-misplaced'], ['body-empty']]);
  });

  it('fails where a link out of the content folder has come to it since', () => {
    const folder = built();
    write(folder, 'secret.svg', DRAWING);
    symlinkSync('../../secret.svg', join(folder, 'content/media/secret.svg'));

    expect(build(folder)).toMatchObject({ status: 1, document: { diagnostics: [{}, { code: 'file-outside' }] } });
  });
});

describe('an output that someone changed', () => {
  it.each<[string, (site: string) => void, { readonly rendered: number; readonly removed: number }]>([
    ['a page was changed', (site) => appendFileSync(join(site, A), 'x'), { rendered: 1, removed: 0 }],
    ['a page was emptied', (site) => truncateSync(join(site, A)), { rendered: 1, removed: 0 }],
    ['a page was deleted', (site) => rmSync(join(site, A)), { rendered: 1, removed: 0 }],
    ['a page of a template was deleted', (site) => rmSync(join(site, 'about/index.html')), { rendered: 1, removed: 0 }],
    ['a picture was changed', (site) => write(site, 'media/bridge.svg', 'x'), { rendered: 1, removed: 0 }],
    ['a folder was deleted', (site) => rmSync(join(site, '2026/10'), { recursive: true }), { rendered: 5, removed: 0 }],
    ['a file was added', (site) => write(site, 'stray.html', 'x'), { rendered: 0, removed: 1 }],
    ['a folder was added', (site) => write(site, 'a/b/stray.html', 'x'), { rendered: 0, removed: 1 }],
    ['a file was added beside pages', (site) => write(site, '2026/11/23/x.html', 'x'), { rendered: 0, removed: 1 }],
    [
      'a file took the place of a folder',
      (site) => {
        rmSync(join(site, 'about'), { recursive: true });
        write(site, 'about', 'x');
      },
      { rendered: 1, removed: 1 },
    ],
    [
      'a folder took the place of a file',
      (site) => {
        rmSync(join(site, 'feed.xml'));
        write(site, 'feed.xml/x', 'x');
      },
      { rendered: 1, removed: 1 },
    ],
    ['all was touched', (site) => touchAll(site), { rendered: 0, removed: 0 }],
    ['the mark was changed', (site) => write(site, '.broadsheet.txt', 'x'), { rendered: 0, removed: 0 }],
  ])('is put right where %s', (_what, change, counts) => {
    const folder = built();
    const site = join(folder, '_site');
    const before = textsOf(site);
    change(site);
    const mended = build(folder);
    const after = textsOf(site);
    const later = build(folder);

    expect(mended.status).toBe(0);
    expect(mended.document).toMatchObject(counts);
    expect(after).toEqual(before);
    expect(later.document).toMatchObject({ rendered: 0, removed: 0, changed: [] });
  });

  it('is made again where it is gone', () => {
    const folder = built();
    const before = textsOf(join(folder, '_site'));
    rmSync(join(folder, '_site'), { recursive: true });
    const { document } = build(folder);

    expect(document).toMatchObject({ rendered: Object.keys(before).length - 1, removed: 0 });
    expect(textsOf(join(folder, '_site'))).toEqual(before);
  });

  it('is put right also where a build failed in between', () => {
    const folder = built();
    const site = join(folder, '_site');
    const before = textsOf(site);
    write(site, 'stray.html', 'x');
    write(site, 'about/stray.html', 'x');
    write(site, A, 'x');
    write(folder, 'content/articles/b.md', aStory({ label: 'gossip' }));
    const failed = build(folder);
    write(folder, 'content/articles/b.md', FILES['content/articles/b.md']);
    const mended = build(folder);

    expect([failed.status, mended.status]).toEqual([1, 0]);
    expect(mended.document).toMatchObject({ rendered: 1, removed: 2 });
    expect(textsOf(site)).toEqual(before);
  });

  it('is left alone where it is a link to a folder that is as it was', () => {
    const folder = built();
    renameSync(join(folder, '_site'), join(folder, 'elsewhere'));
    symlinkSync('elsewhere', join(folder, '_site'));
    const before = filesOnDisk(join(folder, 'elsewhere'));
    build(folder);
    write(folder, 'elsewhere/stray.html', 'x');
    const mended = build(folder);

    expect(mended.document).toMatchObject({ rendered: 0, removed: 1, changed: ['/stray.html'] });
    expect(filesOnDisk(join(folder, 'elsewhere'))).toEqual(before);
    expect(filesOnDisk(join(folder, '_site'))).toEqual(before);
  });
});

describe('the same content', () => {
  it('makes another site when an embargo ends, and again when time goes back', () => {
    const folder = aNewsroomOnDisk({ ...FILES, 'content/articles/held.md': aStory({ date: '2026-11-23 13:00' }) });
    const pages = (now: string): readonly string[] => {
      const { document } = build(folder, '--now', now);
      const hasPage = '2026/11/23/held/index.html' in textsOf(join(folder, '_site'));
      return [`${document.heldBack?.length} held back`, hasPage ? 'published' : 'not published'];
    };

    expect(['12:00', '12:59:59', '13:00', '13:01', '12:59:59'].map((time) => pages(`2026-11-23 ${time}`))).toEqual([
      ['1 held back', 'not published'],
      ['1 held back', 'not published'],
      ['0 held back', 'published'],
      ['0 held back', 'published'],
      ['1 held back', 'not published'],
    ]);
    const later = textsOf(join(folder, '_site'));
    rmSync(join(folder, '.cache'), { recursive: true });
    build(folder, '--now', '2026-11-23 12:59:59');
    expect(textsOf(join(folder, '_site'))).toEqual(later);
  });

  it('prints live strips until they end', () => {
    const liveStrip = { text: 'Watch', url: 'https://example.com/live', until: '2026-11-23 13:00' };
    const folder = aNewsroomOnDisk({ ...FILES, 'content/articles/b.md': aStory({ slug: 'b', liveStrip }) });
    const hasStrip = (now: string): boolean => {
      build(folder, '--now', now);
      return textsOf(join(folder, '_site'))['2026/11/23/b/index.html']?.includes('https://example.com/live') ?? false;
    };

    expect(['12:59:59', '13:00', '12:59:59'].map((time) => hasStrip(`2026-11-23 ${time}`))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('makes a site with drafts and one without, by turns', () => {
    const folder = aNewsroomOnDisk({ ...FILES, 'content/articles/draft.md': aStory({ draft: true }) });
    const [without, withDrafts, withoutAgain, withAgain] = [[], ['--drafts'], [], ['--drafts']].map((args) => {
      build(folder, ...args);
      return textsOf(join(folder, '_site'));
    });

    expect(withDrafts).toHaveProperty(['2026/11/23/draft/index.html']);
    expect(without).not.toHaveProperty(['2026/11/23/draft/index.html']);
    expect([withoutAgain, withAgain]).toEqual([without, withDrafts]);
  });

  it('makes sites for two addresses, by turns', () => {
    const folder = aNewsroomOnDisk(FILES);
    const sites = ['https://a.example/', 'https://b.example/paper/', 'https://a.example/'].map((url) => {
      build(folder, '--url', url);
      return textsOf(join(folder, '_site'));
    });

    expect(sites[1]?.['index.html']).toContain('https://b.example/paper/');
    expect(sites[1]?.['index.html']).not.toContain('a.example');
    expect(sites[2]).toEqual(sites[0]);
  });

  it('makes two outputs with one cache, by turns', () => {
    const folder = aNewsroomOnDisk(FILES);
    for (const output of ['one', 'two', 'one', 'two']) build(folder, '--output', output);

    expect(textsOf(join(folder, 'two'))).toEqual(textsOf(join(folder, 'one')));
    expect(build(folder, '--output', 'two').document).toMatchObject({ rendered: 0, removed: 0, changed: [] });
  });
});

function touchAll(folder: string): void {
  for (const path of filesIn(folder)) utimesSync(join(folder, path), 1, 1);
}

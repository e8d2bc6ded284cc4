import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceRow } from '../../../src/build/cache/cache.ts';
import { plainRows, Table } from '../../../src/build/cache/table.ts';
import { SourceFiles } from '../../../src/build/reading/source-files.ts';
import { walkContent } from '../../../src/disk/walk-content.ts';
import { fingerprintOf, fingerprintOfBytes } from '../../../src/plan/fingerprint.ts';
import { type Files, temporaryFolder, writeTo } from '../temporary-folder.ts';

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><path d="M0 1h4"/></svg>\n';
const UNSAFE = '<svg xmlns="http://www.w3.org/2000/svg">\n<script>alert(1)</script></svg>\n';
const MIXED = '<svg xmlns="http://www.w3.org/2000/svg">\n<script>alert(1)</script><path d="M0 1h4"/></svg>\n';
const MAP = 'content/media/map.svg';

/** Long enough after all files were written that their times can be trusted. */
const later = (): number => Date.now() + 10_000;

/** A newsroom on disk, and what is known of it from one look to the next. */
class Newsroom {
  readonly folder = temporaryFolder();
  private readonly rows = new Table<SourceRow>(join(this.folder, 'rows'), '1', plainRows());

  constructor(files: Files) {
    writeTo(this.folder, files);
    mkdirSync(join(this.folder, 'content'), { recursive: true });
  }

  /** @param started When the look began, in milliseconds since 1970. */
  look(started: number): SourceFiles {
    return new SourceFiles(walkContent(join(this.folder, 'content')), this.rows, started);
  }

  /** Looks and reads all that there is. */
  read(started: number): SourceFiles {
    const files = this.look(started);
    files.readMedia();
    for (const file of files.walk.texts) files.note(file, fingerprintOfBytes(readFileSync(file.diskPath)));
    files.forgetGone();
    return files;
  }

  /** Whether a later change of a file would show in what is known of it. */
  hasState(path: string): boolean {
    return this.rows.get(path)?.[0][0] === statSync(join(this.folder, path)).size;
  }

  write(path: string, text: string | Buffer): void {
    writeFileSync(join(this.folder, path), text);
  }
}

describe('the files of a content folder', () => {
  const FILES = { [MAP]: DRAWING, 'content/articles/a.md': 'A', 'content/pages/_data/x.json': '{}' };

  it('have all changed where nothing is known of them', () => {
    const files = new Newsroom(FILES).look(later());

    expect([files.hasChanged, files.all.map((file) => files.isUnchanged(file))]).toEqual([true, [false, false, false]]);
  });

  it('have not changed where they are as they were read', () => {
    const newsroom = new Newsroom(FILES);
    newsroom.read(later());
    const files = newsroom.look(later());

    expect(files.hasChanged).toBe(false);
    expect(files.all.every((file) => files.isUnchanged(file))).toBe(true);
  });

  it.each<[string, (folder: string) => void]>([
    ['was changed', (folder) => writeFileSync(join(folder, MAP), `${DRAWING}\n`)],
    ['was removed', (folder) => rmSync(join(folder, MAP))],
    ['was added', (folder) => writeFileSync(join(folder, 'content/media/b.svg'), DRAWING)],
    ['that is a template was changed', (folder) => writeFileSync(join(folder, 'content/pages/_data/x.json'), '{} ')],
    [
      'took the place of another that is as large and as old',
      (folder) => {
        const { atime, mtime } = statSync(join(folder, MAP));
        rmSync(join(folder, MAP));
        writeFileSync(join(folder, MAP), DRAWING.replace('4', '5'));
        utimesSync(join(folder, MAP), atime, mtime);
      },
    ],
  ])('have changed where one %s', (_what, change) => {
    const newsroom = new Newsroom(FILES);
    newsroom.read(later());
    change(newsroom.folder);

    expect(newsroom.look(later()).hasChanged).toBe(true);
  });

  it('have not changed where they were touched, or copied', () => {
    const newsroom = new Newsroom(FILES);
    newsroom.read(later());
    for (const path of Object.keys(FILES)) {
      const copy = readFileSync(join(newsroom.folder, path));
      rmSync(join(newsroom.folder, path));
      newsroom.write(path, copy);
      utimesSync(join(newsroom.folder, path), 1, 1);
    }

    expect(newsroom.look(later()).hasChanged).toBe(false);
  });

  it('are looked into again that were written so shortly before they were read that their times could hide a change', () => {
    const newsroom = new Newsroom(FILES);
    newsroom.read(Date.now());
    const hidden = newsroom.hasState(MAP);
    const soon = newsroom.look(later()).hasChanged;

    expect([hidden, soon, newsroom.hasState(MAP)]).toEqual([false, false, true]);
  });

  it('are known by their bytes, whatever their times are', () => {
    const newsroom = new Newsroom(FILES);
    newsroom.read(Date.now());
    const before = newsroom.look(later()).contentOf(MAP);
    utimesSync(join(newsroom.folder, MAP), 1, 1);
    const touched = newsroom.read(later()).contentOf(MAP);
    newsroom.write(MAP, DRAWING.replace('4', '5'));
    const changed = newsroom.read(later()).contentOf(MAP);

    expect(before).toBe(fingerprintOf(DRAWING));
    expect(touched).toBe(before);
    expect(changed).toBe(fingerprintOf(DRAWING.replace('4', '5')));
  });

  it('are known by all of their bytes, however many there are', () => {
    const film = Buffer.alloc(9_000_001, 'film');
    const newsroom = new Newsroom({});
    mkdirSync(join(newsroom.folder, 'content/media'));
    newsroom.write('content/media/film.mp4', film);

    expect(newsroom.read(later()).contentOf('content/media/film.mp4')).toBe(fingerprintOfBytes(film));
  });

  it('are forgotten when they are gone', () => {
    const newsroom = new Newsroom({ ...FILES, 'content/media/b.svg': DRAWING });
    newsroom.read(later());
    rmSync(join(newsroom.folder, MAP));
    newsroom.read(later());
    const files = newsroom.look(later());

    expect([files.hasChanged, files.contentOf(MAP)]).toEqual([false, undefined]);
    expect(files.contentOf('content/media/b.svg')).toBe(fingerprintOf(DRAWING));
  });

  it('of content/pages/ are all part of what its templates are made of', () => {
    const newsroom = new Newsroom({ ...FILES, 'content/pages/about.njk': 'About', 'content/pages/_data/y.js': 'y' });
    const contents = newsroom.read(later()).templateContents;

    expect(contents.filter((_item, index) => index % 2 === 0).sort()).toEqual([
      'content/pages/_data/x.json',
      'content/pages/_data/y.js',
      'content/pages/about.njk',
    ]);
    expect(contents).toContain(fingerprintOf('y'));
  });
});

describe('a drawing', () => {
  it('that is unsafe is told of each time, until it is mended', () => {
    const newsroom = new Newsroom({ [MAP]: UNSAFE });
    const found = [1, 2].map(() => newsroom.look(later()).readMedia());
    newsroom.write(MAP, DRAWING);
    found.push(newsroom.look(later()).readMedia());

    expect(found).toMatchObject([
      [{ code: 'picture-unsafe', path: MAP, at: { line: 2, column: 1 } }],
      [{ code: 'picture-unsafe' }],
      [],
    ]);
  });

  it('that became unsafe is told of, although it was known before', () => {
    const newsroom = new Newsroom({ [MAP]: DRAWING });
    newsroom.read(later());
    newsroom.write(MAP, UNSAFE);

    expect(newsroom.look(later()).readMedia()).toMatchObject([{ code: 'picture-unsafe' }]);
    expect(newsroom.look(later()).hasChanged).toBe(true);
  });
});

describe('what is published of a file', () => {
  function publishedOf(newsroom: Newsroom, path: string): string | undefined {
    const published = newsroom.read(later()).publishedOf(path);
    return published.kind === 'bytes' ? published.bytes.toString() : undefined;
  }

  it('is the drawing without what runs, which is told of each time it is read, though it did not change', () => {
    const newsroom = new Newsroom({ [MAP]: MIXED });
    const told = [1, 2].map(() => newsroom.look(later()).readMedia());
    const files = newsroom.look(later());

    expect(told).toMatchObject([
      [{ code: 'picture-sanitised', path: MAP, at: { line: 2, column: 1 } }],
      [{ code: 'picture-sanitised' }],
    ]);
    expect(files.hasChanged).toBe(false);
    expect(publishedOf(newsroom, MAP)).toMatch(/^<svg [^>]*>\n<path d="M0 1h4"\/><\/svg>\n$/);
  });

  it('is still told of where the size of the drawing was found out', () => {
    const newsroom = new Newsroom({ [MAP]: MIXED });
    const found = { kind: 'found', file: { path: MAP, width: 4, height: 2 } } as const;
    newsroom.read(later()).noteMedia(new Map([[MAP, found]]));
    const files = newsroom.look(later());

    expect([files.readMedia().length, [...files.knownMedia()]]).toEqual([1, [[MAP, found]]]);
  });

  it.each([DRAWING, `\ufeff${DRAWING}`, DRAWING.replace('/>', '/>\r\n')])(
    'is a drawing that only draws, as it is: %j',
    (text) => {
      expect(publishedOf(new Newsroom({ [MAP]: text }), MAP)).toBe(text);
    },
  );

  it('is a drawing in an older encoding, in UTF-8', () => {
    const newsroom = new Newsroom({ [MAP]: '' });
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?>${DRAWING.replace('<path', '<title>Málaga</title><path')}`;
    newsroom.write(MAP, Buffer.from(text, 'latin1'));

    expect(publishedOf(newsroom, MAP)).toContain('<title>Málaga</title>');
  });

  it('is a file of content/public/ as it is, for that is the business of the newsroom', () => {
    const newsroom = new Newsroom({ 'content/public/app.svg': MIXED });

    expect(newsroom.read(later()).publishedOf('content/public/app.svg').kind).toBe('file');
  });

  it('is nothing where a drawing became unsafe since it was read', () => {
    const newsroom = new Newsroom({ [MAP]: MIXED });
    const files = newsroom.read(later());
    newsroom.write(MAP, UNSAFE);

    expect(() => files.publishedOf(MAP)).toThrow(`${MAP} was changed while the site was built`);
  });
});

describe('a drawing that cannot be read', () => {
  it.each([
    ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'picture-unsafe', 'it is a PNG file'],
    ['text of no encoding', Buffer.from('<svg>\xe9</svg>', 'latin1'), 'file-encoding', 'UTF-8'],
    ['a page', Buffer.from('<!DOCTYPE html><html><body/></html>'), 'picture-unsafe', 'root `<html>`'],
    [
      'XML that grows',
      Buffer.from(`<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(9_999)}">]><svg>${'&a;'.repeat(9_999)}</svg>`),
      'picture-unsafe',
      'grow',
    ],
    ['too much', Buffer.from(`<svg>${' '.repeat(2_000_001)}</svg>`), 'file-too-large', 'MB'],
  ])('is refused: %s', (_what, bytes, code, message) => {
    const newsroom = new Newsroom({ [MAP]: '' });
    newsroom.write(MAP, bytes);

    expect(newsroom.look(later()).readMedia()).toMatchObject([{ code, message: expect.stringContaining(message) }]);
  });
});

describe('what was found out about a picture', () => {
  const FOUND = { kind: 'found', file: { path: MAP, width: 4, height: 2 } } as const;

  it('is known until the picture changes', () => {
    const newsroom = new Newsroom({ [MAP]: DRAWING });
    newsroom.read(later()).noteMedia(new Map([[MAP, FOUND]]));
    const known = newsroom.look(later()).knownMedia();
    newsroom.write(MAP, `${DRAWING}\n`);
    const changed = newsroom.look(later()).knownMedia();
    const readAgain = newsroom.read(later()).knownMedia();

    expect([[...known], [...changed], [...readAgain]]).toEqual([[[MAP, FOUND]], [], []]);
  });

  it('is not kept where the picture was another one for a moment', () => {
    const newsroom = new Newsroom({ [MAP]: DRAWING });
    const files = newsroom.read(later());
    newsroom.write(MAP, DRAWING.slice(0, 20));
    files.noteMedia(new Map([[MAP, { kind: 'unreadable', reason: 'the file ends before the picture does' }]]));
    newsroom.write(MAP, DRAWING);

    expect([...newsroom.look(later()).knownMedia()]).toEqual([]);
  });

  it('is not kept of a picture that is gone', () => {
    const newsroom = new Newsroom({ [MAP]: DRAWING });
    newsroom.read(later()).noteMedia(new Map([[MAP, FOUND]]));
    rmSync(join(newsroom.folder, MAP));
    newsroom.look(later()).noteMedia(new Map([[MAP, { kind: 'missing' }]]));
    newsroom.write(MAP, DRAWING);

    expect([...newsroom.look(later()).knownMedia()]).toEqual([[MAP, FOUND]]);
  });

  it('is not kept of a picture that is not there', () => {
    const newsroom = new Newsroom({ [MAP]: DRAWING });
    newsroom.read(later()).noteMedia(new Map([['content/media/gone.svg', { kind: 'missing' }]]));

    expect(newsroom.look(later()).hasChanged).toBe(false);
  });
});

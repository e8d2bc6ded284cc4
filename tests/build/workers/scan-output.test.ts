import {
  appendFileSync,
  cpSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AnOutput, anOutput, buildInto, removeOutput, scan } from '../publishing/an-output.ts';
import { writeTo } from '../temporary-folder.ts';

const FILES = {
  'index.html': 'home',
  'news/index.html': 'news',
  'news/2026/a.html': 'a',
  'news/2026/b.html': 'b',
  'media/map.svg': '<svg/>',
};
const CLEAN = { spoilt: [], strays: [], touched: [], folders: [] };

/** An output as a build left it. */
function built(): AnOutput {
  const output = anOutput();
  buildInto(output, FILES);
  return output;
}

/** What someone does to an output, by the folder that it is in. */
type Harm = (folder: string) => void;

describe('an output', () => {
  it('is as it was left where nobody touched it', () => {
    expect(scan(built())).toEqual(CLEAN);
  });

  it.each<[string, Harm, readonly string[]]>([
    ['was changed', (site) => writeFileSync(join(site, 'index.html'), 'HOME'), ['index.html']],
    ['was made longer', (site) => appendFileSync(join(site, 'news/index.html'), ' '), ['news/index.html']],
    ['was made too large for any memory', (site) => truncateSync(join(site, 'index.html'), 2 ** 33), ['index.html']],
    ['was made empty', (site) => truncateSync(join(site, 'news/2026/a.html')), ['news/2026/a.html']],
    ['was deleted', (site) => rmSync(join(site, 'media/map.svg')), ['media/map.svg']],
    [
      'was replaced by a folder',
      (site) => {
        rmSync(join(site, 'index.html'));
        mkdirSync(join(site, 'index.html'));
      },
      ['index.html'],
    ],
    [
      'was replaced by a link to a file that is the same',
      (site) => {
        renameSync(join(site, 'index.html'), join(site, '../home.html'));
        symlinkSync('../home.html', join(site, 'index.html'));
      },
      ['index.html'],
    ],
    [
      'lost its folder',
      (site) => rmSync(join(site, 'news'), { recursive: true }),
      ['news/index.html', 'news/2026/a.html', 'news/2026/b.html'],
    ],
    [
      'has a file in the place of its folder',
      (site) => {
        rmSync(join(site, 'news/2026'), { recursive: true });
        writeFileSync(join(site, 'news/2026'), 'x');
      },
      ['news/2026/a.html', 'news/2026/b.html'],
    ],
    [
      'has a file in the place of a folder around its folder',
      (site) => {
        rmSync(join(site, 'news'), { recursive: true });
        writeFileSync(join(site, 'news'), 'x');
      },
      ['news/index.html', 'news/2026/a.html', 'news/2026/b.html'],
    ],
    [
      'has a link in the place of its folder',
      (site) => {
        renameSync(join(site, 'media'), join(site, '../media'));
        symlinkSync('../media', join(site, 'media'));
      },
      ['media/map.svg'],
    ],
    ['is there no more, like all others', (site) => rmSync(site, { recursive: true }), Object.keys(FILES)],
  ])('has a spoilt file where one %s', (_what, harm, spoilt) => {
    const output = built();
    harm(output.folder);

    expect([...scan(output).spoilt].sort()).toEqual([...spoilt].sort());
  });

  it('has no spoilt file where one was changed, and is as it was again', () => {
    const output = built();
    writeFileSync(join(output.folder, 'index.html'), 'HOME');
    writeFileSync(join(output.folder, 'index.html'), 'home');
    const { touched, ...others } = scan(output);

    expect(touched.map(([path]) => path)).toEqual(['index.html']);
    expect(others).toEqual({ spoilt: [], strays: [], folders: [] });
  });

  it('notices a change that leaves a file as long and as old as it was', () => {
    const output = built();
    const file = join(output.folder, 'index.html');
    const { atime, mtime } = statSync(file);
    writeFileSync(file, 'HOME');
    utimesSync(file, atime, mtime);

    expect(scan(output).spoilt).toEqual(['index.html']);
  });

  it('has touched files where some have new times only', () => {
    const output = built();
    utimesSync(join(output.folder, 'news/index.html'), 1, 1);
    const { touched, spoilt } = scan(output);

    expect(touched).toEqual([['news/index.html', expect.arrayContaining([4, 1_000])]]);
    expect(spoilt).toEqual([]);
  });

  it('has nothing but touched files where it was copied', () => {
    const output = built();
    const copy = join(output.folder, '../copy');
    cpSync(output.folder, copy, { recursive: true });
    // Where time is told in ticks, a copy may be as old as what was copied.
    for (const folder of ['.', 'media', 'news', 'news/2026']) utimesSync(join(copy, folder), 1, 1);
    const { spoilt, strays, touched, folders } = scan({ ...output, folder: copy });

    expect([spoilt, strays]).toEqual([[], []]);
    expect(touched.map(([path]) => path).sort()).toEqual(Object.keys(FILES).sort());
    expect(folders.map(([folder]) => folder).sort()).toEqual(['.', 'media', 'news', 'news/2026']);
  });

  it.each<[string, Harm, readonly string[]]>([
    ['in its root', (site) => writeTo(site, { 'stray.html': 'x' }), ['stray.html']],
    ['in a folder of it', (site) => writeTo(site, { 'news/2026/.hidden': 'x' }), ['news/2026/.hidden']],
    [
      'in folders that no build made',
      (site) => writeTo(site, { 'old/stray.html': 'x', 'old/deep/er/stray.html': 'x', 'news/old/x': 'x' }),
      ['news/old/x', 'old/deep/er/stray.html', 'old/stray.html'],
    ],
    ['that is a link', (site) => symlinkSync('nowhere', join(site, 'news/link')), ['news/link']],
    ['that is a link to a folder', (site) => symlinkSync('2026', join(site, 'news/link')), ['news/link']],
  ])('has a stray file %s', (_where, harm, strays) => {
    const output = built();
    harm(output.folder);

    expect([...scan(output).strays].sort()).toEqual(strays);
    expect(scan(output).spoilt).toEqual([]);
  });

  it('of which nothing is known has nothing but strays', () => {
    const { folder } = built();
    const { strays, spoilt, touched } = scan({ ...anOutput(), folder });

    expect([...strays].sort()).toEqual(Object.keys(FILES).sort());
    expect([spoilt, touched]).toEqual([[], []]);
  });

  it('of which nothing is known need not be there', () => {
    expect(scan(anOutput())).toEqual(CLEAN);
  });

  it('says the same to another thread, which hears it as JSON', () => {
    const output = built();
    removeOutput(output);
    const said = scan(output);

    expect(JSON.parse(JSON.stringify(said))).toEqual(said);
  });
});

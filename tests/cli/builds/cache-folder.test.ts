import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../../src/disk/files.ts';
import { aFile, aStory } from '../../newsroom/manuscript.ts';
import { build, filesOnDisk, textsOf } from '../built.ts';
import { aNewsroomOnDisk, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><path d="M0 1h4"/></svg>\n';
const FILES = {
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, number) => [
      `content/articles/story-${number}.md`,
      aStory(
        { headline: `Story ${number}`, date: `2026-11-${10 + number}`, topics: ['Bridges'] },
        '![A](bridge.svg)\n',
      ),
    ]),
  ),
  'content/contributors/jane-doe.md': aFile({ name: 'Jane Doe' }, ''),
  'content/media/bridge.svg': DRAWING,
  'content/pages/about.md': aFile({ layout: 'page', title: 'About' }, 'Who we are.\n'),
};
const NOTHING = { rendered: 0, removed: 0, changed: [] };

/** What of a cache says that nothing had to be read or kept anew. */
function keptIn(folder: string): readonly string[] {
  return filesOnDisk(folder).filter((file) => !file.startsWith('report/'));
}

describe('a cache', async () => {
  let folder = '';
  let cache = '';
  let site = '';
  let texts: ReturnType<typeof textsOf> = {};
  let settings = '';

  beforeAll(async () => {
    folder = aNewsroomOnDisk(FILES);
    [cache, site] = [join(folder, '.cache'), join(folder, '_site')];
    await settle();
    texts = textsOf(site);
    settings = readFileSync(join(folder, 'content/site.yaml'), 'utf8');
  });

  /** Builds, also when everything is so old that its times can be trusted. */
  async function settle(): Promise<void> {
    await build(folder);
    await wait(2_100);
    await build(folder);
  }

  it('is not written to where nothing changed', async () => {
    const before = keptIn(cache);

    expect((await build(folder)).document).toMatchObject(NOTHING);
    expect(keptIn(cache)).toEqual(before);
  });

  it('holds all that builds leave behind beside the output', async () => {
    expect(readdirSync(folder).sort()).toEqual(['.cache', '_site', 'content']);
  });

  it('is used at another path', async () => {
    const copy = join(folder, 'copy');
    cpSync(cache, copy, { recursive: true });
    const before = keptIn(copy);

    expect((await build(folder, '--cache', 'copy')).document).toMatchObject(NOTHING);
    expect(keptIn(copy)).toEqual(before);
    rmSync(copy, { recursive: true });
  });

  it('is used on another machine, with copies of content and output', async () => {
    const other = aNewsroomOnDisk({});
    for (const name of ['.cache', '_site', 'content'])
      cpSync(join(folder, name), join(other, name), { recursive: true });
    const onDisk = filesOnDisk(join(other, '_site'));
    const records = textsOf(join(other, '.cache/records'));

    expect((await build(other)).document).toMatchObject(NOTHING);
    expect(filesOnDisk(join(other, '_site'))).toEqual(onDisk);
    expect(textsOf(join(other, '.cache/records'))).toEqual(records);
  });

  it('can be removed: the site is the same, and not written again', async () => {
    const onDisk = filesOnDisk(site);
    rmSync(cache, { recursive: true });

    expect((await build(folder)).document).toMatchObject(NOTHING);
    expect(filesOnDisk(site)).toEqual(onDisk);
  });

  it('is as if it were not there for a clean build, of which the site is the same', async () => {
    const onDisk = filesOnDisk(site);
    const records = readdirSync(join(cache, 'records'));
    writeFileSync(join(cache, 'notes.txt'), 'x');

    expect((await build(folder, '--clean')).document).toMatchObject(NOTHING);
    expect(filesOnDisk(site)).toEqual(onDisk);
    expect(readdirSync(join(cache, 'records'))).not.toEqual(records);
    expect(readFileSync(join(cache, 'notes.txt'), 'utf8')).toBe('x');
    rmSync(join(cache, 'notes.txt'));
  });

  const DAMAGES: Readonly<Record<string, (file: string) => void>> = {
    'has one other bit': (file) => {
      const bytes = readFileSync(file);
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
    'was cut short': (file) => truncateSync(file, statSync(file).size >> 1),
    'is empty': (file) => truncateSync(file),
    'is gone': (file) => rmSync(file),
  };
  const NAMES = [
    'state',
    'sources/head',
    'sources/1/0',
    'articles/head',
    'articles/1/0',
    'outputs/head',
    'outputs/1/0',
    'records',
  ];

  function damageFiles(name: string, damage: string): void {
    for (const path of filesIn(cache).filter((file) => file.startsWith(name))) DAMAGES[damage]?.(join(cache, path));
  }

  it('has the files that are damaged below', async () => {
    const files = filesIn(cache).map((path) => path.replace(/^(records|texts)\/.*/, '$1'));

    expect([...new Set(files)].sort()).toEqual([...NAMES, 'report/browsers.md', 'texts'].sort());
  });

  it.each([...Object.keys(DAMAGES), 'is as it was'])(
    'makes all pages anew for another description, reads no story again, and has each text, where the log of texts %s',
    async (damage) => {
      const records = textsOf(join(cache, 'records'));
      damageFiles('texts', damage);
      writeFileSync(join(folder, 'content/site.yaml'), `${settings}description: Since 1887\n`);
      const { document } = await build(folder);
      const anew = textsOf(site);
      writeFileSync(join(folder, 'content/site.yaml'), settings);
      await build(folder);

      expect(document.changed).toContain('/2026/11/13/story-3/');
      expect(anew['2026/11/13/story-3/index.html']).toContain('Since 1887');
      expect(textsOf(join(cache, 'records'))).toEqual(records);
      expect(textsOf(site)).toEqual(texts);
    },
  );

  it.each(Object.keys(DAMAGES))(
    'makes the same site, does not write it again, and puts it right, where any of its files %s',
    async (damage) => {
      for (const name of NAMES) {
        const onDisk = filesOnDisk(site);
        damageFiles(name, damage);
        const same = await build(folder);
        const sameOnDisk = filesOnDisk(site);
        damageFiles(name, damage);
        writeFileSync(join(site, 'stray.html'), 'x');
        writeFileSync(join(site, 'about/index.html'), 'x');
        rmSync(join(site, '2026/11/12/story-2'), { recursive: true });
        const mended = await build(folder);

        expect({ name, status: same.status, ...same.document }).toMatchObject({ name, status: 0, ...NOTHING });
        expect(sameOnDisk).toEqual(onDisk);
        expect({ name, status: mended.status, ...mended.document }).toMatchObject({
          ...{ name, status: 0, rendered: 4, removed: 1 },
        });
        expect(textsOf(site)).toEqual(texts);
      }
    },
  );

  const IN_THE_WAY: Readonly<Record<string, (path: string, elsewhere: string) => void>> = {
    'a pipe': (path) => expect(spawnSync('mkfifo', [path]).status).toBe(0),
    'a link to a file': (path, elsewhere) => symlinkSync(join(elsewhere, 'notes.txt'), path),
    'a link to a folder': (path, elsewhere) => symlinkSync(elsewhere, path),
    'a link to nothing': (path, elsewhere) => symlinkSync(join(elsewhere, 'nothing'), path),
    'a full folder': (path) => mkdirSync(join(path, 'within'), { recursive: true }),
    'a file': (path) => writeFileSync(path, 'x'),
  };

  it.each(
    ['begun', 'report', 'report/browsers.md'].flatMap((name) =>
      Object.keys(IN_THE_WAY).map((what) => [what, name] as const),
    ),
  )('neither waits for %s in the place of `%s` nor writes to where it leads', async (what, name) => {
    const elsewhere = join(aNewsroomOnDisk({ 'elsewhere/notes.txt': 'x' }), 'elsewhere');
    const report = readFileSync(join(cache, 'report/browsers.md'), 'utf8');
    rmSync(join(cache, name), { recursive: true, force: true });
    IN_THE_WAY[what]?.(join(cache, name), elsewhere);

    expect((await build(folder)).document).toMatchObject(NOTHING);
    expect(textsOf(elsewhere)).toEqual({ 'notes.txt': 'x' });
    expect(readFileSync(join(cache, 'report/browsers.md'), 'utf8')).toBe(report);
    expect(existsSync(join(cache, 'begun'))).toBe(false);
  });

  it('can be damaged altogether', async () => {
    for (const path of filesIn(cache)) writeFileSync(join(cache, path), 'nonsense');

    expect((await build(folder)).document).toMatchObject(NOTHING);
    expect(textsOf(site)).toEqual(texts);
  });

  it('of another time does not make an old site', async () => {
    const old = join(folder, 'old');
    cpSync(cache, old, { recursive: true });
    const story = join(folder, 'content/articles/story-3.md');
    const before = readFileSync(story, 'utf8');
    writeFileSync(story, `${before}\nMore.\n`);
    rmSync(join(folder, 'content/articles/story-4.md'));
    await build(folder);
    const wanted = textsOf(site);
    rmSync(cache, { recursive: true });
    renameSync(old, cache);

    expect((await build(folder)).document).toMatchObject(NOTHING);
    expect(textsOf(site)).toEqual(wanted);
    expect(wanted['2026/11/13/story-3/index.html']).toContain('More.');
    expect(existsSync(join(site, '2026/11/14'))).toBe(false);
  });
});

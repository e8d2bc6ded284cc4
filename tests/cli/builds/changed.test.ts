import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { MARK } from '../../../src/build/publishing/workspace.ts';
import { PROGRAM } from '../../../src/disk/project.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { build, type BuildDocument, FILES, NOW, textsOf, write } from '../built.ts';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

const STORY = 'content/articles/a.md';
/** Files that no story has to do with. */
const [ONE, OTHER, CAFE] = ['content/public/one.txt', 'content/public/other.txt', 'content/public/café "x".txt'];
const NEWSROOM = { ...FILES, [ONE]: '1\n', [OTHER]: '2\n', [CAFE]: '3\n' };
/** Milliseconds after which a file is so old that its times say whether it was changed since. */
const OLD = 150;

/** A newsroom that was built when its files had lain there for a while. */
async function builtLater(files: Readonly<Record<string, string>> = NEWSROOM): Promise<string> {
  const folder = aNewsroomOnDisk(files);
  await wait(OLD);
  await build(folder);
  return folder;
}

/** Adds a line to a file, without that its file gets another number or its folder another time. */
function edit(folder: string, path: string): void {
  appendFileSync(join(folder, path), '\nIt opens again.\n');
}

function textOf(folder: string, page: string): string {
  return readFileSync(join(folder, '_site', page), 'utf8');
}

/** What a build of the same content from nothing comes to. */
async function cold(folder: string, ...args: readonly string[]): Promise<ReturnType<typeof textsOf>> {
  await build(folder, '--output', 'cold', '--cache', 'cold-cache', ...args);
  const texts = textsOf(join(folder, 'cold'));
  for (const name of ['cold', 'cold-cache']) rmSync(join(folder, name), { recursive: true });
  return texts;
}

describe('a build that is told what changed', () => {
  it('publishes that, and looks neither at other files nor at the output', async () => {
    const folder = await builtLater();
    edit(folder, STORY);
    edit(folder, OTHER);
    appendFileSync(join(folder, '_site/one.txt'), 'by hand');
    const told = await build(folder, '--changed', STORY);
    const texts = [textOf(folder, 'one.txt'), textOf(folder, 'other.txt')];
    const usual = await build(folder);

    expect(told.document.changed).toContain('/2026/11/23/a/');
    expect(told.document.changed).not.toContain('/other.txt');
    expect(texts).toEqual(['1\nby hand', '2\n']);
    expect(usual.document.changed).toEqual(['/one.txt', '/other.txt']);
    expect(textsOf(join(folder, '_site'))).toEqual(await cold(folder));
  });

  it('publishes what came, went and was renamed, without being told', async () => {
    const folder = await builtLater();
    write(folder, 'content/articles/new.md', aStory({ date: '2026-11-20' }));
    renameSync(join(folder, 'content/articles/warned.md'), join(folder, 'content/articles/renamed.md'));
    rmSync(join(folder, 'content/pages/about.md'));
    edit(folder, STORY);
    await build(folder, '--changed', STORY);

    expect(textsOf(join(folder, '_site'))).toEqual(await cold(folder));
  });

  it('does nothing where nothing changed', async () => {
    const folder = await builtLater();

    expect((await build(folder, '--changed', STORY)).document).toMatchObject({ rendered: 0, removed: 0, changed: [] });
  });

  it('notices that time has passed', async () => {
    const folder = await builtLater({ ...NEWSROOM, 'content/articles/held.md': aStory({ date: '2027-01-01' }) });
    const { document } = await build(folder, '--now', '2027-01-02 12:00', '--changed', STORY);

    expect(document.changed).toContain('/2027/01/01/held/');
    expect(textsOf(join(folder, '_site'))).toEqual(await cold(folder, '--now', '2027-01-02 12:00'));
  });

  it('leaves it to the next build that is told nothing to find what others put into folders that it wrote to', async () => {
    const folder = await builtLater();
    writeFileSync(join(folder, '_site', '2026/11/23/a/stray.html'), 'x');
    writeFileSync(join(folder, '_site', 'stray.html'), 'x');
    edit(folder, STORY);
    await build(folder, '--changed', STORY);
    await build(folder);

    expect(textsOf(join(folder, '_site'))).toEqual(await cold(folder));
  });

  it.each<[string, (folder: string) => unknown, readonly string[]]>([
    ['the cache is gone', (folder) => rmSync(join(folder, '.cache'), { recursive: true }), []],
    ['what is kept of the output is lost', (folder) => rmSync(join(folder, '.cache/outputs'), { recursive: true }), []],
    ['what is kept is of another version', (folder) => writeFileSync(join(folder, '.cache/state'), 'state 1'), []],
    ['the output is gone', (folder) => rmSync(join(folder, '_site'), { recursive: true }), []],
    ['something outside of the content changed', () => {}, ['layouts/article.tsx']],
    ['what changed lies behind `..`', () => {}, ['content/../README.md']],
    ['the output was named', () => {}, ['_site/index.html']],
    ['a build was killed since', (folder) => writeFileSync(join(folder, '.cache/begun'), ''), []],
    ['a build with another cache changed the output since', otherCache, []],
    ['a build with this cache wrote another output since', (folder) => build(folder, '--output', 'other'), []],
    ['a build failed since', failing, []],
  ])('looks at everything where %s', async (_what, change, told) => {
    const folder = await builtLater();
    await change(folder);
    edit(folder, OTHER);
    if (existsSync(join(folder, '_site/one.txt'))) appendFileSync(join(folder, '_site/one.txt'), 'by hand');
    await build(folder, '--changed', STORY, ...told);

    expect(textsOf(join(folder, '_site'))).toEqual(await cold(folder));
  });

  it.each([
    ['as they were', (time: number) => time],
    ['in whole seconds', Math.floor],
  ])('knows an output and a cache that were brought to another place, with times %s', async (_what, kept) => {
    const [from, folder] = [await builtLater(), aNewsroomOnDisk({})];
    cpSync(join(from, 'content'), join(folder, 'content'), { recursive: true });
    for (const name of ['_site', '.cache']) {
      cpSync(join(from, name), join(folder, name), { recursive: true, preserveTimestamps: true });
    }
    const mark = join(folder, '_site', MARK);
    const time = kept(statSync(mark).mtimeMs / 1000);
    utimesSync(mark, time, time);
    for (const path of [ONE, OTHER]) edit(folder, path);

    expect((await build(folder, '--changed', ONE)).document.changed).toEqual(['/one.txt']);
  });

  it('begins from nothing where it is told that, too', async () => {
    const folder = await builtLater();
    edit(folder, OTHER);
    await build(folder, '--clean', '--changed', STORY);

    expect(textsOf(join(folder, '_site'))).toEqual(await cold(folder));
  });
});

/** Builds another state of the content into the same output, and puts the content back. */
async function otherCache(folder: string): Promise<void> {
  const before = readFileSync(join(folder, STORY));
  edit(folder, STORY);
  await build(folder, '--cache', 'other-cache');
  writeFileSync(join(folder, STORY), before);
}

async function failing(folder: string): Promise<void> {
  write(folder, 'content/articles/broken.md', 'no front matter');
  expect((await build(folder)).status).toBe(1);
  rmSync(join(folder, 'content/articles/broken.md'));
}

describe('what changed', () => {
  it.each<[string, string, readonly string[]]>([
    ['a line each', `${ONE}\n${OTHER}\n`, ['/one.txt', '/other.txt']],
    ['a line each, as Windows ends them', `${ONE}\r\n${OTHER}\r\n`, ['/one.txt', '/other.txt']],
    ['with zeros between', `${OTHER}\0${CAFE}\0`, ['/café "x".txt', '/other.txt']],
    ['between quotes, as git writes them', '"content/public/caf\\303\\251 \\"x\\".txt"\n', ['/café "x".txt']],
    ['an empty list', '', []],
  ])('is read from standard input: %s', async (_what, input, expected) => {
    const folder = await builtLater();
    for (const path of [ONE, OTHER, CAFE]) edit(folder, path);
    const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
    const command = [join(PROGRAM, 'src/cli/broadsheet.js'), 'build', '--now', NOW, '--json', '--changed', '-'];
    const { stdout } = spawnSync(process.execPath, command, { cwd: folder, env, input, encoding: 'utf8' });

    expect((JSON.parse(stdout) as BuildDocument).changed).toEqual(expected);
  });

  it('may be several files, absolute or from the folder that the command runs in', async () => {
    const folder = await builtLater();
    for (const path of [ONE, OTHER, CAFE]) edit(folder, path);
    const { document } = await build(folder, '--changed', join(folder, ONE), OTHER);

    expect(document.changed).toEqual(['/one.txt', '/other.txt']);
  });

  it.each([
    [['--changed'], /changed/],
    [[STORY], /Unexpected `content\/articles\/a\.md`, expected an option; files that changed stand behind --changed/],
    [['--watch', '--format', 'gitlab'], /Unexpected --format gitlab with --watch, expected text or json/],
  ])('is not given as %j', async (args, message) => {
    const folder = await builtLater();
    const { status, stderr } = await broadsheetInResident(folder, 'build', ...args);

    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(message) });
  });
});

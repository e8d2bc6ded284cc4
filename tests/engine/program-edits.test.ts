import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atNight } from '../at-night.ts';
import { aResident, type Resident } from '../cli/run.ts';
import { aCopiedProject, buildInResident } from './builds/start-build.ts';
import { aLargeNewsroom } from './newsrooms/a-large-newsroom.ts';
import { aWorkFolder } from '../work-folder.ts';
import { demandSame } from './builds/snapshot.ts';
import { FOLDER, type Snapshot, snapshotOf } from './builds/snapshot.ts';

interface Changed {
  readonly changed: readonly string[];
}

const project = aCopiedProject();
const { folder } = aLargeNewsroom(16, aWorkFolder('program'));
beforeAll(() => withProgram(project, (program) => build(program)));
afterAll(() => {
  for (const path of [project, folder]) rmSync(path, { recursive: true, force: true });
});

/** Each test begins with what the one before it has built. */
describe('a build by a program that was changed', () => {
  it.each<readonly [what: string, path: string, words: string, others: string]>([
    ['a part of several layouts', 'layouts/parts/lists.tsx', '<li', '<li data-changed="yes"'],
    ['what prints cards in texts', 'layouts/directives/story-card.tsx', '"story-card"', '"story-card changed"'],
    ['a style', 'layouts/styles/base.css', '\nbody {', '\nbody { scroll-padding: 3px;'],
    ['a page', 'src/pages/feeds/listed-feeds.ts', 'const MOST_ENTRIES = 20', 'const MOST_ENTRIES = 2'],
    ...atNight<readonly [string, string, string, string]>(
      ['a layout', 'layouts/article.tsx', '</article>', '<p>One more line.</p></article>'],
      ['a part of every page', 'layouts/parts/site.tsx', '<footer', '<footer data-changed="yes"'],
      [
        'what prints pictures in texts',
        'layouts/directives/picture.tsx',
        '<figure class',
        '<figure data-changed="yes" class',
      ],
      ['a script', 'layouts/scripts/unsupported-browser.js', "'unsupported-browser-banner'", "'old-browser-banner'"],
      ['words', 'src/words/tables/en.ts', "topics: 'Topics'", "topics: 'All topics'"],
    ),
    ['what it is made with', 'package-lock.json', '"lockfileVersion"', '"x-changed": true, "lockfileVersion"'],
  ])('comes to the same as one from nothing, and makes nothing twice: %s', async (_what, path, words, others) => {
    const before = snapshotOf(join(folder, 'site'));
    edit(path, words, others);

    await withProgram(project, async (program) => {
      const { changed } = await build(program);

      const after = snapshotOf(join(folder, 'site'));
      demandSame('The output', after, await coldOutput(program));
      expect(changed).toEqual(differencesOf(before, after));
      expect(changed.length > 0).toBe(path !== 'package-lock.json');
      expect(await build(program)).toMatchObject({ changed: [] });
    });
  });

  it('goes on from a cache and an output that another copy of the program made', async () => {
    const before = snapshotOf(join(folder, 'site'));
    const other = aCopiedProject();
    cpSync(join(project, 'layouts'), join(other, 'layouts'), { recursive: true });
    cpSync(join(project, 'src'), join(other, 'src'), { recursive: true });
    cpSync(join(project, 'package-lock.json'), join(other, 'package-lock.json'));

    expect(await withProgram(other, (program) => build(program))).toMatchObject({ changed: [] });
    demandSame('The output', snapshotOf(join(folder, 'site')), before);
    rmSync(other, { recursive: true });
  });
});

/** Does something with the program of a project as it is now, in a process that stays for all of it. */
async function withProgram<Value>(path: string, act: (program: Resident) => Promise<Value>): Promise<Value> {
  const program = aResident(path);
  try {
    return await act(program);
  } finally {
    program.end();
  }
}

function edit(path: string, words: string, others: string): void {
  const text = readFileSync(join(project, path), 'utf8');
  expect(text).toContain(words);
  writeFileSync(join(project, path), text.replace(words, others));
}

async function build(program: Resident, output = 'site', cache = 'cache'): Promise<Changed> {
  const args = ['--output', output, '--cache', cache, '--json'];
  const { status, stdout, stderr } = await buildInResident(folder, args, program);
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Changed;
}

async function coldOutput(program: Resident): Promise<Snapshot> {
  await build(program, 'cold-site', 'cold-cache');
  const output = snapshotOf(join(folder, 'cold-site'));
  for (const name of ['cold-site', 'cold-cache']) rmSync(join(folder, name), { recursive: true });
  return output;
}

/** The addresses of the files that differ, as a build tells of them. */
function differencesOf(before: Snapshot, after: Snapshot): readonly string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths
    .filter((path) => before.get(path) !== after.get(path) && ![before.get(path), after.get(path)].includes(FOLDER))
    .map((path) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`)
    .sort();
}

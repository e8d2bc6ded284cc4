import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IS_NIGHT } from '../at-night.ts';
import { contentsOf, demoFolder, filesIn, lendPictures } from './demo.ts';
import { buildSite, buildSiteInResident, NOW, PROJECT, run } from './run-broadsheet.ts';

const CONTENT = join(PROJECT, 'content');

let temporary = '';

beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'broadsheet-builds-'));
});

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

/** By day that is said by the test of Eleventy's own command, which makes some pictures twice, too. */
if (IS_NIGHT)
  test('two builds of the same content at the same moment are the same, byte for byte', () => {
    const output = join(temporary, 'again');
    lendPictures(output);
    expect(buildSite(CONTENT, output)).toMatchObject({ status: 0 });
    expect(filesIn(output).length).toBeGreaterThan(80);
    expect(contentsOf(output)).toEqual(contentsOf(demoFolder()));
  });

test('a build over a finished one writes nothing', async () => {
  const output = copyOfDemo('twice');
  const before = filesOnDisk(output);
  const { status, stdout } = await buildSiteInResident(CONTENT, output, '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ rendered: 0, removed: 0, changed: [] });
  expect(filesOnDisk(output)).toEqual(before);
});

test('a build writes what changed, removes what is gone and leaves the rest alone', async () => {
  const output = copyOfDemo('edited');
  const content = copyOfContent('edited-content');
  const story = anyStoryOf(content);
  const before = contentsOf(output);
  appendFileSync(join(content, 'articles', story), '\nOne more paragraph.\n');
  writeFileSync(join(output, 'stray.html'), 'It was never part of the site.');
  const { status, stdout } = await buildSiteInResident(content, output, '--json');
  const after = contentsOf(output);
  const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
  expect(status).toBe(0);
  expect(changed).toEqual(expect.arrayContaining(['feed.xml']));
  // The story with its Markdown and JSON, the feeds of the site and of each list that has it, and the files of its bucket of the search.
  const feeds = changed.filter((file) => /(?:^|\/)(?:feed\.xml|atom\.xml|feed\.json)$/.test(file));
  expect(feeds.length % 3).toBe(0);
  const search = changed.filter((file) => file.startsWith('search/'));
  expect(search).toHaveLength(5);
  expect(changed.length).toBe(3 + feeds.length + search.length);
  expect(JSON.parse(stdout)).toMatchObject({ rendered: changed.length, removed: 1 });
  expect(Object.keys(after)).toEqual(Object.keys(before));
});

test('a build of content with an error says so and leaves the output as it was', async () => {
  const output = copyOfDemo('broken');
  const content = copyOfContent('broken-content');
  const before = filesOnDisk(output);
  const contents = contentsOf(output);
  writeFileSync(join(content, 'articles/broken.md'), '---\nheadline: Half a story\ndate: 2026-13-45\n---\nText.\n');
  const { status, stderr, stdout } = await buildSiteInResident(content, output);
  expect(status).toBe(1);
  expect(stdout + stderr).toMatch(/articles\/broken\.md:3:\d+ error /);
  expect(filesOnDisk(output)).toEqual(before);
  expect(contentsOf(output)).toEqual(contents);
  expect(readdirSync(temporary).filter((name) => name.includes('building'))).toEqual([]);
});

test('a build of content with an error makes no output where there was none', async () => {
  const content = copyOfContent('hopeless-content');
  writeFileSync(join(content, 'site.yaml'), 'title: [\n');
  expect(await buildSiteInResident(content, join(temporary, 'never'))).toMatchObject({ status: 1 });
  expect(readdirSync(temporary)).not.toContain('never');
});

/** Some of the demo's pictures, by what they are made of: a sixteenth, and a quarter at night, for to make all takes longer than all else. */
const MADE_ANEW = IS_NIGHT ? /^[0-3]/ : /^0/;

test('Eleventy’s own command builds the same site from nothing, and makes the same pictures', () => {
  const project = join(temporary, 'project');
  const [made, kept] = [`${demoFolder()}-cache/pictures`, join(project, '.cache/pictures')];
  const names = readdirSync(made);
  expect(names.filter((name) => MADE_ANEW.test(name)).length).toBeGreaterThan(10);
  for (const name of names) if (!MADE_ANEW.test(name)) cpSync(join(made, name), join(kept, name));
  for (const name of [
    '.eleventy.ts',
    'content',
    'layouts',
    'package.json',
    'package-lock.json',
    'src',
    'tsconfig.json',
  ]) {
    cpSync(join(PROJECT, name), join(project, name), { recursive: true });
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(project, 'node_modules'));
  const unsafe = `<svg xmlns="http://www.w3.org/2000/svg" onload="open()"><path d="M0 1h4"/><script>open()</script></svg>`;
  writeFileSync(join(project, 'content/media/unsafe.svg'), unsafe, { mode: 0o600 });
  const secret = join(project, 'content/media/kept.csv');
  writeFileSync(secret, 'a\n1\n', { mode: 0o600 });
  const env = { NODE_OPTIONS: '--import tsx', BROADSHEET_NOW: NOW };
  const ended = run('npx', ['--no-install', 'eleventy', '--config=.eleventy.ts'], { cwd: project, env });
  expect(ended, ended.stdout + ended.stderr).toMatchObject({ status: 0 });
  const output = join(project, '_site');
  const modes = ['index.html', 'media/unsafe.svg', 'media/kept.csv'].map((path) => statSync(join(output, path)).mode);
  expect(new Set(modes).size).toBe(1);
  expect(readFileSync(join(output, 'media/unsafe.svg'), 'utf8')).toMatch(/^<svg [^>]*><path d="M0 1h4"\/><\/svg>\n$/);
  for (const name of ['unsafe.svg', 'kept.csv']) rmSync(join(output, 'media', name));
  expect(contentsOf(output)).toEqual(contentsOf(demoFolder()));
});

function copyOfDemo(name: string): string {
  const folder = join(temporary, name);
  cpSync(demoFolder(), folder, { recursive: true, preserveTimestamps: true });
  lendPictures(folder);
  return folder;
}

function copyOfContent(name: string): string {
  const folder = join(temporary, name);
  cpSync(CONTENT, folder, { recursive: true });
  return folder;
}

/** Which files there are on disk, and when each was written: one that was written again has another number. */
function filesOnDisk(folder: string): readonly string[] {
  return filesIn(folder).map((file) => {
    const { ino, size, mtimeMs } = statSync(join(folder, file));
    return `${file} ${ino} ${size} ${mtimeMs}`;
  });
}

function anyStoryOf(content: string): string {
  const stories = filesIn(join(content, 'articles')).filter((file) => file.endsWith('regatta-preview.md'));
  return stories[0] ?? '';
}

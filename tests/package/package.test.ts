import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawCard } from '../../src/build/pictures/draw-card.ts';
import { PROJECT } from '../architecture/source-tree.ts';
import { atNight, IS_NIGHT } from '../at-night.ts';
import { type Files, temporaryFolder, textsIn, writeTo } from '../build/temporary-folder.ts';
import { aStory, broadsheet, NEWSROOM, NOW, OWN_CARD, OWN_THEME, run, TYPED } from './newsrooms.ts';
import { anInstalled, ENVIRONMENT, install, measured, pack, packLater } from './packed.ts';

/**
 * What no newsroom may be asked for: all together 60 MB, but for sharp; and as many packages beside it, sharp's among them, as npm 10 installs. npm 11
 * installs three fewer; how many are needed is counted by `tests/packages/lockfile.test.ts`.
 */
const MOST_BYTES = 60e6;
const MOST_PACKAGES = 141;

/** `nobody`, if somebody may be another user here. */
const NOBODY = 65_534;
const AS_NOBODY =
  process.getuid?.() === 0 && existsSync('/usr/bin/setpriv')
    ? ['/usr/bin/setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
    : undefined;
const TYPESCRIPT = join(PROJECT, 'node_modules/typescript/bin/tsc');

let tarball = '';
/** A newsroom in whose path are a space and letters that are not of ASCII. */
let paper = '';
/** Folders whose files cannot be written, until they are to be removed. */
const closed: string[] = [];

beforeAll(() => {
  tarball = pack();
  paper = anInstalled(tarball, join(temporaryFolder(), 'Zeitung für alle'), { ...NEWSROOM, ...TYPED });
});

afterAll(() => {
  for (const folder of closed) openAgain(folder);
});

/** A newsroom in a folder of `paper`, which has the packages: as in a workspace, where they are hoisted. */
function aNewsroom(name: string, files: Files): string {
  const folder = join(paper, name);
  writeTo(folder, files);
  return folder;
}

const page = (folder: string, path = 'index.html'): string => readFileSync(join(folder, '_site', path), 'utf8');

describe('the package', () => {
  it('names nothing of the folder that it was made in', () => {
    const texts = textsIn(join(paper, 'node_modules/broadsheet'));
    // The copy that is packed here has a link to the packages of this project, and the names of modules say so.
    const ofProject = new RegExp(`${PROJECT.replaceAll('.', '\\.')}(?!node_modules/)`);

    expect(Object.keys(texts).length).toBeGreaterThan(500);
    // A long line of compiled code is broken within a string, too.
    const naming = Object.keys(texts).filter((path) => ofProject.test(texts[path]?.replaceAll('\\\n', '') ?? ''));
    expect(naming).toEqual([]);
  });

  it('has no tests, no demo and no tools', () => {
    const names = readdirSync(join(paper, 'node_modules/broadsheet')).sort();
    const documents = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'docs'];

    expect(names).toEqual(['.github', ...documents, 'dist', 'layouts', 'package.json', 'src'].sort());
  });

  it('has all that its documents lead to, but what the README calls a part of the repository', () => {
    const folder = join(paper, 'node_modules/broadsheet');
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /^(?:[A-Z]+|docs\/.+)\.md$/.test(path));
    const links = paths.flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8').replaceAll(/^ *```[\s\S]*?^ *```$|`[^`\n]*`/gm, '');
      const found = [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(([, to = '']) => join(dirname(path), to));
      return found.map((to) => to.replaceAll('\\', '/'));
    });

    expect(links.length).toBeGreaterThan(150);
    expect([...new Set(links.filter((to) => !existsSync(join(folder, to))))].sort()).toEqual([
      'CONTRIBUTING.md',
      'docs/pages.md',
      'tests/bench/README.md',
    ]);
  });

  it('is installed with few bytes and few packages', () => {
    const { size, packages: all } = measured(join(paper, 'node_modules'));
    const packages = all - 1;

    expect(size).toBeGreaterThan(20e6);
    expect(size).toBeLessThanOrEqual(MOST_BYTES);
    expect(packages).toBeGreaterThan(80);
    expect(packages).toBeLessThanOrEqual(MOST_PACKAGES);
  });

  it('has the JSON Schema of each kind of file, where the settings that init writes look for it', () => {
    const folder = join(paper, 'node_modules/broadsheet/dist/schema');
    const titles = readdirSync(folder).map((name) => [
      name,
      (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly title: string }).title,
    ]);

    expect(Object.fromEntries(titles)).toEqual({
      ...{ 'story.json': 'Story', 'contributor.json': 'Contributor', 'page.json': 'Page', 'front.json': 'Front' },
      ...{ 'site.json': 'Site', 'redirects.json': 'Redirects', 'style.json': 'House style' },
    });
  });

  it('hands on the licences of what is compiled into it', () => {
    const text = readFileSync(join(paper, 'node_modules/broadsheet/dist/THIRD-PARTY-LICENSES.txt'), 'utf8');

    for (const name of ['zod', '@11ty/eleventy', 'preact', 'caniuse-lite', 'yaml', '@expo-google-fonts/noto-sans'])
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(text).toContain('SIL OPEN FONT LICENSE');
    expect(text).not.toMatch(/ \((?:undefined|UNLICENSED)\)$/m);
  });
});

describe('a newsroom of its own', () => {
  it('builds with what is shipped, and compiles nothing', () => {
    const built = broadsheet(['build'], { cwd: paper });

    expect(built).toMatchObject({ status: 0, stderr: '' });
    expect(page(paper)).toContain('Bridge opens after nine years');
    expect(compiledIn(paper)).toEqual([]);
  });

  it('prints a story that was added', () => {
    writeTo(paper, { 'content/articles/ferry.md': aStory('Ferry sails again') });
    broadsheet(['build'], { cwd: paper });

    expect(page(paper)).toContain('Ferry sails again');
  });

  it('has its own card around that of Broadsheet, and its own colours', () => {
    writeTo(paper, { ...OWN_CARD, ...OWN_THEME });
    const built = broadsheet(['build'], { cwd: paper });
    const styles = Object.entries(textsIn(join(paper, '_site'))).filter(([path]) => path.endsWith('.css'));

    expect(built).toMatchObject({ status: 0, stderr: '' });
    expect(page(paper)).toMatch(/<div class="framed"><article class="card/);
    for (const property of ['--accent:#0b5d3b', '--measure:36rem', '--paper:#fffdf7'])
      expect(styles.some(([, text]) => text.replaceAll(': ', ':').includes(property))).toBe(true);
  });

  it('is checked', () => {
    expect(broadsheet(['check'], { cwd: paper })).toMatchObject({ status: 0, stderr: '' });
  });

  it('is typed: what a layout is not given is an error with its line', () => {
    const wrong = OWN_CARD['layouts/parts/card.tsx']?.replace('{...props}', '{...props} level="two"') ?? '';
    writeTo(paper, { 'layouts/parts/card.tsx': wrong });
    const { status, stdout } = run([TYPESCRIPT, '-p', '.'], { cwd: paper });
    writeTo(paper, OWN_CARD);

    expect(status).not.toBe(0);
    expect(stdout).toMatch(
      /^layouts\/parts\/card\.tsx\(9,\d+\): error .*'level'|^layouts\/parts\/card\.tsx\(9,\d+\): error TS2322/m,
    );
    // All else is right; where nothing is wrong, nothing is told: see the workspace below.
    expect(stdout.match(/: error /g)).toHaveLength(1);
  });

  it.each<[string, Files]>([
    ['layouts/article.njk', { 'layouts/article.njk': '---\nlayout: document\n---\n{% include "bits/none.njk" %}\n' }],
    ['content/pages/tides.njk', { 'content/pages/tides.njk': '---\ntitle: Tides\n---\n{{ title | none }}\n' }],
  ])('is told of what fails in a template by its file: %s', (path, files) => {
    const one = aNewsroom(`papers/failing-${path.replaceAll('/', '-')}`, { ...NEWSROOM, ...files });
    const built = broadsheet(['build'], { cwd: one, installedIn: paper });

    expect(built.stderr).toMatch(new RegExp(`^${path.replace('.', '\\.')}:\\d+:\\d+ error `, 'm'));
    expect(built.status).toBe(1);
  });

  it('has a typed configuration, with the filter and the page that docs/extending.md shows', () => {
    const document = readFileSync(join(paper, 'node_modules/broadsheet/docs/extending.md'), 'utf8');
    const shown = (path: string): string =>
      new RegExp(`^\`${path}\`:\n\n\`\`\`\\w+\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(document)?.[1] ?? '';
    const files = Object.fromEntries(['.eleventy.ts', 'content/pages/tides.njk'].map((path) => [path, shown(path)]));
    const one = aNewsroom('papers/configured', { ...NEWSROOM, ...TYPED, ...files });
    const built = broadsheet(['build'], { cwd: one, installedIn: paper });
    writeTo(one, { '.eleventy.ts': shown('.eleventy.ts').replace('addFilter', 'addFiltr') });

    expect(built).toMatchObject({ status: 0, stderr: '' });
    expect(page(one, 'tides/index.html')).toContain('<li>6.10</li>');
    const { stdout } = run([TYPESCRIPT, '-p', '.'], { cwd: one });
    expect(stdout).toMatch(/^\.eleventy\.ts\(5,\d+\): error .*'addFiltr'.*'addFilter'/m);
    expect(stdout.match(/: error /g)).toHaveLength(1);
  });

  it('is built to the same bytes by Eleventy’s own command', () => {
    broadsheet(['build', '--now', NOW], { cwd: paper });
    const expected = textsIn(join(paper, '_site'));
    for (const name of ['_site', '.cache']) rmSync(join(paper, name), { recursive: true });
    const eleventy = run([join(paper, 'node_modules/.bin/eleventy'), '--config=.eleventy.ts'], {
      cwd: paper,
      env: { NODE_OPTIONS: '--import tsx' },
    });

    expect(eleventy.status, eleventy.stderr).toBe(0);
    expect(textsIn(join(paper, '_site'))).toEqual(expected);
  });

  it('is served until it is stopped', async () => {
    const port = await freePort();
    const command = join(paper, 'node_modules/.bin/broadsheet');
    const server = spawn(command, ['serve', '--port', String(port)], { cwd: paper, env: ENVIRONMENT });
    const ended = once(server, 'exit');
    let printed = '';
    const address = new Promise<string>((resolve) => {
      server.stdout.on('data', (text: Buffer) => {
        printed += text.toString();
        const found = /^Preview: (\S+)/m.exec(printed)?.[1];
        if (found !== undefined) resolve(found);
      });
    });
    const url = await Promise.race([address, ended.then(() => 'ended')]);
    expect(url, printed).toMatch(new RegExp(`^http://.*:${port}/$`));
    const text = await (await fetch(url)).text();
    server.kill('SIGTERM');

    expect(text).toContain('<div class="framed">');
    expect(await ended).toEqual([0, null]);
  });

  it('has cards for social networks with the letters that are shipped', async () => {
    const settings = { 'content/site.yaml': `${NEWSROOM['content/site.yaml']}pictures: { cards: true }\n` };
    const one = aNewsroom('papers/shared', { ...NEWSROOM, ...settings });
    const built = broadsheet(['build'], { cwd: one, installedIn: paper });
    const [, path = ''] = /og:image" content="https:\/\/sample\.example\/([^"]+)"/.exec(page(one)) ?? [];
    const card = await drawCard({
      masthead: 'The Sample Post',
      kicker: undefined,
      headline: undefined,
      colour: '#0d5260',
      direction: 'ltr',
    });

    expect(built).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(one, '_site', path))).toEqual(card);
  });

  it('builds where a workspace has the packages, and is typed', () => {
    const one = aNewsroom('papers/one', { ...NEWSROOM, ...OWN_CARD, ...TYPED });
    const built = broadsheet(['build'], { cwd: one, installedIn: paper });
    // It imports parts of ours as its neighbours.
    broadsheet(['eject', 'layouts/home.tsx'], { cwd: one, installedIn: paper });

    expect(built).toMatchObject({ status: 0, stderr: '' });
    expect(page(one)).toContain('<div class="framed">');
    expect(readFileSync(join(one, 'layouts/home.tsx'), 'utf8')).toContain("from './parts/");
    expect(run([TYPESCRIPT, '-p', '.'], { cwd: one })).toMatchObject({ status: 0, stdout: '' });
  });

  if (IS_NIGHT)
    it('builds the same through a link to its folder', () => {
      const folder = aNewsroom('papers/linked', { ...NEWSROOM, ...OWN_CARD });
      const link = join(temporaryFolder(), 'link');
      symlinkSync(folder, link);
      const built = broadsheet(['build'], { cwd: link, installedIn: paper, env: { PWD: link } });

      expect(built).toMatchObject({ status: 0, stderr: '' });
      expect(page(link)).toContain('<div class="framed">');
    });
});

describe('where packages cannot be written', () => {
  const asAnother = process.getuid?.() === 0 ? AS_NOBODY : [];
  let withLayouts = '';

  it
    .skipIf(asAnother === undefined)
    .each<[string, Files]>([
      ...atNight<[string, Files]>(['without layouts of its own', {}]),
      ['with layouts and a theme of its own', { ...OWN_CARD, ...OWN_THEME }],
    ])('a newsroom %s builds, and keeps what was compiled in its own folder', (name, layouts) => {
    const folder = closedNewsroom(name, layouts);
    withLayouts = folder;
    const before = textsIn(join(folder, 'node_modules/broadsheet/dist'));
    const built = broadsheet(['build'], { cwd: folder, by: asAnother ?? [] });
    const kept = readdirSync(join(folder, '.cache/program'));
    const again = broadsheet(['build', '--clean'], { cwd: folder, by: asAnother ?? [] });

    expect(built).toMatchObject({ status: 0, stderr: '' });
    expect(page(folder).includes('<div class="framed">')).toBe('layouts/parts/card.tsx' in layouts);
    expect(again).toMatchObject({ status: 0, stderr: '' });
    // What V8 made of the program that is shipped, and layouts of its own.
    expect(kept).toHaveLength('layouts/parts/card.tsx' in layouts ? 2 : 1);
    expect(readdirSync(join(folder, '.cache/program'))).toEqual(kept);
    expect(Object.keys(textsIn(join(folder, 'node_modules/broadsheet/dist')))).toEqual(Object.keys(before));
  });

  it.skipIf(asAnother === undefined)(
    'a newsroom that cannot be written at all is checked, and told so in a line',
    () => {
      // The one before, without what it kept: to copy all packages once more takes long.
      const folder = withLayouts || closedNewsroom('closed', OWN_CARD);
      for (const name of ['.cache', '_site']) rmSync(join(folder, name), { recursive: true, force: true });
      close(folder);
      const { status, stderr } = broadsheet(['check'], { cwd: folder, by: asAnother ?? [] });

      expect(stderr).toBe(
        'Compiling for this command only: neither node_modules/.cache/broadsheet nor .cache/program can be written to; make one of them writable\n',
      );
      expect(status).toBe(0);
    },
  );

  /** A newsroom with packages that nobody but its owner can write, not even that one. */
  function closedNewsroom(name: string, layouts: Files): string {
    const folder = join(temporaryFolder(), name);
    writeTo(folder, { ...NEWSROOM, ...layouts });
    cpSync(join(paper, 'node_modules'), join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
    rmSync(join(folder, 'node_modules/.cache'), { recursive: true, force: true });
    close(join(folder, 'node_modules'));
    chmodSync(dirname(folder), 0o755);
    if (AS_NOBODY) chownSync(folder, NOBODY, NOBODY);
    return folder;
  }
});

describe('a release of a higher version', () => {
  it('takes the place of the one before, and of all that was compiled of it', () => {
    const plain = aNewsroom('papers/plain', NEWSROOM);
    const own = aNewsroom('papers/own', { ...NEWSROOM, ...OWN_CARD });
    for (const cwd of [plain, own]) broadsheet(['build'], { cwd, installedIn: paper });
    const later = packLater(tarball, {
      files: ['layouts/parts/card.tsx', 'dist/layouts.cjs'],
      from: 'card-text',
      to: 'card-TEXT',
    });
    install(later, paper);

    for (const cwd of [plain, own]) {
      expect(page(cwd)).toContain('class="card-text"');
      expect(broadsheet(['build', '--clean'], { cwd, installedIn: paper })).toMatchObject({ status: 0, stderr: '' });
      expect(page(cwd)).toContain('class="card-TEXT"');
      expect(page(cwd)).not.toContain('class="card-text"');
    }
    expect(broadsheet(['--version'], { cwd: plain, installedIn: paper }).stdout).toMatch(/^\d+\.[1-9]\d*\.0\n$/);
  });
});

/** The programs that were compiled with code of a newsroom's own. */
function compiledIn(folder: string): readonly string[] {
  const cache = join(folder, 'node_modules/.cache/broadsheet');
  return existsSync(cache) ? readdirSync(cache).filter((name) => existsSync(join(cache, name, 'program.cjs'))) : [];
}

/** Nobody may write to a folder, nor to any file in it. */
function close(folder: string): void {
  closed.push(folder);
  setModes(folder, (mode) => mode & ~0o222);
}

function openAgain(folder: string): void {
  if (existsSync(folder)) setModes(folder, (mode) => mode | 0o200);
}

function setModes(folder: string, change: (mode: number) => number): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => !entry.isSymbolicLink(),
  );
  for (const path of [folder, ...entries.map(({ parentPath, name }) => join(parentPath, name))])
    chmodSync(path, change(statSync(path).mode & 0o777));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

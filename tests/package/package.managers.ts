import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../architecture/source-tree.ts';
import { type Files, temporaryFolder, writeTo } from '../build/temporary-folder.ts';
import { NEWSROOM, OWN_CARD, run, TYPED } from './newsrooms.ts';
import { ENVIRONMENT, npm, pack } from './packed.ts';

interface Manager {
  readonly name: string;
  /** What of npm's registry is run, and how it installs. */
  readonly command: readonly string[];
  /** What it is told by files. */
  readonly settings: Files;
}

const REGISTRY = npm(['config', 'get', 'registry'], PROJECT).trim();

const BERRY = [
  'nodeLinker: node-modules',
  'enableGlobalCache: false',
  'enableTelemetry: false',
  `npmRegistryServer: ${JSON.stringify(REGISTRY)}`,
  `unsafeHttpWhitelist: [${JSON.stringify(new URL(REGISTRY).hostname)}]`,
].join('\n');

const MANAGERS: readonly Manager[] = [
  { name: 'pnpm', command: ['pnpm@10', 'install', '--ignore-scripts', '--no-frozen-lockfile'], settings: {} },
  { name: 'yarn 1', command: ['yarn@1', 'install', '--ignore-scripts', '--non-interactive'], settings: {} },
  {
    name: 'yarn 4 with node_modules',
    command: ['@yarnpkg/cli-dist@4', 'install', '--mode=skip-build'],
    settings: { '.yarnrc.yml': `${BERRY}\n`, 'yarn.lock': '' },
  },
];

const TYPESCRIPT = join(PROJECT, 'node_modules/typescript/bin/tsc');

let tarball = '';
beforeAll(() => {
  tarball = pack();
});

describe.each(MANAGERS)('what $name installs', ({ command, settings }) => {
  it('builds a newsroom with and without layouts of its own, and is typed', () => {
    const paper = temporaryFolder();
    const manifest = { name: 'sample', private: true, type: 'module', dependencies: { broadsheet: `file:${tarball}` } };
    writeTo(paper, { 'package.json': JSON.stringify(manifest), ...NEWSROOM, ...TYPED, ...settings });
    execute(['--yes', ...command], paper);
    const broadsheet = join(paper, 'node_modules/.bin/broadsheet');

    expect(run([broadsheet, 'build'], { cwd: paper })).toMatchObject({ status: 0, stderr: '' });
    writeTo(paper, OWN_CARD);
    expect(run([broadsheet, 'build'], { cwd: paper })).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(paper, '_site/index.html'), 'utf8')).toContain('<div class="framed">');
    expect(run([broadsheet, 'check'], { cwd: paper })).toMatchObject({ status: 0, stderr: '' });
    expect(run([TYPESCRIPT, '-p', '.'], { cwd: paper })).toMatchObject({ status: 0, stdout: '' });

    const wrong = OWN_CARD['layouts/parts/card.tsx']?.replace('{...props}', '{...props} level="two"') ?? '';
    writeTo(paper, { 'layouts/parts/card.tsx': wrong });
    expect(run([TYPESCRIPT, '-p', '.'], { cwd: paper }).stdout).toMatch(
      /^layouts\/parts\/card\.tsx\(9,\d+\): error TS2322/m,
    );
  });
});

describe('a workspace of npm', () => {
  it('has the packages once, and builds each newsroom', () => {
    const root = temporaryFolder();
    const dependencies = { broadsheet: `file:${tarball}` };
    const manifest = (name: string): string => JSON.stringify({ name, private: true, type: 'module', dependencies });
    writeTo(root, {
      'package.json': JSON.stringify({ name: 'papers', private: true, workspaces: ['papers/*'] }),
      ...below('papers/plain', { 'package.json': manifest('plain'), ...NEWSROOM }),
      ...below('papers/own', { 'package.json': manifest('own'), ...NEWSROOM, ...OWN_CARD }),
    });
    npm(['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], root);

    for (const name of ['plain', 'own']) {
      const cwd = join(root, 'papers', name);
      expect(existsSync(join(cwd, 'node_modules'))).toBe(false);
      expect(run([join(root, 'node_modules/.bin/broadsheet'), 'build'], { cwd })).toMatchObject({
        status: 0,
        stderr: '',
      });
      const page = readFileSync(join(cwd, '_site/index.html'), 'utf8');
      expect(page.includes('<div class="framed">')).toBe(name === 'own');
    }
  });
});

describe('the tarball', () => {
  it('is right by publint', () => {
    expect(execute(['--yes', 'publint@0.3.25', 'run', tarball, '--strict'], temporaryFolder())).toContain('All good!');
  });

  it('has types that are right for modules, which is all that it has', () => {
    // Ends with another code than 0 if something is wrong.
    const told = execute(
      ['--yes', '@arethetypeswrong/cli@0.18.5', tarball, '--profile', 'esm-only'],
      temporaryFolder(),
    );
    expect(told).toContain('"broadsheet/layouts"');
  });
});

/** Runs a program of the registry. */
function execute(args: readonly string[], cwd: string): string {
  return execFileSync('npx', args, {
    cwd,
    env: { ...ENVIRONMENT, CI: '1', YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
}

function below(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

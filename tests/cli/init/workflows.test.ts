import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROJECT } from '../../architecture/source-tree.ts';
import { temporaryFolder, textsIn, writeTo } from '../../build/temporary-folder.ts';
import { broadsheetInResident } from '../run.ts';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface GitLabJob {
  readonly script?: readonly string[];
}

/** What is not run here: what asks a registry, for which the repository stands in, and what needs the types that only the package has. */
const NOT_HERE: readonly string[] = ['npm ci', 'npm ci --cache .npm --prefer-offline', 'npx tsc'];

/** What the services would put in the place of these. */
const VALUES: Readonly<Record<string, string>> = {
  '${{ steps.pages.outputs.base_url }}': 'https://tide.example/paper',
};
const ENVIRONMENT = { CI_PAGES_URL: 'https://tide.example/paper', CI: 'true' };

const PASTED = [
  ...readFileSync(join(PROJECT, 'docs/publishing.md'), 'utf8').matchAll(/^( *)```(\w*)\n(.*?)^ *```$/gms),
].map(([, indent = '', language = '', text = '']) => ({
  language,
  text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
}));

/** A newsroom that `init` made, as the services get it: a clone of what was committed, in which Broadsheet is installed. */
async function aClone(): Promise<string> {
  const folder = temporaryFolder();
  await broadsheetInResident(folder, 'init', 'paper', '--yes', '--title', 'The Tide');
  const paper = join(folder, 'paper');
  const git = (...args: readonly string[]): void => {
    const identity = ['-c', 'user.name=Editor', '-c', 'user.email=editor@tide.example'];
    const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: paper, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  git('init', '--quiet', '--initial-branch', 'main');
  // What a newsroom has lying about when it commits.
  writeTo(paper, { '_site/old.html': '', '.cache/old': '', 'node_modules/old/index.js': '' });
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Begin');
  git('clone', '--quiet', '.', '../clone');
  const clone = join(folder, 'clone');
  mkdirSync(join(clone, 'node_modules/.bin'), { recursive: true });
  symlinkSync(PROJECT, join(clone, 'node_modules/broadsheet'));
  symlinkSync('../broadsheet/src/cli/broadsheet.js', join(clone, 'node_modules/.bin/broadsheet'));
  return clone;
}

/** Runs a command of a workflow in a clone; how it ended, and what it said if that was not well. */
function run(clone: string, command: string): { readonly status: number | null; readonly said: string } {
  const text = Object.entries(VALUES).reduce((filled, [name, value]) => filled.replaceAll(name, value), command);
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  const ended = spawnSync('bash', ['-e', '-c', text], {
    cwd: clone,
    encoding: 'utf8',
    env: { ...env, ...ENVIRONMENT },
  });
  return { status: ended.status, said: ended.status === 0 ? '' : ended.stdout + ended.stderr };
}

/** Runs commands in their order, all but those that cannot be run here. */
function runAll(clone: string, commands: readonly string[]): readonly unknown[] {
  const here = commands.filter((command) => !NOT_HERE.includes(command));
  expect(here.filter((command) => /\$\{\{(?! steps\.pages\.outputs\.base_url \}\})/.test(command))).toEqual([]);
  return here.map((command) => run(clone, command)).filter(({ status }) => status !== 0);
}

const commandsOf = ({ steps }: Job): readonly string[] => steps.flatMap(({ run: command }) => command ?? []);

/** One for all: the program is compiled for it once, and nothing is committed in it before the last test. */
const clone = await aClone();

describe('the workflows that init writes', () => {
  const named = (name: string): Workflow =>
    parse(readFileSync(join(clone, '.github/workflows', name), 'utf8')) as Workflow;
  const check = named('check.yml');
  const publish = named('publish.yml');

  it('are committed with the content, and nothing that a build or an installation makes', () => {
    const { stdout } = spawnSync('git', ['ls-files'], { cwd: clone, encoding: 'utf8' });
    const paths = stdout.trim().split('\n');
    expect(paths).toHaveLength(15);
  });

  it('check what is proposed, and publish what is on the main branch, also by the clock', () => {
    expect(Object.keys(check.on)).toEqual(['pull_request']);
    expect(publish.on).toEqual({
      push: { branches: ['main'] },
      schedule: [{ cron: '5,35 * * * *' }],
      workflow_dispatch: null,
    });
    expect(publish.jobs['publish']?.needs).toBe('build');
  });

  it('have no right but to read, and to put pages in place', () => {
    expect([check.permissions, publish.permissions]).toEqual([{ contents: 'read' }, { contents: 'read' }]);
    const rights = [check, publish].flatMap(({ jobs }) =>
      Object.entries(jobs).map(([name, job]) => [name, job.permissions]),
    );
    expect(rights).toEqual([
      ['check', undefined],
      ['build', { contents: 'read', pages: 'read' }],
      ['publish', { pages: 'write', 'id-token': 'write' }],
    ]);
  });

  it('run commands that package.json has, and none of the tests of Broadsheet', () => {
    const { scripts } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const commands = [check, publish].flatMap(({ jobs }) => Object.values(jobs).flatMap(commandsOf));
    const ofPackage = commands.flatMap((command) => /^npm run ([\w-]+)/.exec(command)?.[1] ?? []);

    expect(ofPackage).toEqual(['check', 'build', 'build']);
    expect(ofPackage.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    expect(commands.filter((command) => command.includes('test'))).toEqual([]);
  });

  it('check and build a clean clone', () => {
    expect(runAll(clone, Object.values(check.jobs).flatMap(commandsOf))).toEqual([]);
  });

  it('build the site for the address that the service gives it, into the folder that is uploaded', () => {
    rmSync(join(clone, '_site'), { recursive: true, force: true });
    const { build } = publish.jobs;
    expect(runAll(clone, commandsOf(build as Job))).toEqual([]);

    const uploaded = build?.steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'));
    // `.well-known/` and the like are part of the site.
    expect(uploaded?.with?.['include-hidden-files']).toBe(true);
    const home = readFileSync(join(clone, String(uploaded?.with?.['path']), 'index.html'), 'utf8');
    expect(home).toContain('<link rel="canonical" href="https://tide.example/paper/"/>');
    expect(home).toContain('The Tide');
  });

  it('publish nothing of a newsroom with an error', () => {
    writeTo(clone, { 'content/articles/broken.md': '---\nheadline: A\n---\nText.\n' });
    const { build } = publish.jobs;
    const ended = commandsOf(build as Job)
      .filter((command) => !NOT_HERE.includes(command))
      .map((command) => run(clone, command));
    rmSync(join(clone, 'content/articles/broken.md'));

    expect(ended.map(({ status }) => status)).toEqual([1]);
    expect(ended[0]?.said).toContain('content/articles/broken.md:1:1 error');
  });

  it('keep from build to build what builds keep', () => {
    const cache = publish.jobs['build']?.steps.find(({ uses }) => uses?.startsWith('actions/cache@'));
    expect(String(cache?.with?.['path']).trim().split('\n')).toEqual(['.cache', '_site']);
    expect(Object.keys(textsIn(join(clone, '.cache'))).length).toBeGreaterThan(0);
  });
});

describe('what docs/publishing.md has to be pasted', () => {
  const inLanguage = (language: string): readonly string[] =>
    PASTED.flatMap((block) => (block.language === language ? [block.text] : []));

  it('is YAML where it says so', () => {
    const documents = inLanguage('yaml').map((text) => parse(text) as object);
    expect(documents.map((document) => Object.keys(document)[0])).toEqual([
      'defaults',
      'name',
      'name',
      'default',
      'remember',
      'quality',
      'admin',
    ]);
  });

  it('builds the site at GitLab, each job in its order', () => {
    rmSync(join(clone, '_site'), { recursive: true, force: true });
    const [text = ''] = inLanguage('yaml').filter((block) => block.includes('CI_PAGES_URL'));
    const { check, pages } = parse(text) as Readonly<Record<string, GitLabJob>>;

    expect(runAll(clone, check?.script ?? [])).toEqual([]);
    expect(runAll(clone, pages?.script ?? [])).toEqual([]);
    expect(readFileSync(join(clone, '_site/index.html'), 'utf8')).toContain('href="https://tide.example/paper/"');
  });

  it('commits the addresses that were published, once, also where there is no redirect yet', () => {
    const [text = ''] = inLanguage('yaml').filter((block) => block.includes('remember:'));
    const { remember } = parse(text) as Readonly<Record<string, Job>>;
    const git = (...args: readonly string[]): string => spawnSync('git', args, { cwd: clone, encoding: 'utf8' }).stdout;
    git('-C', '../paper', 'config', 'receive.denyCurrentBranch', 'ignore');

    for (const _run of [1, 2]) expect(runAll(clone, commandsOf(remember as Job))).toEqual([]);
    expect(git('-C', '../paper', 'log', '--format=%s', 'main').trim().split('\n')).toEqual([
      'Remember what was published',
      'Begin',
    ]);
    expect(git('show', '--name-only', '--format=', 'HEAD').trim()).toBe('content/addresses.txt');
  });

  it('has no fault that a shell would find', () => {
    const scripts = inLanguage('sh');
    const faults = scripts.map((script) => spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' }).stderr);

    expect(scripts.length).toBeGreaterThan(3);
    expect(faults.join('')).toBe('');
  });
});

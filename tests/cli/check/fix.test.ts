import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aStory } from '../../newsroom/manuscript.ts';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

const ADDRESSES = 'content/addresses.txt';
const REDIRECTS = 'content/redirects.yaml';

function linesIn(folder: string, path: string): readonly string[] {
  return readFileSync(join(folder, path), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('/'));
}

function git(folder: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Editor', '-c', 'user.email=editor@tide.example'];
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function commitAll(folder: string): void {
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'Publish');
}

const TEXT = 'The bridge is shut to all traffic. Ferries carry people across until it is mended.';

describe('check --fix', () => {
  it('writes down what is published, says so, and does nothing a second time', async () => {
    const folder = aNewsroomOnDisk({
      'content/articles/a.md': aStory(),
      'content/articles/b.md': aStory({ draft: true }),
    });
    const first = await broadsheetInResident(folder, 'check', '--fix');
    const lines = linesIn(folder, ADDRESSES);
    const second = await broadsheetInResident(folder, 'check', '--fix');

    expect([first.status, lines]).toEqual([0, ['/2026/11/23/a/ content/articles/a.md']]);
    expect(first.stdout).toContain('Made content/addresses.txt, with 1 address');
    expect([second.status, second.stdout]).toEqual([0, 'Not published: content/articles/b.md (draft)\nno errors\n']);
  });

  it('adds a redirect for a story that moved, after which nothing is wrong; a build changes nothing itself', async () => {
    const folder = aNewsroomOnDisk({
      'content/articles/a.md': aStory({ slug: 'new' }),
      [ADDRESSES]: '/2026/11/23/a/ content/articles/a.md\n',
      [REDIRECTS]: '# Old ones\r\n/x/: /\r\n',
    });
    const build = await broadsheetInResident(folder, 'build');
    const before = [readFileSync(join(folder, ADDRESSES), 'utf8'), readFileSync(join(folder, REDIRECTS), 'utf8')];
    const fix = await broadsheetInResident(folder, 'check', '--fix');

    expect([build.status, before]).toEqual([1, ['/2026/11/23/a/ content/articles/a.md\n', '# Old ones\r\n/x/: /\r\n']]);
    expect([fix.status, fix.stderr]).toEqual([0, '']);
    expect(readFileSync(join(folder, REDIRECTS), 'utf8')).toBe(
      '# Old ones\r\n/x/: /\r\n/2026/11/23/a/: /2026/11/23/new/\r\n',
    );
    expect(linesIn(folder, ADDRESSES)).toEqual([
      '/2026/11/23/a/ content/articles/a.md',
      '/2026/11/23/new/ content/articles/a.md',
    ]);
  });

  it('knows a story whose file has another name by its text, and guesses nothing of what is gone', async () => {
    const folder = aNewsroomOnDisk({
      'content/articles/a.md': aStory({}, 'The bridge is shut.'),
      'content/articles/gone.md': aStory({}, 'The fair is off.'),
      [ADDRESSES]: '/2026/11/23/a/ content/articles/a.md\n/2026/11/23/gone/ content/articles/gone.md\n',
    });
    commitAll(folder);
    renameSync(join(folder, 'content/articles/a.md'), join(folder, 'content/articles/b.md'));
    rmSync(join(folder, 'content/articles/gone.md'));
    const { status, stdout, stderr } = await broadsheetInResident(folder, 'check', '--fix');

    expect(linesIn(folder, REDIRECTS)).toEqual(['/2026/11/23/a/: /2026/11/23/b/']);
    expect(stdout).toContain('Added to content/redirects.yaml: 1 redirect');
    expect([status, stderr.match(/address-lost/g)]).toEqual([1, ['address-lost']]);
    expect(linesIn(folder, ADDRESSES)).toHaveLength(2);
  });

  it.each([
    ['the same text under another name', { slug: 'new', date: '2026-11-20' }, TEXT, true],
    ['a text that was worked on', { slug: 'new', date: '2026-11-20' }, `${TEXT} It opens again on Friday.`, true],
    [
      'another story of another day',
      { date: '2026-11-20' },
      'Rain all day, and wind from the west in the evening.',
      false,
    ],
  ])('adds a redirect for a file that has %s: %s', async (_what, keys, body, isAdded) => {
    const folder = aNewsroomOnDisk({
      'content/articles/a.md': aStory({}, TEXT),
      [ADDRESSES]: '/2026/11/23/a/ content/articles/a.md\n',
    });
    commitAll(folder);
    writeFileSync(join(folder, 'content/articles/a.md'), aStory(keys, body));
    // What is committed since says nothing of what was published.
    commitAll(folder);
    const { status, stdout } = await broadsheetInResident(folder, 'check', '--fix');

    expect([status, existsSync(join(folder, REDIRECTS))]).toEqual(isAdded ? [0, true] : [1, false]);
    expect(stdout.includes('  /2026/11/23/a/: /2026/11/20/a/')).toBe(!isAdded);
  });

  it('adds none for a story of another day where no history says what the file had', async () => {
    const folder = aNewsroomOnDisk({
      'content/articles/a.md': aStory({ date: '2026-11-20' }, TEXT),
      [ADDRESSES]: '/2026/11/23/a/ content/articles/a.md\n',
    });
    const { status, stdout } = await broadsheetInResident(folder, 'check', '--fix');

    expect([status, existsSync(join(folder, REDIRECTS))]).toEqual([1, false]);
    expect(stdout).toContain('Not added to content/redirects.yaml');
  });

  it('leaves a file alone that it cannot add to, and says what it lacks', async () => {
    const folder = aNewsroomOnDisk({
      'content/articles/a.md': aStory({ slug: 'new' }),
      [ADDRESSES]: '/2026/11/23/a/ content/articles/a.md\n',
      [REDIRECTS]: '{ "/x/": "/" }',
    });
    const { status, stdout } = await broadsheetInResident(folder, 'check', '--fix');

    expect([status, readFileSync(join(folder, REDIRECTS), 'utf8')]).toEqual([1, '{ "/x/": "/" }']);
    expect(stdout).toContain('  /2026/11/23/a/: /2026/11/23/new/');
  });

  it.each([
    ['site.yaml', { 'content/site.yaml': 'title: Ledger\nurl: https://ledger.example/\npermalink: [\n' }],
    ['a story', { 'content/articles/a.md': aStory({ date: 'today' }) }],
    ['another story', { 'content/articles/b.md': aStory({ date: 'today' }) }],
  ])('writes nothing while there are other errors, in %s', async (_what, broken) => {
    const files = {
      'content/articles/a.md': aStory({ slug: 'new' }),
      [ADDRESSES]: '/2026/11/23/a/ content/articles/a.md\n',
      ...broken,
    };
    const folder = aNewsroomOnDisk(files);
    const { status, stdout } = await broadsheetInResident(folder, 'check', '--fix');

    expect([status, existsSync(join(folder, REDIRECTS))]).toEqual([1, false]);
    expect(readFileSync(join(folder, ADDRESSES), 'utf8')).toBe(files[ADDRESSES]);
    expect(stdout).toContain('Nothing was added to any file');
  });

  it('keeps what editors have noted in the record', async () => {
    const folder = aNewsroomOnDisk({
      'content/articles/a.md': aStory(),
      [ADDRESSES]: '# Linked from the council’s site\n/2026/11/23/a/ content/articles/a.md\n# Ends here\n',
      'content/articles/b.md': aStory(),
    });
    await broadsheetInResident(folder, 'check', '--fix');
    const text = readFileSync(join(folder, ADDRESSES), 'utf8');

    expect(text).toContain('\n# Linked from the council’s site\n/2026/11/23/a/ content/articles/a.md\n');
    expect(text).toMatch(/\/b\.md\n# Ends here\n$/);
  });

  it('leaves a record with the marks of a merge alone', async () => {
    const text = '<<<<<<< HEAD\n/2026/11/23/a/\n=======\n>>>>>>> b\n';
    const folder = aNewsroomOnDisk({ 'content/articles/a.md': aStory(), [ADDRESSES]: text });
    const { status } = await broadsheetInResident(folder, 'check', '--fix');

    expect([status, readFileSync(join(folder, ADDRESSES), 'utf8')]).toEqual([1, text]);
  });
});

describe('a check without it', () => {
  it('says how many addresses are not written down, where any are, and writes nothing', async () => {
    const folder = aNewsroomOnDisk({ 'content/articles/a.md': aStory() });
    const without = await broadsheetInResident(folder, 'check');
    expect([without.stdout, existsSync(join(folder, ADDRESSES))]).toEqual(['no errors\n', false]);

    writeFileSync(join(folder, ADDRESSES), '');
    const { status, stdout } = await broadsheetInResident(folder, 'check');

    expect([status, stdout]).toEqual([
      0,
      '1 published address is not in content/addresses.txt yet: `npx broadsheet check --fix` adds it\nno errors\n',
    ]);
  });

  it('reports to GitHub, GitLab and SARIF', async () => {
    const folder = aNewsroomOnDisk({ 'content/articles/a.md': aStory({ section: 'nowhere' }) });
    const [github, gitlab, sarif, both] = await Promise.all(
      [['github'], ['gitlab'], ['sarif'], ['sarif', '--json']].map((format) =>
        broadsheetInResident(folder, 'check', '--format', ...format),
      ),
    );

    expect([github, gitlab, sarif, both].map((ended) => ended?.status)).toEqual([1, 1, 1, 2]);
    expect(github?.stdout).toMatch(
      /\n::error file=content\/articles\/a\.md,line=\d+,col=\d+,endColumn=\d+,title=section-unknown::/,
    );
    expect(JSON.parse(gitlab?.stdout ?? '')).toHaveLength(1);
    expect(JSON.parse(sarif?.stdout ?? '')).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'section-unknown' }] }],
    });
    expect(gitlab?.stderr).toContain('section-unknown');
  });

  it('asks nothing where no text leads elsewhere', async () => {
    const folder = aNewsroomOnDisk({ 'content/articles/a.md': aStory() });
    const { status, stdout } = await broadsheetInResident(folder, 'check', '--external');

    expect([status, stdout]).toEqual([0, '0 addresses of other sites, 0 asked for now\nno errors\n']);
  });
});

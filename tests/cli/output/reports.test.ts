import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { aStory, manyStories } from '../../newsroom/manuscript.ts';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

const PROGRAM = fileURLToPath(new URL('../../../src/cli/broadsheet.js', import.meta.url));

/** 60 stories with an unknown contributor, 60 pictures without words, a link to nothing, two drafts. */
function anArchive(): string {
  const stories = manyStories(60, { contributors: 'ana-ruiz' });
  return aNewsroomOnDisk({
    ...Object.fromEntries(
      Object.entries(stories).map(([name, text]) => [`content/articles/old/${name}`, `${text}\n![](bridge.svg)\n`]),
    ),
    'content/media/bridge.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>\n',
    'content/articles/z.md': aStory({}, 'See [it](nowhere.md).\n'),
    'content/articles/later.md': aStory({ date: '2036-11-24 06:00' }),
    'content/articles/draft.md': aStory({ draft: true }),
  });
}

const archive = anArchive();

/** The first words of each finding of a report. */
function codesIn(stderr: string): readonly string[] {
  return [...stderr.matchAll(/^ {2}([a-z]+-[a-z-]+)$/gm)].map(([, code = '']) => code);
}

describe.each(['check', 'build'])('the report of %s', (command) => {
  it('has each cause once, fifty of them, and says how many there are', async () => {
    const { status, stderr } = await broadsheetInResident(archive, command);

    expect(status).toBe(1);
    const codes = codesIn(stderr);
    expect(codes).toHaveLength(50);
    expect(codes.filter((code) => code === 'contributor-unknown')).toHaveLength(1);
    expect(codes.filter((code) => code === 'link-broken')).toHaveLength(1);
    expect(stderr).toContain('and 59 more, in 59 files: content/articles/old/ (59)');
    expect(stderr).toContain('12 more are not shown: --limit all shows everything, --summary counts it\n');
    expect(stderr).toContain('121 errors, from 62 causes');
  });

  it.each([
    [['--limit', 'all'], 62],
    [['--limit', '0'], 62],
    [['--limit', '3'], 3],
    [['--only', 'link-broken'], 1],
    [['--only', 'link-broken,contributor-unknown'], 2],
    [['--only', 'link-broken', '--only', 'picture-alt', '--limit', '5'], 5],
    [['--only', 'body-empty'], 0],
  ])('shows what is asked for, and fails all the same: %j', async (options, count) => {
    const { status, stderr } = await broadsheetInResident(archive, command, ...options);
    expect(codesIn(stderr)).toHaveLength(count);
    expect(stderr).toContain('121 errors, from 62 causes');
    expect(status).toBe(1);
  });

  it('may be a table by code', async () => {
    const { status, stdout, stderr } = await broadsheetInResident(archive, command, '--summary');
    expect(stdout).toContain(
      [
        'code                 severity  count  files',
        'contributor-unknown  error        60     60',
        'picture-alt          error        60     60',
        'link-broken          error         1      1',
        '',
      ].join('\n'),
    );
    expect(codesIn(stderr)).toEqual([]);
    expect(status).toBe(1);
  });

  it('counts only what is asked for in the table, and says of how much that is', async () => {
    const options = ['--only', 'link-broken,picture-alt', '--summary'];
    const { status, stdout } = await broadsheetInResident(archive, command, ...options);
    expect(stdout).toContain(
      [
        'code         severity  count  files',
        'picture-alt  error        60     60',
        'link-broken  error         1      1',
        '61 of 121 findings have one of the codes `link-broken`, `picture-alt` (--only)',
        '',
      ].join('\n'),
    );
    expect(stdout).not.toContain('contributor-unknown');
    expect(status).toBe(1);
  });

  it('has as many lines in the table as are asked for, and says what the others are', async () => {
    const options = ['--only', 'link-broken', '--only', 'picture-alt', '--summary', '--limit', '1'];
    const { stdout } = await broadsheetInResident(archive, command, ...options);
    expect(stdout).toContain('picture-alt  error        60     60\n1 finding is of 1 more code, not shown');
    expect(stdout).not.toContain('link-broken  error');
  });

  it('says that nothing has the code that is asked for', async () => {
    for (const more of [[], ['--summary']]) {
      const { stdout, stderr } = await broadsheetInResident(archive, command, '--only', 'body-empty', ...more);
      expect(`${stdout}${stderr}`).toContain('None of 121 findings has the code `body-empty` (--only)\n');
    }
  });

  it('is complete for machines unless they ask for less', async () => {
    const jsonOf = async (...options: readonly string[]): Promise<Record<string, unknown>> =>
      JSON.parse((await broadsheetInResident(archive, command, '--json', ...options)).stdout) as Record<
        string,
        unknown
      >;

    expect((await jsonOf())['diagnostics']).toHaveLength(121);
    expect(await jsonOf('--limit', '7')).toMatchObject({ diagnostics: { length: 7 }, notShown: 114 });
    expect(await jsonOf('--only', 'link-broken')).toMatchObject({
      diagnostics: [{ code: 'link-broken' }],
      notShown: 120,
    });
    expect(await jsonOf('--summary')).toMatchObject({
      summary: [
        { code: 'contributor-unknown', severity: 'error', count: 60, files: 60 },
        { code: 'picture-alt', count: 60 },
        { code: 'link-broken', count: 1 },
      ],
    });
    expect(await jsonOf('--summary', '--only', 'link-broken,picture-alt', '--limit', '1')).toMatchObject({
      only: ['link-broken', 'picture-alt'],
      summary: [{ code: 'picture-alt', severity: 'error', count: 60, files: 60 }],
      notShown: 61,
    });
  });

  it.each([
    [['--only', 'link-brokn'], 'did you mean `link-broken`?'],
    [['--only', 'KEY_UNKNOWN'], 'did you mean `key-unknown`?'],
    [['--only', 'missing link'], 'did you mean `link-'],
    [['--only', 'link-missing'], '`link-broken`'],
    [['--only', 'missing-pictures'], 'did you mean `picture-missing` or '],
    [['--only', 'alt'], 'did you mean `picture-alt` or `alt-redundant`?'],
    [['--only', ''], 'Unexpected --only'],
    [['--only', 'link-broken,'], 'Unexpected --only'],
    [['--only', 'nothing like it'], 'docs/diagnostics.md has all of them'],
    [['--limit', '-1'], '--limit'],
    [['--limit', 'many'], '--limit'],
  ])('is asked for in a wrong way: %j', async (options, said) => {
    const { status, stdout, stderr } = await broadsheetInResident(archive, command, ...options.map(String));
    expect(`${stdout}${stderr}`).toContain(said);
    expect(status).toBe(2);
  });
});

describe('check', () => {
  it('lists the stories that are not published as a build does', async () => {
    const folder = aNewsroomOnDisk({
      'content/articles/later.md': aStory({ date: '2036-11-24 06:00' }),
      'content/articles/draft.md': aStory({ draft: true }),
    });
    const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line.startsWith('Not '));

    const checked = await broadsheetInResident(folder, 'check');
    expect(lines(checked.stdout)).toEqual([
      'Not published: content/articles/later.md (embargoed until 24 November 2036 at 06:00 GMT)',
      'Not published: content/articles/draft.md (draft)',
    ]);
    expect(lines((await broadsheetInResident(folder, 'build')).stdout)).toEqual(lines(checked.stdout));
    expect(JSON.parse((await broadsheetInResident(folder, 'check', '--json')).stdout)).toMatchObject({
      heldBack: [{ path: 'content/articles/later.md' }, { path: 'content/articles/draft.md', reason: 'draft' }],
    });
  });
});

/** Runs a command whose output goes through a shell. */
function shell(
  folder: string,
  line: string,
): { readonly code: string; readonly stderr: string; readonly stdout: string } {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  const script = line.replaceAll('BROADSHEET', `"${process.execPath}" "${PROGRAM}"`);
  const { stdout, stderr } = spawnSync('bash', ['-c', `${script}; echo "code \${PIPESTATUS[0]}"`], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  return { code: /code (\d+)\n$/.exec(stdout)?.[1] ?? stdout, stderr, stdout };
}

describe('output that nobody reads to its end', () => {
  it.each([
    ['BROADSHEET check 2>&1 | head -1', '1'],
    ['BROADSHEET check 2>&1 | true', '1'],
    ['BROADSHEET check --limit all --json | head -c 10', '1'],
    ['BROADSHEET build --json | head -c 10', '1'],
    ['BROADSHEET build 2>&1 | true', '1'],
    ['BROADSHEET check --only nothing 2>&1 | true', '2'],
    ['BROADSHEET --help | true', '0'],
    ['BROADSHEET --version | true', '0'],
  ])('ends quietly, with the exit code that it would have: %s', (line, code) => {
    const ended = shell(archive, line);
    expect(ended.code).toBe(code);
    expect(ended.stderr).not.toMatch(/EPIPE|^ +at /m);
  });

  it('does not keep a build from being finished', async () => {
    const folder = aNewsroomOnDisk({ 'content/articles/a.md': aStory() });
    expect(shell(folder, 'BROADSHEET build --json 2>&1 | true').code).toBe('0');
    expect((await broadsheetInResident(folder, 'build', '--json')).stdout).toContain('"rendered": 0');
  });

  // Only Linux has a place that is always full.
  it.runIf(process.platform === 'linux')('is told of where it cannot be written', () => {
    const { code, stderr } = shell(archive, 'BROADSHEET check --json > /dev/full');
    expect(code).toBe('3');
    expect(stderr).toContain('could not be written');
  });

  it('ends a preview', async () => {
    const folder = aNewsroomOnDisk({ 'content/articles/a.md': aStory() });
    const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
    const preview = spawn(process.execPath, [PROGRAM, 'serve', '--port', '18473'], { cwd: folder, env });
    let errors = '';
    preview.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    // It is closed before anything is printed.
    preview.stdout.destroy();
    const code = await new Promise((resolve) => preview.on('exit', resolve));
    expect(errors).not.toMatch(/EPIPE|^ +at /m);
    expect(code).toBe(0);
  }, 60_000);
});

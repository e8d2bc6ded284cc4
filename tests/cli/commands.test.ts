import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aStory } from '../newsroom/manuscript.ts';
import { aNewsroomOnDisk, broadsheet, broadsheetForEach, broadsheetInResident, removeNewsrooms } from './run.ts';

afterAll(removeNewsrooms);

const GOOD = { 'content/articles/a.md': aStory() };
const BAD = { 'content/articles/a.md': aStory({ label: 'gossip' }) };
const NOW = ['--now', '2026-11-23 12:00'] as const;
const WARNED = { 'content/articles/a.md': aStory({}, '') };

interface Reported {
  readonly diagnostics: readonly { readonly code: string; readonly path: string; readonly line: number }[];
  readonly toDo: Reported['diagnostics'];
  readonly changed?: readonly string[];
  readonly heldBack?: readonly unknown[];
  readonly baseline?: {
    readonly query: string;
    readonly condition: string;
    readonly gateHash: string;
    readonly inlineHashes: readonly string[];
  };
}

/** Standard output as the one document that it must be. */
function documentOf(stdout: string): Reported {
  return JSON.parse(stdout) as Reported;
}

describe('wrong use', async () => {
  const cases: readonly [string[], string][] = [
    [['buil'], 'did you mean `build`?'],
    [['constructor'], 'constructor'],
    [['build', '--outptu', 'x'], '--outptu'],
    [['check', 'content'], 'content'],
    [['check', '--content', 'nowhere'], 'nowhere'],
    [['build', '--now', 'tomorrow'], 'tomorrow'],
    [['build', '--url', 'ledger.example'], 'ledger.example'],
    [['build', '--output', 'content/site'], 'apart from the content'],
    [['build', '--output', '.'], 'apart from the content'],
    [['build', '--cache', 'content/kept'], 'apart from the content'],
    [['build', '--cache', '.'], 'apart from the content'],
    [['build', '--cache', '_site'], 'not in the output'],
    [['build', '--output', '.cache'], 'not in the output'],
    [['build', '--output', 'site', '--cache', 'site/.cache'], 'not in the output'],
    ...['0', '-1', '1.5', '1e3', '1000', 'two', ''].map((jobs): [string[], string] => [
      ['build', `--jobs=${jobs}`],
      'number of threads from 1 to 999',
    ]),
    ...['0/3', '4/3', '1', '3', '1/0', '1/2/3', 'a/b', ''].map((shard): [string[], string] => [
      ['build', `--shard=${shard}`],
      'such as 2/8',
    ]),
    [['new'], 'headline'],
    [['new', ' ', '--contributor', 'Jane Doe'], 'headline'],
    [['new', 'A', '--date', 'tomorrow'], 'tomorrow'],
    [['new', 'A', '--section', 'news'], 'news'],
    [['new', 'A', '--contributor', 'jane-doe'], 'jane-doe'],
  ];
  const ended = await broadsheetForEach(
    aNewsroomOnDisk(GOOD),
    cases.map(([args]) => args),
  );

  it.each(cases.map(([args, words], index) => [args, words, ended[index]] as const))(
    'ends with 2, and nothing on standard output: %j',
    (_args, words, end) => {
      expect([end?.status, end?.stdout]).toEqual([2, '']);
      expect(end?.stderr).toContain(words);
      expect(end?.stderr).not.toMatch(/^\s+at /m);
    },
  );
});

describe('check', () => {
  it('says what a build says, with drafts and without', async () => {
    const folder = aNewsroomOnDisk({
      'content/articles/a.md': aStory({ related: ['b'] }, 'See [the other](b.md).'),
      'content/articles/b.md': aStory({ draft: true, topics: ['Ferries'], contributors: 'jane-doe' }),
      'content/fronts/home.yaml': 'stories: [b, a]\ngroups:\n  - topic: Ferries\n',
    });
    const said = async (...args: readonly string[]): Promise<Pick<Reported, 'diagnostics' | 'toDo'>> => {
      const { diagnostics, toDo } = documentOf((await broadsheetInResident(folder, ...args, '--json')).stdout);
      return { diagnostics, toDo };
    };
    const [check, withDrafts] = [await said('check'), await said('check', '--drafts')];

    expect(check).toEqual(await said('build'));
    expect(withDrafts).toEqual(await said('build', '--drafts'));
    expect(
      [check, withDrafts].map((all) => [all.diagnostics, all.toDo].map((some) => some.map(({ code }) => code))),
    ).toEqual([
      [
        ['related-unpublished', 'link-unpublished', 'front-story-unpublished', 'topic-unknown'],
        ['contributor-unknown'],
      ],
      [
        ['related-unpublished', 'link-unpublished', 'front-story-unpublished', 'topic-unknown'],
        ['contributor-unknown'],
      ],
    ]);
  });

  it('gives what is still to do in drafts a heading of its own, and does not count it', async () => {
    const folder = aNewsroomOnDisk({
      ...WARNED,
      'content/articles/b.md': aStory({ draft: true, label: 'gossip' }, ''),
    });
    const { status, stderr } = await broadsheetInResident(folder, 'check');

    expect([status, (await broadsheetInResident(folder, 'check', '--strict')).status]).toEqual([0, 1]);
    expect(stderr).toMatch(
      /^Still to do in drafts, which stop nothing:\n\n(content\/articles\/b\.md:.*)+The rest:\n\ncontent\/articles\/a\.md:[^:]*:\d+ warn .*\n1 warning; 2 things still to do in drafts\n$/s,
    );
  });

  it.each([
    ['an error', BAD, [], 1, '1 error\n'],
    ['a warning', WARNED, [], 0, '1 warning\n'],
    ['a warning, strictly', WARNED, ['--strict'], 1, '1 warning\n'],
  ])('says of %s what it is, on standard error', async (_what, files, args, status, count) => {
    const ended = await broadsheetInResident(aNewsroomOnDisk(files), 'check', ...args);

    expect([ended.status, ended.stdout]).toEqual([status, '']);
    expect(ended.stderr.endsWith(count)).toBe(true);
  });

  it('says of good content what it is, on standard output', async () => {
    const { status, stdout, stderr } = await broadsheetInResident(aNewsroomOnDisk(GOOD), 'check');

    expect([status, stdout, stderr]).toEqual([0, 'no errors\n', '']);
  });

  it('leaves no trace, neither where it is called nor among temporary files', () => {
    const folder = aNewsroomOnDisk(WARNED);
    const temporary = aNewsroomOnDisk({});
    const before = stateOf(folder);
    const { TMPDIR } = process.env;
    process.env['TMPDIR'] = temporary;
    try {
      expect(broadsheet(folder, 'check').status).toBe(0);
      expect(broadsheet(folder, 'check', '--strict').status).toBe(1);
    } finally {
      if (TMPDIR === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = TMPDIR;
    }

    expect(stateOf(folder)).toEqual(before);
    expect([readdirSync(folder), readdirSync(temporary)]).toEqual([['content'], ['content']]);
  });

  it('gives machines one document, and people nothing', async () => {
    const { status, stdout, stderr } = await broadsheetInResident(aNewsroomOnDisk(BAD), 'check', '--json');

    expect([status, stderr]).toEqual([1, '']);
    expect(documentOf(stdout).diagnostics).toMatchObject([
      { code: 'value-choice', path: 'content/articles/a.md', line: 5 },
    ]);
  });
});

describe('build', () => {
  const folder = aNewsroomOnDisk({ ...GOOD, 'content/articles/held.md': aStory({ date: '2027-01-01' }) });
  const build = (...args: readonly string[]) => broadsheet(folder, 'build', ...NOW, ...args);
  const story = join(folder, 'content/articles/a.md');
  const output = join(folder, '_site');

  it('makes the site, then leaves alone what is the same, and the site as it was where there is an error', () => {
    const first = build('--json');
    const again = build('--json');
    const before = stateOf(output);
    writeFileSync(story, aStory({ label: 'gossip' }));
    const failed = build('--json');
    const failedForPeople = build();

    expect([first, again, failed].map(({ status, stderr }) => [status, stderr])).toEqual([
      [0, ''],
      [0, ''],
      [1, ''],
    ]);
    expect(documentOf(first.stdout).changed).toContain('/2026/11/23/a/');
    expect(documentOf(first.stdout).heldBack).toHaveLength(1);
    expect(documentOf(again.stdout).changed).toEqual([]);
    expect(documentOf(failed.stdout)).toMatchObject({ diagnostics: [{ code: 'value-choice' }], changed: [] });
    expect([failedForPeople.status, failedForPeople.stdout]).toEqual([1, '']);
    expect(stateOf(output)).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(['.cache', '_site', 'content']);
  });

  it('says which browsers are supported, to machines and on a page', async () => {
    const site = 'title: A\nurl: https://a.example/\nbaseline: baseline 2021\n';
    const folder = aNewsroomOnDisk({ ...GOOD, 'content/site.yaml': site });
    const { stdout } = await broadsheetInResident(folder, 'build', ...NOW, '--cache', 'kept', '--json');
    const { baseline } = documentOf(stdout);
    const page = readFileSync(join(folder, 'kept/report/browsers.md'), 'utf8');
    const scripts = readFileSync(join(folder, '_site/index.html'), 'utf8').matchAll(/<script>([^<]*)<\/script>/g);
    const [gate = '', ...others] = [...scripts].map(([, script = '']) => script);

    expect(baseline).toMatchObject({ query: 'baseline 2021', condition: expect.stringContaining('aspect-ratio') });
    expect(gate).toContain(baseline?.condition);
    const hashes = [gate, ...others].map((script) => `sha256-${createHash('sha256').update(script).digest('base64')}`);
    expect(baseline).toMatchObject({ gateHash: hashes[0], inlineHashes: hashes });
    expect(page).toContain(`script-src 'self' ${hashes.map((hash) => `'${hash}'`).join(' ')}`);
    expect(page).toMatch(/^\| Chrome \| 96 \| 89 \| 89 up to 96 \|$/m);
  });

  const UNFINISHED = {
    ...GOOD,
    'content/articles/broken.md':
      '---\nheadline: "Broken\ncontributors: Jane Doe\ndate: 2026-11-23\ndraft: true\n---\nText.\n',
    'content/articles/nobody.md': aStory({ draft: true, contributors: 'nobody' }),
    'content/articles/fine.md': aStory({ draft: true }),
  };

  it('goes on without drafts that have errors, also where drafts are wanted; strictly it does not', async () => {
    const own = aNewsroomOnDisk(UNFINISHED);
    const run = (...args: readonly string[]) => broadsheetInResident(own, 'build', ...NOW, '--json', ...args);
    const [without, withDrafts] = [await run(), await run('--drafts')];
    const before = stateOf(join(own, '_site'));
    const [strict, strictAgain] = [await run('--drafts', '--strict'), await run('--drafts', '--strict')];

    expect([without, withDrafts, strict, strictAgain].map(({ status }) => status)).toEqual([0, 0, 1, 1]);
    for (const { stdout } of [without, withDrafts, strict]) {
      const { diagnostics, toDo } = documentOf(stdout);
      expect(diagnostics).toEqual([]);
      expect(toDo.map(({ path, code }) => [path, code])).toEqual([
        ['content/articles/broken.md', 'yaml-broken'],
        ['content/articles/nobody.md', 'contributor-unknown'],
      ]);
    }
    expect(documentOf(withDrafts.stdout)).toMatchObject({
      changed: expect.arrayContaining(['/2026/11/23/fine/']),
      heldBack: [
        { path: 'content/articles/nobody.md', reason: 'errors' },
        { path: 'content/articles/broken.md', reason: 'errors' },
      ],
    });
    expect(stateOf(join(own, '_site'))).toEqual(before);
  });

  it('is stopped by a warning only strictly, also where nothing has changed since the last one', async () => {
    const ended = await broadsheetForEach(
      aNewsroomOnDisk(WARNED),
      [[], ['--strict'], [], [], ['--strict']].map((args) => ['build', ...NOW, ...args]),
    );

    expect(ended.map(({ status }) => status)).toEqual([0, 1, 0, 0, 1]);
    expect(ended.at(-1)?.stderr).toContain('1 warning; nothing was written.');
  });

  it('does not touch a folder that is not its own', async () => {
    const other = aNewsroomOnDisk({ ...GOOD, 'home/thesis.txt': 'x' });
    const { status } = await broadsheetInResident(other, 'build', '--output', 'home');

    expect([status, readdirSync(join(other, 'home'))]).toEqual([2, ['thesis.txt']]);
  });
});

describe('what an editor may write', () => {
  it.each([
    ['an old address that is a page’s file', aStory({ aliases: ['/index.html'] })],
    ['an old address below a file', aStory({ aliases: ['/feed.xml/old/'] })],
    ['a slug that is longer than the name of a file', aStory({ slug: 'a'.repeat(300) })],
    ['a topic that is longer than the name of a file', aStory({ topics: ['Bridges '.repeat(60)] })],
    ['a link by number', aStory({}, '[a][1]\n\n[1]: https://example.com/\n')],
  ])('is never a fault of the program: %s', async (_what, text) => {
    const folder = aNewsroomOnDisk({ 'content/articles/a.md': text });
    const { status, stderr } = await broadsheetInResident(folder, 'build', ...NOW);

    expect(stderr).not.toMatch(/fault of its own/);
    expect([0, 1]).toContain(status);
  });
});

/** Every file with its bytes and its time. */
function stateOf(folder: string): readonly unknown[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return paths
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => [path, readFileSync(path, 'base64'), statSync(path).mtimeMs]);
}

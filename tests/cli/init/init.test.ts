import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readYaml } from '../../../src/parse/yaml.ts';
import { LANGUAGES } from '../../../src/words/languages.ts';
import { PROJECT } from '../../architecture/source-tree.ts';
import { temporaryFolder, textsIn } from '../../build/temporary-folder.ts';
import { broadsheet, broadsheetForEach, broadsheetInResident } from '../run.ts';

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

interface Manifest {
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifestIn = (...path: readonly string[]): Manifest => JSON.parse(read(...path, 'package.json')) as Manifest;

const siteIn = (folder: string): unknown => {
  const yaml = readYaml(read(folder, 'content/site.yaml'), 1);
  return yaml.kind === 'read' ? yaml.values : yaml.problem;
};

describe('init', () => {
  it('makes all that a newsroom has of its own, and says what is next', async () => {
    const folder = temporaryFolder();
    const { status, stdout, stderr } = await broadsheetInResident(
      folder,
      ...['init', 'my-paper', '--title', 'The Tide', '--url', 'https://tide.example/', '--language', 'en-GB'],
      ...['--time-zone', 'Europe/London', '--sections', 'news, Letters to the editor'],
    );

    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe('The Tide is in my-paper: 15 files.\nNext:\n  cd my-paper\n  npm install\n  npm start\n');
    const files = Object.keys(textsIn(join(folder, 'my-paper'))).map((path) => path.replace(/\/\d{4}\/\d\d\//, '/…/'));
    expect(files).toEqual([
      ...['.eleventy.ts', '.gitattributes', '.github/workflows/check.yml', '.github/workflows/publish.yml'],
      ...['.gitignore', '.vscode/broadsheet.code-snippets', '.vscode/extensions.json', '.vscode/settings.json'],
      ...['content/addresses.txt', 'content/articles/…/a-first-story.md', 'content/contributors/your-name.md'],
      'content/pages/about.md',
      ...['content/site.yaml', 'package.json', 'tsconfig.json'],
    ]);
    expect(siteIn(join(folder, 'my-paper'))).toEqual({
      title: 'The Tide',
      url: 'https://tide.example/',
      language: 'en-GB',
      timeZone: 'Europe/London',
      sections: [
        { id: 'news', title: 'News' },
        { id: 'letters-to-the-editor', title: 'Letters to the editor' },
      ],
      publisher: { contact: '/about/' },
      pictures: { cards: true },
      pages: 'text',
    });
  });

  it('says what GitHub does not run where it lies in a repository, and nothing where it is one', async () => {
    const folder = temporaryFolder({ 'ours/.git/HEAD': '', 'tree/.git': 'gitdir: elsewhere\n', 'own/.git/HEAD': '' });
    const url = ['--yes', '--url', 'https://tide.example/'];
    const told: readonly string[] = (
      await broadsheetForEach(
        folder,
        ['ours/sites/tide', 'tree/tide', 'own', 'new/tide'].map((name) => ['init', name, ...url]),
      )
    ).map(({ stderr }) => stderr);

    expect(told.slice(0, 2)).toEqual(
      [0, 1].map(() => expect.stringContaining('those in the root: see “In a folder of')),
    );
    expect(told.slice(2)).toEqual(['', '']);
    expect(read(PROJECT, 'docs/publishing.md')).toContain('\n### In a folder of a repository\n');
  });

  it('names the versions that run, and the commands of Broadsheet', async () => {
    const folder = temporaryFolder();
    await broadsheetInResident(folder, 'init', 'my-paper', '--yes');
    const ours = JSON.parse(read(PROJECT, 'package.json')) as Manifest & { readonly version: string };

    expect(manifestIn(folder, 'my-paper')).toEqual({
      name: 'my-paper',
      private: true,
      type: 'module',
      engines: { node: expect.stringContaining('20') },
      scripts: {
        build: 'broadsheet build',
        start: 'broadsheet serve',
        check: 'broadsheet check',
        new: 'broadsheet new',
      },
      dependencies: { broadsheet: `^${ours.version}` },
      devDependencies: { typescript: ours.devDependencies['typescript'] },
      allowScripts: { esbuild: false },
    });
  });

  it('dates the first story by the clock of the zone', async () => {
    const folder = temporaryFolder();
    await broadsheetInResident(folder, 'init', 'far', '--yes', '--time-zone', 'Pacific/Kiritimati');
    const [story = ''] = Object.entries(textsIn(join(folder, 'far'))).flatMap(([path, text]) =>
      path.endsWith('a-first-story.md') ? [text] : [],
    );
    const { date } = parse(story.split('---\n')[1] ?? '') as { readonly date: string };

    // Its clocks are 14 hours before UTC, all year round.
    const behind = Date.now() - Date.parse(`${date.replace(' ', 'T')}:00+14:00`);
    expect(behind).toBeGreaterThanOrEqual(0);
    expect(behind).toBeLessThan(600_000);
  });

  it('makes what passes a strict check, in each language', async () => {
    const folder = temporaryFolder();
    const languages = [...Object.keys(LANGUAGES), 'en-GB', 'es-MX', 'zh-TW'];
    const ended = [];
    for (const language of languages) {
      ended.push(await broadsheetInResident(folder, 'init', language, '--yes', '--language', language));
      ended.push(await broadsheetInResident(folder, 'check', '--strict', '--content', `${language}/content`));
    }

    expect(ended.filter(({ status }) => status !== 0)).toEqual([]);
    expect(languages.length).toBeGreaterThan(12);
  });

  const titles = [
    'Mayor: "It\'s over" & more',
    "'Quoted'",
    '#1 paper',
    '- [x] {now} | > ? : , % @ ` !',
    '🎉 Party 🎉',
    '新闻 2026：“北京”',
    'صحيفة الميناء',
    'null',
    '2026-11-23',
    '12:30',
    'yes',
    '~',
    '---',
    'Zeile \\ mit \\n Schrägstrich',
    'node_modules',
    'x'.repeat(300),
  ];
  it('takes titles that YAML or npm would take for something else', async () => {
    const folder = temporaryFolder();
    const ended = [];
    for (const [index, title] of titles.entries()) {
      const own = `${index}`;
      ended.push(await broadsheetInResident(folder, 'init', own, '--yes', `--title=${title}`));
      ended.push(await broadsheetInResident(folder, 'check', '--strict', '--content', `${own}/content`));
    }

    expect(ended.filter(({ status }) => status !== 0)).toEqual([]);
    expect(titles.map((_, index) => siteIn(join(folder, `${index}`)))).toMatchObject(
      titles.map((title) => ({ title })),
    );
  });

  it.each([
    ['--title', '', 'Unexpected empty `title`'],
    ['--title', ' \n ', 'Unexpected empty `title`'],
    ['--title', 'a\u0007b', 'control character'],
    ['--title', 'x'.repeat(301), '300'],
    ['--url', 'example.com', 'Unexpected address `example.com`'],
    ['--language', 'english', 'write `en`'],
    ['--time-zone', 'Europe/Lodnon', 'did you mean `Europe/London`?'],
    ['--sections', '新聞', 'write an id of such letters before the title'],
    ['--sections', 'news,News', 'leave one of the two out'],
    ['--sections', 'archive', 'give the section another id'],
    ['--sections', 'about', 'give the section another id'],
    ['--from', './no-such.tgz', 'expected a file or a folder that is there'],
    ['--from', ' ', 'expected a file or a folder that is there'],
  ])('refuses %s %j, says what to do, and makes nothing', async (option, value, told) => {
    const folder = temporaryFolder();
    const { status, stdout, stderr } = await broadsheetInResident(folder, 'init', 'paper', '--yes', option, value);

    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
    expect(existsSync(join(folder, 'paper'))).toBe(false);
  });

  it('asks for a folder, and for one only', async () => {
    const folder = temporaryFolder();
    const ended = await broadsheetForEach(folder, [
      ['init', '--yes'],
      ['init', 'a', 'b', '--yes'],
    ]);

    expect(ended.map(({ status }) => status)).toEqual([2, 2]);
    expect(textsIn(folder)).toEqual({});
  });

  it('takes a language without words of its own, and says what that means', async () => {
    const folder = temporaryFolder();
    const { status, stderr } = await broadsheetInResident(folder, 'init', 'paper', '--yes', '--language', 'cy');

    expect(status).toBe(0);
    expect(stderr).toContain('Unexpected language `cy`, expected one that Broadsheet has phrases in');
    expect(stderr).toContain('are in English');
  });

  it('says which options are missing where nobody can be asked, and what would be taken', () => {
    const folder = temporaryFolder();
    const { status, stderr } = broadsheet(folder, 'init', 'evening-post', '--url', 'https://post.example/');

    expect(status).toBe(2);
    expect(stderr).toContain('expected --title, --language, --time-zone, --sections, for nobody can be asked here');
    expect(stderr).toContain('--yes takes `Evening post`');
  });

  it('leaves files alone that are there, links too, and names them', async () => {
    const folder = temporaryFolder({
      'paper/package.json': '{}',
      'paper/.gitignore': 'mine',
      'paper/README.md': 'mine',
    });
    symlinkSync('nowhere', join(folder, 'paper/tsconfig.json'));
    const { status, stdout, stderr } = await broadsheetInResident(folder, 'init', 'paper', '--yes');

    expect(status).toBe(0);
    expect(stderr).toContain(
      'Left as they were, for they were there before: package.json, tsconfig.json, .gitignore\n',
    );
    expect(stderr).toContain('add node_modules/, _site/, ._site* and .cache/ to .gitignore');
    expect(stdout).toMatch(/npm install 'broadsheet@\^[\d.]+' typescript@[\d.]+\n {2}npx broadsheet serve\n/);
    expect(['package.json', '.gitignore', 'README.md'].map((name) => read(folder, 'paper', name))).toEqual([
      '{}',
      'mine',
      'mine',
    ]);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  it('writes nothing where there is content, or a file in the place of the folder', async () => {
    const folder = temporaryFolder({ 'paper/content/site.yaml': 'mine', file: 'mine' });
    const before = textsIn(folder);
    mkdirSync(join(folder, 'linked'));
    symlinkSync('nowhere', join(folder, 'linked/content'));
    const ended = await broadsheetForEach(
      folder,
      ['paper', 'file', 'linked'].map((name) => ['init', name, '--yes']),
    );

    expect(ended.map(({ status }) => status)).toEqual([2, 2, 2]);
    expect(ended.map(({ stderr }) => stderr.split(',')[0])).toEqual([
      'Unexpected `content` in `paper`',
      'Unexpected file `file`',
      'Unexpected `content` in `linked`',
    ]);
    rmSync(join(folder, 'linked'), { recursive: true });
    expect(textsIn(folder)).toEqual(before);
  });

  it('makes a newsroom of the folder in which it is called', async () => {
    const folder = temporaryFolder();
    const { status, stdout } = await broadsheetInResident(folder, 'init', '.', '--yes');

    expect([status, stdout.includes('cd ')]).toEqual([0, false]);
    expect(existsSync(join(folder, 'content/site.yaml'))).toBe(true);
  });

  it('writes the way into a folder as a shell reads it', async () => {
    const folder = temporaryFolder();
    const { stdout } = await broadsheetInResident(folder, 'init', "the editor's paper", '--yes');

    expect(stdout).toContain("  cd 'the editor'\\''s paper'\n");
    expect(manifestIn(folder, "the editor's paper").name).toBe('the-editors-paper');
  });

  it.each([
    ['My Paper', 'Title', 'my-paper'],
    ['.hidden_Paper', 'Title', 'hidden-paper'],
    ['新聞', 'The Tide', 'the-tide'],
    ['新聞', '東京', 'newsroom'],
    ['broadsheet', 'Title', 'broadsheet-newsroom'],
    ['http', 'Title', 'http-newsroom'],
    ['node_modules', 'Title', 'node-modules-newsroom'],
  ])('gives the package of a folder %s a name that npm takes', async (name, title, expected) => {
    const folder = temporaryFolder();
    await broadsheetInResident(folder, 'init', name, '--yes', '--title', title);

    expect(manifestIn(folder, name).name).toBe(expected);
  });
});

describe('where a newsroom gets Broadsheet from', () => {
  const folder = temporaryFolder({ 'a b/broadsheet#1.tgz': '', 'clone/package.json': '{}' });
  const cases: readonly (readonly [string, string])[] = [
    ['a b/broadsheet#1.tgz', 'file:../a b/broadsheet#1.tgz'],
    ['file:a b/broadsheet#1.tgz', 'file:../a b/broadsheet#1.tgz'],
    ['./clone', 'file:../clone'],
    [join(folder, 'clone'), 'file:../clone'],
    ['^0.2.0', '^0.2.0'],
    ['broadsheet@0.2.0', '0.2.0'],
    ['latest', 'latest'],
    ['github:someone/broadsheet', 'github:someone/broadsheet'],
    ['https://example.com/broadsheet-0.1.0.tgz', 'https://example.com/broadsheet-0.1.0.tgz'],
  ];

  it.each(cases)('is written as npm takes it: %s', async (from, expected) => {
    const name = `paper-${cases.findIndex(([one]) => one === from)}`;
    const { status, stderr } = await broadsheetInResident(folder, 'init', name, '--yes', '--from', from);

    expect([status, manifestIn(folder, name).dependencies]).toEqual([0, { broadsheet: expected }]);
    expect(stderr.includes('Other machines do not have')).toBe(expected.startsWith('file:../'));
  });

  it('may be a file of its own folder, which other machines have too', async () => {
    const own = temporaryFolder({ 'paper/broadsheet.tgz': '' });
    const { stderr } = await broadsheetInResident(own, 'init', 'paper', '--yes', '--from', 'paper/broadsheet.tgz');

    expect(manifestIn(own, 'paper').dependencies).toEqual({ broadsheet: 'file:./broadsheet.tgz' });
    expect(stderr).not.toContain('Other machines');
  });
});

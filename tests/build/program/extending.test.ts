import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../../src/disk/files.ts';
import { PROGRAM } from '../../../src/disk/project.ts';
import { atNight } from '../../at-night.ts';
import { type BuildDocument, textsOf } from '../../cli/built.ts';
import { broadsheet, broadsheetInResident, type Ended } from '../../cli/run.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { type Files, temporaryFolder, writeTo } from '../temporary-folder.ts';

const DOCUMENT = readFileSync(join(PROGRAM, 'docs/extending.md'), 'utf8');
const NOW = ['--now', '2026-11-23 12:00'];

/** The files that `docs/extending.md` shows, by their paths: each stands below its path on a line of its own. */
const EXAMPLES = Object.fromEntries(
  [...DOCUMENT.matchAll(/^`([\w./-]+)`:\n\n```\w+\n([\s\S]*?)^```$/gm)].map(([, path = '', text = '']) => [path, text]),
);

/** What an editor is to write, what a rule says of a story, and how grave it can be made. */
const [WRITTEN = '', REPORT = '', STANDARDS = ''] = ['```md', 'which says\n\n```', '```yaml'].map(
  (opening) => DOCUMENT.split(`\n${opening}\n`)[1]?.split('```')[0],
);
const SITE = 'title: The Harbour Ledger\nurl: https://ledger.example/\ntimeZone: Europe/London\n';

const FLOOD = `---
headline: The wall will be raised
contributors: Jane Doe
date: 2026-11-20 07:30
---

The council told us in exclusive talks that the wall will be raised.

${WRITTEN}
The work begins in May.
`;

/** A newsroom in a folder with a name that is not easy. */
const newsroom = join(temporaryFolder(), 'my paper (1), 100% #2?');

const write = (files: Files): void => writeTo(newsroom, files);
const build = (...args: readonly string[]): Promise<Ended> => broadsheetInResident(newsroom, 'build', ...NOW, ...args);
const page = (path: string): string => readFileSync(join(newsroom, '_site', path), 'utf8');
const STORY = '2026/11/20/flood/index.html';

function edit(path: string, words: string, others: string): void {
  const text = readFileSync(join(newsroom, path), 'utf8');
  expect(text).toContain(words);
  writeFileSync(join(newsroom, path), text.replace(words, others));
}

beforeAll(() => {
  write({
    'package.json': '{ "type": "module" }\n',
    'content/site.yaml': SITE,
    'content/articles/flood.md': FLOOD,
    'content/articles/other.md': aStory({ slug: 'other' }, 'See [the wall](flood.md).\n'),
    ...EXAMPLES,
  });
  // As it is where a newsroom has installed Broadsheet.
  mkdirSync(join(newsroom, 'node_modules'));
  symlinkSync(join(PROGRAM, 'node_modules/preact'), join(newsroom, 'node_modules/preact'));
});

/** Each test goes on with what the one before it has left. */
describe('the examples of docs/extending.md', () => {
  it('are these', async () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual([
      '.eleventy.ts',
      'content/pages/tides.njk',
      'layouts/directives/harbour-letter.tsx',
      'layouts/parts/head-end.tsx',
      'layouts/styles/theme.css',
      'rules/no-exclusive.ts',
    ]);
  });

  it('are right by the types of broadsheet/layouts', async () => {
    expect(compilerOn(newsroom)).toBe('');
    const wrong = {
      'layouts/directives/harbour-letter.tsx': ['action={SIGN_UP}', 'action={values.lists}', 'lists'],
      'rules/no-exclusive.ts': ['headline.text', 'headline.txt', 'txt'],
    };
    for (const [path, [words = '', others = '']] of Object.entries(wrong)) edit(path, words, others);
    const said = compilerOn(newsroom);
    for (const [path, [words = '', others = '', told = '']] of Object.entries(wrong)) {
      expect(said).toMatch(new RegExp(`^${path}\\(\\d+,\\d+\\): error TS\\d+: .*${told}`, 'm'));
      edit(path, others, words);
    }
  });

  it('build, and the rule says what the page says that it does', async () => {
    const { status, stderr } = await build();

    expect(status).toBe(0);
    expect(stderr.trim()).toBe(REPORT.trim());
  });

  it('print a form on the page, which no machine reads', async () => {
    expect(page(STORY)).toMatch(
      /<aside class="harbour-letter" data-page-only><form method="post" action="https:\/\/letters\.example\.com\/sign-up">/,
    );
    expect(page(STORY)).toContain('<strong>The harbour in your inbox</strong>');
    expect(page(STORY)).toContain('<input type="hidden" name="list" value="daily">');
    const paths = filesIn(join(newsroom, '_site'));
    const others = paths.filter((path) => path !== STORY && !path.endsWith('.css'));
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter((path) => /harbour-letter|in your inbox|sign-up/.test(page(path)))).toEqual([]);
    expect(page('feed.xml')).toContain('The work begins in May.');
    const styles = paths.filter((path) => path.endsWith('.css')).map(page);
    expect(styles.join('')).toContain('.harbour-letter');
  });

  it('have the snippet at the end of each head, and nowhere else', async () => {
    const snippet =
      '<script defer src="https://stats.example.com/count.js" data-site="harbour-ledger"></script></head>';
    const paths = filesIn(join(newsroom, '_site'));
    const having = paths.filter((path) => page(path).includes('stats.example.com'));

    expect(having).toContain(STORY);
    expect(having).toContain('404.html');
    expect(having.filter((path) => page(path).split(snippet).length !== 2)).toEqual([]);
    const pages = paths.filter((path) => page(path).includes('<main id="content"'));
    expect([...having].sort()).toEqual([...pages].sort());
  });

  it('have a page whose times the filter has printed', () => {
    expect(page('tides/index.html')).toContain('<li>6.10</li><li>18.42</li>');
  });

  it('make nothing anew while nothing changes', async () => {
    expect(JSON.parse((await build('--json')).stdout)).toMatchObject({ changed: [] });
  });
});

describe('a newsroom that extends Broadsheet', () => {
  // Without the filter of its settings, which are others here, it would be what is told of.
  beforeAll(() => rmSync(join(newsroom, 'content/pages/tides.njk')));

  it.each<[string, string, string, string, number]>([
    ['a directive', 'layouts/directives/harbour-letter.tsx', 'class="harbour-letter"', 'class="harbour-letter new"', 1],
    ...atNight<[string, string, string, string, number]>(
      ['what a directive takes', 'layouts/directives/harbour-letter.tsx', "'weekly'", "'weekly', 'monthly'", 0],
      ['a snippet', 'layouts/parts/head-end.tsx', 'harbour-ledger', 'ledger', 10],
    ),
    ['a rule', 'rules/no-exclusive.ts', 'exclusive(?:ly|s)?', 'council', 0],
  ])('is built after a change of %s as it is from nothing', async (_what, path, words, others, least) => {
    edit(path, words, others);
    const warm = await build('--json');
    const cold = await build('--json', '--output', '../cold', '--cache', '../cold-cache');
    const [after, before] = [documentOf(warm), documentOf(cold)];

    expect(warm.status).toBe(0);
    expect(after.diagnostics).toEqual(before.diagnostics);
    expect(textsOf(join(newsroom, '_site'))).toEqual(textsOf(join(newsroom, '../cold')));
    expect(after.changed.length).toBeGreaterThanOrEqual(least);
    rmSync(join(newsroom, '../cold'), { recursive: true });
    rmSync(join(newsroom, '../cold-cache'), { recursive: true });
  });

  it('sets how grave a rule is, and has its findings shown by themselves', async () => {
    write({ 'content/site.yaml': SITE + STANDARDS });
    const shown = await broadsheetInResident(newsroom, 'check', ...NOW, '--only', 'no-exclusive', '--json');
    const unknown = await broadsheetInResident(newsroom, 'check', ...NOW, '--only', 'no-exlusive');

    expect(shown.status).toBe(1);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      diagnostics: [{ code: 'no-exclusive', severity: 'error', path: 'content/articles/flood.md', line: 7, column: 5 }],
    });
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('did you mean `no-exclusive`?');
    write({ 'content/site.yaml': `${SITE}standards:\n  no-exlusive: error\n` });
    expect((await build()).stderr).toMatch(
      /content\/site\.yaml:5:3 error .*\n.*\n.*\n {2}hint: did you mean `no-exclusive`\?\n {2}standard-unknown/,
    );
    write({ 'content/site.yaml': SITE });
  });

  it('is told where its rule throws, in each thread, and is published all the same', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`content/articles/s${index}.md`, aStory({ slug: `s${index}` })]),
    );
    write({ ...many, 'rules/no-dek.ts': 'export default ({ dek }) => {\n  return dek.text === "" ? [] : [];\n};\n' });
    const { status, stderr } = await build('--jobs', '2');

    expect(status).toBe(0);
    expect(stderr).toMatch(
      /warn Unexpected fault in `rules\/no-dek\.ts`, expected findings: TypeError: .*\n {2}rules\/no-dek\.ts:2:\d+ thrown here\n {2}and 401 more/,
    );
    expect(stderr).not.toContain(' at ');
    for (const path of Object.keys(many)) rmSync(join(newsroom, path));
  });

  it.each<[string, string, RegExp]>([
    [
      'rules/no-dek.ts',
      '\nthrow new Error("at once");\n',
      /^rules\/no-dek\.ts:2:7 Unexpected fault .*: Error: at once\n/,
    ],
    [
      'layouts/directives/story.tsx',
      'export const attributes = {};\nexport default () => null;\n',
      /^layouts\/directives\/story\.tsx Unexpected name `story`/,
    ],
  ])('is told that %s is none that can be used, and its site stays: %j', async (path, text, said) => {
    rmSync(join(newsroom, 'rules/no-dek.ts'), { force: true });
    write({ [path]: text });
    const before = textsOf(join(newsroom, '_site'));
    const { status, stderr } = await build();
    rmSync(join(newsroom, path));

    expect(stderr).toMatch(said);
    expect(stderr).toContain('\n  hint: ');
    expect(stderr).not.toContain('\n    at ');
    expect(status).toBe(1);
    expect(textsOf(join(newsroom, '_site'))).toEqual(before);
  });

  it('is told where a component throws, and in which story', async () => {
    edit('layouts/directives/harbour-letter.tsx', 'return (', 'if (list) throw new Error(list);\n  return (');
    const { status, stderr } = await build();
    edit('layouts/directives/harbour-letter.tsx', 'if (list) throw new Error(list);\n  return (', 'return (');

    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^layouts\/directives\/harbour-letter\.tsx:\d+:\d+ Error at content\/articles\/flood\.md:9: daily\n {2}\d+ \| .*throw new Error/m,
    );
    expect(stderr).not.toContain('\n    at ');
  });

  it.each<[string, string, RegExp]>([
    [
      'throws when it is called',
      "import theirs from 'broadsheet';\nexport default (config) => {\n  config.addFiltr('x', String);\n  return theirs(config);\n};\n",
      /^\.eleventy\.ts:3:\d+ TypeError: .*addFiltr is not a function\n {2}3 \| /m,
    ],
    [
      'has a transform that hands over nothing',
      "import theirs from 'broadsheet';\nexport default (config) => {\n  config.addTransform('none', () => undefined);\n  return theirs(config);\n};\n",
      /^\.eleventy\.ts Unexpected end of the page \/\S*, expected a file of it\n {2}hint: see whether a transform/m,
    ],
    [
      'hands over nothing',
      "import theirs from 'broadsheet';\nexport default (config) => {\n  theirs(config);\n};\n",
      /^\.eleventy\.ts Unexpected configuration that hands over other settings than that of Broadsheet.*\n {2}hint: write `return broadsheet\(config\);`/m,
    ],
    [
      'does not call that of Broadsheet',
      "export default (config) => {\n  config.addFilter('x', String);\n};\n",
      /^\.eleventy\.ts Unexpected configuration without that of Broadsheet, .*\n {2}hint: write `export \{ default \}/m,
    ],
    ...atNight<[string, string, RegExp]>([
      'throws when it is loaded',
      "export { default } from 'broadsheet';\nnull.x;\n",
      /^\.eleventy\.ts:2:\d+ TypeError: .*\n {2}null\.x;\n {2}hint: /m,
    ]),
  ])('is told where .eleventy.ts %s, whatever programs its own pages have', async (_when, text, said) => {
    const before = readFileSync(join(newsroom, '.eleventy.ts'), 'utf8');
    write({ '.eleventy.ts': text, 'content/pages/feed.11ty.js': 'export default () => "";\n' });
    const { status, stderr } = await build();
    write({ '.eleventy.ts': before });
    rmSync(join(newsroom, 'content/pages/feed.11ty.js'));

    expect(stderr).toMatch(said);
    expect(stderr).not.toContain('\n    at ');
    expect(stderr).not.toContain('feed.11ty.js');
    expect(status).toBe(1);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'a layout that throws for a page of its own',
      'layouts/page.tsx',
      'export default ({ nothing }) => <p>{nothing.at}</p>;\n',
      /^layouts\/page\.tsx:1:\d+ TypeError at the page \/\S+ \(layout `page`\)/m,
    ],
    [
      'a layout that ends the process',
      'layouts/page.tsx',
      'export default () => process.exit(0);\n',
      /^The command ended before it was done.*\n {2}hint: look in layouts\//m,
    ],
    [
      'a script that is none',
      'layouts/scripts/reader.js',
      'const = 5;\n',
      /^layouts\/scripts\/reader\.js:1:7 This is no script that browsers can run: .*\n {2}1 \| const = 5;\n {2}hint: correct/m,
    ],
    [
      'a component that is async',
      'layouts/page.tsx',
      'const Late = async () => <p>x</p>;\nexport default () => <Late />;\n',
      /^layouts\/ Unexpected `async` component `Late`, expected .*\n {2}hint: take `async` and `await` out/m,
    ],
    ...atNight<[string, string, string, RegExp]>([
      'a style that imports what is not there',
      'layouts/styles/theme.css',
      '@import "nowhere.css";\n',
      /^layouts\/styles\/theme\.css:1:1 The file that is imported here cannot be read: .*\n {2}1 \| @import.*\n {2}hint: write its path/m,
    ]),
  ])('is told of %s, and its site stays', async (_what, path, text, said) => {
    const kept = existsSync(join(newsroom, path)) ? readFileSync(join(newsroom, path), 'utf8') : undefined;
    const before = textsOf(join(newsroom, '_site'));
    write({ [path]: text, 'content/pages/about.md': '---\ntitle: About us\n---\nWe.\n' });
    // Its process ends with it.
    const isAlone = text.includes('process.exit');
    const { status, stderr } = isAlone ? broadsheet(newsroom, 'build', ...NOW) : await build();
    rmSync(join(newsroom, 'content/pages/about.md'));
    if (kept === undefined) rmSync(join(newsroom, path));
    else write({ [path]: kept });

    expect(stderr).toMatch(said);
    expect(stderr).not.toContain('\n    at ');
    expect(status).not.toBe(0);
    expect(textsOf(join(newsroom, '_site'))).toEqual(before);
  });

  it('is told which file lacks what takes its place, and not where that was imported', async () => {
    write({ 'layouts/parts/card.tsx': 'export const Crad = null;\n' });
    const { status, stderr } = await build();
    rmSync(join(newsroom, 'layouts/parts/card.tsx'));

    expect(stderr).toMatch(
      /^layouts\/parts\/card\.tsx:1:1 Unexpected end of its exports, expected `Card` too, for `layouts\/parts\/\w+\.tsx`.*\n {2}hint: .*`export \* from 'broadsheet\/layouts\/parts\/card\.tsx';`\n$/,
    );
    expect(status).toBe(1);
  });

  it('has none of its rules and directives from content/', async () => {
    write({
      'content/rules/no-the.ts': 'throw new Error("INTRUDER");\n',
      'content/articles/rules/no-the.ts': 'throw new Error("INTRUDER");\n',
      'content/layouts/directives/owned.tsx': 'throw new Error("INTRUDER");\n',
      'content/articles/owned.md': aStory({ slug: 'owned' }, '::owned\n'),
    });
    const { stderr } = await build();
    for (const path of ['rules', 'articles/rules', 'layouts', 'articles/owned.md'])
      rmSync(join(newsroom, 'content', path), { recursive: true });

    expect(stderr).toContain('Unexpected directive `owned`');
    expect(stderr).not.toContain('INTRUDER');
    expect(stderr).not.toContain('no-the:');
  });

  it('may have a rule and nothing else of its own', async () => {
    const other = temporaryFolder({
      '.eleventy.ts': "export { default } from 'broadsheet';\n",
      'content/site.yaml': SITE,
      'content/articles/flood.md': FLOOD.replace(WRITTEN, ''),
      'rules/no-exclusive.ts': EXAMPLES['rules/no-exclusive.ts'] ?? '',
    });

    expect((await broadsheetInResident(other, 'build', ...NOW)).stderr.trim()).toBe(REPORT.trim());
    rmSync(join(other, 'rules'), { recursive: true });
    expect(await broadsheetInResident(other, 'build', ...NOW)).toMatchObject({ status: 0, stderr: '' });
  });

  it('is built anew after a change of what its files import from elsewhere', async () => {
    const other = temporaryFolder({
      '.eleventy.ts': "export { default } from 'broadsheet';\n",
      'content/site.yaml': SITE,
      'content/articles/flood.md': FLOOD.replace(WRITTEN, ''),
      'lib/words/banned.ts': "export const BANNED = 'Unexpected word exclusive';\n",
      'rules/no-banned.ts':
        "import { BANNED } from '../lib/words/banned.ts';\nexport default () => [{ message: BANNED, hint: 'write another', range: undefined }];\n",
    });

    expect((await broadsheetInResident(other, 'build', ...NOW)).stderr).toContain('Unexpected word exclusive');
    writeTo(other, { 'lib/words/banned.ts': "export const BANNED = 'Unexpected word shocking';\n" });
    expect((await broadsheetInResident(other, 'build', ...NOW)).stderr).toContain('Unexpected word shocking');
    expect((await broadsheetInResident(other, 'build', ...NOW)).stderr).toContain('Unexpected word shocking');
    rmSync(join(other, 'lib'), { recursive: true });
    expect(await broadsheetInResident(other, 'build', ...NOW)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^rules\/no-banned\.ts:1:\d+ Could not resolve /),
    });
  });
});

function documentOf({ stdout }: Ended): BuildDocument {
  return JSON.parse(stdout) as BuildDocument;
}

/** What the compiler says of a newsroom's own files, with the settings that newsrooms have. */
function compilerOn(folder: string): string {
  const source = join(PROGRAM, 'src/build/package');
  const settings = {
    extends: join(source, 'tsconfig.newsroom.json'),
    compilerOptions: {
      rootDirs: ['./layouts', join(PROGRAM, 'layouts')],
      paths: {
        'broadsheet/layouts': [join(source, 'layouts.ts')],
      },
      types: [],
    },
    include: ['layouts', 'rules'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  const compiler = join(PROGRAM, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { cwd: folder, encoding: 'utf8' });
  rmSync(join(folder, 'tsconfig.json'));
  // Broadsheet is checked by stricter settings of its own.
  const lines = stdout.split('\n').filter((line) => /^(?:layouts|rules)\//.test(line));
  return lines.join('\n');
}

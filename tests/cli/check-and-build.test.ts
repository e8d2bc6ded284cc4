import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { each } from '../at-night.ts';
import { NOW } from './built.ts';
import { RULE_CODES } from '../../src/newsroom/copy-desk/copy-desk.ts';
import { aFile, aStory } from '../newsroom/manuscript.ts';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from './run.ts';

const FIXTURES = fileURLToPath(new URL('../diagnostics/fixtures/', import.meta.url));

const SITE = 'title: The Harbour Ledger\nurl: https://ledger.example/\ntimeZone: Europe/London\n';

const copies = mkdtempSync(join(tmpdir(), 'broadsheet-agree-'));
afterAll(() => {
  rmSync(copies, { recursive: true, force: true });
  removeNewsrooms();
});

/** What `check` alone looks at; a build neither says it nor is stopped by it. */
const OF_CHECK: readonly string[] = [
  ...RULE_CODES,
  ...['dictionary-missing', 'words-invalid', 'style-invalid', 'layout-unused'],
];

describe('a check says what a build says', () => {
  it.each(each(4, readdirSync(FIXTURES).sort()))('of the newsroom of %s', async (code) => {
    const folder = await copyOf(code);

    const check = await broadsheetInResident(folder, 'check', '--now', NOW, '--json');
    const build = await broadsheetInResident(folder, 'build', '--now', NOW, '--json');

    if (OF_CHECK.includes(code)) {
      const [ofBuild, ofCheck] = [findingsIn(build.stdout), findingsIn(check.stdout)];
      expect(build.status).toBe(0);
      expect(ofCheck).toEqual(expect.arrayContaining([...ofBuild]));
      expect(ofCheck.length).toBeGreaterThan(ofBuild.length);
    } else {
      expect([build.status, findingsIn(build.stdout)]).toEqual([check.status, findingsIn(check.stdout)]);
      expect(existsSync(join(folder, '_site'))).toBe(check.status === 0);
    }
  });
});

it('is told of stories, too, where a template fails', async () => {
  const folder = aNewsroomOnDisk({
    'content/articles/a.md': aStory({}, 'The pier is TKTK long.\n'),
    'content/pages/broken.njk': aFile({ title: 'Broken', layout: 'page' }, '{% if %}\n'),
  });

  const check = await broadsheetInResident(folder, 'check', '--now', NOW, '--json');
  const build = await broadsheetInResident(folder, 'build', '--now', NOW, '--json');

  expect(findingsIn(build.stdout)).toMatchObject([{ code: 'placeholder-left' }, { code: 'template-failed' }]);
  expect(findingsIn(build.stdout)).toEqual(findingsIn(check.stdout));
});

describe('what is wrong with files that only advise editors', () => {
  it.each([
    ['style.yaml', 'words: [\n', 'yaml-broken'],
    ['style.yaml', 'wrods: []\n', 'key-unknown'],
    ['style.yaml', Buffer.from('words: [{ not: caf\xe9 }]\n', 'latin1'), 'file-encoding'],
    ['words.txt', Buffer.from('caf\xe9\n', 'latin1'), 'file-encoding'],
    ['words.txt', 'hemp*crete\n', 'words-invalid'],
  ] as const)('is a warning, and stops neither a check nor a build: %s with %s', async (name, text, code) => {
    const folder = aNewsroomOnDisk({
      'content/site.yaml': `${SITE}standards: { word-unknown: warn }\n`,
      'content/articles/a.md': aStory({ language: 'ja' }),
    });
    writeFileSync(join(folder, 'content', name), text);

    const check = await broadsheetInResident(folder, 'check', '--now', NOW, '--json');
    const build = await broadsheetInResident(folder, 'build', '--now', NOW, '--json');

    const { diagnostics } = JSON.parse(check.stdout) as Record<string, readonly { path: string }[]>;
    expect([check.status, diagnostics]).toMatchObject([0, [{ path: `content/${name}`, code, severity: 'warn' }]]);
    expect(build.status).toBe(0);
  });
});

describe('what is wrong with a draft stops nothing', () => {
  it.each([
    ['a story', 'content/articles/plan.md', '---\nheadlin: Plan\ndraft: true\n---\nSee [it](gone.md).\n'],
    ['a story that cannot be read', 'content/articles/plan.md', '---\nheadline: "Plan\ndraft: true\n---\nText.\n'],
    ['a page', 'content/pages/plan.md', '---\ntitel: Plan\ndraft: true\n---\nSee [it](gone.md).\n'],
    ['a page that cannot be read', 'content/pages/plan.md', '---\ntitle: "Plan\ndraft: true\n---\nText.\n'],
    ['a template that cannot be read', 'content/pages/plan.njk', '---\ntitle: "Plan\ndraft: true\n---\nText.\n'],
  ])('neither a check nor a build: %s', async (_what, path, text) => {
    const folder = aNewsroomOnDisk({ 'content/articles/a.md': aStory(), [path]: text });

    const check = await broadsheetInResident(folder, 'check', '--now', NOW, '--json');
    const build = await broadsheetInResident(folder, 'build', '--now', NOW, '--json');

    for (const { status, stdout } of [check, build]) {
      const { diagnostics, toDo } = JSON.parse(stdout) as Record<string, readonly { path: string }[]>;
      expect([status, diagnostics]).toEqual([0, []]);
      expect(new Set(toDo?.map((finding) => finding.path))).toEqual(new Set([path]));
    }
    expect((await broadsheetInResident(folder, 'build', '--now', NOW, '--strict')).status).toBe(1);
  });
});

describe('what is wrong with a draft of a page', () => {
  const template = (keys: object, text: string): string => aFile({ title: 'Plan', draft: true, ...keys }, text);

  it.each<readonly [string, string, string]>(
    each(3, [
      ['a Markdown page with a broken link', 'plan.md', template({}, 'See [it](gone.md).\n')],
      ['one without a title', 'plan.md', aFile({ draft: true }, 'Text.\n')],
      ['one whose front matter cannot be read', 'plan.md', '---\ntitle: "Plan\ndraft: true\n---\nText.\n'],
      ['one whose front matter has no end', 'plan.md', '---\ntitle: Plan\ndraft: true\n\nText.\n'],
      ['one with the address of a story', 'plan.md', template({ permalink: '/2026/11/23/a/' }, 'Text.\n')],
      ['one with the address of a published page', 'plan.md', template({ permalink: '/good/' }, 'Text.\n')],
      ['one in a second language', 'es/plan.md', template({}, 'Vea [esto](gone.md).\n')],
      ['a template that throws', 'plan.njk', template({ layout: 'page' }, '{{ nothing() }}\n')],
      ['a template with a mistake in its syntax', 'plan.njk', template({ layout: 'page' }, '{% if %}\n')],
      ['a template in Liquid with one', 'plan.liquid', template({ layout: 'page' }, '{% if %}\n')],
      ['a template whose front matter cannot be read', 'plan.njk', '---\ntitle: "Plan\ndraft: true\n---\nText.\n'],
      ['a template without a title', 'plan.njk', aFile({ draft: true, layout: 'page' }, 'Text.\n')],
      [
        'a template with a name of many signs',
        "pl*an [1] (it's) {a,b}!.njk",
        template({ layout: 'page' }, '{% if %}\n'),
      ],
      ['a computed address that is taken', 'plan.njk', template({ permalink: '/{{ "good" }}/' }, 'Text.\n')],
      ['a computed address that is none', 'plan.njk', template({ permalink: '/{{ "a b" }}/' }, 'Text.\n')],
    ]),
  )('leaves it out with --drafts, and stops nothing: %s', async (_what, name, text) => {
    const path = `content/pages/${name}`;
    const folder = aNewsroomOnDisk({
      'content/site.yaml': `${SITE}languages: [{ language: es }]\n`,
      'content/articles/a.md': aStory({}, 'See [the page](../pages/good.md).\n'),
      'content/pages/good.md': aFile({ title: 'Good' }, 'Published.\n'),
      'content/pages/fine.njk': template({ title: 'Fine', layout: 'page' }, 'Shown with drafts.\n'),
      [path]: text,
    });

    for (const command of ['check', 'build']) {
      const { status, stdout, stderr } = await broadsheetInResident(
        folder,
        command,
        '--now',
        NOW,
        '--json',
        '--drafts',
      );
      expect(stderr).toBe('');
      const { diagnostics, toDo, heldBack } = JSON.parse(stdout) as Record<string, readonly Told[]>;
      expect([status, diagnostics]).toEqual([0, []]);
      expect(heldBack).toMatchObject([{ path, reason: 'errors' }]);
      expect(toDo?.length).toBeGreaterThan(0);
      const about = (toDo ?? []).map((told) => [told.path, ...(told.related ?? []).map((place) => place.path)]);
      for (const paths of about) expect(paths).toContain(path);
    }
    const published = readdirSync(join(folder, '_site'), { recursive: true }).map(String);
    expect(published).toEqual(
      expect.arrayContaining(['good/index.html', 'fine/index.html', '2026/11/23/a/index.html']),
    );
    expect(published.filter((file) => /plan/.test(file))).toEqual([]);
    expect(readFileSync(join(folder, '_site/good/index.html'), 'utf8')).toContain('Published.');
    expect(readFileSync(join(folder, '_site/2026/11/23/a/index.html'), 'utf8')).toContain('See <a');
    expect((await broadsheetInResident(folder, 'build', '--now', NOW, '--strict', '--drafts')).status).toBe(1);
  });

  it('is told of each of several, of which no other page is the worse', async () => {
    const drafts = ['a.njk', 'b.njk', 'c.liquid'];
    const folder = aNewsroomOnDisk({
      'content/pages/good.njk': aFile({ title: 'Good', layout: 'page' }, '{{ collections.all.length }} pages\n'),
      ...Object.fromEntries(drafts.map((name) => [`content/pages/${name}`, template({}, '{% if %}\n')])),
    });

    const first = await broadsheetInResident(folder, 'build', '--now', NOW, '--json', '--drafts');
    const later = await broadsheetInResident(folder, 'build', '--now', NOW, '--json', '--drafts');

    for (const { status, stdout } of [first, later]) {
      const { toDo } = JSON.parse(stdout) as Record<string, readonly Told[]>;
      expect([status, toDo?.map(({ path, code }) => `${path} ${code}`)]).toEqual([
        0,
        drafts.map((name) => `content/pages/${name} template-failed`),
      ]);
    }
    expect(existsSync(join(folder, '_site/good/index.html'))).toBe(true);
    expect(readdirSync(folder).filter((name) => /building/.test(name))).toEqual([]);
  });

  it('is nothing to the page that leads to it, but that the link is left out', async () => {
    const folder = aNewsroomOnDisk({
      'content/pages/good.md': aFile({ title: 'Good' }, 'See [the plan](plan.md) and [it](/plan/).\n'),
      'content/pages/plan.md': template({}, 'See [it](gone.md).\n'),
    });

    const { status, stdout } = await broadsheetInResident(folder, 'build', '--now', NOW, '--json', '--drafts');

    const { diagnostics } = JSON.parse(stdout) as Record<string, readonly Told[]>;
    expect([status, diagnostics?.map(({ path, code }) => `${path} ${code}`)]).toEqual([
      0,
      Array(2).fill('content/pages/good.md link-unpublished'),
    ]);
    expect(readFileSync(join(folder, '_site/good/index.html'), 'utf8')).toContain('See the plan and it.');
  });

  it.each(['a.njk', 'z.njk'])('does not hide what is wrong with a page that is published: %s', async (draft) => {
    const folder = aNewsroomOnDisk({
      'content/pages/good.njk': aFile({ title: 'Good', layout: 'page' }, '{% if %}\n'),
      [`content/pages/${draft}`]: template({ layout: 'page' }, '{% if %}\n'),
    });

    for (const command of ['check', 'build']) {
      const { status, stdout } = await broadsheetInResident(folder, command, '--now', NOW, '--json', '--drafts');
      const { diagnostics } = JSON.parse(stdout) as Record<string, readonly Told[]>;
      expect([status, diagnostics?.map(({ path }) => path)]).toEqual([1, ['content/pages/good.njk']]);
    }
  });

  it('is nothing where the draft is all that the newsroom has', async () => {
    const folder = aNewsroomOnDisk({ 'content/pages/plan.njk': template({ layout: 'page' }, '{% if %}\n') });

    const check = await broadsheetInResident(folder, 'check', '--now', NOW, '--drafts');
    const build = await broadsheetInResident(folder, 'build', '--now', NOW, '--drafts');

    expect([check.status, build.status]).toEqual([0, 0]);
    expect(build.stdout).toContain('Not published: content/pages/plan.njk (it has errors)\n');
    expect(existsSync(join(folder, '_site/index.html'))).toBe(true);
  });
});

/** What is told with `--json`, as far as it is looked at here. */
interface Told {
  readonly path: string;
  readonly code: string;
  readonly related?: readonly { readonly path: string }[];
}

/** A copy of a fixture, in which the state that git cannot keep has been made. */
async function copyOf(code: string): Promise<string> {
  const folder = join(copies, code);
  cpSync(join(FIXTURES, code), folder, { recursive: true, verbatimSymlinks: true });
  const setup = join(folder, 'setup.ts');
  if (existsSync(setup)) {
    const { default: setUp } = (await import(pathToFileURL(join(FIXTURES, code, 'setup.ts')).href)) as {
      default: (folder: string) => void;
    };
    setUp(folder);
  }
  return folder;
}

function findingsIn(json: string): readonly unknown[] {
  return (JSON.parse(json) as { readonly diagnostics: readonly unknown[] }).diagnostics;
}

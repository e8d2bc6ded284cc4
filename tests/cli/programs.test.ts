import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aFile, aStory } from '../newsroom/manuscript.ts';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from './run.ts';

afterAll(removeNewsrooms);

const NOW = ['--now', '2026-11-24T09:00'] as const;
const SITE = 'title: The Harbour Ledger\nurl: https://ledger.example/\n';
const page = (keys: object, text: string): string => aFile({ title: 'Own', layout: 'page', ...keys }, text);

/** Own pages of every kind, with data of every kind. */
const PAGES = {
  'about.md': page({}, 'Who we are.\n'),
  'tide.njk': page({}, '{{ tides.high }} {{ words.of.one }} {{ of }} {{ page.filePathStem }}\n'),
  'tide.11tydata.js': 'export default () => ({ of: "its own" });\n',
  'raw.html': '<p>raw\n',
  'list.liquid': page({}, '{{ all }} {{ collections.notes | map: "url" | sort | join: " " }}\n'),
  'made.11ty.js':
    'import { hour } from "./lib/hour.js";\nexport default class {\n  data() { return { title: "Made", layout: "page" }; }\n' +
    '  render({ all, tides }) { return all + tides.high + hour(); }\n}\n',
  'lib/hour.js': 'export const hour = () => "12";\n',
  '_data/tides.json': '{ "high": "06:40" }',
  '_data/tides.js': 'export default { low: "12:50" };\n',
  '_data/words/of.js': 'export default () => ({ one: "one" });\n',
  'pages.json': '{ "all": "to all", "tags": ["notes"] }',
  'sub/sub.json': '{ "all": "to some" }',
  'sub/deeper/a.njk': page({ tags: ['more'] }, '{{ all }} {{ tags | join(",") }}\n'),
};

function newsroomAt(folder: string, pages: Readonly<Record<string, string>> = PAGES, site = SITE): string {
  const named = Object.entries(pages).map(([path, text]) => [`${folder}/pages/${path}`, text]);
  const others = { [`${folder}/site.yaml`]: site, [`${folder}/articles/a.md`]: aStory() };
  return aNewsroomOnDisk({ ...others, ...Object.fromEntries(named) });
}

/** The pages that templates make, by path. */
function madeIn(site: string): Readonly<Record<string, string>> {
  const files = readdirSync(site, { recursive: true }).map(String);
  const own = files.filter((path) => /^(?:about|tide|raw|list|made|sub)\/.*\.html$/.test(path)).sort();
  return Object.fromEntries(own.map((path) => [path, readFileSync(join(site, path), 'utf8')]));
}

async function build(folder: string, content: string) {
  const ended = await broadsheetInResident(folder, 'build', '--content', content, '--output', 'site', ...NOW);
  return { ...ended, made: ended.status === 0 ? madeIn(join(folder, 'site')) : {} };
}

describe('pages of every kind', () => {
  it('have their data', async () => {
    const { made, stderr, status } = await build(newsroomAt('content'), 'content');

    expect(status, stderr).toBe(0);
    expect(made['tide/index.html']).toContain('06:40 one its own /tide');
    expect(made['raw/index.html']).toBe('<p>raw\n');
    expect(made['list/index.html']).toContain('to all /about/');
    expect(made['made/index.html']).toContain('to all06:4012');
    expect(made['sub/deeper/a/index.html']).toContain('to some notes,more');
    expect(made['about/index.html']).toContain('Who we are.');
  });

  it.each([
    'paper (1)/content',
    '{a,b}/content',
    '[a-z]/content',
    '@(x)/content',
    '*/content',
    '!(x)/content',
    '!x/content',
    'node_modules/content',
    '.hidden/content',
    '+(a|b) ?/content',
    '#1 50%/content',
    'Zürich ü/content',
    '_site/content',
    '2024-01-02/content',
  ])('are made in %s as anywhere', async (content) => {
    const plain = await build(newsroomAt('content'), 'content');
    const folder = newsroomAt(content);
    const { made, stderr, status } = await build(folder, content);
    const check = await broadsheetInResident(folder, 'check', '--content', content, ...NOW);

    expect(status, stderr).toBe(0);
    expect(check.status, check.stderr).toBe(0);
    expect(Object.keys(made)).toHaveLength(6);
    for (const [path, text] of Object.entries(made)) expect(text === plain.made[path], path).toBe(true);
  });

  it('are made below a folder with a backslash in its name, but for those that Node.js cannot import from there', async () => {
    const files = Object.entries(PAGES).filter(([path]) => !/\.js$/.test(path));
    const { made, stderr, status } = await build(newsroomAt('a\\b/content', Object.fromEntries(files)), 'a\\b/content');

    expect(status, stderr).toBe(0);
    expect(Object.keys(made)).toHaveLength(5);
    expect(made['sub/deeper/a/index.html']).toContain('to some notes,more');
  });
});

describe('with `pages: text`', () => {
  const RUNS = 'globalThis.hasRun = true; throw new Error("ran");\n';
  const PROGRAMS = {
    'a.njk': page({ draft: true }, '{{ nothing() }}\n'),
    'b.html': '<script>1</script>\n',
    'c.11ty.js': RUNS,
    '_data/d.js': RUNS,
    'about.json': '{ "eleventyComputed": {} }',
    'pages.11tydata.cjs': RUNS,
  };

  it('each program is an error with its path, and nothing of it is run', async () => {
    const pages = { 'about.md': page({}, 'Who we are.\n'), ...PROGRAMS };
    const folder = newsroomAt('content', pages, `${SITE}pages: text\n`);
    const report = await broadsheetInResident(folder, 'check', '--json', ...NOW);
    const { stderr, status } = await build(folder, 'content');

    const told = JSON.parse(report.stdout) as { readonly diagnostics: readonly { code: string; path: string }[] };
    const refused = told.diagnostics.filter(({ code }) => code === 'program-refused').map(({ path }) => path);
    expect(refused.sort()).toEqual(
      Object.keys(PROGRAMS)
        .map((name) => `content/pages/${name}`)
        .sort(),
    );
    expect([report.status, status]).toEqual([1, 1]);
    expect(stderr).not.toContain('ran');
  });

  it('Markdown is published as ever', async () => {
    const folder = newsroomAt('content', { 'about.md': page({}, 'Who we are.\n') }, `${SITE}pages: text\n`);
    const { made, stderr } = await build(folder, 'content');

    expect(stderr).toBe('');
    expect(made['about/index.html']).toContain('Who we are.');
  });
});

describe('check', () => {
  it('lists the programs of content/pages/', async () => {
    const folder = newsroomAt('content');
    const text = await broadsheetInResident(folder, 'check', ...NOW);
    const json = await broadsheetInResident(folder, 'check', '--json', ...NOW);

    const programs = Object.keys(PAGES)
      .filter((name) => !name.endsWith('.md'))
      .sort();
    expect(text.stdout).toContain('files of content/pages/ are programs, or data for one: _data/tides.js, ');
    expect(JSON.parse(json.stdout)).toMatchObject({ programs: programs.map((name) => `content/pages/${name}`) });
  });
});

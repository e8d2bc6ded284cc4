import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aFile, aStory } from '../newsroom/manuscript.ts';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from './run.ts';

afterAll(removeNewsrooms);

const NOW = ['--now', '2026-11-24T09:00'] as const;
const STORY = { 'content/articles/a.md': aStory() };

/** How `check` and `build` end for some files of `content/`, and the folder. */
async function checkAndBuild(files: Readonly<Record<string, string>>) {
  const named = Object.entries(files).map(([path, text]) => [`content/${path}`, text]);
  const folder = aNewsroomOnDisk({ ...STORY, ...Object.fromEntries(named) });
  const check = await broadsheetInResident(folder, 'check', ...NOW);
  const build = await broadsheetInResident(folder, 'build', '--output', 'site', ...NOW);
  return { folder, check, build, site: join(folder, 'site') };
}

const reportOf = (stderr: string): string =>
  stderr.replace(/\n?[^\n]*(?:errors?|warnings?)(?:; nothing was written\.)?\n$/, '');
const page = (keys: object, text = 'Text.\n'): string => aFile({ title: 'Own', ...keys }, text);

describe('check and build', () => {
  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['a name with a space', { 'pages/About us.md': page({}) }],
    ['names with other signs', { 'pages/what’s-on.md': page({}), 'pages/R&D.md': page({}), 'pages/50%.md': page({}) }],
    ['a name that is no address', { 'pages/!.md': page({}) }],
    ['two names with one address', { 'pages/a b.md': page({}), 'pages/a-b.md': page({}) }],
    ['a template with a space', { 'pages/What is on.njk': page({ layout: 'page' }) }],
    ['a Markdown page without a layout', { 'pages/a.md': page({}) }],
    ['an address without an ending', { 'pages/a.md': page({ permalink: '/noslash' }) }],
    ['a template without an ending', { 'pages/a.njk': page({ permalink: '/CNAME' }) }],
    ['no address', { 'pages/a.md': page({ permalink: false }) }],
    ['a template that makes no file', { 'pages/a.njk': page({ permalink: false }) }],
    ['a computed address', { 'pages/a.njk': page({ permalink: '/{{ title | lower }}/', layout: 'page' }) }],
    [
      'a computed address that is taken',
      { 'pages/a.njk': page({ permalink: '/{{ "news" }}.html' }), 'pages/news.md': page({ permalink: '/news.html' }) },
    ],
    ['a computed address of ours', { 'pages/a.njk': page({ permalink: '/{{ "feed" }}.xml' }) }],
    ['a computed address that is none', { 'pages/a.njk': page({ permalink: '/{{ "a b" }}/', layout: 'page' }) }],
    [
      'an address by data of a folder',
      { 'pages/x/x.json': '{ "permalink": "/elsewhere/" }', 'pages/x/a.njk': page({}) },
    ],
    ['a template without a title', { 'pages/a.njk': aFile({ layout: 'page' }, 'Text.\n') }],
    [
      'a title by data of a folder',
      { 'pages/x/x.json': '{ "title": "Of data" }', 'pages/x/a.njk': aFile({ layout: 'page' }, 'x') },
    ],
    ['a template that fails', { 'pages/a b.njk': page({}, '{% if %}\n') }],
    ['a program that fails', { 'pages/a.11ty.js': 'export default () => { throw new Error("no"); };\n' }],
    ['a key of Eleventy’s own', { 'pages/a.njk': aFile({ title: 'A', collections: { a: 1 } }, 'x') }],
    ['files at the root', { 'public/ads.txt': 'x', 'public/.well-known/a': 'y' }],
    ['a file at the root over a page', { 'public/about/index.html': 'x', 'pages/about.md': page({}) }],
    [
      'a template over a file at the root',
      { 'public/data.json': '{}', 'pages/a.njk': page({ permalink: '/{{ "data" }}.json' }) },
    ],
  ])('agree about %s', async (_what, files) => {
    const { check, build, folder } = await checkAndBuild(files);

    expect(build.status, build.stderr).toBe(check.status);
    expect([0, 1]).toContain(check.status);
    expect(reportOf(build.stderr)).toBe(reportOf(check.stderr));
    expect(build.stderr).not.toMatch(/building-|^\s+at |node_modules/m);
    expect(readdirSync(folder).filter((name) => /building|\.out/.test(name))).toEqual([]);
  });

  it('leave hidden files alone, in first, later and clean builds', async () => {
    const { folder, site } = await checkAndBuild({ 'pages/about.md': page({}), 'pages/x.njk': page({}) });
    const hidden = {
      'content/pages/.notes.md': page({}),
      'content/pages/._about.md': 'binary',
      'content/pages/.trash/x.njk': page({}),
      'content/pages/.trash/y.11ty.js': 'throw new Error("ran")',
      'content/pages/deep/.z.html': '<p>z',
    };
    const other = aNewsroomOnDisk({
      ...STORY,
      'content/pages/about.md': page({}),
      'content/pages/x.njk': page({}),
      ...hidden,
    });
    const first = await broadsheetInResident(other, 'build', '--output', 'site', ...NOW);
    const clean = await broadsheetInResident(other, 'build', '--output', 'site', '--clean', ...NOW);

    expect([first.status, clean.status], first.stderr).toEqual([0, 0]);
    const listOf = (root: string): readonly string[] => readdirSync(root, { recursive: true }).map(String).sort();
    expect(listOf(join(other, 'site'))).toEqual(listOf(site));
    expect(existsSync(join(folder, 'site/x/index.html'))).toBe(true);
  });
});

describe('a draft among pages', () => {
  it('is published with --drafts only, and said to be held back', async () => {
    const files = { 'pages/plan.md': page({ draft: true }), 'pages/made.njk': page({ draft: true, layout: 'page' }) };
    const { folder, build, site } = await checkAndBuild(files);

    expect(build.stdout).toContain('Not published: content/pages/plan.md (draft)\n');
    expect(existsSync(join(site, 'plan'))).toBe(false);
    expect(existsSync(join(site, 'made'))).toBe(false);
    await broadsheetInResident(folder, 'build', '--output', 'site', '--drafts', ...NOW);
    expect(readFileSync(join(site, 'plan/index.html'), 'utf8')).toContain('<h1 class="headline">Own</h1>');
    expect(existsSync(join(site, 'made/index.html'))).toBe(true);
    await broadsheetInResident(folder, 'build', '--output', 'site', ...NOW);
    expect(existsSync(join(site, 'plan'))).toBe(false);
  });
});

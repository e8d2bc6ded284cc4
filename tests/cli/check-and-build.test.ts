import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { NOW } from './built.ts';
import { aStory } from '../newsroom/manuscript.ts';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from './run.ts';

const FIXTURES = fileURLToPath(new URL('../diagnostics/fixtures/', import.meta.url));

const copies = mkdtempSync(join(tmpdir(), 'broadsheet-agree-'));
afterAll(() => {
  rmSync(copies, { recursive: true, force: true });
  removeNewsrooms();
});

describe('a check says what a build says', () => {
  it.each(readdirSync(FIXTURES).sort())('of the newsroom of %s', async (code) => {
    const folder = await copyOf(code);

    const check = await broadsheetInResident(folder, 'check', '--now', NOW, '--json');
    const build = await broadsheetInResident(folder, 'build', '--now', NOW, '--json');

    expect([build.status, findingsIn(build.stdout)]).toEqual([check.status, findingsIn(check.stdout)]);
    expect(existsSync(join(folder, '_site'))).toBe(check.status === 0);
  });
});

describe('what is wrong with a draft stops nothing', () => {
  it.each([
    ['a story', 'content/articles/plan.md', '---\nheadlin: Plan\ndraft: true\n---\nSee [it](gone.md).\n'],
    ['a story that cannot be read', 'content/articles/plan.md', '---\nheadline: "Plan\ndraft: true\n---\nText.\n'],
    ['a page', 'content/pages/plan.md', '---\ntitel: Plan\ndraft: true\n---\nSee [it](gone.md).\n'],
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

function findingsIn(json: string): unknown {
  return (JSON.parse(json) as { readonly diagnostics: unknown }).diagnostics;
}

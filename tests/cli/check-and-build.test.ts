import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { NOW } from './built.ts';
import { broadsheetInResident } from './run.ts';

const FIXTURES = fileURLToPath(new URL('../diagnostics/fixtures/', import.meta.url));

const copies = mkdtempSync(join(tmpdir(), 'broadsheet-agree-'));
afterAll(() => rmSync(copies, { recursive: true, force: true }));

describe('a check says what a build says', () => {
  it.each(readdirSync(FIXTURES).sort())('of the newsroom of %s', async (code) => {
    const folder = await copyOf(code);

    const check = await broadsheetInResident(folder, 'check', '--now', NOW, '--json');
    const build = await broadsheetInResident(folder, 'build', '--now', NOW, '--json');

    expect([build.status, findingsIn(build.stdout)]).toEqual([check.status, findingsIn(check.stdout)]);
    expect(existsSync(join(folder, '_site'))).toBe(check.status === 0);
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

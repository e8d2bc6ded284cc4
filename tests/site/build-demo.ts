import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite, PROJECT } from './run-broadsheet.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the demo's output, and what the command said if it could not be built. */
    readonly demo: { readonly folder: string; readonly fault: string | undefined };
  }
}

/** Where what was made of the demo's pictures is kept from one run of the tests to the next. */
const KEPT = join(PROJECT, 'node_modules/.cache/demo-pictures');

/** Where `npm run build` keeps those that it has made of the same files. */
const OF_BUILDS = join(PROJECT, '.cache/pictures');

/**
 * Builds the demo newsroom once for all tests, with the pictures that an earlier run, or in a fresh clone `npm run build`, made of the same files: to make them
 * takes ten times as long as all else. `repeatable.test.ts` makes them anew each time, and compares. If it cannot be built, its report is printed, and
 * every test of the site fails with it; tests that have nothing to do with the site still run.
 */
export default function buildDemo({ provide }: TestProject): () => void {
  const temporary = mkdtempSync(join(tmpdir(), 'broadsheet-demo-'));
  const folder = join(temporary, 'site');
  const pictures = `${folder}-cache/pictures`;
  const made = [KEPT, OF_BUILDS].find((kept) => existsSync(kept));
  if (made !== undefined) cpSync(made, pictures, { recursive: true });
  const { status, stdout, stderr } = buildSite('content', folder);
  if (status === 0) keep(pictures);
  const fault = status === 0 ? undefined : `The demo does not build (exit code ${status}):\n${stdout}${stderr}`;
  if (fault !== undefined) process.stderr.write(`${fault}\n`);
  provide('demo', { folder, fault });
  return () => rmSync(temporary, { recursive: true, force: true });
}

/** Keeps those pictures, and no others. Each file says itself whether it is whole: two runs may do this at once. */
function keep(pictures: string): void {
  cpSync(pictures, KEPT, { recursive: true });
  const names = new Set(readdirSync(pictures));
  for (const name of readdirSync(KEPT)) if (!names.has(name)) rmSync(join(KEPT, name), { force: true });
}

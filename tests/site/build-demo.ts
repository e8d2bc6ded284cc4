import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite } from './run-broadsheet.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the demo's output, and what the command said if it could not be built. */
    readonly demo: { readonly folder: string; readonly fault: string | undefined };
  }
}

/**
 * Builds the demo newsroom once for all tests. If it cannot be built, its report is printed, and every test of the site
 * fails with it; tests that have nothing to do with the site still run.
 */
export default function buildDemo({ provide }: TestProject): () => void {
  const temporary = mkdtempSync(join(tmpdir(), 'broadsheet-demo-'));
  const folder = join(temporary, 'site');
  const { status, stdout, stderr } = buildSite('content', folder);
  const fault = status === 0 ? undefined : `The demo does not build (exit code ${status}):\n${stdout}${stderr}`;
  if (fault !== undefined) process.stderr.write(`${fault}\n`);
  provide('demo', { folder, fault });
  return () => rmSync(temporary, { recursive: true, force: true });
}

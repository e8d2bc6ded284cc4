import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, type Measured } from './measure.ts';
import type { Program } from './program.ts';

/** What a build took and said. */
export interface Built extends Measured {
  /** How many addresses the program itself says that it changed. */
  readonly reported: number | undefined;
}

/** Builds a site once, as it is. A build that fails is shown on the terminal and counted as failed. */
export async function buildOnce({ name, command }: Program, scratch: string, limit: number): Promise<Built> {
  const stdout = join(scratch, 'stdout');
  const stderr = join(scratch, 'stderr');
  const measured = await measure(command, { limit, stdout, stderr });
  if (measured.end === 'failed') {
    const said = [stdout, stderr].map((path) => readFileSync(path, 'utf8').slice(-2000)).join('\n');
    process.stderr.write(`FAILED: ${name}\n${said}\n`);
  }
  return { ...measured, reported: measured.end === 'done' ? reportedIn(stdout) : undefined };
}

/** Of Broadsheet's `--json`; the others report nothing. */
function reportedIn(path: string): number | undefined {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (!text.startsWith('{')) return undefined;
  const report: unknown = JSON.parse(text);
  if (typeof report !== 'object' || report === null || !('changed' in report)) return undefined;
  return Array.isArray(report.changed) ? report.changed.length : undefined;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** What was measured of each kind of input, by its name, or the fault that it met. */
export type Measured = Readonly<Record<string, MeasuredKind>>;

interface MeasuredKind {
  /** See `growthOf`. */
  readonly growth?: number;
  /** Of newsrooms: how many characters of pages a character of input makes, at the larger of two sizes. */
  readonly made?: number;
  readonly fault?: string;
}

/**
 * Measures one list of kinds in a process of its own, which runs the engine as the command does: vitest's modules and its coverage take
 * more time than what is measured.
 */
export async function measureInProcess(list: 'newsrooms' | 'texts'): Promise<Measured> {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  const program = fileURLToPath(new URL('measure.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, list], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed, [status]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (status !== 0) throw new Error(`What measures ended with ${status}`);
  return JSON.parse(printed) as Measured;
}

import type { Changes } from './count-changes.ts';
import type { Measured } from './measure.ts';
import type { ProgramName } from './program.ts';
import type { Scenario } from './scenario.ts';

/** One build that was measured. */
export interface Run extends Measured, Changes {
  readonly stories: number;
  readonly program: ProgramName;
  readonly scenario: Scenario;
  /** How many addresses the program itself says that it changed. */
  readonly reported: number | undefined;
}

/** All that was measured, and where. */
export interface Results {
  /** The day, such as `2026-11-23`. */
  readonly date: string;
  readonly processors: number;
  /** Of the machine, in bytes. */
  readonly memory: number;
  readonly versions: Readonly<Record<ProgramName | 'Node.js', string>>;
  readonly storage: 'memory' | 'disk';
  readonly seed: number;
  /** Seconds after which a build was stopped. */
  readonly timeLimit: number;
  readonly runs: readonly Run[];
}

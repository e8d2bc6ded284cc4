import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** What to measure. */
export interface Options {
  readonly stories: number;
  readonly runs: number;
  readonly seed: number;
  /** The folder below which all is written, and removed at the end. */
  readonly dir: string;
  readonly only: 'Hugo' | 'Broadsheet' | undefined;
  /** Folder for a profile of Broadsheet. */
  readonly profile: string | undefined;
}

/** Reads the command line; says what is wrong with it and ends with exit code 2. */
export function readOptions(args: readonly string[], dir: string): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        stories: { type: 'string', default: '1000' },
        runs: { type: 'string', default: '5' },
        seed: { type: 'string', default: '1' },
        dir: { type: 'string', default: dir },
        only: { type: 'string' },
        profile: { type: 'string' },
      },
    });
    if (!existsSync(values.dir)) throw new Error(`Unexpected --dir \`${values.dir}\`, expected a folder that is there`);
    const only = programOf(values.only);
    if (only === 'Hugo' && values.profile !== undefined)
      throw new Error('Unexpected --profile, expected no --only hugo');
    return {
      stories: numberOf('stories', values.stories),
      runs: numberOf('runs', values.runs),
      seed: numberOf('seed', values.seed),
      dir: values.dir,
      only,
      profile: values.profile,
    };
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exit(2);
  }
}

function numberOf(name: string, value: string): number {
  if (/^[1-9]\d*$/.test(value)) return Number(value);
  throw new Error(`Unexpected --${name} \`${value}\`, expected a whole number above 0`);
}

function programOf(value: string | undefined): Options['only'] {
  if (value === undefined) return undefined;
  if (value === 'hugo') return 'Hugo';
  if (value === 'broadsheet') return 'Broadsheet';
  throw new Error(`Unexpected --only \`${value}\`, expected broadsheet or hugo`);
}

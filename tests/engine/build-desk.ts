import { join } from 'node:path';
import type { BuildEnd } from '../../src/build/build.ts';
import type { BuildWatcher } from '../../src/build/building.ts';
import { buildInProcess } from './build-in-process.ts';
import type { Desk } from './desk.ts';

/** Where to, and who hears of it. */
export interface DeskBuild {
  /** Names of folders beside the content. */
  readonly output: string;
  readonly cache: string;
  readonly onProgress?: BuildWatcher['onProgress'];
}

/** Builds a newsroom at work. */
export function buildDesk({ folder, settings, jobs, isClean }: Desk, build: DeskBuild): Promise<BuildEnd> {
  const { output, cache, onProgress = () => {} } = build;
  const { now, ...others } = settings;
  const within = (name: string): string => join(folder, name);
  return buildInProcess(
    {
      ...others,
      content: within('content'),
      output: within(output),
      cache: within(cache),
      now: new Date(now).toISOString(),
      jobs,
      isClean,
    },
    { onWait: () => {}, onUnkept: () => {}, onProgress },
  );
}

import { register } from 'tsx/esm/api';
import type { BuildEnd, buildSite } from '../../../src/build/build.ts';
import { join } from 'node:path';
import type { BuildWatcher } from '../../../src/build/building.ts';
import type { Desk } from './desk.ts';

let engine: Promise<{ readonly buildSite: typeof buildSite }> | undefined;

/**
 * Builds in this process, as the command does in its own. Eleventy imports its configuration itself, and that has to find the
 * engine that runs: so it is Node, with tsx, that imports the engine, whatever else imports the test.
 */
async function buildInProcess(...parameters: Parameters<typeof buildSite>): ReturnType<typeof buildSite> {
  engine ??= load();
  const { buildSite } = await engine;
  return buildSite(...parameters);
}

function load(): NonNullable<typeof engine> {
  register();
  return import('../../../src/build/build.ts');
}

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
      cachesFrom: [],
      jobs,
      isClean,
      isStrict: false,
    },
    { onWait: () => {}, onUnkept: () => {}, onPassedOver: () => {}, onProgress },
  );
}

import { register } from 'tsx/esm/api';
import type { BuildEnd, BuildMemory, buildSite } from '../../../src/build/build.ts';
import { join } from 'node:path';
import type { checkNewsroom } from '../../../src/build/look-at-newsroom.ts';
import type { BuildWatcher } from '../../../src/build/building.ts';
import type { Told } from '../../../src/diagnostics/diagnostic.ts';
import type { Desk } from './desk.ts';

let engine: Promise<Engine> | undefined;

/** What of the program is asked for. */
interface Engine {
  readonly buildSite: typeof buildSite;
  readonly checkNewsroom: typeof checkNewsroom;
}

/**
 * Builds in this process, as the command does in its own. Eleventy imports its configuration itself, and that has to find the
 * engine that runs: so it is Node, with tsx, that imports the engine, whatever else imports the test.
 */
async function buildInProcess(...parameters: Parameters<typeof buildSite>): ReturnType<typeof buildSite> {
  engine ??= load();
  const { buildSite } = await engine;
  return buildSite(...parameters);
}

async function load(): Promise<Engine> {
  register();
  const { buildSite } = await import('../../../src/build/build.ts');
  const { checkNewsroom } = await import('../../../src/build/look-at-newsroom.ts');
  return { buildSite, checkNewsroom };
}

/** Where to, and who hears of it. */
export interface DeskBuild {
  /** Names of folders beside the content. */
  readonly output: string;
  readonly cache: string;
  /** Paths in the content folder of what changed since the last build; a build that is told nothing looks at all. */
  readonly changed?: readonly string[] | undefined;
  readonly memory?: BuildMemory | undefined;
  readonly onProgress?: BuildWatcher['onProgress'];
}

/** Builds a newsroom at work. */
export function buildDesk({ folder, settings, jobs, isClean }: Desk, build: DeskBuild): Promise<BuildEnd> {
  const { output, cache, changed, memory, onProgress = () => {} } = build;
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
      changed: changed?.map((path) => within(join('content', path))),
      isClean,
      isStrict: false,
    },
    { onWait: () => {}, onUnkept: () => {}, onPassedOver: () => {}, onProgress },
    memory,
  );
}

/** Looks at a newsroom at work, as `broadsheet check` does, but for what it asks of layouts and of the copy desk. */
export async function checkContent({ folder, settings, jobs }: Desk): Promise<Told> {
  engine ??= load();
  const { checkNewsroom } = await engine;
  const { now, drafts, url } = settings;
  const asked = { content: join(folder, 'content'), now: new Date(now).toISOString(), drafts, url };
  const { diagnostics, toDo } = await checkNewsroom(asked, jobs, {});
  return { diagnostics: diagnostics.filter(({ code }) => !code.startsWith('layout-')), toDo };
}

import { register } from 'tsx/esm/api';
import type { buildSite } from '../../src/build/build.ts';

let engine: Promise<{ readonly buildSite: typeof buildSite }> | undefined;

/**
 * Builds in this process, as the command does in its own. Eleventy imports its configuration itself, and that has to find the
 * engine that runs: so it is Node, with tsx, that imports the engine, whatever else imports the test.
 */
export async function buildInProcess(...parameters: Parameters<typeof buildSite>): ReturnType<typeof buildSite> {
  engine ??= load();
  const { buildSite } = await engine;
  return buildSite(...parameters);
}

function load(): NonNullable<typeof engine> {
  register();
  return import('../../src/build/build.ts');
}

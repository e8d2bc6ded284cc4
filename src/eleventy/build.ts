import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { useJob } from './plugin.ts';
import type { PreparedBuild } from './prepared-build.ts';
import { PROJECT } from './project.ts';
import { makeStaging, type Published, publish } from './publish.ts';

/** Renders a prepared build with Eleventy, beside the output, and puts it in place only when all of it is there. */
export async function build(prepared: PreparedBuild, output: string): Promise<Published> {
  // Eleventy's paths are all from the working folder.
  process.chdir(PROJECT);
  const staging = makeStaging(output);
  try {
    await render(prepared, staging);
    return publish(staging, output);
  } catch (fault) {
    rmSync(staging, { recursive: true, force: true });
    throw fault;
  }
}

async function render(prepared: PreparedBuild, folder: string): Promise<void> {
  // It takes half of the start-up, so only builds load it, and only when the content is good.
  const { Eleventy } = await import('@11ty/eleventy');
  const output = relative(PROJECT, folder);
  const site = new Eleventy(relative(PROJECT, prepared.pagesFolder), output, {
    configPath: relative(PROJECT, join(PROJECT, '.eleventy.ts')),
    quietMode: true,
    config: (config) => useJob(config, { build: prepared, output }),
  });
  await site.write();
}

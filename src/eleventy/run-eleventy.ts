import { relative } from 'node:path';
import type { EleventyConfig } from './eleventy-types.ts';
import { type RenderJob, useJob } from './configuration.ts';
import { CONFIGURATION, PROJECT } from '../disk/project.ts';

/**
 * Has Eleventy render a job to a folder.
 *
 * @param folder Absolute path.
 * @param configure What else is to be set.
 */
export async function runEleventy(
  job: RenderJob,
  folder: string,
  configure: (config: EleventyConfig) => void = () => {},
): Promise<void> {
  // It takes half of the start-up, so only builds load it, and only when there is something to render.
  // Its resolver of modules is for watching; without it, every import is faster.
  process.env['ELEVENTY_SKIP_ESM_RESOLVER'] ??= 'true';
  const { Eleventy } = await import('@11ty/eleventy');
  // Eleventy's paths are all from the working folder.
  const workingFolder = process.cwd();
  process.chdir(PROJECT);
  try {
    const output = relative(PROJECT, folder);
    const site = new Eleventy(relative(PROJECT, job.build.pagesFolder), output, {
      configPath: relative(PROJECT, CONFIGURATION),
      quietMode: true,
      config: (config) => {
        configure(config);
        useJob(config, { ...job, output });
      },
    });
    site.disableLogger();
    await site.write();
  } finally {
    process.chdir(workingFolder);
  }
}

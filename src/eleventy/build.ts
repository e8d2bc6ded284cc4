import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { FileWriter } from './file-writer.ts';
import { useJob } from './plugin.ts';
import type { PreparedBuild } from './prepared-build.ts';
import { CONFIGURATION, PROJECT } from './project.ts';
import { makeStaging, type Published, publish } from './publish.ts';
import { findTemplateFault } from './template-fault.ts';

/** How a build ended: with a new output, or with a fault in a template and the output as it was. */
export type BuildEnd =
  | { readonly kind: 'published'; readonly published: Published }
  | { readonly kind: 'failed'; readonly finding: Finding };

/** Renders a prepared build with Eleventy, beside the output, and puts it in place only when all of it is there. */
export async function build(prepared: PreparedBuild, output: string): Promise<BuildEnd> {
  // Eleventy's paths are all from the working folder.
  const workingFolder = process.cwd();
  process.chdir(PROJECT);
  const staging = makeStaging(output);
  try {
    await render(prepared, staging);
    return { kind: 'published', published: publish(staging, output) };
  } catch (fault) {
    rmSync(staging, { recursive: true, force: true });
    const finding = findTemplateFault(fault, prepared.bodyLineOf);
    if (finding) return { kind: 'failed', finding };
    throw fault;
  } finally {
    process.chdir(workingFolder);
  }
}

async function render(prepared: PreparedBuild, folder: string): Promise<void> {
  const writer = new FileWriter(folder);
  try {
    await renderTo(writer, prepared, folder);
    await writer.end();
  } finally {
    await writer.stop();
  }
}

async function renderTo(writer: FileWriter, prepared: PreparedBuild, folder: string): Promise<void> {
  // It takes half of the start-up, so only builds load it, and only when the content is good.
  // Its resolver of modules is for watching; without it, every import is faster.
  process.env['ELEVENTY_SKIP_ESM_RESOLVER'] ??= 'true';
  const { Eleventy } = await import('@11ty/eleventy');
  const output = relative(PROJECT, folder);
  const site = new Eleventy(relative(PROJECT, prepared.pagesFolder), output, {
    configPath: relative(PROJECT, CONFIGURATION),
    quietMode: true,
    config: (config) => useJob(config, { build: prepared, output, writer }),
  });
  site.disableLogger();
  await site.write();
}

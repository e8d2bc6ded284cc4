import { type BuildEnd, type BuildMemory, buildSite } from '../../build/build.ts';
import { isOwnOutput } from '../../build/publishing/workspace.ts';
import { UsageError } from '../arguments.ts';
import type { BuildArguments } from './build-arguments.ts';
import { Progress } from './progress.ts';
import { tellBuild } from './tell-build.ts';

/** How a build ended, and the exit code for that. */
export interface BuildRun {
  readonly end: BuildEnd;
  readonly code: number;
}

/** Builds, and says on the terminal how it goes and what came of it. */
export async function runBuild(asked: BuildArguments, memory?: BuildMemory): Promise<BuildRun> {
  const started = performance.now();
  const { options } = asked;
  if (!isOwnOutput(options.output)) {
    throw new UsageError(
      `Unexpected files in \`${options.output}\`, expected an empty folder or one that Broadsheet wrote; choose another --output, or empty it first`,
    );
  }
  const progress = new Progress();
  const end = await buildSite(options, progress, memory).finally(() => progress.end());
  return { end, code: tellBuild(end, asked, (performance.now() - started) / 1000) };
}

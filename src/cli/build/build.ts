import { readBuildArguments } from './build-arguments.ts';
import { runBuild } from './run-build.ts';
import { watchBuilds } from './watch-builds.ts';

/** `broadsheet build`: builds the site, or says what is wrong and leaves the output as it was; with `--watch` again at each save. */
export async function build(args: readonly string[]): Promise<number> {
  const asked = await readBuildArguments(args);
  if (asked.isWatching) return watchBuilds(asked);
  const { code } = await runBuild(asked);
  return code;
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { HAS_OWN_LAYOUTS } from '../disk/project.ts';
import { makeTemporaryFolder } from '../disk/temporary-folder.ts';
import { buildSite } from './build.ts';
import type { ReadOptions } from './building.ts';

/** What comes of printing all pages. */
interface Trial {
  readonly diagnostics: readonly Diagnostic[];
  /** What a component threw, if one did. */
  readonly fault?: unknown;
}

/**
 * Prints all pages of a newsroom with layouts of its own, and leaves nothing of that: for a check, which otherwise makes no page.
 *
 * @returns What is wrong with its layouts; nothing where it has none.
 */
export async function tryLayouts(options: ReadOptions, jobs: number): Promise<Trial> {
  if (!HAS_OWN_LAYOUTS) return { diagnostics: [] };
  const folder = makeTemporaryFolder('trial');
  const places = { output: join(folder, 'site'), cache: join(folder, 'cache') };
  const watcher = { onWait: () => {}, onUnkept: () => {}, onPassedOver: () => {}, onProgress: () => {} };
  try {
    const end = await buildSite(
      {
        ...{ ...options, ...places, cachesFrom: [], jobs, shard: undefined },
        ...{ changed: undefined, isClean: false, isStrict: false },
      },
      watcher,
    );
    return { diagnostics: end.kind === 'failed' ? end.diagnostics : [] };
  } catch (fault) {
    return { diagnostics: [], fault };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

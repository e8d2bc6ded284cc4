import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OwnFile } from '../../diagnostics/own-file.ts';
import { COMPILED, NEWSROOM, PROGRAM } from '../../disk/project.ts';
import { allDirectives, useOwnDirectives } from '../../markdown/directives/own-directives.ts';
import { houseRules, useHouseRules } from '../../validate/rules/house-rules.ts';
import { findOwnFiles } from './find-own-files.js';
import { TIME_LIMIT, TimeLimitFault, withinTime } from './time-limit.js';
import { findOriginInOwn } from './source-places.ts';

/** The files of the newsroom's own that add something, and how each is loaded. */
interface OwnFiles {
  readonly directives: readonly LoadedFile[];
  readonly rules: readonly LoadedFile[];
}

type LoadedFile = Pick<OwnFile, 'path' | 'load'>;

/**
 * Says which own files were compiled with the program.
 * @public
 */
export function useOwnFiles({ directives, rules }: OwnFiles): void {
  useOwnDirectives(directives.map(withOrigin));
  useHouseRules(rules.map(withOrigin));
}

function withOrigin(file: LoadedFile): OwnFile {
  return {
    ...file,
    originOf: findOriginInOwn,
    within: (act, late) => {
      try {
        return withinTime(act);
      } catch (fault) {
        throw fault instanceof TimeLimitFault ? late(TIME_LIMIT / 1000) : fault;
      }
    },
  };
}

/** Loads all of them, so that one that is wrong is told of before anything is read. */
export function checkOwnFiles(): void {
  allDirectives();
  houseRules();
}

/**
 * Imports them where the program was not compiled: whoever runs it as TypeScript does this first.
 * @public
 */
export async function importOwnFiles(): Promise<void> {
  if (COMPILED !== undefined) return;
  const { directives, rules } = findOwnFiles({ program: PROGRAM, newsroom: NEWSROOM });
  useOwnFiles({ directives: await importAll(directives), rules: await importAll(rules) });
}

function importAll(paths: readonly string[]): Promise<readonly LoadedFile[]> {
  return Promise.all(
    paths.map(async (path) => {
      const imported = import(pathToFileURL(join(NEWSROOM, path)).href) as Promise<ReturnType<OwnFile['load']>>;
      const load = await imported.then(
        (module) => () => module,
        (fault: unknown) => () => {
          throw fault;
        },
      );
      return { path, load };
    }),
  );
}

import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** CommonJS modules are known by their path alone. */
const { cache: commonJs } = createRequire(import.meta.url);

/**
 * What a module says: its default export where that is all, and else its exports by name. The cache of imports knows it by a stamp, so
 * that another stamp has it read again.
 */
export async function importModule(diskPath: string, stamp: string): Promise<unknown> {
  const url = pathToFileURL(diskPath);
  url.searchParams.set('stamp', stamp);
  delete commonJs[realpathSync(diskPath)];
  const exported = (await import(url.href)) as Readonly<Record<string, unknown>>;
  const { default: main, 'module.exports': _commonJs, ...named } = exported;
  if (!('default' in exported)) return named;
  // Of a CommonJS module, Node.js has the exports by name, too.
  const isRepeated = Object.entries(named).every(([key, value]) => (main as Named)?.[key] === value);
  return isRepeated ? main : { ...named, default: main };
}

/** Loads Eleventy, which takes as long as all the rest: only what renders or compiles a template does that. */
export function importEleventy(): Promise<typeof import('@11ty/eleventy')> {
  return import('@11ty/eleventy');
}

type Named = Readonly<Record<string, unknown>> | undefined;

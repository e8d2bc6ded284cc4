import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** Says that a package is looked for from Broadsheet's folder already. */
const IN_PROGRAM = Symbol('in program');

/**
 * Has each file of a newsroom's `layouts/` take the place of Broadsheet's of the same path, wherever that is imported. What the
 * newsroom's import by `broadsheet/layouts/…` is Broadsheet's own, so that a layout may wrap the one whose place it takes; a relative path that the
 * newsroom has no file at leads to Broadsheet's.
 *
 * @param {string} program Absolute path of the folder of Broadsheet.
 * @param {string} newsroom Likewise.
 * @returns {import('esbuild').Plugin}
 */
export function ownLayouts(program, newsroom) {
  const theirs = join(newsroom, 'layouts') + sep;
  const ours = join(program, 'layouts') + sep;
  return {
    name: 'own-layouts',
    setup(bundle) {
      bundle.onResolve({ filter: /^broadsheet\/(?:layouts|src)\// }, ({ path }) => ({
        path: join(program, path.slice('broadsheet/'.length)),
      }));
      bundle.onResolve({ filter: /^preact(?:-render-to-string)?(?:\/|$)/ }, ({ path, importer, kind, pluginData }) => {
        // One copy for all: nodes of two copies are no nodes to each other.
        if (pluginData === IN_PROGRAM || !importer.startsWith(newsroom)) return undefined;
        return bundle.resolve(path, { resolveDir: program, kind, pluginData: IN_PROGRAM });
      });
      bundle.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
        const file = resolve(resolveDir, path);
        if (file.startsWith(ours)) return firstOf([join(theirs, file.slice(ours.length))]);
        if (!`${resolveDir}${sep}`.startsWith(theirs)) return undefined;
        return firstOf([file, join(program, relative(newsroom, file))]);
      });
    },
  };
}

/** @param {readonly string[]} files */
function firstOf(files) {
  const path = files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
  return path === undefined ? undefined : { path };
}

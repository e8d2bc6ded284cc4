import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { isPackageApart } from '../program/packages-apart.js';
import { BUNDLED, packageOf } from './shipped-packages.ts';

/** What the program imports from a package: by which name, and which file that is. */
interface Import {
  readonly specifier: string;
  /** Absolute path. */
  readonly file: string;
  readonly format: 'esm' | 'cjs';
}

/**
 * Makes one file of each package that is bundled with Broadsheet, for the compiler of a newsroom's own layouts: see
 * `src/build/program/bundled-packages.js`.
 *
 * @param folder Absolute path of the folder that they are written to.
 * @param options What the program and its layouts were compiled from; the folder that its paths are from; which packages are installed where
 *   Broadsheet is.
 * @returns What they were made of.
 * @throws If the program imports a package that is neither installed nor bundled.
 */
export async function bundlePackages(
  folder: string,
  options: { readonly inputs: Metafile['inputs']; readonly root: string; readonly installed: readonly string[] },
): Promise<readonly Metafile[]> {
  const imports = importsOfPackages(options.inputs, options.root);
  const unknown = imports.filter(({ specifier }) => ![...options.installed, ...BUNDLED].includes(packageOf(specifier)));
  if (unknown.length > 0)
    throw new Error(
      `Unexpected import of \`${unknown[0]?.specifier}\`, expected a package of \`dependencies\` or BUNDLED`,
    );
  const bundled = imports.filter(({ specifier }) => BUNDLED.includes(packageOf(specifier)));
  mkdirSync(folder, { recursive: true });
  const files = Object.fromEntries(bundled.map((imported) => [imported.specifier, fileOf(imported)]));
  writeFileSync(join(folder, 'list.json'), JSON.stringify(files));
  return Promise.all(bundled.map((imported) => bundle(imported, { ...options, folder })));
}

async function bundle(
  imported: Import,
  {
    folder,
    root,
    installed,
  }: { readonly folder: string; readonly root: string; readonly installed: readonly string[] },
): Promise<Metafile> {
  const own = packageOf(imported.specifier);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [imported.file],
    outfile: join(folder, fileOf(imported)),
    bundle: true,
    format: imported.format,
    platform: 'node',
    target: 'node20',
    external: [...installed, ...BUNDLED].filter((name) => name !== own),
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  });
  return metafile;
}

/** What Broadsheet's own files, and those that the compiler is given first, import by the name of a package, each once. */
function importsOfPackages(inputs: Metafile['inputs'], root: string): readonly Import[] {
  const found = new Map<string, Import>();
  for (const [path, { imports }] of Object.entries(inputs)) {
    if (!/^(?:(?:src|layouts)\/|<stdin>$)/.test(path)) continue;
    for (const { original: specifier, path: file } of imports) {
      if (specifier === undefined || !/^[@a-z]/.test(specifier) || inputs[file] === undefined) continue;
      if (isPackageApart(file)) continue;
      found.set(specifier, { specifier, file: join(root, file), format: inputs[file].format ?? 'cjs' });
    }
  }
  return [...found.values()].sort((a, b) => (a.specifier < b.specifier ? -1 : 1));
}

/** How Node reads a file follows from its ending. */
function fileOf({ specifier, format }: Import): string {
  return `${specifier.replace(/^@/, '').replaceAll('/', '-')}.${format === 'esm' ? 'mjs' : 'cjs'}`;
}

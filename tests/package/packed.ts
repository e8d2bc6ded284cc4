import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../architecture/source-tree.ts';
import { type Files, temporaryFolder, writeTo } from '../build/temporary-folder.ts';

/** What `npm pack` reads. Packing writes to the folder, which other tests read at the same time: so a copy is packed. */
const PACKED = [
  '.eleventy.ts',
  '.github',
  '.npmrc',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'docs',
  'layouts',
  'package.json',
  'src',
  'tsconfig.json',
];

/** The environment of somebody who works on a newsroom: nothing in it is of this project, or of what runs its tests. */
export const ENVIRONMENT: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:BROADSHEET|NODE_(?:ENV|OPTIONS|PATH|V8_COVERAGE)$|VITEST|INIT_CWD$|npm_(?:package|lifecycle|config_(?:local_)?prefix))/.test(
        name,
      ),
  ),
);

/** Packs Broadsheet as it is, and returns the absolute path of the tarball. */
export function pack(): string {
  const copy = temporaryFolder();
  for (const name of PACKED) cpSync(join(PROJECT, name), join(copy, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
  return packFolder(copy);
}

/**
 * Packs a release after that of a tarball: of a higher version, with a text changed for another of the same length, as nothing but what is
 * in its files is to tell them apart.
 *
 * @param tarball Absolute path.
 * @param change Files of the package, what they say, and what they say instead.
 */
export function packLater(
  tarball: string,
  { files, from, to }: { readonly files: readonly string[]; readonly from: string; readonly to: string },
): string {
  const folder = temporaryFolder();
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  const root = join(folder, 'package');
  for (const file of files) rewrite(join(root, file), from, to);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  rewrite(join(root, 'package.json'), `"version": "${version}"`, `"version": "${laterThan(version)}"`);
  // Nothing is to be left out or made anew: what npm packed is packed again.
  const later = join(folder, 'later.tgz');
  execFileSync('tar', ['-czf', later, '-C', folder, 'package']);
  return later;
}

function laterThan(version: string): string {
  return version.replace(/^(\d+)\.(\d+)\.\d+$/, (_, major: string, minor: string) => `${major}.${Number(minor) + 1}.0`);
}

/** Makes a folder that Broadsheet is installed in, as npm does it, with the packages of the registry. */
export function anInstalled(tarball: string, folder: string, files: Files = {}): string {
  const manifest = { name: 'sample', private: true, type: 'module' };
  writeTo(folder, { 'package.json': JSON.stringify(manifest), ...files });
  install(tarball, folder);
  return folder;
}

/** Installs a tarball from the registry's packages into a folder that has a `package.json`. */
export function install(tarball: string, folder: string): void {
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  npm(['install', tarball, ...options], folder);
}

export function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, env: ENVIRONMENT, encoding: 'utf8', maxBuffer: 2 ** 26 });
}

function packFolder(folder: string): string {
  const target = temporaryFolder();
  const told = npm(['pack', '--json', '--loglevel=error', '--pack-destination', target], folder);
  // What a script prints stands before it.
  const name = /"filename":\s*"([^"]+)"/.exec(told)?.[1];
  if (name === undefined) throw new Error(`npm pack said nothing of a file: ${told}`);
  return join(target, name);
}

function rewrite(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  writeFileSync(path, text.replaceAll(from, to));
}

/** All bytes of the packages in a folder but sharp and what it brings, such as the WebAssembly that npm 10 installs too; and how many packages there are, with those. */
export function measured(folder: string): { readonly size: number; readonly packages: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.includes('/.cache/'));
  const counted = paths.filter((path) => !/\/node_modules\/(?:sharp|@img|@emnapi|tslib)\//.test(path));
  // A file with two names takes its place once.
  const sizes = new Map(counted.map((path) => statSync(path)).map(({ ino, size }) => [ino, size]));
  return {
    size: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    packages: paths.filter((path) => /node_modules\/(?:@[^/]+\/)?[^/@]+\/package\.json$/.test(path)).length,
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LockedDependencies, shippedPackages } from '../../src/build/package/shipped-packages.ts';
import { PROJECT } from '../architecture/source-tree.ts';

/** What the lockfile says of a package in one place below `node_modules/`. */
export interface LockedPackage {
  /** The folder that it is installed into, from the project's folder. */
  readonly path: string;
  /** By which others import it; an alias may be another package's name. */
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly license?: string;
  readonly integrity?: string;
  /** The address that it was fetched from. */
  readonly resolved?: string;
  /** Whether it is a link to a folder of this project. */
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  /** Whether a newsroom gets it, installed or bundled with Broadsheet: something that builds need, needs it, on some system. */
  readonly ships: boolean;
  /** Whether only Broadsheet's bundles and tools need it, so that no newsroom installs it. */
  readonly dev?: boolean;
  /** As `dev`, but some package could use it where it is there. */
  readonly devOptional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface OwnEntry {
  readonly packages: { readonly '': Manifest };
}

interface Lockfile {
  /** By folder; that of the project itself is the empty text. */
  readonly packages: Readonly<Record<string, Entry>>;
}

interface Entry extends Omit<LockedPackage, 'path' | 'name' | 'ships'>, LockedDependencies {
  /** Where it is not that of its folder. */
  readonly name?: string;
}

export const MANIFEST: Manifest = readJson('package.json');

/** What the lockfile takes `package.json` to be. */
export const LOCKED_MANIFEST: Manifest = readJson<OwnEntry>('package-lock.json').packages[''];

/** Every package that the lockfile has, for whatever system. */
export const LOCKED_PACKAGES: readonly LockedPackage[] = readLocked(readJson<Lockfile>('package-lock.json').packages);

export const SHIPPED: readonly LockedPackage[] = LOCKED_PACKAGES.filter(({ ships }) => ships);

/** What npm installs beside Broadsheet where that is a dependency. */
export const INSTALLED: readonly LockedPackage[] = SHIPPED.filter(({ dev, devOptional }) => !dev && !devOptional);

/** Whether npm installs it on Linux x64 with glibc, the system that all numbers of docs/dependencies.md are of. */
export function isForLinux({ os, cpu, libc }: LockedPackage): boolean {
  return isOf(os, 'linux') && isOf(cpu, 'x64') && isOf(libc, 'glibc');
}

/** As npm reads `os`, `cpu` and `libc`: nothing is all of them, `!win32` all but one. */
function isOf(listed: readonly string[] | undefined, own: string): boolean {
  if (listed === undefined || listed.includes(own)) return true;
  return listed.every((name) => name.startsWith('!')) && !listed.includes(`!${own}`);
}

function readLocked(packages: Lockfile['packages']): readonly LockedPackage[] {
  const shipped = shippedPackages(packages);
  return Object.entries(packages).flatMap(([path, entry]) =>
    path === '' ? [] : [{ ...entry, path, name: entry.name ?? nameIn(path), ships: shipped.has(path) }],
  );
}

export function readJson<Value>(path: string): Value {
  return JSON.parse(readFileSync(join(PROJECT, path), 'utf8'));
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

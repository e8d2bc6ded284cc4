import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLED, type LockedDependencies, shippedPackages } from '../src/build/package/shipped-packages.ts';

/** Prints which packages ship, as a bill of materials in CycloneDX: `npm run --silent sbom > broadsheet.cdx.json`. */

type Json = Readonly<Record<string, unknown>>;

const MANIFEST = new URL('../package.json', import.meta.url);
const LOCKFILE = new URL('../package-lock.json', import.meta.url);

/**
 * All packages that ship, installed or bundled, for every system, as JSON of CycloneDX 1.5. `npm sbom --omit dev` would leave out what a tool
 * needs as well (js-yaml …), and call the project by the name of its folder; so npm is shown a project of that name without tools.
 */
export function billOfMaterials(): string {
  const manifest: Json = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const lockfile: Json & { readonly packages: Readonly<Record<string, LockedDependencies>> } = JSON.parse(
    readFileSync(LOCKFILE, 'utf8'),
  );
  const shipped = shippedPackages(lockfile.packages);
  const packages = Object.entries(lockfile.packages)
    .filter(([path]) => path === '' || shipped.has(path))
    .map(([path, locked]) => [path, path === '' ? withoutTools(locked as Json) : asShipped(locked as Json)]);

  const temporary = mkdtempSync(join(tmpdir(), 'broadsheet-sbom-'));
  const project = join(temporary, String(manifest['name']));
  try {
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), JSON.stringify(withoutTools(manifest)));
    writeFileSync(
      join(project, 'package-lock.json'),
      JSON.stringify({ ...lockfile, packages: Object.fromEntries(packages) }),
    );
    return npmSbom(project);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** What is bundled stands among the tools in `package.json`, but newsrooms get it. */
function withoutTools({ devDependencies, dependencies, ...rest }: Json): Json {
  const bundled = Object.entries(devDependencies as Json).filter(([name]) => BUNDLED.includes(name));
  return { ...rest, dependencies: { ...(dependencies as Json), ...Object.fromEntries(bundled) } };
}

function asShipped({ dev: _dev, devOptional: _devOptional, ...rest }: Json): Json {
  return rest;
}

function npmSbom(project: string): string {
  const options = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  return execFileSync('npm', ['sbom', ...options, '--include', 'optional'], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    // On Windows npm is a script of the shell's.
    shell: process.platform === 'win32',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(billOfMaterials());

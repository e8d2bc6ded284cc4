import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../architecture/source-tree.ts';
import { BUNDLED } from '../../src/build/package/shipped-packages.ts';
import { INSTALLED, isForLinux, LOCKED_MANIFEST, LOCKED_PACKAGES, MANIFEST, SHIPPED } from './locked-packages.ts';

/** How many packages are installed with Broadsheet on Linux. Another one is another who can break a newsroom's site. */
const MOST_PACKAGES = 125;

const DOCUMENT = readFileSync(join(PROJECT, 'docs/dependencies.md'), 'utf8');

describe('the lockfile', () => {
  it('is of package.json as it is', () => {
    expect(LOCKED_MANIFEST.version).toBe(MANIFEST.version);
    expect(LOCKED_MANIFEST.dependencies).toEqual(MANIFEST.dependencies);
    expect(LOCKED_MANIFEST.devDependencies).toEqual(MANIFEST.devDependencies);
  });

  it('has a hash of each package, for every system: nothing else is installed', () => {
    expect(LOCKED_PACKAGES.length).toBeGreaterThan(400);
    expect(pathsOf(LOCKED_PACKAGES.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')))).toEqual(
      [],
    );
  });

  it('names no registry but npm’s own, no repository and no folder', () => {
    const elsewhere = LOCKED_PACKAGES.filter(
      ({ resolved, link }) =>
        link === true || !(resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/'),
    );
    expect(pathsOf(elsewhere)).toEqual([]);
  });

  it('has one package that would run something when it is installed, which does without', () => {
    expect(pathsOf(SHIPPED.filter(({ hasInstallScript }) => hasInstallScript === true))).toEqual([
      'node_modules/esbuild',
    ]);
  });
});

describe('npm in this project', () => {
  const settings = readFileSync(join(PROJECT, '.npmrc'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  it('writes exact versions, and is told of no registry', () => {
    expect(settings.sort()).toEqual(['omit-lockfile-registry-resolved=true', 'save-exact=true']);
  });
});

describe('what ships', () => {
  it('is named in package.json by the version that was tried', () => {
    const locked = new Map(SHIPPED.map(({ path, version }) => [path, version]));
    const { dependencies, devDependencies } = MANIFEST;
    const named = [...Object.entries(dependencies), ...BUNDLED.map((name) => [name, devDependencies[name]] as const)];

    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(([name, version]) => version !== locked.get(`node_modules/${name}`))).toEqual([]);
  });

  it('does not grow unnoticed, and is counted in docs/dependencies.md and README.md', () => {
    const installed = INSTALLED.filter(isForLinux).length;

    expect(installed).toBeLessThanOrEqual(MOST_PACKAGES);
    for (const text of [DOCUMENT, readFileSync(join(PROJECT, 'README.md'), 'utf8')])
      expect(/\b77 MB with (?:the )?(\d+) packages beside it/.exec(text)?.[1]).toBe(String(installed));
  });

  it('has one version of each package, but for those of which docs/dependencies.md says why', () => {
    const versions = new Map<string, Set<string>>();
    for (const { name, version } of SHIPPED) versions.set(name, (versions.get(name) ?? new Set()).add(version));
    const several = [...versions].filter(([, all]) => all.size > 1).map(([name]) => name);
    const section = DOCUMENT.split('\n## ').find((part) => part.startsWith('Several versions of one package')) ?? '';
    const explained = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);

    expect(several.sort()).toEqual(explained.sort());
  });
});

function pathsOf(packages: typeof LOCKED_PACKAGES): readonly string[] {
  return packages.map(({ path }) => path);
}

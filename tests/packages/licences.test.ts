import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../architecture/source-tree.ts';
import { isForLinux, type LockedPackage, readJson, SHIPPED } from './locked-packages.ts';

/** Licences that let anybody use, change and sell what is made with the package, and ask for their own text at most. */
const PERMISSIVE = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  // js-yaml's parser of arguments; the licence of Python's own library.
  'Python-2.0',
];

/** Licences that are accepted of these packages only, and why. */
const EXCEPTIONS = [
  ...[
    { packages: /^@img\/sharp-libvips-/, license: 'LGPL-3.0-or-later' },
    { packages: /^@img\/sharp-win32-/, license: 'Apache-2.0 AND LGPL-3.0-or-later' },
    { packages: /^@img\/sharp-wasm32$/, license: 'Apache-2.0 AND LGPL-3.0-or-later AND MIT' },
  ].map((libvips) => ({
    ...libvips,
    reason: 'A library that is loaded as a file of its own, which anybody may replace; none of it is in a site.',
  })),
  {
    packages: /^lightningcss(?:-[a-z0-9-]+)?$/,
    license: 'MPL-2.0',
    reason: 'Asks who changes its files to publish them; they are installed as they are, and none is in a site.',
  },
  {
    packages: /^caniuse-lite$/,
    license: 'CC-BY-4.0',
    reason: 'Data with the name of its source, asked while a build runs; none of it is in a site.',
  },
];

describe('a package that ships', () => {
  it('has a licence that docs/dependencies.md allows, on every system', () => {
    expect(SHIPPED.length).toBeGreaterThan(150);
    expect(SHIPPED.filter((locked) => !isAllowed(locked)).map(toText)).toEqual([]);
  });

  it('has the licence that the lockfile says', () => {
    const installed = SHIPPED.filter(({ path }) => existsSync(join(PROJECT, path)));
    const others = installed.filter(({ path, license }) => licenseIn(readJson(`${path}/package.json`)) !== license);

    expect(installed.length).toBeGreaterThan(100);
    expect(others.map(toText)).toEqual([]);
  });

  it('is not excepted from the rule without need', () => {
    const needless = EXCEPTIONS.filter(
      ({ packages, license }) => !SHIPPED.some((locked) => packages.test(locked.name) && locked.license === license),
    );
    expect(needless).toEqual([]);
  });
});

describe('the rule of licences', () => {
  const locked = SHIPPED.filter(isForLinux)[0] as LockedPackage;

  it.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'SSPL-1.0',
    'LGPL-3.0-or-later',
    'MPL-2.0',
    '(MIT OR GPL-3.0)',
    'UNLICENSED',
    '',
  ])('does not allow %j of any package', (license) => {
    expect(isAllowed({ ...locked, license })).toBe(false);
  });

  it('does not allow a package that names none', () => {
    const { license: _, ...unlicensed } = locked;
    expect(isAllowed(unlicensed)).toBe(false);
  });
});

function isAllowed({ name, license = '' }: LockedPackage): boolean {
  const isExcepted = EXCEPTIONS.some((exception) => exception.packages.test(name) && exception.license === license);
  return PERMISSIVE.includes(license) || isExcepted;
}

/** The licence in a `package.json`, also in the forms of old packages. */
function licenseIn(manifest: { readonly license?: string | { readonly type: string } }): string | undefined {
  return typeof manifest.license === 'object' ? manifest.license.type : manifest.license;
}

function toText({ path, license }: LockedPackage): string {
  return `${path}: ${license}`;
}

import { homedir, tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { billOfMaterials } from '../../docs/print-sbom.ts';
import { BUNDLED } from '../../src/build/package/shipped-packages.ts';
import { PROJECT } from '../architecture/source-tree.ts';
import { LOCKED_PACKAGES, MANIFEST, SHIPPED } from './locked-packages.ts';

interface Bill {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Component {
  readonly 'bom-ref': string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly unknown[];
}

describe('the bill of materials', () => {
  const text = billOfMaterials();
  const bill: Bill = JSON.parse(text);
  const references = bill.components.map((component) => component['bom-ref']);

  it('is of Broadsheet, in CycloneDX', () => {
    expect(bill.bomFormat).toBe('CycloneDX');
    expect(bill.metadata.component).toMatchObject({ name: MANIFEST.name, version: MANIFEST.version });
  });

  it('has each package that ships, for every system, and no tool', () => {
    const shipped = new Set(SHIPPED.map(({ name, version }) => `${name}@${version}`));

    expect(references.toSorted()).toEqual([...shipped].sort());
    expect(shipped.size).toBeLessThan(0.6 * LOCKED_PACKAGES.length);
  });

  it('has a hash, a licence and an address of each package', () => {
    const lacking = bill.components.filter(
      ({ hashes = [], licenses = [], purl }) =>
        hashes.length === 0 || licenses.length === 0 || !purl.startsWith('pkg:npm/'),
    );
    expect(lacking).toEqual([]);
  });

  it('says what needs what', () => {
    const known = new Set([...references, `${MANIFEST.name}@${MANIFEST.version}`]);
    const own = bill.dependencies.find(({ ref }) => ref === `${MANIFEST.name}@${MANIFEST.version}`);

    expect(own?.dependsOn).toHaveLength(Object.keys(MANIFEST.dependencies).length + BUNDLED.length);
    expect(
      bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !known.has(ref)),
    ).toEqual([]);
  });

  it('names nothing of the machine that it was made on', () => {
    expect([PROJECT, tmpdir(), homedir()].filter((path) => text.includes(path))).toEqual([]);
    expect(text).not.toMatch(/file:|localhost|"distribution"/);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Ended } from '../cli/run.ts';
import { NOW, PROJECT, run } from '../site/run-broadsheet.ts';
import { NODES, nodeBinary } from './node-binaries.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-nodes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** With which the others are compared. */
const FIRST = NODES[0];

describe.each(NODES)('Node %s', (version) => {
  it('is the release that was asked for', () => {
    expect(on(version, '--version').stdout).toMatch(new RegExp(`^v${version.replace('.', '\\.')}\\.`));
  });

  it('checks the demo newsroom, and prints nothing on standard error', () => {
    const { status, stderr } = on(version, 'src/cli/broadsheet.js', 'check', '--now', NOW);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('builds it, and prints nothing on standard error', () => {
    const { status, stderr } = build(version, 'site');
    expect([status, stderr]).toEqual([0, '']);
    expect(filesOf(siteOf(version)).size).toBeGreaterThan(400);
  });

  it('builds it again where nothing has changed, and prints nothing on standard error', () => {
    const { status, stdout, stderr } = build(version, 'site');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('0 files written');
  });

  it.skipIf(version === FIRST)(`builds the same site as Node ${FIRST}, byte by byte`, () => {
    const [first, own] = [filesOf(siteOf(FIRST)), filesOf(siteOf(version))];
    expect([...own.keys()]).toEqual([...first.keys()]);
    expect([...own].filter(([path, bytes]) => !first.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([]);
  });

  it.skipIf(version === FIRST)(`prints dates, times, numbers and names as Node ${FIRST} does`, () => {
    const texts = textsOn(version);
    expect(Object.keys(texts).length).toBeGreaterThan(10_000);
    expect(texts).toEqual(textsOn(FIRST));
  });
});

/** Runs a Node in the project's folder. */
function on(version: string, ...args: readonly string[]): Ended {
  return run(nodeBinary(version), args, { cwd: PROJECT });
}

function build(version: string, name: string): Ended {
  const output = join(folder, version, name);
  const folders = ['--output', output, '--cache', `${output}-cache`];
  return on(version, 'src/cli/broadsheet.js', 'build', '--content', 'content', ...folders, '--now', NOW);
}

function siteOf(version: string): string {
  return join(folder, version, 'site');
}

/** Every file of a site by its path, in the order of paths. */
function filesOf(site: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(site, path), readFileSync(path)]));
}

function textsOn(version: string): Readonly<Record<string, string>> {
  const { status, stdout, stderr } = on(version, '--import', 'tsx', 'tests/nodes/printed-texts.ts');
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Record<string, string>;
}

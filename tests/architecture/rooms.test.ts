import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeFiles, filesBelow, PROJECT } from './source-tree.ts';

describe('the rooms of the house', () => {
  const files = ['src', 'layouts', 'tests'].flatMap(filesBelow);

  /** It has a folder for each of `src/`, and those of suites that test the whole program. */
  const MIRROR = 'tests';
  /** A newsroom knows each of these by its name: there is one for each sort of page. */
  const LAYOUTS = 'layouts';

  it('has no folder in which one must search: at most 20 entries, fixtures aside', () => {
    const entries = new Map<string, Set<string>>();
    for (const file of files.filter((path) => !path.includes('/fixtures/'))) {
      for (let path = file; path.includes('/'); path = dirname(path)) {
        const folder = dirname(path);
        entries.set(folder, (entries.get(folder) ?? new Set()).add(path));
      }
    }
    const wide = [...entries]
      .filter(([folder, within]) => within.size > 20 && folder !== MIRROR && folder !== LAYOUTS)
      .map(([folder, { size }]) => `${folder}: ${size}`);

    expect(entries.size).toBeGreaterThan(50);
    expect(wide).toEqual([]);
  });

  it('has no room for what has no name', () => {
    const nameless = /(?:^|\/)(?:utils?|helpers?|lib|common|shared|misc|types|constants)(?:\/|\.tsx?$)/;

    expect(nameless.test('src/pages/utils.ts')).toBe(true);
    expect(files.filter((path) => nameless.test(path))).toEqual([]);
  });

  it('has files that are ideas: not functions by themselves, and not two ideas in one', () => {
    const lengths = codeFiles()
      .filter(({ path }) => path.startsWith('src/'))
      .map(({ path }) => ({ path, lines: readFileSync(join(PROJECT, path), 'utf8').split('\n').length - 1 }))
      .sort((one, other) => one.lines - other.lines);
    const median = lengths[Math.floor(lengths.length / 2)]?.lines ?? 0;

    expect(median).toBeGreaterThanOrEqual(70);
    expect(median).toBeLessThanOrEqual(120);
    expect(lengths.filter(({ lines }) => lines > 320)).toEqual([]);
  });
});

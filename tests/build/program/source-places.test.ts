import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mapOfOwnCode } from '../../../src/build/package/map-own-code.ts';
import { sourcePlacesIn, withSourcePlaces } from '../../../src/build/program/source-places.ts';
import { temporaryFolder } from '../../build/temporary-folder.ts';

/** A line compiled of a file of ours, of one of a package, and of ours again. */
const MAP = { version: 3, sources: ['../src/ours.ts', '../node_modules/theirs/index.js'], mappings: 'AAAA,UCAA,UDCA' };

describe('places in the compiled program', () => {
  const folder = temporaryFolder({ 'dist/program.cjs.map': JSON.stringify(mapOfOwnCode(MAP)) });
  const compiled = join(folder, 'dist/program.cjs');
  const stack = [
    'Error: It failed',
    `    at theirs (${compiled}:1:12)`,
    `    at ours (${compiled}:1:1)`,
    '    at node:internal/main:1:1',
  ].join('\n');

  it('are told by the file that was compiled, as far as the map of a package says', () => {
    expect(sourcePlacesIn(stack)).toEqual([{ file: join(folder, 'src/ours.ts'), line: 1, column: 1 }]);
  });

  it('stay as they are where it says nothing but that code of ours has ended', () => {
    const [, theirs, ours] = withSourcePlaces(stack).split('\n');

    expect(theirs).toBe(`    at theirs (${compiled}:1:12)`);
    expect(ours).toMatch(/src\/ours\.ts:1:1\)$/);
  });
});

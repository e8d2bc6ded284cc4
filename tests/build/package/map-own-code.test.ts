import { SourceMap } from 'node:module';
import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
import { mapOfOwnCode } from '../../../src/build/package/map-own-code.ts';

const OURS = 'export function ours(a) {\n  return a + 1;\n}\n\n\nexport const more = ours(41);\n';
const { map } = transformSync(OURS, { sourcemap: 'external', sourcefile: 'src/ours.ts', minifyWhitespace: true });
const own = JSON.parse(map) as { version: number; sources: string[]; mappings: string };

it('leaves a map of own code as it is', () => {
  expect(mapOfOwnCode(own)).toEqual(own);
});

it('leaves out where packages lead, and leads from all else to where it led before', () => {
  // A package, a file of ours on the line below it, and a package behind that on the same line.
  const joined = {
    version: 3,
    sources: ['node_modules/x/a.js', 'src/ours.ts', 'node_modules/y/b.js'],
    names: [],
    sourcesContent: [],
    file: '',
    sourceRoot: '',
    mappings: 'AAAA,IAAI;ACCJ,SAAS,MADT,CCEA;AAAA,KDCI',
  };
  const kept = mapOfOwnCode(joined);
  const [before, after] = [new SourceMap(joined), new SourceMap({ ...joined, ...kept, sources: [...kept.sources] })];

  expect(kept.sources).toEqual(['src/ours.ts']);
  for (let line = 0; line < 3; line += 1) {
    for (let column = 0; column < 30; column += 1) {
      const [was, is] = [before.findEntry(line, column), after.findEntry(line, column)];
      const isOurs = 'originalSource' in was && was.originalSource.startsWith('src/');
      if (!isOurs) continue;
      expect(is).toMatchObject({
        originalSource: was.originalSource,
        originalLine: was.originalLine,
        originalColumn: was.originalColumn,
      });
    }
  }
  expect(after.findEntry(0, 5)).not.toHaveProperty('originalSource', 'src/ours.ts');
});

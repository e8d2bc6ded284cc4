import { SourceMap, type SourceMapPayload } from 'node:module';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { toAscii } from '../../../src/build/program/to-ascii.js';

/** A bundle of a module, as esbuild makes it. */
async function bundled(contents: string): Promise<{ readonly code: string; readonly map: string }> {
  const { outputFiles } = await build({
    stdin: { contents, sourcefile: 'written.js' },
    outfile: 'bundle.js',
    minifyWhitespace: true,
    sourcemap: 'external',
    write: false,
  });
  const [map = '', code = ''] = outputFiles.map(({ text }) => text);
  return { code, map };
}

describe('a bundle in ASCII', () => {
  it.each([
    ['/[“”]/.test("“")', true],
    ['/[“”]/.test("u")', false],
    ['/^[🎉🌊]$/u.test("🎉")', true],
    ['/^🎉$/.test("🎉")', true],
    ['/^[a-й]+$/.test("бв")', true],
    ['/^\\é$/.test("é")', true],
    ['/^\\\\é$/.test("\\\\é")', true],
    ['/é\\/ü/.test("é/ü")', true],
    ['"é".replace(/é/, "ü" + `ñ`)', 'üñ'],
  ])('does the same: %s', async (expression, expected) => {
    const { code, map } = await bundled(`globalThis.made = ${expression};`);
    const ascii = toAscii(code, map).code;
    const context: { made?: unknown } = {};
    runInNewContext(ascii, context);

    expect(ascii).toMatch(/^\p{ASCII}*$/u);
    expect(context.made).toBe(expected);
  });

  it('has a source map that leads where it led before', async () => {
    const source = 'const one = /é“/; const two = /🎉🎉/u; mark(1);\nmark(/[ü]/, 2); const three = /é/; mark(3);\n';
    const { code, map } = await bundled(source);
    const ascii = toAscii(code, map);
    const before = placesIn(code, map);

    expect(before).toHaveLength(3);
    expect(new Set(before.map((place) => JSON.stringify(place))).size).toBe(3);
    expect(placesIn(ascii.code, ascii.map)).toEqual(before);
  });

  it('is as it was where there is nothing to write otherwise', async () => {
    const { code, map } = await bundled('mark("plain");');
    const ascii = toAscii(code, map);

    expect(ascii.code).toBe(code);
    expect(JSON.parse(ascii.map)).toEqual(JSON.parse(map));
  });
});

/** Where the calls of `mark` were written. */
function placesIn(code: string, map: string): readonly unknown[] {
  const sources = new SourceMap(JSON.parse(map) as SourceMapPayload);
  return code.split('\n').flatMap((line, index) =>
    [...line.matchAll(/mark\(/g)].map(({ index: column }) => {
      const { originalLine, originalColumn } = sources.findEntry(index, column) as Record<string, unknown>;
      return { originalLine, originalColumn };
    }),
  );
}

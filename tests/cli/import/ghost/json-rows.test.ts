import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonRow, jsonRows } from '../../../../src/cli/import/sources/ghost/json-rows.ts';
import { aFolder } from './an-export.ts';

/** The rows of `rows` and `more`, whatever stands around them. */
async function read(text: string): Promise<{ readonly rows: readonly JsonRow[]; readonly isComplete: boolean }> {
  const file = join(aFolder({ 'a.json': text }), 'a.json');
  const rows: JsonRow[] = [];
  const found = jsonRows(file, (path) => {
    if (path.length === 0 || (path.length === 1 && /^(?:rows|more)$/.test(path[0] ?? ''))) return 'enter';
    return path.length === 2 ? 'read' : 'skip';
  });
  for (;;) {
    const next = await found.next();
    if (next.done) return { rows, isComplete: next.value };
    rows.push(next.value);
  }
}

describe('the rows of a file of JSON', () => {
  it('are found one by one, with where they begin', async () => {
    const text =
      ' {"a": "rows", "rows" : [ {"id": 1}, 5, "{", [2, {"x": "]}\\"]"}] ], "more": {"key": {"id": 3}}, "b": [[{}]]}';

    const { rows, isComplete } = await read(text);

    expect(rows.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
      [['rows', '0'], '{"id": 1}'],
      [['rows', '3'], '[2, {"x": "]}\\"]"}]'],
      [['more', 'key'], '{"id": 3}'],
    ]);
    for (const { start, bytes } of rows) expect(text.slice(start, start + bytes.length)).toBe(bytes.toString());
    expect(isComplete).toBe(true);
  });

  it('are what JSON.parse reads of it, whatever they hold and wherever the file is cut in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), fc.nat(40), async (values, spaces) => {
        const filler = ' '.repeat(2 ** 20 - spaces);
        const { rows, isComplete } = await read(
          `${filler}${JSON.stringify({ other: values, rows: values }, undefined, 1)}`,
        );

        expect(rows.map(({ bytes }) => JSON.parse(bytes.toString()))).toEqual(JSON.parse(JSON.stringify(values)));
        expect(isComplete).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  it.each(['{"rows": [{"id": 1}, {"id"', '{"rows": [{"id": 1}', '{"rows": [{"id": 1}], "a": "b'])(
    'end where the file is torn off: %s',
    async (text) => {
      const { rows, isComplete } = await read(text);

      expect(rows.map(({ bytes }) => bytes.toString())).toEqual(['{"id": 1}']);
      expect(isComplete).toBe(false);
    },
  );

  it.each([
    ['brackets without an end', '['.repeat(1_000_000)],
    ['brackets without a beginning', `${'}]'.repeat(500_000)}{"rows":[]}`],
    ['a name without an end', `{"${'x'.repeat(5_000_000)}`],
    ['nothing', ''],
    ['other bytes', '\u0000\uFEFF<html>{,:,:}'],
  ])('are none in %s', async (_what, text) => {
    expect((await read(text)).rows).toEqual([]);
  });
});

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

interface SourceMap {
  readonly version: number;
  readonly sources: readonly string[];
  readonly mappings: string;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]));

/**
 * Leaves what packages were compiled to out of a source map (ECMA-426), of which it is the larger part: nobody looks for a fault of ours there.
 * What is left is compressed, for it is read only where a stack is told.
 *
 * @param file Absolute path of the map; a file with `.gz` behind its name takes its place.
 */
export function keepMapOfOwnCode(file: string): void {
  const map = mapOfOwnCode(JSON.parse(readFileSync(file, 'utf8')) as SourceMap);
  writeFileSync(`${file}.gz`, gzipSync(JSON.stringify(map), { level: 9 }));
  rmSync(file);
}

/** A source map without the places that lead to a file below `node_modules`. */
export function mapOfOwnCode(map: SourceMap): SourceMap {
  const isOwn = map.sources.map((source) => !source.includes('node_modules/'));
  const number = new Map<number, number>();
  const sources: string[] = [];
  for (const [index, source] of map.sources.entries()) if (isOwn[index]) number.set(index, sources.push(source) - 1);
  // Source, line and column count on from line to line of the compiled code; its own column begins anew in each.
  const [read, written] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  const mappings = map.mappings.split(';').map((line) => {
    let [readColumn, writtenColumn] = [0, 0];
    let wasOwn = true;
    const kept: string[] = [];
    for (const segment of line === '' ? [] : line.split(',')) {
      const [column = 0, ...moves] = decoded(segment);
      readColumn += column;
      for (const [index, move] of moves.slice(0, 3).entries()) read[index] = (read[index] ?? 0) + move;
      const source = moves.length > 0 ? number.get(read[0] ?? 0) : undefined;
      // Where a package begins, the file before it ends.
      if (source === undefined && !wasOwn) continue;
      const fields = source === undefined ? [] : [source, read[1] ?? 0, read[2] ?? 0];
      const values = [readColumn - writtenColumn, ...fields.map((field, index) => field - (written[index] ?? 0))];
      writtenColumn = readColumn;
      for (const [index, field] of fields.entries()) written[index] = field;
      kept.push(values.map(encoded).join(''));
      wasOwn = source !== undefined;
    }
    return kept.join(',');
  });
  return { ...map, sources, mappings: mappings.join(';') };
}

/** The numbers of a segment: base 64, five bits a digit, the lowest first, of which the first is the sign. */
function decoded(segment: string): readonly number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = VALUE.get(digit) ?? 0;
    value += (bits & 31) * 2 ** shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value % 2 === 1 ? -Math.floor(value / 2) : value / 2);
    value = 0;
    shift = 0;
  }
  return numbers;
}

function encoded(number: number): string {
  let value = number < 0 ? -number * 2 + 1 : number * 2;
  let digits = '';
  do {
    const bits = value % 32;
    value = Math.floor(value / 32);
    digits += DIGITS[value > 0 ? bits + 32 : bits];
  } while (value > 0);
  return digits;
}

import { createReadStream } from 'node:fs';

/** What is done with an object or a list: it is read as a whole, or what is in it is looked at one by one, or neither. */
export type Way = 'read' | 'enter' | 'skip';

/** A value within a file of JSON, still as text. */
export interface JsonRow {
  /** The keys and positions that lead to it: `['db', '0', 'data', 'posts', '17']`. */
  readonly path: readonly string[];
  /** To be read before the next is asked for. */
  readonly bytes: Buffer;
  /** Where it begins in the file, in bytes. */
  readonly start: number;
}

interface Level {
  readonly isArray: boolean;
  index: number;
  key: string;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [ARRAY, ARRAY_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/** A name that leads to a row. What is longer is none that anybody asks for. */
const LONGEST_KEY = 1000;

/**
 * Objects and lists within a file of JSON, one after the other, so that a file of any size can be read: no more of it is in memory than one row.
 * Only brackets, commas and names are read, so what is wrong within a row is found by whoever parses it.
 *
 * @param wayOf Asked for each object and list of which those around it were entered.
 * @returns Whether the file was complete: `false` if it ends in the middle.
 */
export async function* jsonRows(
  file: string,
  wayOf: (path: readonly string[]) => Way,
): AsyncGenerator<JsonRow, boolean> {
  const levels: Level[] = [];
  /** What is read or skipped now. */
  let row:
    | { readonly path: readonly string[]; readonly start: number; readonly parts: Buffer[] | undefined }
    | undefined;
  /** How many of its brackets are open. */
  let depth = 0;
  let isInText = false;
  let isEscaped = false;
  /** The last text outside of a row, as written: it may be a name. */
  let name = '';
  let offset = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isInText = false;
        if (!row && isInText && name.length < LONGEST_KEY) name += String.fromCharCode(byte as number);
      } else if (byte === QUOTE) {
        isInText = true;
        if (!row) name = '';
      } else if (byte === OBJECT || byte === ARRAY) {
        if (row) depth += 1;
        else {
          const path = levels.map(({ isArray, index, key }) => (isArray ? String(index) : key));
          const way = wayOf(path);
          if (way === 'enter') levels.push({ isArray: byte === ARRAY, index: 0, key: '' });
          else row = { path, start: offset + at, parts: way === 'read' ? [] : undefined };
          depth = 1;
          from = at;
        }
      } else if (byte === OBJECT_END || byte === ARRAY_END) {
        if (!row) levels.pop();
        else {
          depth -= 1;
          if (depth > 0) continue;
          const last = chunk.subarray(from, at + 1);
          if (row.parts)
            yield {
              path: row.path,
              bytes: row.parts.length === 0 ? last : Buffer.concat([...row.parts, last]),
              start: row.start,
            };
          row = undefined;
        }
      } else if (!row) {
        const level = levels.at(-1);
        if (byte === COMMA && level) level.index += 1;
        if (byte === COLON && level) level.key = name;
      }
    }
    row?.parts?.push(chunk.subarray(from));
    offset += chunk.length;
  }
  return !row && !isInText && levels.length === 0;
}

import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';

/**
 * A line of a stack in the compiled program; a longer line of it is a text of the program itself. Its path begins behind a bracket, if the function
 * has a name, which may be a path, too.
 */
const FRAME = /^\s+at (?:.{0,1000}? \()?((?:[A-Za-z]:)?[/\\][^:]{1,1000}(?:program|layouts)\.cjs):(\d+):(\d+)\)?$/;

/**
 * What is said of a file of the newsroom's own that threw when it was loaded, before anything was asked of it: where, why, and what next.
 * Nothing where no such file has to do with it.
 *
 * @param {unknown} fault
 * @param {import('../../build/program/compile.js').Folders} folders
 * @returns {string | undefined}
 */
export function describeLoadFault(fault, { newsroom }) {
  if (!(fault instanceof Error)) return undefined;
  for (const line of (fault.stack ?? '').split('\n')) {
    const place = placeIn(line);
    const path = place && relative(newsroom, place.file).replaceAll(sep, '/');
    if (!place || path === undefined || path.startsWith('../') || path.includes('node_modules/')) continue;
    const text = readFileSync(place.file, 'utf8').split('\n')[place.line - 1] ?? '';
    return [
      `${path}:${place.line}:${place.column} ${fault.name}: ${fault.message}`,
      `  ${text.trim()}`,
      '  hint: correct the line: it is run when the file is loaded, before any page is made',
    ].join('\n');
  }
  return undefined;
}

/**
 * The place in a source file that is meant by a line of a stack.
 *
 * @param {string} line
 * @returns {{ readonly file: string, readonly line: number, readonly column: number } | undefined}
 */
function placeIn(line) {
  const [, compiled = '', row, column] = FRAME.exec(line) ?? [];
  if (compiled === '') return undefined;
  try {
    const entry = new SourceMap(JSON.parse(readFileSync(`${compiled}.map`, 'utf8'))).findEntry(
      Number(row) - 1,
      Number(column) - 1,
    );
    if (!('originalSource' in entry)) return undefined;
    const file = resolve(dirname(compiled), entry.originalSource);
    return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  } catch {
    return undefined;
  }
}

import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { NO_TEMPORARY, TEMPORARY_HINT } from '../../disk/temporary.js';
import { OTHERWISE, REMEDIES } from './remedies.js';

/**
 * A line of a stack in the compiled program; a longer line of it is a text of the program itself. Its path begins behind a bracket, if the function
 * has a name, which may be a path, too.
 */
const FRAME = /^\s+at (?:.{0,1000}? \()?((?:[A-Za-z]:)?[/\\][^:]{1,1000}(?:program|layouts)\.cjs):(\d+):(\d+)\)?$/;

/** Exit codes: a file of the newsroom's own is to blame; the machine is. */
const OF_NEWSROOM = 1;
const OF_MACHINE = 3;

/**
 * What is said of a program that could not be compiled or loaded, before anything was asked of it: by a file of the newsroom's own, or by the machine.
 * Nothing where neither has to do with it.
 *
 * @param {unknown} fault
 * @param {import('../../build/program/compile.js').Folders} folders
 * @returns {{ readonly text: string, readonly exitCode: number } | undefined}
 */
export function describeLoadFault(fault, folders) {
  if (!(fault instanceof Error)) return undefined;
  const ofOwn = describeOwn(fault, folders);
  if (ofOwn !== undefined) return { text: ofOwn, exitCode: OF_NEWSROOM };
  const ofMachine = describeMachine(fault);
  return ofMachine === undefined ? undefined : { text: ofMachine, exitCode: OF_MACHINE };
}

/**
 * What is said of a file of the newsroom's own that threw when it was loaded: where, why, and what next.
 *
 * @param {Error} fault
 * @param {import('../../build/program/compile.js').Folders} folders
 */
function describeOwn(fault, { newsroom }) {
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
 * What is said of a machine on which nothing can be compiled.
 *
 * @param {Error} fault
 */
function describeMachine(fault) {
  const cause = fault.name === NO_TEMPORARY ? fault.cause : fault;
  const { code, path, syscall, message } = /** @type {NodeJS.ErrnoException} */ (cause);
  if (code === undefined || syscall === undefined) return undefined;
  const remedy = REMEDIES[code] ?? OTHERWISE;
  const ofPath = { what: `${remedy.what} ${path === undefined ? 'a file' : `\`${path}\``}`, hint: remedy.hint };
  const { what, hint } = cause === fault ? ofPath : { what: fault.message, hint: TEMPORARY_HINT };
  return `${what}; the command has not begun.\n  hint: ${hint}\n  The system says: ${message}`;
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

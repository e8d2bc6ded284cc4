import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, resolve } from 'node:path';
import { shownPath } from '../disk/project.ts';

/** A place in a source file. */
export interface SourcePlace {
  /** Absolute path. */
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

const PLACE = /(\/[^\s()]*\/program\.cjs):(\d+):(\d+)/g;

/** Writes the places of the compiled program in a stack as those of the files that it was compiled from. */
export function withSourcePlaces(stack: string): string {
  return stack.replace(PLACE, (compiled, ...found: readonly string[]) => {
    const place = placeOf(found);
    return place ? `${shownPath(place.file)}:${place.line}:${place.column}` : compiled;
  });
}

/** The places of source files in a stack of the compiled program, the innermost first. */
export function sourcePlacesIn(stack: string): readonly SourcePlace[] {
  return [...stack.matchAll(PLACE)].flatMap(([, ...found]) => placeOf(found) ?? []);
}

function placeOf([file = '', line, column]: readonly string[]): SourcePlace | undefined {
  const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
  if (!entry || !('originalSource' in entry)) return undefined;
  const source = resolve(dirname(file), entry.originalSource);
  return { file: source, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

const maps = new Map<string, SourceMap | undefined>();

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(`${file}.map`));
  return maps.get(file);
}

function readMap(path: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(path, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}

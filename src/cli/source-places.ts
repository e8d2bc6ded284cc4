import { readFileSync } from 'node:fs';
import { type SourceMapPayload, SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { PROJECT } from '../eleventy/project.ts';

const PLACE = /(\/[^\s()]*\/program\.cjs):(\d+):(\d+)/g;

/** Writes the places of the compiled program in a stack as those of the files that it was compiled from. */
export function withSourcePlaces(stack: string): string {
  return stack.replace(PLACE, (place, file: string, line: string, column: string) => {
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return place;
    const source = relative(PROJECT, resolve(dirname(file), entry.originalSource));
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
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

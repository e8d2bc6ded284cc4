import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapping, type SourceMapPayload } from 'node:module';
import { dirname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { FindOrigin } from '../../diagnostics/own-file.ts';
import { causesOf } from '../../diagnostics/causes.ts';
import { NEWSROOM, shownPath } from '../../disk/project.ts';

/** A place in a file. Line and column count from 1. */
export interface SourcePlace {
  /** Absolute. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A line of a stack: what is before the place, the place, and what is behind it. */
const FRAME = /^(\s+at (?:.*? \()?)((?:file:\/\/)?\/.*):(\d+):(\d+)(\)?)$/;
const LONGEST = 2000;
const COMPILED = /\/(?:program|layouts|bundled-eleventy)\.cjs$/;

/** Writes the places of the compiled program in a stack as those of the files that it was compiled from. */
export function withSourcePlaces(stack: string): string {
  const lines = stack.split('\n').map((written) => {
    const [, start = '', , , , end = ''] = frameIn(written) ?? [];
    const place = compiledPlaceIn(written);
    return place ? `${start}${shownPath(place.file)}:${place.line}:${place.column}${end}` : written;
  });
  return lines.join('\n');
}

/** The places of source files in a stack of the compiled program, the innermost first. */
export function sourcePlacesIn(stack: string): readonly SourcePlace[] {
  return stack.split('\n').flatMap((written) => compiledPlaceIn(written) ?? []);
}

/** Where in a file of the newsroom's own something was thrown. */
export const findOriginInOwn: FindOrigin = (fault) => {
  for (const { stack = '' } of causesOf(fault).toReversed()) {
    for (const written of stack.split('\n')) {
      const place = compiledPlaceIn(written) ?? placeIn(written);
      if (place && isOwn(place.file)) return { path: shownPath(place.file), line: place.line, column: place.column };
    }
  }
  return undefined;
};

function isOwn(file: string): boolean {
  const isPackage = file.includes(`${sep}node_modules${sep}`);
  return !isPackage && ['rules', 'layouts'].some((folder) => file.startsWith(NEWSROOM + sep + folder + sep));
}

function frameIn(written: string): RegExpExecArray | undefined {
  return written.length > LONGEST ? undefined : (FRAME.exec(written) ?? undefined);
}

function placeIn(written: string): SourcePlace | undefined {
  const [, , path = '', line, column] = frameIn(written) ?? [];
  if (path === '') return undefined;
  const file = path.startsWith('file:') ? fileURLToPath(path) : path;
  return { file, line: Number(line), column: Number(column) };
}

/** The place that was compiled to one of the program. */
function compiledPlaceIn(written: string): SourcePlace | undefined {
  const place = placeIn(written);
  if (!place || !COMPILED.test(place.file)) return undefined;
  const { originalSource, originalLine, originalColumn }: Partial<SourceMapping> =
    mapOf(place.file)?.findEntry(place.line - 1, place.column - 1) ?? {};
  // The map of a package says of code that is not Broadsheet's where it begins, and nothing else.
  if (originalSource === undefined || originalLine === undefined || originalColumn === undefined) return undefined;
  return { file: resolve(dirname(place.file), originalSource), line: originalLine + 1, column: originalColumn + 1 };
}

const maps = new Map<string, SourceMap | undefined>();

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(`${file}.map`));
  return maps.get(file);
}

/** A map beside compiled files; that of a package is compressed. */
function readMap(path: string): SourceMap | undefined {
  try {
    const text = existsSync(path)
      ? readFileSync(path, 'utf8')
      : gunzipSync(readFileSync(`${path}.gz`)).toString('utf8');
    return new SourceMap(JSON.parse(text) as SourceMapPayload);
  } catch {
    return undefined;
  }
}

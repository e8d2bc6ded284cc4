import { LineStarts } from '../../domain/content/source.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Keys, WrittenValue } from './written-values.ts';

/** Whether a text that is printed is wanted at some keys. `value` is what YAML makes of what stands there. */
export type TakesText = (keys: Keys, value: unknown) => boolean;

/** YAML that can be read, and what decides whether it was meant as it is read. */
export interface DoubtfulYaml {
  readonly path: string;
  readonly yaml: string;
  /** The line of the file on which it begins, counted from 1. */
  readonly firstLine: number;
  readonly values: unknown;
  readonly takesText: TakesText;
}

/** Something that was misread, and the keys of which nothing else needs to be said. */
export interface Misread {
  readonly finding: Finding;
  readonly covers: readonly Keys[];
}

/** What stands before a value in a mended line. */
export function leadOf({ keys, isInFlow, keyStart }: WrittenValue): string {
  const key = keys.at(-1);
  if (keyStart !== undefined && typeof key === 'string') return `${key}: `;
  return isInFlow ? '' : '- ';
}

const lineStarts = new WeakMap<DoubtfulYaml, LineStarts>();

/** The place in the file of an offset in its YAML. */
export function placeIn(source: DoubtfulYaml, offset: number) {
  const lines = lineStarts.get(source) ?? new LineStarts(source.yaml);
  lineStarts.set(source, lines);
  const { line, column } = lines.placeOf(offset);
  return { kind: 'position', line: source.firstLine + line, column: column + 1 } as const;
}

import { CORE_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import { PlainScalar, type YamlProblem } from '../domain/content/source.ts';

/** What a text of YAML holds, or why it cannot be read. */
export type YamlRead =
  | { readonly kind: 'read'; readonly values: unknown }
  | { readonly kind: 'broken'; readonly problem: YamlProblem };

/** So many values a file of YAML may stand for once its aliases are followed, or as many as it has characters: none is written in less. */
const MOST_VALUES = 20_000;

/** What the core schema of YAML 1.2 takes for a number (chapter 10.3.2), with the binary one of js-yaml. */
const NUMBER =
  /^(?:[-+]?(?:\d+|0b[01]+|0o[0-7]+|0x[\da-f]+)|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|[-+]?\.inf|\.nan)$/i;

const FLAG = /^(?:true|True|TRUE|false|False|FALSE)$/;

/** No key of a story takes a number: scalars are kept as they were written, so that an editor is shown `007` and not `7`. */
const SCHEMA = CORE_SCHEMA.extend({
  implicit: [
    scalarType('int', NUMBER, (written) => new PlainScalar(written, Number(written))),
    scalarType('float', NUMBER, (written) => new PlainScalar(written, Number(written))),
    scalarType('bool', FLAG, readFlag),
  ],
});

/**
 * Reads YAML 1.2 (core schema: no dates, no merging, nothing evaluated). `firstLine` is the line of the file on
 * which it begins.
 */
export function readYaml(yaml: string, firstLine: number): YamlRead {
  try {
    const values = load(yaml, { schema: SCHEMA, onWarning: refuse });
    const most = Math.max(MOST_VALUES, yaml.length);
    if (/[&*]/.test(yaml) && countValues(values, most) > most) {
      return broken('aliases', firstLine, 1, 'aliases expand to more values than can be read');
    }
    return { kind: 'read', values };
  } catch (fault) {
    if (fault instanceof RangeError) return broken('syntax', firstLine, 1, 'values are nested too deeply');
    if (!(fault instanceof YAMLException)) throw fault;
    const line = firstLine + (fault.mark?.line ?? 0);
    const column = (fault.mark?.column ?? 0) + 1;
    const isDuplicate = fault.reason === 'duplicated mapping key';
    return broken(isDuplicate ? 'duplicate-key' : 'syntax', line, column, fault.reason);
  }
}

/** js-yaml only warns where a quote that is not closed swallows the keys on the lines after it. */
function refuse(warning: YAMLException): never {
  throw warning;
}

/** A scalar without quotes; Unicode spaces around it, such as no-break spaces, are no part of it. */
function scalarType(kind: 'int' | 'float' | 'bool', shape: RegExp, construct: (written: string) => unknown): Type {
  return new Type(`tag:yaml.org,2002:${kind}`, {
    kind: 'scalar',
    resolve: (written: unknown) => typeof written === 'string' && shape.test(written.trim()),
    construct: (written: string) => construct(written.trim()),
  });
}

function readFlag(written: string): boolean | PlainScalar {
  const value = written.toLowerCase() === 'true';
  return written === String(value) ? value : new PlainScalar(written, value);
}

/** How many values there are, each counted as often as it is reached; stops at `most`. */
function countValues(value: unknown, most: number): number {
  let count = 0;
  const open: unknown[] = [value];
  while (open.length > 0 && count <= most) {
    const next = open.pop();
    count += 1;
    if (typeof next !== 'object' || next === null) continue;
    for (const inner of Object.values(next)) open.push(inner);
  }
  return count;
}

function broken(kind: YamlProblem['kind'], line: number, column: number, reason: string): YamlRead {
  return { kind: 'broken', problem: { kind, line, column, reason } };
}

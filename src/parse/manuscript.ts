import {
  cutFrontMatter,
  type FrontMatter,
  type Manuscript,
  PlainNumber,
  type SourceFile,
  type YamlProblem,
} from '../domain/source.ts';
import { CORE_SCHEMA, load, Type, YAMLException } from 'js-yaml';

/** Cuts a file into front matter and body. Never fails and never judges; no front matter is ever evaluated. */
export function parseManuscript({ path, text }: SourceFile): Manuscript {
  const without = (frontMatter: FrontMatter, body: string): Manuscript => ({ path, frontMatter, body, bodyLine: 1 });
  if (text.trim() === '') return without({ kind: 'empty-file' }, '');
  if (!text.startsWith('---') || text.startsWith('----')) return without({ kind: 'missing' }, text);
  const language = firstLine(text).slice('---'.length).trim();
  if (language !== '' && language !== 'yaml' && language !== 'yml') return without({ kind: 'foreign', language }, '');
  const cut = cutFrontMatter(text);
  if (!cut) return without({ kind: 'unclosed' }, '');
  return { path, frontMatter: readYaml(cut.yaml, cut.yamlLine), body: cut.body, bodyLine: cut.bodyLine };
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

/** The most values that a file of YAML may stand for once its aliases are followed. */
const MOST_VALUES = 20_000;

/** What the core schema of YAML 1.2 takes for a number (chapter 10.3.2), with the binary one of js-yaml. */
const NUMBER =
  /^(?:[-+]?(?:\d+|0b[01]+|0o[0-7]+|0x[\da-f]+)|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|[-+]?\.inf|\.nan)$/i;

/** No key takes a number: it is kept as it was written, so that an editor is shown `007` and not `7`. */
const SCHEMA = CORE_SCHEMA.extend({ implicit: [plainNumber('int'), plainNumber('float')] });

/** What a text of YAML holds, or why it cannot be read. */
export type YamlRead =
  | { readonly kind: 'read'; readonly values: unknown }
  | { readonly kind: 'broken'; readonly problem: YamlProblem };

/**
 * Reads YAML 1.2 (core schema: no dates, no merging, nothing evaluated). `firstLine` is the line of the file on
 * which it begins.
 */
export function readYaml(yaml: string, firstLine: number): YamlRead {
  try {
    const values = load(yaml, { schema: SCHEMA });
    if (/[&*]/.test(yaml) && countValues(values, MOST_VALUES) > MOST_VALUES) {
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

function plainNumber(kind: 'int' | 'float'): Type {
  return new Type(`tag:yaml.org,2002:${kind}`, {
    kind: 'scalar',
    resolve: (written: unknown) => typeof written === 'string' && NUMBER.test(written),
    construct: (written: string) => new PlainNumber(written),
  });
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

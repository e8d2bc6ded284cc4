import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';

/** Which part of which YAML to find. */
export interface YamlSearch {
  /** The whole file. */
  readonly text: string;
  /** Whether all of the file is YAML, or only its front matter. */
  readonly isYamlFile: boolean;
  readonly keys: readonly (string | number)[];
  readonly part: 'key' | 'value';
}

/** The place of a key or of its value. Where a key is not there, of the innermost one that is. */
export function findInYaml(search: YamlSearch): { line: number; column: number; length: number } {
  const { yaml, firstLine } = yamlOf(search);
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, uniqueKeys: false, schema: 'core', logLevel: 'silent' });
  const range = find(document.contents, search);
  if (!range) return { line: 1, column: 1, length: 1 };
  const { line, col } = lineCounter.linePos(range[0]);
  const endOfLine = yaml.indexOf('\n', range[0]);
  const end = Math.min(range[1], endOfLine < 0 ? yaml.length : endOfLine);
  return { line: firstLine + line - 1, column: col, length: Math.max(1, end - range[0]) };
}

function yamlOf({ text, isYamlFile }: YamlSearch): { yaml: string; firstLine: number } {
  if (isYamlFile) return { yaml: text, firstLine: 1 };
  const start = text.indexOf('\n') + 1;
  const end = text.indexOf('\n---', Math.max(0, start - 1));
  return { yaml: text.slice(start, end < 0 ? text.length : end + 1), firstLine: 2 };
}

type Range = readonly [start: number, end: number];

function find(root: unknown, { keys, part }: YamlSearch): Range | undefined {
  let node = root;
  let pair: Pair | undefined;
  let range: Range | undefined;
  for (const key of keys) {
    if (isMap(node)) {
      // The last of several: a duplicate is reported where it is repeated.
      pair = node.items.findLast((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) return range;
      node = pair.value;
      range = rangeOf(pair.key);
    } else if (isSeq(node) && typeof key === 'number' && key in node.items) {
      pair = undefined;
      node = node.items[key];
      range = rangeOf(isPair(node) ? node.key : node);
    } else {
      return range;
    }
  }
  if (part === 'key' && pair) return rangeOf(pair.key);
  return rangeOf(node) ?? range;
}

function rangeOf(node: unknown): Range | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}

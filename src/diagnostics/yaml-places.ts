import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { cutFrontMatter } from '../domain/content/source.ts';

/** A place in a file; line and column count from 1. */
interface YamlPlace {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

type Range = readonly [start: number, end: number];

/** Where the keys and values of a file's YAML stand. It is parsed with positions once, when the first is asked for. */
export class YamlPlaces {
  private readonly yaml: string;
  private readonly firstLine: number;
  private readonly lineCounter = new LineCounter();
  private readonly pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  private root: unknown;

  /** `isYaml` says that all of the file is YAML, and not only its front matter. */
  constructor(text: string, isYaml: boolean) {
    const cut = isYaml ? undefined : cutFrontMatter(text);
    this.yaml = cut?.yaml ?? text;
    this.firstLine = cut?.yamlLine ?? 1;
  }

  /** The place of a key or of its value. Where a key is not there, of the innermost one that is. */
  find(keys: readonly (string | number)[], part: 'key' | 'value'): YamlPlace {
    this.root ??= parse(this.yaml, this.lineCounter) ?? 'nothing';
    const range = this.rangeOf(keys, part);
    if (!range) return { line: 1, column: 1, length: 1 };
    const { line, col } = this.lineCounter.linePos(range[0]);
    const endOfLine = this.yaml.slice(range[0], range[1]).indexOf('\n');
    const end = endOfLine < 0 ? range[1] : range[0] + endOfLine;
    return { line: this.firstLine + line - 1, column: col, length: Math.max(1, end - range[0]) };
  }

  private rangeOf(keys: readonly (string | number)[], part: 'key' | 'value'): Range | undefined {
    let node = this.root;
    let pair: Pair | undefined;
    let range: Range | undefined;
    for (const key of keys) {
      if (isMap(node)) {
        pair = this.pairsOf(node).get(String(key));
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
    return (part === 'key' && pair ? rangeOf(pair.key) : rangeOf(node)) ?? range;
  }

  /** By key: the last of several, since a duplicate is reported where it is repeated. */
  private pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.pairs.get(map);
    if (known) return known;
    const pairs = new Map(map.items.flatMap((pair) => namesOf(pair.key).map((name) => [name, pair] as const)));
    this.pairs.set(map, pairs);
    return pairs;
  }
}

/** What a key is called by js-yaml, which leaves numbers as they were written, and by whoever reads what it means. */
function namesOf(key: unknown): readonly string[] {
  if (isScalar(key)) return [...new Set([String(key.value), key.source ?? String(key.value)])];
  return [String((key as Partial<Node> | null)?.toJSON?.() ?? '')];
}

function parse(yaml: string, lineCounter: LineCounter): unknown {
  try {
    return parseDocument(yaml, { lineCounter, uniqueKeys: false, schema: 'core', logLevel: 'silent' }).contents;
  } catch {
    // Nested deeper than this parser follows, which the fast one did.
    return undefined;
  }
}

function rangeOf(node: unknown): Range | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}

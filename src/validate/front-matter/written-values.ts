import { isAlias, isMap, isPair, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';

/** The way to a value in YAML: names of keys, and places in lists. */
export type Keys = readonly (string | number)[];

/** A value of YAML as it was written. Places count from 0, in the YAML. */
export interface WrittenValue {
  readonly keys: Keys;
  readonly kind: 'plain' | 'single' | 'double' | 'block' | 'list' | 'map' | 'alias';
  readonly start: number;
  /** Where the value ends, without a comment behind it. */
  readonly end: number;
  /** What a scalar stands for. */
  readonly value: unknown;
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
  /** Whether it stands within brackets. */
  readonly isInFlow: boolean;
  /** Where its key begins, if it has one. */
  readonly keyStart: number | undefined;
  /** Where its key ends, before the colon. */
  readonly keyEnd: number | undefined;
}

/** An entry of a group of keys in `{ }` that has no colon. */
export interface LooseEntry {
  readonly keys: Keys;
  readonly start: number;
  readonly end: number;
}

/** All values of a YAML text, in their order, and the entries without a colon. */
export interface WrittenYaml {
  readonly values: readonly WrittenValue[];
  readonly loose: readonly LooseEntry[];
  /** Anchors that something refers to. */
  readonly referredTo: ReadonlySet<string>;
}

const KINDS: Readonly<Record<string, WrittenValue['kind']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_FOLDED: 'block',
  BLOCK_LITERAL: 'block',
};

/** Reads how values of YAML were written. What js-yaml has read already is asked for this only where it is doubtful. */
export function readWritten(yaml: string): WrittenYaml {
  const values: WrittenValue[] = [];
  const loose: LooseEntry[] = [];
  const referredTo = new Set<string>();
  const open: Step[] = [{ node: parse(yaml), keys: [], isInFlow: false, keyStart: undefined, keyEnd: undefined }];
  for (let step = open.pop(); step; step = open.pop()) {
    const { node, keys } = step;
    if (!isNode(node)) continue;
    values.push(writtenValue(node, step));
    if (isAlias(node)) referredTo.add(node.source);
    if (!isMap(node) && !isSeq(node)) continue;
    const isInFlow = node.flow === true;
    const inner = node.items.flatMap((item, index): Step[] => {
      if (!isPair(item))
        return [{ node: item, keys: [...keys, index], isInFlow, keyStart: undefined, keyEnd: undefined }];
      const { key, value } = item;
      const name = isScalar(key) ? (key.type === 'PLAIN' ? (key.source ?? '') : String(key.value)) : '';
      const [start, end] = rangeOf(key);
      if (value === null && isInFlow) loose.push({ keys: [...keys, name], start, end });
      return [{ node: value, keys: [...keys, name], isInFlow, keyStart: start, keyEnd: end }];
    });
    open.push(...inner.reverse());
  }
  return { values, loose, referredTo };
}

interface Step {
  readonly node: unknown;
  readonly keys: Keys;
  readonly isInFlow: boolean;
  readonly keyStart: number | undefined;
  readonly keyEnd: number | undefined;
}

function parse(yaml: string): unknown {
  try {
    return parseDocument(yaml, { uniqueKeys: false, schema: 'core', logLevel: 'silent' }).contents;
  } catch {
    // Nested deeper than this parser follows, which the fast one did.
    return undefined;
  }
}

function isNode(node: unknown): node is Node {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
}

function writtenValue(node: Node, { keys, isInFlow, keyStart, keyEnd }: Step): WrittenValue {
  const [start, end] = rangeOf(node);
  const scalar = isScalar(node) ? (node as Scalar) : undefined;
  const anchor = isAlias(node) ? undefined : (node as Scalar).anchor;
  const key = { keyStart, keyEnd };
  return { keys, kind: kindOf(node), start, end, value: scalar?.value, anchor, tag: node.tag, isInFlow, ...key };
}

function kindOf(node: Node): WrittenValue['kind'] {
  if (isMap(node)) return 'map';
  if (isSeq(node)) return 'list';
  return isScalar(node) ? (KINDS[node.type ?? 'PLAIN'] ?? 'plain') : 'alias';
}

function rangeOf(node: unknown): readonly [start: number, end: number] {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : [0, 0];
}

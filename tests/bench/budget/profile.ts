import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { STAGES, type Stage, stageOfSource } from './stages.ts';

/** A profile as `node --cpu-prof` writes it, as far as it is read here. Times are in microseconds. */
export interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
    readonly columnNumber: number;
  };
  readonly children?: readonly number[];
}

/** The compiled program, and the layouts beside it. */
const COMPILED = /(?:program|layouts)\.cjs$/;

/**
 * How long each stage took, in milliseconds: a moment belongs to the stage of the innermost function that is of one, so that what a library
 * does belongs to whom it does it for.
 *
 * @param mapOf Gives the source map of a compiled file, parsed.
 */
export function timesByStage(
  { nodes, samples, timeDeltas }: Profile,
  mapOf: (file: string) => ConstructorParameters<typeof SourceMap>[0],
): Record<Stage, number> {
  const sources = new Map<string, SourceMap>();
  for (const { callFrame } of nodes) {
    const { url } = callFrame;
    if (COMPILED.test(url) && !sources.has(url)) sources.set(url, new SourceMap(mapOf(pathOf(url))));
  }
  if (sources.size === 0) throw new Error('The profile is of no compiled program');
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const known = new Map<number, Stage>();
  const stageOf = (id: number): Stage => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const node = byId.get(id);
    const parent = parents.get(id);
    const stage = (node && stageOfFrame(node, sources)) ?? (parent === undefined ? 'other' : stageOf(parent));
    known.set(id, stage);
    return stage;
  };
  const times = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  samples.forEach((id, index) => {
    if (byId.get(id)?.callFrame.functionName === '(idle)') return;
    times[stageOf(id)] += (timeDeltas[index] ?? 0) / 1000;
  });
  return times;
}

function pathOf(url: string): string {
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}

function stageOfFrame({ callFrame }: ProfileNode, sources: ReadonlyMap<string, SourceMap>): Stage | undefined {
  const { functionName, url, lineNumber, columnNumber } = callFrame;
  if (functionName === '(garbage collector)') return 'garbage';
  const map = sources.get(url);
  if (!map) return stageOfSource(url);
  const entry = map.findEntry(lineNumber, columnNumber);
  return 'originalSource' in entry ? stageOfSource(entry.originalSource) : undefined;
}

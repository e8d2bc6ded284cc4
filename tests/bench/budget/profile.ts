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

const PROGRAM = /program\.cjs$/;

/**
 * How long each stage took, in milliseconds: a moment belongs to the stage of the innermost function that is of one, so that what a library
 * does belongs to whom it does it for.
 *
 * @param map The source map of the compiled program, parsed.
 */
export function timesByStage(
  { nodes, samples, timeDeltas }: Profile,
  map: ConstructorParameters<typeof SourceMap>[0],
): Record<Stage, number> {
  const sources = new SourceMap(map);
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

/** The path of the compiled program of which a profile is. */
export function programOf({ nodes }: Profile): string {
  const url = nodes.map(({ callFrame }) => callFrame.url).find((one) => PROGRAM.test(one));
  if (url === undefined) throw new Error('The profile is of no compiled program');
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}

function stageOfFrame({ callFrame }: ProfileNode, sources: SourceMap): Stage | undefined {
  const { functionName, url, lineNumber, columnNumber } = callFrame;
  if (functionName === '(garbage collector)') return 'garbage';
  if (!PROGRAM.test(url)) return stageOfSource(url);
  const entry = sources.findEntry(lineNumber, columnNumber);
  return 'originalSource' in entry ? stageOfSource(entry.originalSource) : undefined;
}

import type { Row } from './summarise.ts';

/** More than this share of the machine taken by others, and the times say little. */
const DISTURBED = 0.1;

/** Whether other programs used the processors so much that the times say little. */
export function isDisturbed({ others, seconds }: Pick<Row, 'others' | 'seconds'>, processors: number): boolean {
  return others > DISTURBED * seconds * processors;
}

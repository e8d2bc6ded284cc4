import { hash } from 'node:crypto';

/** One part of a site that several machines build: the third of eight is `{ index: 3, count: 8 }`. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** Reads `3/8`; `undefined` where it is no part of anything. */
export function readShard(text: string): Shard | undefined {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text.trim()) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count ? shard : undefined;
}

/** Whether a file belongs to a part. Its path alone decides, so that every machine comes to the same answer. */
export function isInShard(path: string, { index, count }: Shard): boolean {
  if (count === 1) return true;
  const first = Number.parseInt(hash('sha256', path, 'hex').slice(0, 8), 16);
  return first % count === index - 1;
}

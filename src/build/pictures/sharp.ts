import type * as Sharp from 'sharp';
import { requireInProgram, versionOf } from '../../disk/project.ts';

/** Raised when the same recipe makes other bytes. */
const FORM = '2';

let loaded: typeof Sharp.default | undefined;

/**
 * The library that decodes and encodes pictures. It is loaded when the first is to be made: that takes 40 ms, and 20 MB.
 * Each picture takes one thread of its own; nothing that was decoded is kept.
 */
export function loadSharp(): typeof Sharp.default {
  if (loaded) return loaded;
  loaded = requireInProgram('sharp') as typeof Sharp.default;
  loaded.concurrency(1);
  loaded.cache(false);
  return loaded;
}

/** Of what makes pictures. */
export function sharpVersion(): string {
  return `${FORM} ${versionOf('sharp')}`;
}

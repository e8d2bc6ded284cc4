import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as Sharp from 'sharp';
import { requireInProgram } from '../../disk/project.ts';
import { type Fingerprint, fingerprintOf } from '../../plan/fingerprint.ts';
import type { WantedPicture } from '../planning/wanted-pictures.ts';

/** Raised when the same recipe makes other bytes. */
const FORM = '1';

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

let version: string | undefined;

/** Of what makes pictures, without loading it. */
export function sharpVersion(): string {
  if (version === undefined) {
    const description = join(dirname(requireInProgram.resolve('sharp')), '../package.json');
    version = `${FORM} ${(JSON.parse(readFileSync(description, 'utf8')) as { readonly version: string }).version}`;
  }
  return version;
}

/** Changes with whatever decides about the bytes of a file that is made of a picture. */
export function fingerprintOfPicture({ source, file }: WantedPicture): Fingerprint {
  return fingerprintOf(sharpVersion(), source.raster.content, file.url, String(file.scale));
}

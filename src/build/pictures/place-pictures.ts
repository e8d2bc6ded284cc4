import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { outputPath } from '../../domain/addresses.ts';
import { stateOf } from '../../disk/files.ts';
import { type Fingerprint, fingerprintOfBytes } from '../../plan/fingerprint.ts';
import type { BegunBuild } from '../building.ts';
import { picturesIn } from '../cache/cache.ts';
import type { WantedPicture } from '../planning/wanted-pictures.ts';
import type { MadeFile } from '../publishing/publish.ts';
import { makePictures } from './make-pictures.ts';
import { fingerprintOfPicture, PictureCache } from './picture-cache.ts';

/** Pictures that are being made. */
export interface Picturing {
  /** By their paths in the output. */
  readonly made: Promise<ReadonlyMap<string, MadeFile>>;
  /** Has no more of them begun, and waits for those that are in the making: then nothing is written any more. */
  stop(): Promise<void>;
}

/** Begins to make the pictures that are stale, and to put them into the workspace. Pages need not wait for them. */
export function beginPictures(
  stale: readonly (readonly [picture: WantedPicture, fingerprint: Fingerprint])[],
  { options, workspace, files }: Pick<BegunBuild, 'options' | 'workspace' | 'files'>,
): Picturing {
  if (stale.length === 0) return { made: Promise.resolve(new Map()), stop: () => Promise.resolve() };
  let isStopped = false;
  const made = new Map<string, MadeFile>();
  const making = {
    cache: new PictureCache(picturesIn(options.cache)),
    diskPathOf: (path: string) => files.diskPathOf(path),
    jobs: options.jobs,
    isStopped: () => isStopped,
  };
  const fingerprints = new Map(stale.map(([{ file }, fingerprint]) => [file.url, fingerprint]));
  const wanted = stale.map(([picture]) => picture);
  const done = makePictures(wanted, making, ({ file, bytes }) => {
    if (isStopped) return;
    const path = outputPath(file.url);
    const state = writeTo(join(workspace.site, path), bytes);
    made.set(path, { fingerprint: fingerprints.get(file.url) ?? '', content: fingerprintOfBytes(bytes), state });
  }).then(() => made);
  // If it fails, that is told of where it is waited for, or something else has failed before.
  done.catch(() => {});
  return {
    made: done,
    stop: async () => {
      isStopped = true;
      await Promise.allSettled([done]);
    },
  };
}

/** Makes pictures, and writes them to a folder: for a build that keeps nothing else. */
export async function writePictures(
  pictures: Iterable<WantedPicture>,
  { cache, files, output }: { readonly cache: string; readonly files: BegunBuild['files']; readonly output: string },
): Promise<void> {
  const making = {
    cache: new PictureCache(picturesIn(cache)),
    diskPathOf: (path: string) => files.diskPathOf(path),
    jobs: availableParallelism(),
    isStopped: () => false,
  };
  await makePictures([...pictures], making, ({ file, bytes }) => {
    writeTo(join(output, outputPath(file.url)), bytes);
  });
}

function writeTo(path: string, bytes: Buffer): MadeFile['state'] {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return stateOf(statSync(path));
}

/** Forgets the files of pictures that a whole site does not have any more. */
export function forgetPictures(pictures: Iterable<WantedPicture>, { options }: Pick<BegunBuild, 'options'>): void {
  if (options.shard) return;
  new PictureCache(picturesIn(options.cache)).keepOnly(new Set([...pictures].map(fingerprintOfPicture)));
}

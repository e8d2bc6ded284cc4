import { chmodSync, copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PublishedFile } from '../reading/source-files.ts';

/** Puts a file of `content/` where it is published, with the rights that a file has that is written there. */
export function copyContent(published: PublishedFile, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  if (published.kind === 'bytes') {
    writeFileSync(target, published.bytes);
    return;
  }
  // A copy has the rights of its source, which a server of another user may not be given.
  writeFileSync(target, '');
  const { mode } = statSync(target);
  copyFileSync(published.diskPath, target);
  if (statSync(target).mode !== mode) chmodSync(target, mode);
}

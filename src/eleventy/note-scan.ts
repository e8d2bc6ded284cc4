import { dirname } from 'node:path';
import type { OutputIndex } from './cache/output-index.ts';
import type { OutputScan } from './work/scan-output.ts';

/**
 * Notes in the index how the output differs from what was known of it. What is spoilt or stray stays so until it is put
 * right, which may be left to a later build.
 */
export function noteScan({ strays, touched, folders }: OutputScan, outputs: OutputIndex): void {
  for (const [path, state] of touched) {
    const file = outputs.get(path);
    if (file) outputs.set({ ...file, state });
  }
  for (const [folder, modified] of folders) if (modified !== undefined) outputs.setFolder(folder, modified);
  for (const [folder, modified] of folders) if (modified === undefined) outputs.lookAgainAt(folder);
  for (const path of strays) outputs.lookAgainAt(dirname(path));
}

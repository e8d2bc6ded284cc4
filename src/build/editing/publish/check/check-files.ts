import { availableParallelism } from 'node:os';
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import { checkNewsroom } from '../../../look-at-newsroom.ts';
import { importOwnFiles } from '../../../program/own-files.ts';

/** A newsroom that is to be checked as it will be, in a form that can be sent to another process. */
export interface CheckAsked {
  /** Absolute path of the content folder. */
  readonly content: string;
  /** What is read in place of files, see `walkContent`. */
  readonly instead: readonly (readonly [path: string, diskPath: string | undefined])[];
  /** Absolute path of the folder in which builds keep what they know; what holds of it is not read again. */
  readonly known: string | undefined;
}

/** Says what is wrong with a newsroom as it will be. */
export type CheckFiles = (asked: CheckAsked) => Promise<readonly Diagnostic[]>;

/**
 * Checks a newsroom in this process, which must have nothing else to do with one: what threads share while they read stories is of the last
 * newsroom that was read.
 */
export async function checkHere({ content, instead, known }: CheckAsked): Promise<readonly Diagnostic[]> {
  await importOwnFiles();
  const asked = { content, now: undefined, drafts: false, url: undefined };
  const { diagnostics } = await checkNewsroom(asked, availableParallelism(), { instead: new Map(instead), known });
  return diagnostics;
}

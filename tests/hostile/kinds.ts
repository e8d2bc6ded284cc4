import { oddFiles } from './disk/odd-files.ts';
import { saves } from './disk/saves.ts';
import { growth } from './growth.ts';
import { pages } from './pages/pages.ts';
import { svg } from './svg/svg.ts';

/** A kind of hostile input. */
export interface HostileKind {
  readonly name: string;
  /**
   * Makes inputs from a seed on, each from the next one, and looks what they do.
   *
   * @param until When to end, in milliseconds since 1970.
   * @returns What went wrong, each with the seed that shows it.
   */
  readonly run: (seed: number, until: number) => Promise<readonly string[]>;
}

export const HOSTILE_KINDS: readonly HostileKind[] = [svg, saves, oddFiles, pages, growth];

import { oddFiles } from './disk/odd-files.ts';
import { saves } from './disk/saves.ts';
import { growth } from './growth.ts';
import { pages } from './pages/pages.ts';
import { svg } from './svg/svg.ts';

/** A kind of hostile input. */
export interface HostileKind {
  readonly name: string;
  readonly begin: () => Promise<Attack>;
}

/** An attack that has begun. */
export interface Attack {
  /** Makes an input of a seed and looks what it does: what went wrong, each with the seed that shows it. */
  readonly faultsOf: (seed: number) => Promise<readonly string[]>;
  readonly end: () => Promise<void> | void;
}

export const HOSTILE_KINDS: readonly HostileKind[] = [svg, saves, oddFiles, pages, growth];

import type { Random } from '../../bench/corpus.ts';
import type { Desk } from '../builds/desk.ts';

/** Changes something; says what, or nothing where there is nothing to change. */
export type Edit = (desk: Desk, random: Random) => string | undefined | Promise<string>;

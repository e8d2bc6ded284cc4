import { join } from 'node:path';
import { readChecked, writeChecked } from '../../../disk/checked-file.ts';
import type { Outcome } from './outcomes.ts';

/** What is known of an address elsewhere. */
export interface KnownLink {
  /** When it was asked for, in milliseconds since 1970. */
  readonly at: number;
  readonly outcome: Outcome;
  /** A copy in an archive; `null` where there is none. */
  readonly archived?: string | null;
}

const DAY = 86_400_000;

/** How long an outcome is believed, in milliseconds: what is there mostly stays, and what is not may come back. */
const BELIEVED: Readonly<Record<Outcome['kind'], number>> = {
  good: 14 * DAY,
  unknown: 14 * DAY,
  moved: 14 * DAY,
  gone: 3 * DAY,
  insecure: DAY,
  unreachable: DAY,
  later: 0,
  offline: 0,
};

/** What nobody has asked for so long is forgotten. */
const FORGOTTEN = 90 * DAY;

/** Between two savings, in milliseconds: so much is asked again after an interruption. */
const SAVED_EVERY = 5_000;

const WHAT = 'links elsewhere, 2';

/** What is kept of addresses elsewhere from check to check, in the cache folder: an interrupted check goes on where it was. */
export class LinkCache {
  private readonly file: string;
  private readonly now: () => number;
  private readonly links: Map<string, KnownLink>;
  private savedAt: number;

  /** @param folder Absolute path of the cache folder. */
  constructor(folder: string, now: () => number) {
    this.file = join(folder, 'outside-links.json');
    this.now = now;
    this.savedAt = now();
    this.links = readLinks(this.file);
  }

  /** What is known of an address and still believed. */
  get(url: string): KnownLink | undefined {
    const known = this.links.get(url);
    const age = known ? this.now() - known.at : 0;
    return known && age >= 0 && age < BELIEVED[known.outcome.kind] ? known : undefined;
  }

  set(url: string, outcome: Outcome): void {
    if (BELIEVED[outcome.kind] === 0) return;
    this.links.set(url, { at: this.now(), outcome });
    if (this.now() - this.savedAt >= SAVED_EVERY) this.save();
  }

  setArchived(url: string, archived: string | null): void {
    const known = this.links.get(url);
    if (known) this.links.set(url, { ...known, archived });
  }

  /** Without a place to keep it, it is asked for again. */
  save(): void {
    this.savedAt = this.now();
    const kept = [...this.links].filter(([, { at }]) => this.now() - at < FORGOTTEN);
    try {
      writeChecked(this.file, JSON.stringify(kept), WHAT);
    } catch {
      // A folder that cannot be written to is told of by builds.
    }
  }
}

function readLinks(file: string): Map<string, KnownLink> {
  try {
    return new Map(JSON.parse(readChecked(file, WHAT) ?? '[]') as readonly (readonly [string, KnownLink])[]);
  } catch {
    return new Map();
  }
}

import type { Envelope } from './envelope.ts';

/** Where it is kept what became of drafts: that of the browser, or none. */
type Store = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'broadsheet-saved';
/** Older ones are forgotten: a draft that was not saved for so long is told to be older than its file. */
const MOST_KEPT = 200;

/**
 * Which state of a file each draft made of it when it was saved last. A draft is one opening of a file in one page: the editor goes on with it after saving
 * and knows of the state that it was opened in only, and so does what it keeps for a page that is loaded again.
 */
export class SavedDrafts {
  private readonly store: Store | undefined;
  /** What could not be stored. */
  private kept: readonly (readonly [draft: string, version: string])[] = [];

  constructor(store: Store | undefined) {
    this.store = store;
  }

  /** The state of the file that a text goes on from. */
  versionOf({ draft, version }: Pick<Envelope, 'draft' | 'version'>): string | undefined {
    const found = draft === undefined ? undefined : this.read().find(([known]) => known === draft);
    return found ? found[1] : version;
  }

  /** Notes what a draft became. */
  note(draft: string | undefined, version: string): void {
    if (draft === undefined) return;
    const others = this.read().filter(([known]) => known !== draft);
    this.kept = [...others, [draft, version] as const].slice(-MOST_KEPT);
    try {
      this.store?.setItem(KEY, JSON.stringify(this.kept));
    } catch {
      // There is no room, or it is forbidden: as long as the page is open, it is known all the same.
    }
  }

  private read(): typeof this.kept {
    try {
      const stored: unknown = JSON.parse(this.store?.getItem(KEY) ?? 'null');
      if (Array.isArray(stored)) {
        const known = new Map([...this.kept, ...(stored as typeof this.kept)]);
        return [...known];
      }
    } catch {
      // As above; or another program wrote something else there.
    }
    return this.kept;
  }
}

/** Those of this browser. */
export const SAVED_DRAFTS = new SavedDrafts(storeOfBrowser());

function storeOfBrowser(): Store | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** A kind of hostile input. */
export interface HostileKind {
  readonly name: string;
  readonly begin: () => Promise<Attack>;
}

/** An attack that has begun. */
export interface Attack {
  /** Makes an input of a seed and looks what it does: what went wrong, each with the seed that shows it. */
  readonly faultsOf: (seed: number) => Promise<readonly string[]>;
  /** Likewise of many seeds at once, where that takes less time than one by one. */
  readonly together?: {
    readonly most: number;
    readonly faultsOfAll: (seeds: readonly number[]) => Promise<readonly string[]>;
  };
  readonly end: () => Promise<void> | void;
}

/** By name, the fast ones first. Each loads only what it needs. */
export const HOSTILE_KINDS: Readonly<Record<string, () => Promise<HostileKind>>> = {
  pictures: async () => (await import('./pictures/pictures.ts')).pictures,
  requests: async () => (await import('./requests/requests.ts')).requests,
  texts: async () => (await import('./newsrooms/texts-in-browser.ts')).texts,
  svg: async () => (await import('./svg/svg.ts')).svg,
  newsrooms: async () => (await import('./newsrooms/newsrooms.ts')).newsrooms,
  archives: async () => (await import('./archives/archives.ts')).archives,
  pages: async () => (await import('./pages/pages.ts')).pages,
  'odd-files': async () => (await import('./disk/odd-files.ts')).oddFiles,
  saves: async () => (await import('./disk/saves.ts')).saves,
  growth: async () => (await import('./growth/growth.ts')).growth,
};

import type { CompatData } from '@mdn/browser-compat-data';

/** What is known of browsers. */
export interface Sources {
  /** MDN's browser compatibility data. */
  readonly data: CompatData;
  /** The releases that a browserslist query names, `chrome 108`; throws where it cannot be read. */
  readonly resolve: (query: string) => readonly string[];
  /** Browsers with the engine of another, as `baseline-browser-mapping` lists them. */
  readonly derivedReleases: readonly DerivedRelease[];
}

export interface DerivedRelease {
  readonly browser: string;
  readonly version: string;
  readonly engine?: string;
  readonly engine_version?: string;
}

/** A browser of the baseline, and from which release on nothing is said to its readers. */
export interface BrowserFloor {
  /** As its makers call it: `Chrome`, `Safari on iOS`. */
  readonly name: string;
  /** The oldest release that is supported; undefined where the baseline does not name the browser. */
  readonly floor: string | undefined;
  /** Releases before this one fail the condition, and their readers are told. */
  readonly toldBelow: string;
}

/** The oldest browsers that a site supports, and all that follows from it. */
export interface Baseline {
  /** The browserslist query. */
  readonly query: string;
  /** A condition for `CSS.supports()` and `@supports` that every supported browser meets. */
  readonly condition: string;
  readonly browsers: readonly BrowserFloor[];
  /** Browsers that the query names and no data is there about. */
  readonly unjudged: readonly string[];
  /** The floors as lightningcss wants them: major version in the third byte, minor in the second. */
  readonly styleTargets: Readonly<Record<string, number>>;
  /** The floors as esbuild wants them: `chrome108`. */
  readonly scriptTargets: readonly string[];
}

/** What a query comes to. */
export type BaselineRead =
  | { readonly kind: 'derived'; readonly baseline: Baseline }
  /** `reason` goes on after “Unexpected baseline …”. */
  | { readonly kind: 'underivable'; readonly reason: string; readonly hint: string };

/** The baseline of a site that names none. */
export const DEFAULT_BASELINE = 'baseline 2022';

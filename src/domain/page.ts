import type { UrlPath } from './addresses.ts';

/** One output file: its address, the layout that prints it, and all that the layout may know. */
export interface Page<Data = unknown> {
  readonly url: UrlPath;
  /** Name of a layout of `layouts/`, or of a format of `src/formats/`. */
  readonly layout: string;
  readonly data: Data;
}

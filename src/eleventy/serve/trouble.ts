import type { Html } from '../../domain/html.ts';

/** Why a preview is not what it should be, for the browser. */
export interface Trouble {
  readonly title: string;
  /** What becomes of the preview meanwhile. */
  readonly note: string;
  readonly report: Html;
}

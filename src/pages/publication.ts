import type { Edition } from '../domain/edition.ts';
import type { UrlPath } from '../domain/url-path.ts';

/** The files of `layouts/` that every page asks for. */
export interface Assets {
  readonly stylesheet: UrlPath;
  /** The script in the head of every page, see `src/baseline/gate.ts`. */
  readonly gate: string;
}

/** What making pages needs: the edition, and the addresses of the files that all pages share. */
export interface Publication {
  readonly edition: Edition;
  readonly assets: Assets;
}

import type { Edition } from '../domain/edition.ts';
import type { UrlPath } from '../domain/url-path.ts';

/** The files of `layouts/` that every page asks for. */
export interface Assets {
  readonly stylesheet: UrlPath;
  /** The script in the head of every page, see `src/baseline/gate.ts`. */
  readonly gate: string;
}

/** What making a page may know beside its subject. It is small, and the same for all pages of an edition. */
export interface Imprint {
  readonly edition: Pick<Edition, 'site' | 'now' | 'hasArchive'>;
  readonly assets: Assets;
}

/** An edition that is to be laid out. */
export interface Publication extends Imprint {
  readonly edition: Edition;
}

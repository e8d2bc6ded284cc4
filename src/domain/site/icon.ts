import type { MediaFile } from '../media/files.ts';

/** What stands for the site in tabs, among bookmarks and on home screens (W3C Web Application Manifest). */
export interface SiteIcon {
  /** A PNG or an SVG of `content/`; without it, one is drawn of the first letter of the masthead. */
  readonly picture: MediaFile | undefined;
  /** The theme colour, with which browsers surround pages: `#0d5260`. */
  readonly colour: string;
}

/** The accent of `layouts/styles/tokens.css`. */
export const THEME_COLOUR = '#0d5260';

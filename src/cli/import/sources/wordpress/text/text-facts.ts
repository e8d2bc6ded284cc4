import type { TextContext } from '../../../archive.ts';
import type { Attachments } from '../media/attachments.ts';
import { hostOf } from '../media/media-address.ts';
import type { Pictures } from '../media/pictures.ts';
import type { Markers } from './markers.ts';
import type { Notes } from './notes.ts';

/** What texts are converted with that is the same for all of an archive. */
export interface SiteFacts {
  readonly attachments: Attachments;
  readonly pictures: Pictures;
  /** HTML of blocks that several posts show, by their numbers. */
  readonly reusable: ReadonlyMap<string, string>;
  /** Hosts of the site, without `www.`. */
  readonly hosts: ReadonlySet<string>;
  /** What a story or a page at an address of the site is called. */
  readonly titleAt: (address: string) => string | undefined;
}

/** What one text is converted with. */
export interface TextFacts extends SiteFacts {
  /** The number of the post. */
  readonly id: string | undefined;
  readonly markers: Markers;
  readonly notes: Notes;
  readonly context: TextContext;
}

/** Whether an address is on the old site. */
export function isOwnAddress(address: string, hosts: ReadonlySet<string>): boolean {
  return URL.canParse(address) && hosts.has(hostOf(new URL(address)));
}

/** Words as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

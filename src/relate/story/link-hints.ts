import { hintForAlmostAddress, webMeant } from '../../diagnostics/address-faults.ts';
import { quote } from '../../diagnostics/wording.ts';
import { fileName } from '../../domain/content/source.ts';
import { isMedium, isNeverPublished } from '../../domain/media/kinds.ts';
import { pathFrom } from '../../markdown/content-paths.ts';
import { pathHint } from '../../markdown/media/path-hint.ts';
import type { Destinations } from './destinations.ts';

/** A link that leads to nothing: as it was written without what follows `?` or `#`, and the file that it is in. */
export interface BrokenLink {
  readonly written: string;
  readonly from: string;
  /** Whether it stands under a key, which takes addresses and no paths of files. */
  readonly isOfKey: boolean;
}

const TO_ADDRESS = 'write the address of a page of the site: `/about/`';
const TO_FILE = 'write the path from this file to the other: `../10/report.md`';
const WEB_OR_FILE = 'write an address that begins with `https://`, or the path of a Markdown file';

/** What to do about a link to a Markdown file that is not there. */
export function hintForSource(link: BrokenLink, destinations: Destinations): string {
  const { written, isOfKey } = link;
  const folder = written.slice(0, -fileName(written).length);
  if (folder.startsWith('/') && folder !== '/' && destinations.hasUrl(folder)) return didYouMean(folder);
  const meant = destinations.nearestFile(fileName(written));
  if (meant === undefined) return isOfKey ? TO_ADDRESS : TO_FILE;
  return didYouMean(nameFor(meant, link, destinations));
}

/** How a link names a file: by its path, or by the address of its page. */
function nameFor(path: string, { from, isOfKey }: BrokenLink, { pagesByPath, storiesByPath }: Destinations): string {
  const url = pagesByPath.get(path) ?? storiesByPath.get(path)?.published?.url;
  return isOfKey && url !== undefined ? url : pathFrom(from, path);
}

/** What to do about a path of the site at which there is nothing. */
export function hintForPath(
  { written, from, isOfKey }: BrokenLink,
  { hasUrl, nearestUrl, media }: Destinations,
): string {
  const [, scheme] = /^\/((?:tel|mailto|https?):.*)$/i.exec(written) ?? [];
  if (scheme !== undefined) return `leave out the \`/\` before it: \`${scheme}\``;
  const folder = written.replace(/index\.\w+$/i, '');
  const meant = hasUrl(folder) ? folder : nearestUrl(written);
  if (meant !== undefined) return didYouMean(meant);
  const [, first = ''] = /^\/([^/]+)\//.exec(written) ?? [];
  const isOurs = OURS.test(first) || hasUrl(`/${first}/`);
  const served = first === '' ? written : `/${first}/**`;
  const other = isOurs
    ? ''
    : `; what something else serves on this host is named in content/site.yaml: \`elsewhere: [${served}]\``;
  // Of a file it is told where one is to lie.
  if (isMedium(written)) return `${pathHint(media, from, written)}${other}`;
  return `${isOfKey ? TO_ADDRESS : 'link to the Markdown file of a story or a page: `../10/report.md`'}${other}`;
}

/** Folders of a site that Broadsheet makes. */
const OURS =
  /^(?:media|pictures|topics|series|contributors|archive|corrections|search|feeds|content|articles|pages|\d{4})$/;

/** In a shorter name, a slip makes another one. */
const SHORTEST_SLIP = 4;

/** What to do about a link to a file, or to nothing that looks like one. */
export function hintForFile(link: BrokenLink, destinations: Destinations): string {
  const { written, from, isOfKey } = link;
  const web = webMeant(written);
  if (web !== undefined) return `write \`${web}\``;
  const almost = hintForAlmostAddress(written);
  if (almost !== undefined) return almost;
  const stem = fileName(written.replace(/\/$/, '')).replace(/\.html?$/i, '');
  const isPage = /^[^.\\]+$/.test(stem);
  const source = isPage ? destinations.nearestFile(`${stem}.md`) : undefined;
  const isMeant = source !== undefined && (stem.length >= SHORTEST_SLIP || fileName(source) === `${stem}.md`);
  if (isMeant) return didYouMean(nameFor(source, link, destinations));
  if (isNeverPublished(written))
    return `put the file into content/public/, which is copied as it is, and link to ${quote(`/${fileName(written)}`)}`;
  const hint = pathHint(destinations.media, from, written);
  // A name without an ending is no file's, and one that would not be published is no help.
  return !hint.startsWith('add ') || isMedium(hint.slice('add '.length)) ? hint : isOfKey ? TO_ADDRESS : WEB_OR_FILE;
}

function didYouMean(name: string): string {
  return `did you mean \`${name}\`?`;
}

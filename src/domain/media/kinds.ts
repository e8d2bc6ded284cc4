import { MEDIA_FOLDER } from '../content/content-kinds.ts';

/** Pictures, recordings and their captions, and what a text can be made of: tables. */
const SHOWN = 'jpg jpeg png gif webp avif svg ico csv tsv mp3 m4a ogg opus wav mp4 webm vtt';

/** What readers can only load down. None of them is run by a browser, nor by whoever opens it without being asked. */
const DOWNLOADS =
  'pdf epub zip docx xlsx pptx odt ods odp rtf json geojson topojson gpx kml kmz ics vcf bib ris parquet gz tar tgz 7z';

/** What is never published from among stories and media: it runs, in a browser or on the machine of who opens it. */
const NEVER =
  'html htm xhtml xht shtml mhtml xml xsl xslt swf js mjs cjs ts wasm css php asp aspx jsp cgi py rb pl sh bash zsh ps1 bat cmd ' +
  'com exe msi dll so dylib app dmg pkg deb rpm apk jar class scr vbs vbe wsf hta lnk url desktop reg docm xlsm pptm dotm xltm ' +
  'doc xls ppt';

const LOADED_DOWN = setOf(DOWNLOADS);
const PUBLISHED = setOf(`${SHOWN} ${DOWNLOADS}`);
const REFUSED = setOf(NEVER);

/**
 * Whether a file is of a kind that Broadsheet publishes as it is, by its name and place. Texts are among them in `content/media/` only:
 * beside stories, a text file is mostly a story of the wrong name.
 */
export function isMedium(path: string): boolean {
  const ending = endingOf(path);
  return PUBLISHED.has(ending) || (ending === 'txt' && path.startsWith(MEDIA_FOLDER));
}

/** Whether a file is of a kind that readers can only load down. */
export function isDownload(path: string): boolean {
  return LOADED_DOWN.has(endingOf(path));
}

/** Whether a file is of a kind that is not published because of what it can do. */
export function isNeverPublished(path: string): boolean {
  return REFUSED.has(endingOf(path));
}

/** The ending of a name, in small letters, without its point; nothing where it has none. */
export function endingOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

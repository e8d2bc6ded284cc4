import { type Finding, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { decodeSvg } from '../../disk/media/decode-svg.ts';
import { findOtherFormat } from '../../disk/media/formats.ts';
import { notUtf8, readTextBytes } from '../../disk/read-text.ts';
import type { FoundFile } from '../../disk/walk-content.ts';
import { endingOf } from '../../domain/media/kinds.ts';
import { type Fingerprint, fingerprintOfBytes } from '../../plan/fingerprint.ts';
import { sanitiseSvg, type SvgLookedThrough } from '../../validate/svg/sanitise-svg.ts';
import type { SvgProblem } from '../../validate/svg/read-xml.ts';

/** A media file that is looked through before it is published. */
export type MediumLookedThrough =
  /** `bytes` are what is published; `content` is the fingerprint of those that were read, and `finding` says what was taken out. */
  | {
      readonly kind: 'good';
      readonly bytes: Buffer;
      readonly content: Fingerprint;
      readonly finding: Finding | undefined;
    }
  /** It must not be published. */
  | { readonly kind: 'refused'; readonly finding: Finding };

/** Whether a media file is looked through before it is published: of all that is published, browsers run SVG alone. */
export function isLookedThrough(path: string): boolean {
  return endingOf(path) === 'svg';
}

/** Reads a drawing, without what in it runs or loads something. */
export function lookThroughMedium({ path, diskPath }: FoundFile): MediumLookedThrough {
  const read = readTextBytes(path, diskPath);
  if (read.kind === 'failed') return { kind: 'refused', finding: withHintForDrawings(read.finding) };
  const { bytes } = read;
  const decoded = decodeSvg(bytes);
  if (!decoded) return { kind: 'refused', finding: notText(path, bytes) };
  const sanitised = sanitiseSvg(decoded);
  const content = fingerprintOfBytes(bytes);
  if (sanitised.kind === 'safe') return { kind: 'good', bytes, content, finding: undefined };
  const at = placeOf(sanitised, decoded.text);
  if (sanitised.kind === 'sanitised') {
    const published = Buffer.from(sanitised.text);
    return { kind: 'good', bytes: published, content, finding: report(path, sanitised.removed, at) };
  }
  const expected = sanitised.kind === 'empty' ? 'something to see without it' : 'an SVG that browsers read';
  const message = `Unexpected ${sanitised.what} in a picture, expected ${expected}`;
  const hint = 'export it again as a plain SVG without scripts and links, or as PNG';
  return { kind: 'refused', finding: { code: 'picture-unsafe', path, at, message, hint } };
}

function withHintForDrawings(finding: Finding): Finding {
  if (finding.code !== 'file-too-large') return finding;
  return { ...finding, hint: 'export it with fewer points and without pictures in it, or as PNG' };
}

/** Says what is in place of a text: mostly a picture of another kind under a wrong name. */
function notText(path: string, bytes: Buffer): Finding {
  const other = findOtherFormat(path, {
    size: bytes.length,
    read: (from, length) => bytes.subarray(from, from + length),
  });
  if (other === undefined) return notUtf8(path, bytes);
  const message = `Unexpected bytes in a picture, expected the text of an SVG: ${other}`;
  return { code: 'picture-unsafe', path, at: WHOLE_FILE, message, hint: 'name the file as what it is' };
}

function placeOf(sanitised: Exclude<SvgLookedThrough, { readonly kind: 'safe' }>, text: string): Finding['at'] {
  const problem = sanitised.kind === 'sanitised' ? sanitised.removed[0] : sanitised;
  if (!problem) return WHOLE_FILE;
  const before = text.slice(0, problem.index).split('\n');
  return { kind: 'position', line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** So many things are named. */
const MOST_NAMED = 6;

function report(path: string, removed: readonly SvgProblem[], at: Finding['at']): Finding {
  const counts = new Map<string, number>();
  for (const { what } of removed) counts.set(what, (counts.get(what) ?? 0) + 1);
  const named = [...counts].map(([what, count]) => (count === 1 ? what : `${what} (${count} times)`));
  const more = named.length - MOST_NAMED;
  const list = [...named.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])];
  return {
    code: 'picture-sanitised',
    path,
    at,
    message: `Unexpected ${inWords(list)} in a picture, expected one that only draws: it is published without`,
    hint: 'look at the picture in the preview; if something is missing, export it again as a plain SVG, or as PNG',
  };
}

function inWords(list: readonly string[]): string {
  return list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
}

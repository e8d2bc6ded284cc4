import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sanitiseSvg } from '../../../validate/svg/sanitise-svg.ts';
import { decodeSvg } from '../../../disk/media/decode-svg.ts';
import type { ImportNote, Outline } from '../archive.ts';
import type { MediaNames, PlannedMedium } from '../plan/media-names.ts';
import type { Fetch } from './fetch-medium.ts';
import type { Manifest, Written } from './manifest.ts';
import { shrinkPicture } from './shrink-picture.ts';

/** Larger files are no media of a newspaper. */
const MOST_BYTES = 2_000_000_000;

/** Of a drawing; see `docs/writing.md`. */
const LARGEST_SVG = 2_000_000;

export interface MediaWriting {
  readonly names: MediaNames;
  readonly manifest: Manifest;
  readonly content: string;
  /** Gets a medium of the web; `undefined` where that was not asked for. */
  readonly fetch: Fetch | undefined;
  readonly note: (outline: Outline, note: ImportNote) => void;
  readonly progress: (done: number, all: number) => void;
}

/** Moves all media in that the texts of an archive have asked for. */
export async function writeMedia(writing: MediaWriting): Promise<Readonly<Record<Written, number>>> {
  const counts: Record<Written, number> = { new: 0, renewed: 0, same: 0, edited: 0, removed: 0 };
  const all = [...writing.names.all()];
  for (const [done, medium] of all.entries()) {
    writing.progress(done, all.length);
    const bytes = await bytesOf(medium, writing);
    if (!bytes) continue;
    const written = writing.manifest.write(`media/${medium.name}`, bytes, writing.names.keyOf(medium));
    counts[written] += 1;
  }
  return counts;
}

/** What a medium is to be; `undefined` where it cannot be had, or is there. */
async function bytesOf(medium: PlannedMedium, writing: MediaWriting): Promise<Uint8Array | undefined> {
  const { source, name, namedBy } = medium;
  const note = (what: string, advice: string, detail: string): undefined => {
    writing.note(namedBy, { kind: 'lost', what, advice, detail });
  };
  if (source.kind === 'bytes') return source.bytes;
  if (source.kind === 'web') {
    if (writing.manifest.has(`media/${name}`) || isThere(join(writing.content, 'media', name))) return undefined;
    if (!writing.fetch)
      return note(
        'medium that lies on the web',
        'run the import again with `--fetch` to get these files, or put them into `content/media/` under the names that the texts have; until then their pages go without them',
        source.url,
      );
    const fetched = await writing.fetch(source.url, name);
    if (fetched.kind === 'bytes') return judged(fetched.bytes, medium, note, writing);
    return note(
      'medium that could not be fetched',
      'save it by hand, or run the import again',
      `${source.url}: ${fetched.why}`,
    );
  }
  if (source.path === '')
    return note(
      'medium that is not in the archive',
      'put the file into `content/media/` under the name that the text has; until then the page goes without it',
      name,
    );
  try {
    if (statSync(source.path).size > MOST_BYTES) return note('file of over 2 GB', 'publish it elsewhere', source.path);
    return await judged(readFileSync(source.path), medium, note, writing);
  } catch (fault) {
    return note('file that cannot be read', 'see why, and run the import again', `${source.path}: ${String(fault)}`);
  }
}

/** A file as it can be published: what would hold up a build wherever it lies in `content/media/` is made smaller, or left out. */
async function judged(
  bytes: Buffer,
  { name, namedBy }: PlannedMedium,
  note: (what: string, advice: string, detail: string) => undefined,
  writing: MediaWriting,
): Promise<Buffer | undefined> {
  if (bytes.length === 0) return note('file without anything in it', 'find the original', name);
  if (name.endsWith('.svg')) {
    const decoded = bytes.length <= LARGEST_SVG ? decodeSvg(bytes) : undefined;
    const kind = decoded && sanitiseSvg(decoded).kind;
    if (kind !== 'safe' && kind !== 'sanitised')
      return note('drawing that browsers cannot read, or that is a program', 'export it again as SVG or PNG', name);
  }
  if (!/\.(?:jpe?g|png|webp|avif)$/.test(name)) return bytes;
  const smaller = await shrinkPicture(bytes);
  if (!smaller) return bytes;
  const advice = 'it was made smaller: 5,000 pixels on its longer side';
  writing.note(namedBy, { kind: 'changed', what: 'picture of over 20 MB or 40 megapixels', advice, detail: name });
  return smaller;
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

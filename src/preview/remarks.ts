import { readText } from '../disk/read-text.ts';
import type { SourceFile } from '../domain/content/source.ts';
import { fingerprintOf } from '../plan/fingerprint.ts';
import type { PreviewEdition } from './preview-edition.ts';
import type { PreviewSite } from './preview-site.ts';
import { proofreadStory, styleFileOf } from './proofread.ts';
import { type FilesGiven, foundPathOf } from './desk/source-files.ts';
import { misspeltIn, type SpellingGiven, spellingStamp } from './spelling.ts';

/** How many remarks the copy desk has on a story, as long as what that depends on stays as it is. */
interface Kept {
  readonly content: string;
  readonly stamp: string;
  readonly count: number;
}

const kept = new WeakMap<PreviewSite, Map<string, Kept>>();
/** For as long as this the process does nothing else; in milliseconds. */
const STRETCH = 8;

/**
 * How many remarks `check` has on the words of stories, by their paths. Each story is read when it is asked
 * about first, and again when it was changed; whatever else waits goes on meanwhile.
 */
export async function remarksOn(
  stories: readonly { readonly path: string }[],
  given: FilesGiven,
): Promise<Readonly<Record<string, number>>> {
  const { edition } = given.site;
  if (!edition) return {};
  const known = kept.get(given.site) ?? new Map<string, Kept>();
  kept.set(given.site, known);
  const stamp = stampOf(edition);
  const counts: [string, number][] = [];
  let end = performance.now() + STRETCH;
  for (const { path } of stories) {
    if (performance.now() > end) {
      await new Promise((resolve) => setImmediate(resolve));
      end = performance.now() + STRETCH;
    }
    const diskPath = foundPathOf(path, given);
    const read = diskPath === undefined ? undefined : readText(path, diskPath);
    if (read?.kind !== 'read') continue;
    const before = known.get(path);
    const isSame = before?.content === read.content && before.stamp === stamp;
    const count = isSame ? before.count : await countIn(read.file, { edition, content: given.content });
    known.set(path, { content: read.content, stamp, count });
    counts.push([path, count]);
  }
  return Object.fromEntries(counts);
}

async function countIn(file: SourceFile, given: SpellingGiven): Promise<number> {
  return proofreadStory(file, given.edition).length + (await misspeltIn(file, given, 'none')).length;
}

/** What remarks depend on beside the story. */
function stampOf(edition: PreviewEdition): string {
  const { html, markdown, language, languages, defaults, timeZone, standards } = edition.prepared.edition.site;
  const style = styleFileOf(edition)?.text;
  const spelling = fingerprintOf(spellingStamp(edition));
  return JSON.stringify([html, markdown, language, languages, defaults, timeZone, standards, style, spelling]);
}

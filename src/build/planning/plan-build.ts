import { outputPath } from '../../domain/addresses.ts';
import type { RelatedStory } from '../../domain/story/story.ts';
import type { PageKind } from '../../pages/page-kind.ts';
import { PAGE_KINDS } from '../../pages/page-kinds.ts';
import { keyOf, type PageSpec, storyOf } from '../../pages/page-specs.ts';
import {
  type Fingerprint,
  FINGERPRINT_LENGTH,
  fingerprintOf,
  fingerprintOfBytes,
  quickFingerprint,
} from '../../plan/fingerprint.ts';
import type { WantedFiles } from '../../plan/plan-pages.ts';
import { isInShard, type Shard } from '../../plan/plan-pages.ts';
import { fingerprintOfPicture } from '../pictures/picture-cache.ts';
import type { PreparedBuild } from './prepared-build.ts';
import type { WantedPicture } from './wanted-pictures.ts';
import { programVersion } from '../program/program-version.ts';
import { partOnPage } from '../../pages/lists/series-page.ts';

/** A file of the output that is to be: a page, a copy of a file of `content/`, or bytes that are no text. */
export type OutputItem =
  | { readonly kind: 'page'; readonly spec: PageSpec }
  | { readonly kind: 'copy'; readonly from: string; readonly to: string }
  | { readonly kind: 'picture'; readonly to: string; readonly picture: WantedPicture }
  | { readonly kind: 'bytes'; readonly to: string; readonly bytes: Buffer };

/** The files of a build but those of Eleventy templates, in one order. */
export interface BuildFiles extends WantedFiles {
  readonly items: readonly OutputItem[];
  /** The whole fingerprint of what the file at a place is made of. */
  fingerprintAt(place: number): Fingerprint;
}

/** Lists all files of a build but those of Eleventy templates, each with what it is made of. */
export function filesOf(
  build: PreparedBuild,
  {
    shard,
    contentOf,
    isSanitised,
    isAsItWas,
  }: {
    readonly shard: Shard | undefined;
    /** The fingerprint of a file of `content/`. */
    readonly contentOf: (path: string) => Fingerprint | undefined;
    /** Whether the program decides what is published of a file of `content/`. */
    readonly isSanitised: (path: string) => boolean;
    /** Whether a story's page must be what it was, but for what it shows of other stories. */
    readonly isAsItWas: (story: RelatedStory) => boolean;
  },
): BuildFiles {
  const ownFingerprintOf = ownFingerprints(build);
  const items: OutputItem[] = [];
  const paths: string[] = [];
  const fingerprints: string[] = [];
  for (const spec of build.specs) {
    const path = outputPath(spec.url);
    if (shard && !isMadeIn(shard, spec, path)) continue;
    const othersIn = OTHERS_IN[spec.kind];
    const story = othersIn && storyOf(spec);
    const ofOthers = story ? othersIn(story) : '';
    items.push({ kind: 'page', spec });
    paths.push(path);
    fingerprints.push(story && isAsItWas(story) ? ofOthers : `${ownFingerprintOf(spec)}${ofOthers}`);
  }
  for (const [from, to] of build.copies) {
    if (shard && !isInShard(to, shard)) continue;
    items.push({ kind: 'copy', from, to });
    paths.push(to);
    const content = contentOf(from) ?? '';
    fingerprints.push(isSanitised(from) ? fingerprintOf(content, programVersion().program) : fingerprintOf(content));
  }
  for (const [to, picture] of build.pictures) {
    if (shard && !isInShard(to, shard)) continue;
    items.push({ kind: 'picture', to, picture });
    paths.push(to);
    fingerprints.push(fingerprintOfPicture(picture));
  }
  for (const [to, bytes] of build.bytes) {
    if (shard && !isInShard(to, shard)) continue;
    items.push({ kind: 'bytes', to, bytes });
    paths.push(to);
    fingerprints.push(fingerprintOfBytes(bytes));
  }
  return {
    items,
    paths,
    fingerprints,
    fingerprintAt: (place) => {
      const [item, fingerprint = ''] = [items[place], fingerprints[place]];
      const isWhole = fingerprint.length >= FINGERPRINT_LENGTH || item?.kind !== 'page';
      return (isWhole ? fingerprint : `${ownFingerprintOf(item.spec)}${fingerprint}`) as Fingerprint;
    },
  };
}

/** The fingerprints of what pages are made of, but for what stories show of others. */
function ownFingerprints(build: PreparedBuild): (spec: PageSpec) => Fingerprint {
  const { layouts } = programVersion();
  const around = fingerprintOfSurroundings(build);
  const bases = new Map<string, string>();
  const baseOf = (layout: string): string => {
    const known = bases.get(layout) ?? fingerprintOf(around, layout, layouts[layout] ?? '');
    bases.set(layout, known);
    return known;
  };
  return (spec) => fingerprintOf(`${baseOf(spec.layout)} ${spec.kind} ${keyOf(spec)}`);
}

/** Whether the machine that has a part of the site makes a page. */
function isMadeIn(shard: Shard, spec: PageSpec, path: string): boolean {
  const { everyShard }: PageKind<object> = PAGE_KINDS[spec.kind];
  if (typeof everyShard === 'boolean') return everyShard || isInShard(path, shard);
  return isInShard(everyShard === 'with its story' ? (storyOf(spec)?.entry.path ?? path) : everyShard(path), shard);
}

/**
 * The fingerprint of all that the page of a story without references depends on beside the story itself. While it is what it
 * was, such a page is what it was if its story is, and nobody has to look at what it is made of.
 */
export function fingerprintOfContext(build: PreparedBuild, drafts: boolean): Fingerprint {
  const { site, now, people, contributors, topics } = build.edition;
  const portraits = contributors.flatMap(({ url, contributor: { picture } }) => (picture ? [[url, picture]] : []));
  const hasSiteStrip = (site.liveStrip?.until ?? Number.POSITIVE_INFINITY) > now;
  return fingerprintOf(
    fingerprintOfSurroundings(build),
    programVersion().allLayouts,
    JSON.stringify([people, portraits, topics.map(({ topic }) => topic), hasSiteStrip, drafts]),
  );
}

/** The fingerprint of what Eleventy templates are made of. They may look at all that Eleventy reads, so they share one. */
export function fingerprintOfTemplates(build: PreparedBuild, files: readonly string[]): Fingerprint {
  const { ownPages } = build.edition;
  return fingerprintOf(
    fingerprintOfSurroundings(build),
    programVersion().allLayouts,
    JSON.stringify(ownPages),
    ...files,
  );
}

/** What all pages are made of beside their subjects. */
function fingerprintOfSurroundings({ surroundings }: PreparedBuild): Fingerprint {
  return fingerprintOf(programVersion().program, JSON.stringify(surroundings));
}

/** What pages of one story show of others, but for its references, by their kinds: a text that changes with it. */
const OTHERS_IN: Readonly<Partial<Record<PageSpec['kind'], (story: RelatedStory) => string>>> = {
  article: fingerprintOfOthers,
  cleanText: ({ part, translations }) =>
    part || translations ? `~${quickFingerprint([part?.series.title ?? '', JSON.stringify(translations ?? '')])}` : '',
};

/**
 * Changes with what the page of a story shows of other stories, but for its references; empty where it shows none. It is
 * the end of the page's fingerprint, so that a page that was made of the same neighbours is known without looking at the rest.
 */
function fingerprintOfOthers({ part, related, translations }: RelatedStory): string {
  if (!part && related.length === 0 && !translations) return '';
  const shown = part ? [String(partOnPage(part).number), cardOf(part.earlier), cardOf(part.later)] : [];
  for (const story of related) shown.push(cardOf(story));
  if (translations) shown.push(JSON.stringify(translations));
  return `~${quickFingerprint(shown)}`;
}

function cardOf(story: RelatedStory | undefined): string {
  return story?.toJSON() ?? '';
}

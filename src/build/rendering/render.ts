import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outputPath, type UrlPath } from '../../domain/addresses.ts';
import type { PageSpec } from '../../pages/page-specs.ts';
import { firstStoryIn } from '../../pages/packed.ts';
import { type Fingerprint, fingerprintOfBytes } from '../../plan/fingerprint.ts';
import { filesIn, stateOf } from '../../disk/files.ts';
import { LayoutFault } from '../../disk/layouts/templates.ts';
import { SETTINGS } from '../../disk/project.ts';
import { runEleventy } from '../../eleventy/run-eleventy.ts';
import { asOfTemplates } from '../cache/output-index.ts';
import { PageSink, type StoryPlaces } from './page-sink.ts';
import type { BegunBuild } from '../building.ts';
import { loadPrinters } from '../layouts.ts';
import type { BuildPlan } from '../planning/plan-output.ts';
import { demandSameLayouts } from '../program/program-version.ts';
import { compileSoonFor, keepHeapSmallFor } from '../v8-settings.js';
import type { WantedPicture } from '../planning/wanted-pictures.ts';
import { beginPictures, forgetPictures } from '../pictures/place-pictures.ts';
import type { OutputItem } from '../planning/plan-build.ts';
import { type PreparedBuild, withoutTemplates } from '../planning/prepared-build.ts';
import { copyContent } from '../publishing/copy-content.ts';
import type { MadeFile } from '../publishing/publish.ts';

/** A build that makes what is stale, and where its stories are to be had. */
export interface Rendering extends BegunBuild {
  readonly sourceOf: StoryPlaces['sourceOf'];
}

/** About as many files come with a story: its page and clean texts, and its part of lists and feeds. */
const FILES_OF_A_STORY = 4;

/** Makes the stale files of a plan in the workspace: Eleventy renders, workers print and write. */
export async function render(
  build: PreparedBuild,
  { stale, templates, freshTemplates }: BuildPlan,
  rendering: Rendering,
): Promise<ReadonlyMap<string, MadeFile>> {
  const { watcher } = rendering;
  keepHeapSmallFor(stale.size);
  compileSoonFor(stale.size / FILES_OF_A_STORY);
  watcher.onProgress('render', 0, stale.size);
  const made = new Map<string, MadeFile>();
  const pages = new Map<PageSpec, Fingerprint>();
  const pictures: (readonly [WantedPicture, Fingerprint])[] = [];
  for (const [item, fingerprint] of stale) {
    if (item.kind === 'page') pages.set(item.spec, fingerprint);
    else if (item.kind === 'copy') made.set(item.to, copy(item, fingerprint, rendering));
    else if (item.kind === 'picture') pictures.push([item.picture, fingerprint]);
    else made.set(item.to, writeBytes(item, fingerprint, rendering));
  }
  const picturing = beginPictures(pictures, rendering);
  try {
    const hasTemplates = freshTemplates === undefined;
    if (pages.size > 0 || hasTemplates) {
      const options = { pages, templates: hasTemplates ? templates : undefined, total: stale.size };
      for (const [path, file] of await renderPages(build, options, rendering)) made.set(path, file);
    }
    for (const [path, file] of await picturing.made) made.set(path, file);
  } finally {
    await picturing.stop();
  }
  if (pictures.length > 0) forgetPictures(build.pictures.values(), rendering);
  return made;
}

/** Has Eleventy render pages, and templates of `content/pages/` where they are stale. */
async function renderPages(
  build: PreparedBuild,
  {
    pages,
    templates,
    total,
  }: {
    readonly pages: ReadonlyMap<PageSpec, Fingerprint>;
    /** Of what the templates are made of. */
    readonly templates: Fingerprint | undefined;
    /** How many files are made, with these. */
    readonly total: number;
  },
  { workspace, workers, cache, files, watcher, sourceOf }: Rendering,
): Promise<ReadonlyMap<string, MadeFile>> {
  const made = new Map<string, MadeFile>();
  const specs = inOrderOfTime([...pages.keys()]);
  const stories = { records: cache.records, texts: cache.texts, sourceOf };
  const onProgress = (count: number): void => watcher.onProgress('render', count, total);
  const printed = new PageSink({ build, workspace, workers, stories, onProgress }, specs);
  const layouts = await loadPrinters();
  await runEleventy(
    {
      build: templates === undefined ? withoutTemplates(build) : build,
      pages: specs,
      printer: printed,
      layouts,
      output: '',
    },
    workspace.own,
  );
  if (templates !== undefined) files.demandPagesAsFound();
  demandSameLayouts();
  const printedFiles = new Map((await printed.end()).map((file) => [file.path, file]));
  const fingerprints = new Map([...pages].map(([{ url }, fingerprint]) => [outputPath(url), fingerprint]));
  for (const [path, { content, state }] of printedFiles) {
    made.set(path, { fingerprint: fingerprints.get(path) ?? '', content, state });
  }
  for (const path of filesIn(workspace.own)) {
    const target = join(workspace.site, path);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(workspace.own, path), target);
    const fingerprint = fingerprints.get(path) ?? asOfTemplates(templates);
    made.set(path, {
      fingerprint,
      content: fingerprintOfBytes(readFileSync(target)),
      state: stateOf(statSync(target)),
    });
  }
  const own = templates === undefined ? [] : build.edition.ownPages.filter(({ head, text }) => head && text);
  demandMade([...specs, ...own], made);
  return made;
}

/** Throws where a page was not made: Eleventy leaves out what a transform or a preprocessor of `.eleventy.ts` hands nothing over for. */
function demandMade(
  pages: readonly { readonly url: UrlPath | undefined }[],
  made: ReadonlyMap<string, MadeFile>,
): void {
  const missing = pages.find(({ url }) => url !== undefined && !made.has(outputPath(url)));
  if (!missing) return;
  throw new LayoutFault(
    `${SETTINGS} Unexpected end of the page ${missing.url}, expected a file of it\n  hint: see whether a transform hands over the text of each page, as \`return content;\`, and no preprocessor \`false\``,
  );
}

/** Pages that show the same stories are made close together, while those are at hand. */
function inOrderOfTime(pages: readonly PageSpec[]): readonly PageSpec[] {
  const dates = new Map(pages.map((page) => [page, firstStoryIn(page.subject)?.entry.date ?? 0]));
  return [...pages].sort((a, b) => (dates.get(a) ?? 0) - (dates.get(b) ?? 0));
}

/** The fingerprint of what was made of something that nobody knows. */
const OF_NOTHING = '';

function copy(
  { from, to }: Extract<OutputItem, { readonly kind: 'copy' }>,
  fingerprint: Fingerprint,
  { workspace, files }: Rendering,
): MadeFile {
  const target = join(workspace.site, to);
  const published = files.publishedOf(from);
  const content = published.kind === 'bytes' ? fingerprintOfBytes(published.bytes) : files.contentOf(from);
  if (content === undefined) throw new Error(`There is no file ${from}`);
  copyContent(published, target);
  const state = stateOf(statSync(target));
  if (files.isStill(from)) return { fingerprint, content, state };
  // It was saved meanwhile: the next build looks at it again, whatever it is then.
  files.forget(from);
  return { fingerprint: OF_NOTHING, content: fingerprintOfBytes(readFileSync(target)), state };
}

function writeBytes(
  { to, bytes }: Extract<OutputItem, { readonly kind: 'bytes' }>,
  fingerprint: Fingerprint,
  { workspace }: Rendering,
): MadeFile {
  const target = join(workspace.site, to);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  return { fingerprint, content: fingerprintOfBytes(bytes), state: stateOf(statSync(target)) };
}

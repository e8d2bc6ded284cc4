import { copyFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outputPath } from '../../domain/addresses.ts';
import type { PageSpec } from '../../pages/page-specs.ts';
import { storiesIn } from '../../pages/packed.ts';
import { type Fingerprint, fingerprintOfBytes } from '../../plan/fingerprint.ts';
import { filesIn, stateOf } from '../../disk/files.ts';
import { asOfTemplates, runEleventy } from './run-eleventy.ts';
import { type PageRendering, PageSink } from './page-sink.ts';
import type { OutputItem } from '../planning/plan-build.ts';
import { NO_PAGES, type PreparedBuild } from '../planning/prepared-build.ts';
import type { MadeFile } from '../publishing/publish.ts';
import type { FoundFile } from '../../disk/walk-content.ts';

/** What is to be made, and where. */
export interface Rendering extends PageRendering {
  readonly build: PreparedBuild;
  readonly stale: ReadonlyMap<OutputItem, Fingerprint>;
  /** The fingerprint of the templates of `content/pages/`, if they must be rendered. */
  readonly templates: Fingerprint | undefined;
  readonly media: ReadonlyMap<string, FoundFile>;
  readonly contentOf: (path: string) => Fingerprint | undefined;
}

/** Makes files in the workspace: Eleventy renders, workers print and write. */
export async function render(rendering: Rendering): Promise<ReadonlyMap<string, MadeFile>> {
  const { build, stale, templates, workspace } = rendering;
  const made = new Map<string, MadeFile>();
  const pages = new Map<PageSpec, Fingerprint>();
  for (const [item, fingerprint] of stale) {
    if (item.kind === 'page') pages.set(item.spec, fingerprint);
    else made.set(item.to, copy(item, fingerprint, rendering));
  }
  if (pages.size === 0 && templates === undefined) return made;
  const specs = inOrderOfTime([...pages.keys()]);
  const printed = new PageSink(rendering, specs);
  const { edition, assets } = build;
  const pagesFolder = templates === undefined ? NO_PAGES : build.pagesFolder;
  await runEleventy(
    { build: { edition, assets, pagesFolder }, pages: specs, printer: printed, output: '' },
    workspace.own,
  );
  const files = new Map((await printed.end()).map((file) => [file.path, file]));
  const fingerprints = new Map([...pages].map(([{ url }, fingerprint]) => [outputPath(url), fingerprint]));
  for (const [path, { content, state }] of files) {
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
  return made;
}

/** Pages that show the same stories are made close together, while those are at hand. */
function inOrderOfTime(pages: readonly PageSpec[]): readonly PageSpec[] {
  const dates = new Map(pages.map((page) => [page, storiesIn(page.subject)[0]?.entry.date ?? 0]));
  return [...pages].sort((a, b) => (dates.get(a) ?? 0) - (dates.get(b) ?? 0));
}

function copy(
  { from, to }: Extract<OutputItem, { readonly kind: 'copy' }>,
  fingerprint: Fingerprint,
  { workspace, media, contentOf }: Rendering,
): MadeFile {
  const target = join(workspace.site, to);
  mkdirSync(dirname(target), { recursive: true });
  const source = media.get(from);
  const content = contentOf(from);
  if (!source || content === undefined) throw new Error(`There is no file ${from}`);
  copyFileSync(source.diskPath, target);
  return { fingerprint, content, state: stateOf(statSync(target)) };
}

import { copyFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outputPath } from '../domain/url-path.ts';
import { makePage, packPage, type PageSpec, storiesOf } from '../pages/page-spec.ts';
import { type Fingerprint, fingerprintOfBytes } from '../plan/fingerprint.ts';
import type { PagePrinter } from './add-pages.ts';
import { stateOf } from './cache/file-state.ts';
import { filesIn } from './files-in.ts';
import { loadPrinters } from './layouts.ts';
import { asOfTemplates } from './of-templates.ts';
import type { OutputItem } from './plan-build.ts';
import { NO_PAGES, type PreparedBuild } from './prepared-build.ts';
import type { MadeFile } from './publish.ts';
import { runEleventy } from './run-eleventy.ts';
import type { FoundFile } from './walk-content.ts';
import { imprintFrom, type PrintedFile, type StorySource, type StorySources } from './work/print-pages.ts';
import { printPage } from './work/print-page.ts';
import type { Workers } from './work/workers.ts';
import type { Workspace } from './workspace.ts';

/** What is to be made, and where. */
export interface Rendering {
  readonly build: PreparedBuild;
  readonly stale: ReadonlyMap<OutputItem, Fingerprint>;
  /** The fingerprint of the templates of `content/pages/`, if they must be rendered. */
  readonly templates: Fingerprint | undefined;
  readonly workspace: Workspace;
  readonly workers: Workers;
  readonly stories: StoryPlaces;
  readonly media: ReadonlyMap<string, FoundFile>;
  readonly contentOf: (path: string) => Fingerprint | undefined;
  /** Called with the number of pages that were made. */
  readonly onProgress: (made: number) => void;
}

/** Where stories are to be had. */
export interface StoryPlaces {
  readonly records: string;
  readonly texts: string;
  readonly sourceOf: (path: string) => StorySource;
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
  const printed = new PageSink(rendering, pages.size);
  const { edition, assets } = build;
  const pagesFolder = templates === undefined ? NO_PAGES : build.pagesFolder;
  await runEleventy(
    { build: { edition, assets, pagesFolder }, pages: inOrderOfTime([...pages.keys()]), printer: printed, output: '' },
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

/** Takes pages from Eleventy, and has workers print them. */
class PageSink implements PagePrinter {
  private readonly rendering: Rendering;
  private readonly tasks: Promise<readonly PrintedFile[]>[] = [];
  private made = 0;

  constructor(rendering: Rendering, count: number) {
    this.rendering = rendering;
    const { workers, build, stories } = rendering;
    const { site, hasArchive, hasContributors, searchUrls } = build.edition;
    workers.share('publication', {
      edition: { site, hasArchive, hasContributors, searchUrls },
      assets: build.assets,
      records: stories.records,
      texts: stories.texts,
    });
    workers.expect(count);
  }

  toFiles = async (pages: readonly PageSpec[]): Promise<void> => {
    const { workers, workspace, onProgress } = this.rendering;
    const { done } = await workers.begin({
      name: 'print',
      root: workspace.site,
      pages: pages.map(packPage),
      stories: this.storiesOf(pages),
    });
    const taken = done.then((files) => {
      this.made += files.length;
      onProgress(this.made);
      return files;
    });
    // A task that fails is told of at the end.
    taken.catch(() => {});
    this.tasks.push(taken);
  };

  async toText(spec: PageSpec): Promise<string> {
    const { imprint, storyAt } = imprintFrom(this.rendering.stories.sourceOf);
    const page = makePage(packPage(spec), storyAt, imprint);
    return printPage(page, await loadPrinters());
  }

  async end(): Promise<readonly PrintedFile[]> {
    return (await Promise.all(this.tasks)).flat();
  }

  private storiesOf(pages: readonly PageSpec[]): StorySources {
    const { sourceOf } = this.rendering.stories;
    const sources: Record<string, StorySource> = {};
    for (const page of pages) {
      for (const { entry } of storiesOf(page)) sources[entry.path] ??= sourceOf(entry.path);
    }
    return sources;
  }
}

/** Pages that show the same stories are made close together, while those are at hand. */
function inOrderOfTime(pages: readonly PageSpec[]): readonly PageSpec[] {
  const dates = new Map(pages.map((page) => [page, storiesOf(page)[0]?.entry.date ?? 0]));
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

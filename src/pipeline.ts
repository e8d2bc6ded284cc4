import { type Diagnostic, isError } from './diagnostics/diagnostic.ts';
import type { Finding } from './diagnostics/finding.ts';
import { pinpoint } from './diagnostics/pinpoint.ts';
import { severityOf } from './diagnostics/severity.ts';
import type { Edition } from './domain/edition.ts';
import type { UrlPath } from './domain/addresses.ts';
import type { SourceFile } from './domain/content/source.ts';
import { ARTICLES, CONTENT_KINDS, isAt } from './domain/content/content-kinds.ts';
import { findBaseline } from './assets/find-baseline.ts';
import type { BegunBuild } from './build/building.ts';
import { pageLayouts, storyLayouts } from './build/layouts.ts';
import { momentOf, type ReadOptions } from './build/building.ts';
import { type BuildPlan, type BuiltBefore, planOutput, type TemplatesMade } from './build/planning/plan-output.ts';
import { prepareBuild } from './build/planning/prepared-build.ts';
import { withAdmin } from './build/publishing/admin-files.ts';
import type { Published } from './build/publishing/publish.ts';
import { publishMade } from './build/publishing/publish.ts';
import { checkOwnFiles } from './build/program/own-files.ts';
import { type ContentFiles, readContentFiles } from './build/reading/content-files.ts';
import { type NewsroomStories, readNewsroomStories } from './build/reading/newsroom-stories.ts';
import type { Reading } from './build/reading/read-stories.ts';
import { ContentChangedError, findPageTooLarge, findUndecodable } from './build/rendering/content-faults.ts';
import { render } from './build/rendering/render.ts';
import { findBlamedProgram, renderTemplates } from './build/rendering/render-templates.ts';
import type { StorySource } from './build/workers/story-reader.ts';
import type { FoundFile } from './disk/walk-content.ts';
import { layoutText } from './disk/layouts/templates.ts';
import type { MediaOnDisk } from './disk/media/media-on-disk.ts';
import { readSetting } from './newsroom/newsroom.ts';
import { type EditionRead, readEdition, type StandIn } from './newsroom/read-edition.ts';
import type { Setting } from './validate/setting.ts';

// The way from a folder of files to a site: all stages, in their order. What comes before (locks, the cache, the look at what
// changed) and after (what is kept for the next build) is in `src/build/build.ts`.

/** When the story of a path is dated, in milliseconds since 1970. */
type StoryDates = (path: string) => number | undefined;

/** A newsroom as it was read from disk. */
export interface NewsroomRead extends Pick<NewsroomStories, 'read' | 'sourceOf'>, Pick<EditionRead, 'heldUp'> {
  readonly edition: Edition;
  /** If one of them is an error, the edition must not be published. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is still to do in drafts that are not published, and in files that are held up: it stops nothing. */
  readonly toDo: readonly Diagnostic[];
  readonly setting: Setting;
  readonly media: MediaOnDisk;
  /** Templates of `content/pages/`. */
  readonly ownPages: readonly SourceFile[];
  /** The stories and own pages that are held up, by the addresses that they would have. */
  readonly heldUpAt: ReadonlyMap<UrlPath, string>;
  /** The files of `content/pages/` that Eleventy may run, or take data from. */
  readonly programs: readonly FoundFile[];
  /** Turns findings that come later into diagnostics; `dateOf` has the dates of stories that were read since. */
  readonly pinpoint: (findings: readonly Finding[], dateOf?: StoryDates) => readonly Diagnostic[];
  /** The newsroom without the page that something was found of when it was rendered, if that page may be held up. */
  readonly withoutPage: (finding: Finding) => NewsroomRead | undefined;
}

/** How a newsroom is read to be previewed: with stories under embargo, and each story and own page that has errors held up by itself. */
export interface PreviewReading {
  readonly wasHeldUp: (path: string) => boolean;
  /** What is shown of a story in place of one with errors. */
  readonly standInOf: (path: string) => PreviewStandIn | undefined;
  /** Whether the last edition has a page as its file is now. */
  readonly isPageAsBefore: (path: string) => boolean;
  /** What the last edition was read by: all is read by it again while `site.yaml` has errors, which would give every story another form. */
  readonly settingBefore: Setting | undefined;
}

export interface PreviewStandIn extends StandIn {
  readonly source: StorySource;
}

/** The first half: reads what changed in a newsroom, and makes an edition of all of it. */
export async function readNewsroom(
  options: ReadOptions,
  reading: Reading,
  preview?: PreviewReading,
): Promise<NewsroomRead> {
  checkOwnFiles();
  // Disk: site.yaml, contributors, own pages, fronts, redirects; and which pictures and other files there are.
  const content = readContentFiles(reading);

  // Parse and validate site.yaml, by which all else is read.
  const { value, findings } = settingFor(options, content);
  const isBroken = findings.some(
    (finding) => severityOf(finding, { standards: {}, dateOf: () => undefined }) === 'error',
  );
  const setting = isBroken && preview?.settingBefore ? { ...preview.settingBefore, media: value.media } : value;

  // Parse and validate the stories, each by itself, in threads; their Markdown is rendered here.
  const stories = await readNewsroomStories(setting, content, reading);

  // Parse and validate the rest; relate it all.
  const now = momentOf(options, setting.site.timeZone);
  const standIns = new Map<string, StorySource>();
  const standInOf = (path: string): StandIn | undefined => {
    const standIn = preview?.standInOf(path);
    if (standIn) standIns.set(path, standIn.source);
    return standIn;
  };
  const relate = (ofRendering: readonly Finding[]): EditionRead =>
    readEdition(
      content,
      stories,
      { value: setting, findings },
      {
        now,
        withDrafts: options.drafts,
        withEmbargoed: preview !== undefined,
        holds: preview && { ...preview, mayBeHeldUp: isStoryOrPage, standInOf },
        ofRendering,
      },
    );
  const first = relate([]);
  reading.files.noteMedia(content.media.found);

  // Diagnostics: where each finding stands in its file.
  const { standards } = setting.site;
  const place = (found: readonly Finding[], dateOf: StoryDates = () => undefined): readonly Diagnostic[] =>
    pinpoint(found, {
      textOf: (path) => layoutText(path) ?? stories.sourceTextOf(path),
      standards,
      dateOf: (path) => dateOf(path) ?? stories.dateOf(path) ?? first.written.get(path),
    });
  const newsroomOf = (read: EditionRead, ofRendering: readonly Finding[]): NewsroomRead => ({
    edition: read.edition,
    diagnostics: place(read.findings),
    toDo: place(read.toDo),
    heldUp: read.heldUp,
    setting,
    media: content.media,
    ownPages: content.ownPages,
    programs: setting.site.pages === 'text' ? [] : content.programs,
    read: stories.read,
    sourceOf: (path) => (read.heldUp.get(path) && standIns.get(path)) || stories.sourceOf(path),
    heldUpAt: addressesHeldUp(read, stories),
    pinpoint: place,
    withoutPage: (finding) => {
      const all = [...ofRendering, finding];
      const without = relate(all);
      return without.heldUp.size > read.heldUp.size ? newsroomOf(without, all) : undefined;
    },
  });
  return newsroomOf(first, []);
}

/**
 * Reads stories for other builds to take over, as they are read by a whole build, and nothing else.
 *
 * @returns Paths of those that were read anew.
 */
export async function readForOthers(options: ReadOptions, reading: Reading): Promise<ReadonlySet<string>> {
  checkOwnFiles();
  const content = readContentFiles(reading);
  const { read } = await readNewsroomStories(settingFor(options, content).value, content, reading);
  reading.files.noteMedia(content.media.found);
  return read;
}

/** Parses and validates site.yaml. */
function settingFor(options: ReadOptions, content: ContentFiles): ReturnType<typeof readSetting> {
  const today = momentOf(options, 'UTC');
  return readSetting(content, {
    url: options.url,
    baselineOf: (query) => findBaseline(query, today),
    storyLayouts: storyLayouts(),
    pageLayouts: pageLayouts(),
  });
}

function isStoryOrPage(path: string): boolean {
  return isAt(ARTICLES, path) || isAt(CONTENT_KINDS.ownPages, path);
}

/** What is held up, by the addresses that it would have. */
function addressesHeldUp(
  { heldUp, edition }: EditionRead,
  { entries }: Pick<NewsroomStories, 'entries'>,
): ReadonlyMap<UrlPath, string> {
  const addresses = new Map<UrlPath, string>();
  if (heldUp.size === 0) return addresses;
  for (const { url, path } of [...edition.heldBackPages, ...entries]) {
    if (url !== undefined && heldUp.has(path)) addresses.set(url, path);
  }
  return addresses;
}

/** What came of rendering own pages for trial. */
export interface OwnPagesTried {
  /** Without the drafts that cannot be rendered. */
  readonly newsroom: NewsroomRead;
  /** What is wrong with a page that is no draft. */
  readonly finding: Finding | undefined;
}

/**
 * Has Eleventy render the own pages of a newsroom without errors to a folder that nobody reads, and leaves out the drafts that fail:
 * as many times as there are such, for Eleventy stops at the first.
 *
 * @param folders Absolute path of a folder, for folders that are not there yet.
 */
export async function tryOwnPages(newsroom: NewsroomRead, content: string, folders: string): Promise<OwnPagesTried> {
  let tried = newsroom;
  for (let count = 0; !tried.diagnostics.some(isError); count += 1) {
    const end = await renderTemplates(prepareBuild(tried, content), `${folders}/${count}`);
    if (end.kind === 'rendered') break;
    const without = tried.withoutPage(end.finding);
    if (!without) return { newsroom: tried, finding: end.finding };
    tried = without;
  }
  return { newsroom: tried, finding: undefined };
}

/** How publishing ended: with a new output, or with a fault in a template and the output as it was. */
export type PublishEnd =
  | {
      readonly kind: 'published';
      readonly published: Published;
      readonly templates: TemplatesMade;
      readonly context: BuildPlan['context'];
      /** The scripts that stand in every page as sources of a content security policy, `sha256-…`: the gate, and what loads the script of readers. */
      readonly inlineHashes: readonly string[];
    }
  | { readonly kind: 'failed'; readonly finding: Finding };

/** The second half: makes what is stale of an edition without errors, and puts it in place. */
export async function publishNewsroom(
  newsroom: NewsroomRead,
  before: Omit<BuiltBefore, 'read'>,
  building: BegunBuild,
): Promise<PublishEnd> {
  // Pages: what is to be published, each page with all that it is made of; styles and scripts.
  const prepared = await withAdmin(prepareBuild(newsroom, building.options.content));

  // Plan: which of it is stale.
  const plan = await planOutput(prepared, { ...before, read: newsroom.read }, building);
  try {
    // Eleventy: makes the stale pages through their layouts, in threads, to a folder beside the output.
    const made = await render(prepared, plan, { ...building, sourceOf: newsroom.sourceOf });

    // Publish: moves into the output what differs, and removes what is gone.
    const { published, templates } = publishMade(made, plan, building);
    return { kind: 'published', published, templates, context: plan.context, inlineHashes: prepared.inlineHashes };
  } catch (fault) {
    if (fault instanceof ContentChangedError) throw fault;
    // A template that was saved meanwhile may have been read when half of it was written.
    building.files.demandPagesAsFound();
    const finding =
      findPageTooLarge(fault, prepared.specs) ?? findUndecodable(fault) ?? (await findBlamedProgram(fault, prepared));
    if (!finding) throw fault;
    return { kind: 'failed', finding };
  }
}

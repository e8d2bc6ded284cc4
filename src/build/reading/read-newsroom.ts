import type { Edition } from '../../domain/edition.ts';
import { REDIRECTS_PATH } from '../../domain/redirects.ts';
import { SITE_PATH } from '../../domain/site/site.ts';
import type { SourceFile } from '../../domain/source.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { pinpoint } from '../../diagnostics/pinpoint.ts';
import { type NewsroomFiles, readEdition, readSetting } from '../../pipeline.ts';
import { fingerprintOf } from '../../plan/fingerprint.ts';
import type { Setting } from '../../validate/setting.ts';
import { findBaseline } from '../../assets/find-baseline.ts';
import { pageLayouts, storyLayouts } from '../layouts.ts';
import { MediaOnDisk } from '../../disk/media-on-disk.ts';
import { momentOf, type ReadOptions } from '../options.ts';
import { programVersion } from '../program/program-version.ts';
import { isStory, type Reading, readStories } from './read-stories.ts';
import { readText } from '../../disk/read-text.ts';
import type { SourceFiles } from './source-files.ts';
import type { StorySource } from '../workers/imprint-from.ts';
import { StoryReader } from '../workers/story-reader.ts';

/** A newsroom as it was read from disk. */
export interface NewsroomRead {
  readonly edition: Edition;
  readonly diagnostics: readonly Diagnostic[];
  readonly setting: Setting;
  readonly media: MediaOnDisk;
  /** Templates of `content/pages/`. */
  readonly pages: readonly SourceFile[];
  /** Paths of the stories that were read anew. */
  readonly read: ReadonlySet<string>;
  /** Where a story is to be had. */
  readonly sourceOf: (path: string) => StorySource;
  /** Turns findings that come later into diagnostics. */
  readonly pinpoint: (findings: readonly Finding[]) => readonly Diagnostic[];
}

/** Reads what changed in a newsroom, and makes an edition of all of it. */
export async function readNewsroom(options: ReadOptions, reading: Reading): Promise<NewsroomRead> {
  const { files, cache, workers } = reading;
  const mediaFindings = files.readMedia();
  const media = mediaOf(files);
  const texts = readTexts(files);
  const newsroom: NewsroomFiles = {
    ...texts,
    media,
    findings: [...files.walk.findings, ...mediaFindings, ...texts.findings],
  };
  const now = momentOf(options, 'UTC');
  const setting = readSetting(newsroom, {
    url: options.url,
    baselineOf: (query) => findBaseline(query, now),
    storyLayouts: storyLayouts(),
    pageLayouts: pageLayouts(),
  });
  const { site } = setting.value;
  const { storyLayouts: layouts } = setting.value;
  workers.share('setting', { ...setting.value, media: placesOf(files) });
  // Which browsers are supported is nothing that a story could depend on.
  const stamp = fingerprintOf(programVersion().program, JSON.stringify([{ ...site, baseline: undefined }, layouts]));
  const rows = cache.articles(stamp);
  const articles = await readStories({ rows, media, reading });
  const diskPaths = new Map(files.walk.texts.map(({ path, diskPath }) => [path, diskPath]));
  const textOf = (path: string): string | undefined => {
    const diskPath = diskPaths.get(path);
    const found = diskPath === undefined ? undefined : readText(path, diskPath);
    return found?.kind === 'read' ? found.file.text : undefined;
  };
  const sourceOf = (path: string): StorySource => {
    const row = rows.get(path);
    const diskPath = diskPaths.get(path);
    if (!row || diskPath === undefined) throw new Error(`There is no story ${path}`);
    return { diskPath, content: row.content, record: row.record, text: articles.texts.get(path) };
  };
  const reader = new StoryReader(sourceOf, { site, records: cache.records, texts: reading.texts });
  const read = readEdition(
    newsroom,
    {
      entries: articles.entries,
      findings: articles.findings,
      recordOf: (path) => reader.story(path).article,
    },
    setting,
    { now: momentOf(options, site.timeZone), withDrafts: options.drafts },
  );
  files.noteMedia(media.found);
  const place = (findings: readonly Finding[]): readonly Diagnostic[] =>
    pinpoint(findings, { textOf, standards: site.standards });
  return {
    edition: read.edition,
    diagnostics: place(read.findings),
    setting: setting.value,
    media,
    pages: texts.pages,
    read: new Set(articles.texts.keys()),
    sourceOf,
    pinpoint: place,
  };
}

function mediaOf(files: SourceFiles): MediaOnDisk {
  return new MediaOnDisk(placesOf(files));
}

function placesOf(files: SourceFiles): ConstructorParameters<typeof MediaOnDisk>[0] {
  const { media, outside } = files.walk;
  return {
    diskPaths: new Map([...media.values()].map(({ path, diskPath }) => [path, diskPath])),
    outside,
    known: files.knownMedia(),
  };
}

/** Reads the texts that are not stories: they are few. */
function readTexts(
  files: SourceFiles,
): Pick<NewsroomFiles, 'site' | 'contributors' | 'pages' | 'fronts' | 'redirects' | 'findings'> {
  const read: SourceFile[] = [];
  const findings: Finding[] = [];
  for (const file of files.walk.texts) {
    if (isStory(file)) continue;
    const found = readText(file.path, file.diskPath);
    if (found.kind === 'read') {
      read.push(found.file);
      files.note(file, found.content);
    } else {
      findings.push(found.finding);
      files.forget(file.path);
    }
  }
  const within = (folder: string): readonly SourceFile[] => read.filter(({ path }) => path.startsWith(folder));
  return {
    site: read.find(({ path }) => path === SITE_PATH),
    contributors: within('content/contributors/'),
    pages: within('content/pages/'),
    fronts: within('content/fronts/'),
    redirects: read.find(({ path }) => path === REDIRECTS_PATH),
    findings,
  };
}

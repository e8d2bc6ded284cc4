import type { ArticleRecord } from '../../domain/story/article.ts';
import { type Entry, judgedAsOf } from '../../domain/story/entry.ts';
import type { Site } from '../../domain/site/site.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { readText } from '../../disk/read-text.ts';
import { fingerprintOf } from '../../plan/fingerprint.ts';
import type { Setting } from '../../validate/setting.ts';
import { programVersion } from '../program/program-version.ts';
import { LentStories } from '../cache/lent-stories.ts';
import { StoryReader, type StorySource } from '../workers/story-reader.ts';
import { type ContentFiles, mediaPlaces } from './content-files.ts';
import { type Reading, readStories } from './read-stories.ts';

/** The stories of a newsroom, and where what is not in memory of them is to be had. */
export interface NewsroomStories {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  /** The date by which standards judge the story of a path, in milliseconds since 1970. */
  readonly dateOf: (path: string) => number | undefined;
  /** All of an article but its text, from what was kept of it. */
  readonly recordOf: (path: string) => ArticleRecord;
  readonly sourceOf: (path: string) => StorySource;
  /** The text of a file of `content/` as it is on disk, to quote from in reports. */
  readonly sourceTextOf: (path: string) => string | undefined;
  /** Paths of the stories that were read anew, here or by builds that this one takes over from. */
  readonly read: ReadonlySet<string>;
}

/**
 * What a site says that no story is read by: it stands on pages, or is for judging all stories together. Stories are read without it, so that
 * none has to be read again when it changes.
 */
const OF_PAGES_ALONE = {
  title: '',
  description: undefined,
  hub: undefined,
  navigation: undefined,
  baseline: undefined,
  unsupportedBrowser: { message: {}, updateUrl: '', withoutScript: false, skip: [] },
  publisher: {
    name: '',
    ...{ logo: undefined, contact: undefined, corrections: undefined, ethics: undefined, ownership: undefined },
  },
  icon: { picture: undefined, colour: '' },
  social: [],
  crawlers: { ai: 'allow' },
  policySources: undefined,
  admin: undefined,
  elsewhere: [],
  standards: {},
  cleanText: false,
} as const satisfies Partial<Site>;

/** Reads the stories that changed, in threads; of the others there is what an earlier build kept. */
export async function readNewsroomStories(
  setting: Setting,
  content: ContentFiles,
  reading: Reading,
): Promise<NewsroomStories> {
  const { files, cache, workers, depth } = reading;
  const { site, storyLayouts } = setting;
  const siteOfStories: Site = { ...site, ...OF_PAGES_ALONE };
  workers.share('setting', { ...setting, site: siteOfStories, media: mediaPlaces(files, depth) });
  const madeBy = fingerprintOf(programVersion().program, JSON.stringify([siteOfStories, storyLayouts]));
  const rows = cache.stories(madeBy);
  const to = { records: cache.records, texts: cache.texts };
  const lent = reading.lending && new LentStories(reading.lending, { madeBy, to });
  const { entries, findings, read } = await readStories({ rows, lent, media: content.media, reading });
  const diskPaths = new Map(files.walk.texts.map(({ path, diskPath }) => [path, diskPath]));
  const sourceOf = (path: string): StorySource => {
    const row = rows.get(path);
    const diskPath = diskPaths.get(path);
    if (!row || diskPath === undefined) throw new Error(`There is no story ${path}`);
    return { diskPath, content: row.content, record: row.record, text: row.text };
  };
  const reader = new StoryReader(sourceOf, { site, records: cache.records, texts: cache.texts });
  return {
    entries,
    findings,
    dateOf: (path) => {
      const entry = rows.get(path)?.entry;
      return entry && judgedAsOf(entry);
    },
    recordOf: (path) => reader.story(path).article,
    sourceOf,
    sourceTextOf: (path) => {
      const diskPath = diskPaths.get(path);
      const found = diskPath === undefined ? undefined : readText(path, diskPath);
      return found?.kind === 'read' ? found.file.text : undefined;
    },
    read,
  };
}

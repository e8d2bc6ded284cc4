import { type Code, entryOf } from '../../diagnostics/catalogue.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { ARTICLES, CONTENT_KINDS, eachContentKind, isAt } from '../../domain/content/content-kinds.ts';
import type { MediaLibrary } from '../../domain/media/library.ts';
import { DEFAULT_BASELINE, type BaselineRead } from '../../domain/site/baseline.ts';
import { SITE_PATH } from '../../domain/site/site.ts';
import { STAND_IN_URL } from '../../domain/site/stand-in-url.ts';
import type { SourceFile } from '../../domain/content/source.ts';
import { enterArticle } from '../../newsroom/enter-article.ts';
import { type NewsroomFiles, readArticle, readSetting } from '../../newsroom/newsroom.ts';
import { readEdition } from '../../newsroom/read-edition.ts';
import type { Answers } from './answers.ts';
import { contentFiles } from './newsroom-files.ts';

/** What is to be said of an answer: what makes it wrong, or what else `check` would tell of it. */
export interface Judgement {
  readonly isGood: boolean;
  /** Each with what to do. */
  readonly remarks: readonly string[];
}

/** Good answers, for what is not answered yet. */
const PLAIN: Answers = { title: 'Title', url: STAND_IN_URL, language: 'en', timeZone: 'UTC', sections: '' };
const A_DATE = '2026-01-01 12:00';

/** Judges an answer together with those before it, which are good: by what would be found wrong with a newsroom that is made of them. */
export function judge(answers: Partial<Answers>): Judgement {
  const found = findingsIn(contentFiles({ ...PLAIN, ...answers }, A_DATE));
  const errors = found.filter(({ code }) => entryOf(code).severity === 'error');
  const told = errors.length > 0 ? errors.slice(0, 1) : found;
  return { isGood: errors.length === 0, remarks: told.map(remarkOf) };
}

/** Who answers has no file to correct. */
const HINTS: Partial<Record<Code, string>> = {
  'slug-invalid': 'write an id of such letters before the title: `opinion=評論`',
  'key-duplicate': 'leave one of the two out',
  'url-duplicate': 'give the section another id, before its title: `our-archive=Archive`',
};

function remarkOf({ code, message, hint: ofFile }: Finding): string {
  const hint = HINTS[code] ?? ofFile;
  return hint === undefined ? message : `${message}; ${hint}`;
}

const NO_MEDIA: MediaLibrary = { find: () => ({ kind: 'missing' }), read: () => ({ kind: 'missing' }), paths: [] };

/**
 * Checks the files of a newsroom, by their paths, as `check` would: with the functions that read any other. They have no media and name no
 * baseline.
 */
function findingsIn(files: Readonly<Record<string, string>>): readonly Finding[] {
  const all: readonly SourceFile[] = Object.entries(files).map(([path, text]) => ({ path, text }));
  const newsroom: NewsroomFiles = {
    site: all.find(({ path }) => path === SITE_PATH),
    ...eachContentKind((kind) => all.filter(({ path }) => isAt(CONTENT_KINDS[kind], path))),
    media: NO_MEDIA,
    publicFiles: [],
    programs: [],
    findings: [],
  };
  const setting = readSetting(newsroom, {
    url: undefined,
    baselineOf: () => USUAL_BASELINE,
    storyLayouts: ['article'],
    pageLayouts: ['page'],
  });
  const articles = all.filter(({ path }) => isAt(ARTICLES, path)).map((file) => readArticle(file, setting.value));
  const { findings } = readEdition(
    newsroom,
    {
      entries: articles.map(({ value }) => enterArticle(value, setting.value.site).entry),
      findings: articles.flatMap((article) => article.findings),
      recordOf: (path) => recordIn(articles, path),
    },
    setting,
    { now: Date.now(), withDrafts: false },
  );
  return findings;
}

type Read = ReturnType<typeof readArticle>;

function recordIn(articles: readonly Read[], path: string): Read['value'] {
  const found = articles.find(({ value }) => value.path === path);
  if (!found) throw new Error(`There is no story ${path}`);
  return found.value;
}

/** Nothing is judged by it; working it out would take longer than all else. */
const USUAL_BASELINE: BaselineRead = {
  kind: 'derived',
  baseline: {
    query: DEFAULT_BASELINE,
    condition: '(display:block)',
    browsers: [],
    unjudged: [],
    styleTargets: {},
    scriptTargets: [],
  },
};

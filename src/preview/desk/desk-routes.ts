import { relative, sep } from 'node:path';
import { ARTICLES, isAt } from '../../domain/content/content-kinds.ts';
import { printTime } from '../../time/print-time.ts';
import type { PreviewSite } from '../preview-site.ts';
import { fileAt } from '../proofread.ts';
import { remarksOn } from '../remarks.ts';
import { misspeltIn } from '../spelling.ts';
import { json, refusal, type Route, type RouteAnswer, type RouteRequest } from '../server/route.ts';
import { calendarOf, isMonth, monthNow } from './calendar.ts';
import { changesOf, historyOf, isOut, lastKnownChanges } from './content-history.ts';
import { DESK_ASSETS, DESK_PAGE, DESK_REDIRECT } from './desk-page.ts';
import { type DeskIndex, deskIndexOf } from './desk-index.ts';
import { FILTERS, type Filter, findStories } from './find-stories.ts';
import { newsroomOf } from './newsroom-facts.ts';
import { NEW_STORY } from './new-story.ts';
import { OPEN_FILE } from './open-file.ts';
import { problemsOf } from './problems.ts';
import { PLAN_PUBLICATION, PUBLISH } from './publishing/publish-story.ts';
import { PLAN_WITHDRAWAL, WITHDRAW } from './publishing/withdraw-story.ts';
import { diskPathOf } from './source-files.ts';
import { factsOf, rowOf } from './story-facts.ts';

/** What a question about the newsroom is answered from. */
interface Asked {
  readonly query: URLSearchParams;
  readonly site: PreviewSite;
  readonly index: DeskIndex;
  /** Absolute path of the content folder. */
  readonly content: string;
}

const MOST_AT_ONCE = 100;
const LONGEST_SEARCH = 300;

/** What is answered once a newsroom was read, by path. */
const QUESTIONS: Readonly<Record<string, (asked: Asked) => RouteAnswer | Promise<RouteAnswer>>> = {
  /** What the newsroom is called, what it has, and what its stories may name. */
  newsroom: ({ site, index }) => json(newsroomOf(site, index)),

  /** `?q=flood&state=draft&section=city&from=0&count=50`: some stories, and how many there are of each state. */
  stories: (asked) => {
    const found = storiesFor(asked);
    if ('error' in found) return refusal(400, found.error);
    const { site, index, content } = asked;
    const { counts, stories, from, changes } = found;
    const given = { site, index, content, changes };
    return json({
      now: site.now,
      from,
      counts: { ...counts, changed: changes && counts.changed },
      stories: stories.map((story) => rowOf(story, given)),
    });
  },

  /** The same query: how many remarks the copy desk has on each of these stories, by path. */
  remarks: async (asked) => {
    const found = storiesFor(asked);
    return 'error' in found ? refusal(400, found.error) : json({ remarks: await remarksOn(found.stories, asked) });
  },

  /** `?path=content/articles/…`: all facts of one story. */
  story: async ({ query, site, index, content }) => {
    const story = index.at(query.get('path') ?? '');
    if (!story) return refusal(404, 'There is no story in such a file');
    const { edition } = site;
    const file = edition && fileAt(story.path, edition);
    const ofSpelling = edition && file ? await misspeltIn(file, { edition, content }, 'near') : [];
    const given = { site, index, content, changes: lastKnownChanges(site) };
    return json({ now: site.now, ...factsOf(story, given, ofSpelling) });
  },

  /** How many files differ from the last commit, once git has said so, `null` where it does not; and a name for what git knows of all files. */
  changes: async ({ site, content }) => {
    const changes = await changesOf(site, content);
    return json({ files: changes?.changed.size ?? null, version: changes?.version ?? null });
  },

  /**
   * `?path=content/articles/…`: the last commits of a story; `null` where there is no repository, and where `isLate` says that git took too long. `isStillOut`
   * says that readers see a story which is not to be seen, here.
   */
  history: async ({ query, site, index, content }) => {
    const path = query.get('path') ?? '';
    const story = index.at(path);
    const file = story && isAt(ARTICLES, path) ? diskPathOf(path, { site, content }) : undefined;
    if (file === undefined) return refusal(404, 'There is no story in such a file');
    const timeZone = site.edition?.prepared.edition.site.timeZone ?? 'UTC';
    const history = await historyOf(site, content, relative(content, file).split(sep).join('/'));
    if (typeof history === 'string') return json({ commits: null, isLate: history === 'no answer', isStillOut: false });
    const isHere = story?.state !== 'draft' && story?.state !== 'embargoed';
    const isStillOut = !isHere && history.length > 0 && (await isOut(file, timeZone)) === true;
    const commits = history.map(({ date, ...commit }) => {
      return { ...commit, date: printTime({ instant: date, hasTime: true }, 'en-GB', timeZone) };
    });
    return json({ commits, isLate: false, isStillOut });
  },

  /** `?month=2026-11`: what is to be published, day by day. */
  calendar: ({ query, site, index }) => {
    const month = query.get('month') ?? monthNow(site);
    return isMonth(month) ? json(calendarOf(month, site, index)) : refusal(400, 'Expected a `month` such as 2026-11');
  },

  /** `?from=0&count=50`: what is wrong, by cause. */
  problems: ({ query, ...asked }) => {
    const part = partOf(query);
    return part ? json(problemsOf(asked.index, part, asked)) : refusal(400, NO_PART);
  },
};

/** The stories of a query, or what is wrong with it. */
function storiesFor({ query, site, index }: Asked) {
  const filter = query.get('state') ?? 'all';
  const part = partOf(query);
  if (!isFilter(filter)) return { error: `Expected a \`state\` that is one of ${FILTERS.join(', ')}` };
  if (!part) return { error: NO_PART };
  const words = (query.get('q') ?? '').slice(0, LONGEST_SEARCH);
  const changes = lastKnownChanges(site);
  const asked = { words, filter, section: query.get('section') ?? '', ...part };
  return { ...findStories(index, asked, changes?.changed), from: part.from, changes };
}

const NO_PART = `Expected \`from\`, a number from 0, and \`count\`, one from 1 to ${MOST_AT_ONCE}`;

function partOf(query: URLSearchParams): { readonly from: number; readonly count: number } | undefined {
  const [from, count] = [query.get('from') ?? '0', query.get('count') ?? '50'];
  if (!/^\d{1,7}$/.test(from) || !/^\d{1,3}$/.test(count)) return undefined;
  return Number(count) >= 1 && Number(count) <= MOST_AT_ONCE ? { from: Number(from), count: Number(count) } : undefined;
}

function isFilter(text: string): text is Filter {
  return (FILTERS as readonly string[]).includes(text);
}

function routeOf(name: string): Route {
  return {
    method: 'GET',
    path: `/_desk/${name}`,
    respond: ({ query }: RouteRequest, { site, content }) => {
      const answer = QUESTIONS[name];
      if (!site || !answer) return refusal(503, 'The newsroom is still being read');
      return answer({ query, site, index: deskIndexOf(site), content });
    },
  };
}

/** All addresses of the desk. */
export const DESK_ROUTES: readonly Route[] = [
  DESK_PAGE,
  DESK_REDIRECT,
  DESK_ASSETS,
  ...Object.keys(QUESTIONS).map(routeOf),
  OPEN_FILE,
  NEW_STORY,
  PLAN_PUBLICATION,
  PUBLISH,
  PLAN_WITHDRAWAL,
  WITHDRAW,
];

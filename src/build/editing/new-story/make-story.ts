import { lstatSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describeForbidden, didYouMean, quote } from '../../../diagnostics/wording.ts';
import { isSlug } from '../../../domain/addresses.ts';
import { forbiddenCharacters } from '../../../domain/invisible.ts';
import { isoDay } from '../../../time/print-time.ts';
import { readMoment } from '../../../time/read-moment.ts';
import { dateAt } from '../../../time/written-date.ts';
import { slugFrom } from '../../../validate/story/slug.ts';
import { draftText } from './draft-text.ts';
import { STORY_KINDS, type StoryKind } from './story-kinds.ts';

/** What a story may be begun with, as someone wrote it. */
export interface AskedStory {
  readonly headline: string;
  readonly kind?: string | undefined;
  readonly section?: string | undefined;
  /** Ids of `content/contributors/`, and names of people who may have no page. */
  readonly contributors?: readonly string[] | undefined;
  /** `2026-11-23 07:30` in the zone of the site; now, unless it is said. */
  readonly date?: string | undefined;
}

/** What of a newsroom decides whether a story can begin so. */
export interface StoryPlace {
  /** Absolute path of the content folder. */
  readonly content: string;
  readonly timeZone: string;
  readonly sections: readonly { readonly id: string }[];
  readonly contributors: readonly { readonly id: string }[];
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Something of {@link AskedStory} that a story cannot begin with. */
export interface Unfit {
  readonly of: keyof AskedStory;
  /** What is unexpected, and what was expected: one sentence. */
  readonly message: string;
}

/** The file of a story that was made, as an absolute path, or why none was. */
export type StoryMade =
  | { readonly kind: 'made'; readonly path: string }
  | { readonly kind: 'unfit'; readonly unfit: readonly Unfit[] }
  /** The folder that it belongs in leads out of the content folder, or is none. */
  | { readonly kind: 'no-folder'; readonly message: string; readonly hint: string };

/** Makes the file of a story, a draft, under a name that nothing has yet. Nothing is written over. */
export function makeStory(asked: AskedStory, place: StoryPlace): StoryMade {
  const unfit = unfitOf(Object.keys(CHECKS) as (keyof AskedStory)[], asked, place);
  if (unfit.length > 0) return { kind: 'unfit', unfit };
  const headline = onOneLine(asked.headline);
  const date = asked.date?.trim() ?? dateAt(place.now, place.timeZone);
  const text = draftText({
    kind: (asked.kind ?? 'story') as StoryKind,
    headline,
    contributors: [...new Set(asked.contributors?.map(onOneLine))],
    date,
    section: asked.section,
  });
  const name = slugFrom(headline) ?? `story-${date.replace(/\D+/g, '-').replace(/-$/, '')}`;
  const folder = folderOf(date, place);
  const wrong = findNoFolder(folder, place.content);
  if (wrong !== undefined) return noFolder(wrong, place.content);
  return { kind: 'made', path: writeNew(folder, name, text) };
}

/** The folder of a story by its day in the zone of the site: `articles/2026/11`. */
function folderOf(date: string, { content, timeZone }: StoryPlace): string {
  const read = readMoment(date, timeZone);
  if (read.kind !== 'moment') throw new Error(`The date ${date} was not looked at`);
  const [year = '', month = ''] = isoDay(read.moment.instant, timeZone).split('-');
  return join(content, 'articles', year, month);
}

/** What stands on the way to a folder that is to be within another, and is none, or leads elsewhere; `undefined` where nothing does. */
function findNoFolder(folder: string, within: string): string | undefined {
  const root = realpathSync(within);
  const parts = relative(within, folder).split(sep);
  const way = parts.map((_, index) => join(within, ...parts.slice(0, index + 1)));
  for (const path of way) {
    if (!lstatSync(path, { throwIfNoEntry: false })) return undefined;
    const real = realPath(path);
    const isFolder = real !== undefined && lstatSync(real).isDirectory();
    if (!isFolder || !real.startsWith(root + sep)) return path;
  }
  return undefined;
}

/** Where a path leads, unless that is nowhere. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function noFolder(path: string, content: string): StoryMade {
  const shown = `content/${relative(content, path).split(sep).join('/')}`;
  const message = `Unexpected link or file ${quote(shown)}, expected a folder of the content folder`;
  return { kind: 'no-folder', message, hint: 'put a folder in its place' };
}

/** What of some keys a story cannot begin with. */
export function unfitOf(keys: readonly (keyof AskedStory)[], asked: AskedStory, place: StoryPlace): readonly Unfit[] {
  return keys.flatMap((of) => {
    const message = whyUnfit(of, asked, place);
    return message === undefined ? [] : [{ of, message }];
  });
}

/** Why a story cannot begin with something of what was asked for; `undefined` where it can. */
export function whyUnfit(of: keyof AskedStory, asked: AskedStory, place: StoryPlace): string | undefined {
  return CHECKS[of](asked, place);
}

const CHECKS: Readonly<Record<keyof AskedStory, (asked: AskedStory, place: StoryPlace) => string | undefined>> = {
  headline: ({ headline }) =>
    onOneLine(headline) === ''
      ? 'Unexpected empty headline, expected one like “Bridge closes”'
      : whyForbidden(headline),
  kind: ({ kind = 'story' }) => whyUnknown(kind, STORY_KINDS),
  section: ({ section }, { sections }) =>
    section === undefined
      ? undefined
      : whyUnknown(
          section,
          sections.map(({ id }) => id),
        ),
  contributors: ({ contributors = [] }, place) => {
    const ids = place.contributors.map(({ id }) => id);
    // What is no id is the name of someone who may have no page.
    const wrong = contributors.map((who) => (isSlug(who) ? whyUnknown(who, ids) : whyNoName(who)));
    return wrong.find((why) => why !== undefined);
  },
  date: ({ date }, { timeZone }) => (date === undefined ? undefined : whyNoDate(date, timeZone)),
};

function whyForbidden(text: string): string | undefined {
  const [forbidden] = forbiddenCharacters(text);
  return (
    forbidden &&
    `Unexpected ${describeForbidden(forbidden.character)} in ${quote(onOneLine(text))}, expected text without it`
  );
}

function whyNoName(who: string): string | undefined {
  return onOneLine(who) === ''
    ? 'Unexpected empty name, expected a name, or an id of content/contributors/'
    : whyForbidden(who);
}

function whyUnknown(value: string, known: readonly string[]): string | undefined {
  if (known.includes(value)) return undefined;
  const hint = didYouMean(
    value,
    known,
    known.length > 0 ? `there are ${known.slice(0, MOST_NAMED).join(', ')}` : 'there are none yet',
  );
  return `Unexpected ${quote(value)}, expected one of the newsroom; ${hint}`;
}

const MOST_NAMED = 20;

function whyNoDate(date: string, timeZone: string): string | undefined {
  const read = readMoment(date, timeZone);
  if (read.kind !== 'moment') return `Unexpected ${quote(date)}, expected a time like "2026-11-23 07:30"`;
  if (!read.skipped) return undefined;
  const next = dateAt(read.moment.instant, timeZone);
  return `Unexpected ${quote(date)}, expected a time that clocks in ${timeZone} show; they were put forward over it, write "${next}"`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Writes a file under a name that nothing has yet: `bridge.md`, or else `bridge-2.md` and so on. Returns its path. */
function writeNew(folder: string, name: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  for (let number = 1; ; number += 1) {
    const file = join(folder, `${number === 1 ? name : `${name}-${number}`}.md`);
    try {
      // Another command may be looking for a name at the same moment.
      writeFileSync(file, text, { flag: 'wx' });
      return file;
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    }
  }
}

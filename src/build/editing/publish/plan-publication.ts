import { type Diagnostic, isError } from '../../../diagnostics/diagnostic.ts';
import { quote, quoteAll } from '../../../diagnostics/wording.ts';
import type { UrlPath } from '../../../domain/addresses.ts';
import { editFrontMatter } from '../../../newsroom/front-matter/edit-front-matter.ts';
import type { Doubt } from '../../../newsroom/front-matter/edit-keys.ts';
import { enterArticle } from '../../../newsroom/enter-article.ts';
import { readMoment } from '../../../time/read-moment.ts';
import { dateAt } from '../../../time/written-date.ts';
import { oldAddress, REDIRECTS_PATH } from '../../../domain/redirects/redirects.ts';
import type { PlannedChange } from './carry-out.ts';
import { takeOutRedirects } from '../addresses/redirect-lines.ts';
import { CHECK_HERE } from './check/check-publication.ts';
import type { OpenStory } from './open-story.ts';
import { noRemote, type Refusal } from './refusal.ts';
import { type DateChoice, dateBy, usualChoice } from './story-date.ts';
import { readStory } from './story-files.ts';
import { isDraftText } from './story-state.ts';

/** How a story is to be published. */
export interface Wish {
  /** In milliseconds since 1970. */
  readonly now: number;
  /** What becomes of the date; what is usual, unless it is said. */
  readonly date?: DateChoice | undefined;
  /** Whether a story that is published already is published as it is now, as updated. */
  readonly again: boolean;
  readonly push: boolean;
}

/** What publishing a story is going to do. Nothing of it is done yet. */
export interface Publication extends PlannedChange {
  readonly kind: 'publication';
  readonly story: OpenStory;
  /** The file as it will be. */
  readonly text: string;
  readonly headline: string;
  readonly url: UrlPath;
  /** The moment from which it is read, in milliseconds since 1970, and whether that is still to come. */
  readonly date: number;
  readonly isAhead: boolean;
  /** Keys of the front matter that change, with their new values; `undefined` is taken out. */
  readonly keys: ReadonlyMap<string, string | undefined>;
  /** Lines of `redirects.yaml` that are taken out, for they say that the story is gone, or elsewhere. */
  readonly redirects: readonly string[];
  /** What is changed in the content folder and not committed with it, by paths in the working tree. */
  readonly left: readonly string[];
  /** About the story; they stop nothing. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * Finds out what publishing a story would do, and whether anything stands in its way. Changes nothing.
 *
 * @param check Says what is wrong with the newsroom as it will be.
 */
export async function planPublication(
  story: OpenStory,
  wish: Wish,
  check = CHECK_HERE,
): Promise<Publication | Refusal> {
  const { repository, remote, setting, state } = story;
  if (wish.push && !remote) return noRemote(repository.branch);
  const isToPush = wish.push && remote !== undefined && remote.ahead !== 0;
  const isOnlyPushed = state === 'unchanged' && !wish.again && isToPush;
  if (!isOnlyPushed && (state === 'changed' || state === 'unchanged') && !wish.again) return isPublished(story);
  const keys = isOnlyPushed ? new Map<string, string | undefined>() : keysFor(story, wish);
  if (!(keys instanceof Map)) return keys;
  const edit = editFrontMatter(story.source, keys);
  if (edit.kind === 'unsure') return unsure(story, edit.reason, keys);
  if (isDraftText(edit.text)) return unsure(story, 'form', keys);
  const read = await readStory(story, edit.text);
  if (read.kind === 'refused') return read;
  const isSame =
    state === 'unchanged' && edit.text === story.source && read.files.every(({ what }) => what === 'story');
  if (isSame && !isToPush) return isPublished(story);
  const { article } = read;
  const { url, aliases } = enterArticle(article, setting.site).entry;
  const isToCommit = !isOnlyPushed && !isSame;
  const back = isToCommit ? takeOutRedirects(story, [oldAddress(url, ''), ...aliases]) : undefined;
  if (back?.kind === 'unsure') return unsureRedirects(back.lines);
  const files = isToCommit ? [...read.files, ...(back ? [back.edited.file] : [])] : [];
  const texts = new Map([[story.path, edit.text], ...(back ? [[REDIRECTS_PATH, back.edited.text] as const] : [])]);
  const committed = new Set(files.map(({ treePath }) => treePath));
  const { diagnostics, left } = await check({ story, texts, committed });
  const ofStory = diagnostics.filter(({ path }) => path === story.path);
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) return hasErrors(errors, { ofStory, left });
  const headline = article.headline.text;
  const date = article.date.instant;
  return {
    kind: 'publication',
    verb: 'publish',
    ...{ story, text: edit.text, headline, keys, files, left, date, url },
    writes: [
      { file: story.file, before: story.bytes, after: Buffer.from(edit.text, 'utf8') },
      ...(back ? [back.edited.write] : []),
    ],
    redirects: back?.lines ?? [],
    isAhead: date > wish.now,
    warnings: ofStory,
    remote: wish.push ? remote : undefined,
    message: `${state === 'draft' || state === 'finished' ? 'Publish' : 'Update'} “${headline}”`,
  };
}

/** What changes in the front matter. */
function keysFor(story: OpenStory, { now, date, again }: Wish): Map<string, string | undefined> | Refusal {
  const { state, setting } = story;
  const { timeZone } = setting.site;
  const keys = new Map<string, string | undefined>();
  if (state === 'draft') keys.set('draft', undefined);
  const written = dateBy(date ?? usualChoice(story.date), now, timeZone);
  if (written !== undefined) {
    const read = readMoment(written, timeZone);
    if (read.kind !== 'moment' || read.skipped) return noDate(written);
    keys.set('date', written);
  }
  if (again && (state === 'changed' || state === 'unchanged') && story.date.kind !== 'ahead')
    keys.set('updated', dateAt(now, timeZone));
  return keys;
}

function noDate(written: string): Refusal {
  const message = `Unexpected date ${quote(written)}, expected a time that clocks show, like "2026-11-23 07:30"`;
  return { kind: 'refused', reason: 'date', message, hint: 'write it so, or `now`, or `keep`' };
}

function isPublished({ path, state }: OpenStory): Refusal {
  const hint =
    state === 'changed'
      ? '--again publishes what has changed in it, as updated now'
      : 'nothing has changed in it since; write `draft: true` into it if it is not to be published';
  return {
    kind: 'refused',
    reason: 'published',
    message: `Unexpected ${quote(path)}, which is published already, expected a draft`,
    hint,
  };
}

function unsureRedirects(keys: readonly string[]): Refusal {
  const message = `Unexpected lines of ${REDIRECTS_PATH} that say where the story is instead, expected such that can be taken out`;
  const hint = `take ${quoteAll(keys, ' and ')} out by hand, and publish it then`;
  return { kind: 'refused', reason: 'front-matter', message, hint };
}

const DOUBTS: Readonly<Record<Doubt, string>> = {
  unreadable: 'cannot be read',
  shared: 'has `&`, `*` or `<<`, by which one key says something of another',
  form: 'has keys that are not on lines of their own',
  value: 'cannot say what is to be said',
};

function unsure({ path }: OpenStory, doubt: Doubt, keys: ReadonlyMap<string, string | undefined>): Refusal {
  const message = `Unexpected front matter of ${quote(path)}, which ${DOUBTS[doubt]}, expected one line a key`;
  const steps = [...keys].map(([key, value]) =>
    value === undefined ? `take out \`${key}\`` : `write \`${key}: ${value}\``,
  );
  return { kind: 'refused', reason: 'front-matter', message, hint: `${steps.join(', ')} by hand, and publish it then` };
}

function hasErrors(
  errors: readonly Diagnostic[],
  { ofStory, left }: { readonly ofStory: readonly Diagnostic[]; readonly left: readonly string[] },
): Refusal {
  const own = errors.filter((error) => ofStory.includes(error)).length;
  const elsewhere = errors.length - own;
  const message =
    own > 0
      ? `Unexpected errors in the story (${own}), expected none`
      : `Unexpected errors in other files (${elsewhere}), expected none: nothing is built while there are some`;
  const uncommitted =
    left.length > 0
      ? `; what is not committed is not published with it, and was not counted on: ${left.slice(0, MOST_NAMED).join(', ')}${left.length > MOST_NAMED ? ` and ${left.length - MOST_NAMED} more` : ''}`
      : '';
  const diagnostics = [...new Set([...ofStory, ...errors])];
  return { kind: 'refused', reason: 'errors', message, hint: `mend what is told above${uncommitted}`, diagnostics };
}

const MOST_NAMED = 10;

import { type Diagnostic, isError } from '../../../diagnostics/diagnostic.ts';
import { quote, quoteAll } from '../../../diagnostics/wording.ts';
import type { UrlPath } from '../../../domain/addresses.ts';
import { type OldAddress, oldAddress, REDIRECTS_PATH } from '../../../domain/redirects/redirects.ts';
import { enterArticle } from '../../../newsroom/enter-article.ts';
import { editFrontMatter } from '../../../newsroom/front-matter/edit-front-matter.ts';
import { readArticle } from '../../../newsroom/newsroom.ts';
import { normalText } from '../../../disk/read-text.ts';
import type { ListEdited } from '../addresses/content-file.ts';
import { recordAddress } from '../addresses/record-address.ts';
import { addRedirectLines } from '../addresses/redirect-lines.ts';
import type { FileWrite, PlannedChange } from '../publish/carry-out.ts';
import { CHECK_HERE } from '../publish/check/check-publication.ts';
import type { OpenStory } from '../publish/open-story.ts';
import { noRemote, type Refusal } from '../publish/refusal.ts';
import { isDraftText } from '../publish/story-state.ts';
import { type Instead, readInstead } from './instead.ts';

/** How a story is to be withdrawn. */
export interface WithdrawalWish {
  /** In milliseconds since 1970. */
  readonly now: number;
  /** Where readers are led instead; unless it is said, they are told that the story is gone. */
  readonly to?: string | undefined;
  /** Why it is gone, in words for readers. */
  readonly reason?: string | undefined;
  /** Whether its file goes; else it becomes a draft. */
  readonly isDeleted: boolean;
  readonly push: boolean;
}

/** What withdrawing a story is going to do. Nothing of it is done yet. */
export interface Withdrawal extends PlannedChange {
  readonly kind: 'withdrawal';
  readonly story: OpenStory;
  readonly headline: string;
  /** Where readers know it. */
  readonly url: UrlPath;
  /** Whether readers have seen it: else it was under embargo. */
  readonly wasOut: boolean;
  readonly isDeleted: boolean;
  /** Lines that `redirects.yaml` gets. */
  readonly redirects: readonly string[];
  /** Files that were changed before, and are committed with all that is changed in them; by paths in the working tree. */
  readonly alsoChanged: readonly string[];
  /** What is changed in the content folder and not committed with it, by paths in the working tree. */
  readonly left: readonly string[];
  /** What loses something by it: links, fronts. They stop nothing. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * Finds out what withdrawing a story would do, and whether anything stands in its way. Changes nothing.
 *
 * @param check Says what is wrong with the newsroom as it will be.
 */
export async function planWithdrawal(
  story: OpenStory,
  wish: WithdrawalWish,
  check = CHECK_HERE,
): Promise<Withdrawal | Refusal> {
  const { remote, past, path, bytes, file, treePath } = story;
  if (wish.push && !remote) return noRemote(story.repository.branch);
  if (past.published === undefined) return neverPublished(story);
  const instead = readInstead(wish, story.setting.site);
  if (instead.kind === 'refused') return instead;
  const before = publishedBefore(past.published, story);
  const wasOut = before.date <= wish.now;
  const text = wish.isDeleted ? undefined : draftText(story);
  if (typeof text === 'object') return text;
  if (wish.isDeleted && story.changes.has(treePath)) return wouldBeLost(path);
  const lists = wasOut ? listsFor(story, { ...before, instead }) : NO_LISTS;
  if (lists.kind === 'refused') return lists;
  const isFileChanged = text === undefined || text !== story.source || story.changes.has(treePath);
  const files = [
    ...(isFileChanged ? [{ what: 'story' as const, treePath }] : []),
    ...lists.edited.map((list) => list.file),
  ];
  const isToPush = wish.push && remote !== undefined && remote.ahead !== 0;
  if (files.length === 0 && !isToPush) return isWithdrawn(path);
  const writes: readonly FileWrite[] = [
    ...(isFileChanged ? [{ file, before: bytes, after: text === undefined ? undefined : Buffer.from(text) }] : []),
    ...lists.edited.map(({ write }) => write),
  ];
  const texts = new Map([[path, text], ...lists.edited.map((list) => [list.path, list.text] as const)]);
  const committed = new Set(files.map((one) => one.treePath));
  const { diagnostics, left } = await check({ story, texts, committed });
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) return hasErrors(errors);
  return {
    kind: 'withdrawal',
    verb: 'withdraw',
    ...{ story, headline: before.headline, url: before.url, wasOut, isDeleted: wish.isDeleted },
    ...{ redirects: lists.lines, writes, files, left },
    alsoChanged: [...committed].filter((one) => story.changes.has(one)),
    warnings: diagnostics.filter((found) => isOf(found, before, path)),
    remote: wish.push ? remote : undefined,
    message: `Withdraw “${before.headline}”`,
  };
}

/** A story as readers know it. */
interface Before {
  readonly headline: string;
  readonly url: UrlPath;
  /** That and its earlier addresses. */
  readonly olds: readonly OldAddress[];
  /** In milliseconds since 1970. */
  readonly date: number;
}

function publishedBefore(bytes: Buffer, { path, setting }: OpenStory): Before {
  const { value: article } = readArticle({ path, text: normalText(bytes.toString('utf8')) }, setting);
  const { url, aliases } = enterArticle(article, setting.site).entry;
  return {
    headline: article.headline.text,
    ...{ url, olds: [oldAddress(url, ''), ...aliases] },
    date: article.date.instant,
  };
}

/** The file as a draft. */
function draftText(story: OpenStory): string | Refusal {
  if (isDraftText(story.source)) return story.source;
  const edit = editFrontMatter(story.source, new Map([['draft', true]]));
  if (edit.kind === 'edited' && isDraftText(edit.text)) return edit.text;
  const message = `Unexpected front matter of ${quote(story.path)}, which cannot be changed without a doubt, expected one line a key`;
  return {
    kind: 'refused',
    reason: 'front-matter',
    message,
    hint: 'write `draft: true` by hand, and withdraw it then',
  };
}

/** The lists of addresses as they will be. */
interface Lists {
  readonly kind: 'lists';
  readonly lines: readonly string[];
  readonly edited: readonly ListEdited[];
}

const NO_LISTS: Lists = { kind: 'lists', lines: [], edited: [] };

function listsFor(
  story: OpenStory,
  { url, olds, instead }: Pick<Before, 'url' | 'olds'> & { readonly instead: Instead },
): Lists | Refusal {
  const added = addRedirectLines(story, olds, instead.target);
  if (added?.kind === 'unsure') {
    const message = `Unexpected form of ${REDIRECTS_PATH}, expected a line for each old address`;
    const hint = `add by hand ${quoteAll(added.lines, ' and ')}, and withdraw the story then`;
    return { kind: 'refused', reason: 'front-matter', message, hint };
  }
  const recorded = recordAddress(url, story);
  const edited = [...(added ? [added.edited] : []), ...(recorded ? [recorded] : [])];
  return { kind: 'lists', lines: added?.lines ?? [], edited };
}

/** Whether a finding tells of what led to the story: by its address, its file, or its name. */
function isOf({ path, message }: Diagnostic, { url }: Before, story: string): boolean {
  const file = story.slice(story.lastIndexOf('/') + 1);
  const names = [url, `/${file}`, `\`${file}`, `\`${file.slice(0, -'.md'.length)}\``];
  return path !== story && names.some((name) => message.includes(name));
}

function neverPublished({ path, state }: OpenStory): Refusal {
  const message = `Unexpected ${quote(path)}, which was never published, expected a story that readers know`;
  const hint =
    state === 'draft'
      ? 'it is a draft, and readers see nothing of it'
      : 'no commit has it; write `draft: true` into it if it is not to be published';
  return { kind: 'refused', reason: 'withdrawn', message, hint };
}

function isWithdrawn(path: string): Refusal {
  const message = `Unexpected ${quote(path)}, which is withdrawn already, expected a story that is published`;
  const hint = `what readers are told at its address stands in ${REDIRECTS_PATH}`;
  return { kind: 'refused', reason: 'withdrawn', message, hint };
}

function wouldBeLost(path: string): Refusal {
  const message = `Unexpected changes in ${quote(path)} that are not committed, expected none: they would be lost with the file`;
  const hint = `commit them, take them back (git restore ${path}), or withdraw the story as a draft`;
  return { kind: 'refused', reason: 'file', message, hint };
}

function hasErrors(errors: readonly Diagnostic[]): Refusal {
  const message = `Unexpected errors without the story (${errors.length}), expected none: nothing is built while there are some`;
  return { kind: 'refused', reason: 'errors', message, hint: 'mend what is told above', diagnostics: errors };
}

import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { lookAtSurroundings, type Surroundings } from '../../reading/surroundings.ts';
import { quote, quoteAll } from '../../../diagnostics/wording.ts';
import { ARTICLES, isAt } from '../../../domain/content/content-kinds.ts';
import { findRemote, findRepository, pathInTree, type Remote, type Repository } from '../git/repository.ts';
import { changedFiles, type FileChange } from '../git/working-tree.ts';
import { noRepository, type Refusal } from './refusal.ts';
import { storiesLike } from './stories-like.ts';
import { judgeDate, type StoryDate } from './story-date.ts';
import { type Past, pastOf, valuesOf } from './story-state.ts';

/** A story that somebody wants to publish or to withdraw, before anything is decided. */
export interface OpenStory extends Surroundings {
  readonly kind: 'open';
  /** Absolute paths without links. */
  readonly content: string;
  readonly file: string;
  /** `content/articles/2026/11/bridge.md`. */
  readonly path: string;
  /** The path in the working tree of git. */
  readonly treePath: string;
  readonly bytes: Buffer;
  /** The bytes as a text, with its byte order mark and line ends. */
  readonly source: string;
  readonly repository: Repository;
  readonly remote: Remote | undefined;
  /** All of `content/` that is other than in the last commit, by the paths in the working tree. */
  readonly changes: ReadonlyMap<string, FileChange>;
  /**
   * - `draft`: it is out of draft after this.
   * - `finished`: it is no draft, and was never committed as such.
   * - `changed`, `unchanged`: it is published, and is other than what was committed, or the same.
   */
  readonly state: 'draft' | 'finished' | 'changed' | 'unchanged';
  readonly date: StoryDate;
  readonly past: Past;
}

/** What to publish, and when. */
export interface Asked {
  /** Path of the content folder. */
  readonly content: string;
  /** Path of the story's file. */
  readonly file: string;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Looks at a story that is to be published or withdrawn, at its newsroom and at the repository. Changes nothing. */
export async function openStory(asked: Asked): Promise<OpenStory | Refusal> {
  const content = realpathSync(asked.content);
  const place = placeOf(asked.file, content);
  if (place.kind === 'refused') return place;
  const { file, path } = place;
  const bytes = readFileSync(file);
  if (!isUtf8(bytes)) return unreadable(path);
  const source = bytes.toString('utf8');
  const values = valuesOf(source);
  if (!values) return unreadable(path);
  const repository = await findRepository(dirname(file));
  if ('kind' in repository) return noRepository(repository);
  const treePath = pathInTree(repository, file);
  const contentInTree = pathInTree(repository, content) ?? '.';
  if (treePath === undefined) return noStory(`Unexpected ${quote(path)}, expected a file within the repository`);
  const changes = await changedFiles(repository, contentInTree);
  if ([...changes.values()].includes('unmerged')) return noRepository({ kind: 'unfinished', doing: 'a merge' });
  const surroundings = lookAtSurroundings(content);
  // Hidden files are left alone, and so is what lies in hidden folders.
  if (!surroundings.walk.texts.some((text) => text.path === path))
    return noStory(`Unexpected ${quote(path)}, expected a story that Broadsheet reads`);
  const past = await pastOf(repository, treePath);
  const isDraft = values['draft'] === true;
  const isOut = past.now === 'published';
  const { timeZone } = surroundings.setting.site;
  return {
    kind: 'open',
    ...surroundings,
    ...{ content, file, path, treePath, bytes, source, repository, changes, past },
    remote: await findRemote(repository),
    state: isDraft ? 'draft' : !isOut ? 'finished' : changes.has(treePath) ? 'changed' : 'unchanged',
    date: judgeDate(values['date'], { isMeant: past.published !== undefined || !isDraft, now: asked.now, timeZone }),
  };
}

type Place = { readonly kind: 'place'; readonly file: string; readonly path: string };

function placeOf(given: string, content: string): Place | Refusal {
  const named = resolve(given);
  const there = lstatSync(named, { throwIfNoEntry: false });
  if (!there) return noStory(`Unexpected ${quote(given)}, expected the file of a story`, whichIsMeant(given, content));
  if (there.isSymbolicLink())
    return noStory(`Unexpected link ${quote(given)}, expected the file itself`, 'name the file that it leads to');
  if (!there.isFile())
    return noStory(
      `Unexpected ${there.isDirectory() ? 'folder' : 'device'} ${quote(given)}, expected the file of a story`,
    );
  const file = join(realpathSync(dirname(named)), basename(named));
  const path = `content/${relative(content, file).split(sep).join('/')}`.normalize('NFC');
  return isAt(ARTICLES, path)
    ? { kind: 'place', file, path }
    : noStory(`Unexpected ${quote(given)}, expected a story in content/articles/ whose name ends with .md`);
}

function whichIsMeant(given: string, content: string): string {
  const stories = lookAtSurroundings(content).walk.texts.map(({ path }) => path);
  const meant = storiesLike(
    given,
    stories.filter((path) => isAt(ARTICLES, path)),
  );
  return meant.length === 0
    ? 'there is nothing of that name: give its path, like content/articles/2026/11/bridge.md'
    : `there is nothing of that name; did you mean ${quoteAll(meant, ' or ')}?`;
}

function noStory(message: string, hint = 'name one like content/articles/2026/11/bridge.md'): Refusal {
  return { kind: 'refused', reason: 'no-story', message, hint };
}

function unreadable(path: string): Refusal {
  const message = `Unexpected front matter of ${quote(path)}, expected one that can be read`;
  return {
    kind: 'refused',
    reason: 'front-matter',
    message,
    hint: 'npx broadsheet check --drafts says what is wrong, and where',
  };
}

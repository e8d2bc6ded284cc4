import { rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import { readText } from '../../../../disk/read-text.ts';
import { makeTemporaryFolder } from '../../../../disk/temporary-folder.ts';
import { ARTICLES, isAt } from '../../../../domain/content/content-kinds.ts';
import type { Repository } from '../../git/repository.ts';
import { committedBytes, type FileChange } from '../../git/working-tree.ts';
import type { OpenStory } from '../open-story.ts';
import { isDraftText } from '../story-state.ts';
import { type CheckFiles, checkHere } from './check-files.ts';

/** What a check of the newsroom finds as it will be: with what is planned done, and nothing else that is not committed. */
export interface PublicationChecked {
  readonly diagnostics: readonly Diagnostic[];
  /** Paths, in the working tree of git, of what is not committed and stays so, drafts left out. */
  readonly left: readonly string[];
}

/** A publication of which it is to be found out what is wrong. */
export interface PublicationAsked {
  readonly story: OpenStory;
  /** Of the story and of other files of the content, as they will be, by path; `undefined` of one that goes. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  /** Paths in the working tree that are committed with it. */
  readonly committed: ReadonlySet<string>;
}

/** Finds out what is wrong with a publication. */
export type CheckPublication = (asked: PublicationAsked) => Promise<PublicationChecked>;

/** How a newsroom is checked. */
export interface Checking {
  readonly checkFiles: CheckFiles;
  /** Absolute path of the folder in which builds keep what they know. */
  readonly known: string | undefined;
}

/**
 * Checks the newsroom as those will have it who build what is pushed. What is changed here and stays uncommitted is read as it is in the last commit:
 * texts, and whatever is removed; of pictures and other files, the new ones are not there. The working tree is not touched.
 */
export function publicationCheck({ checkFiles, known }: Checking): CheckPublication {
  return async ({ story, texts, committed }) => {
    const folder = makeTemporaryFolder('publish');
    try {
      const put = (bytes: string | Buffer, name: string): string => {
        const path = join(folder, name);
        writeFileSync(path, bytes);
        return path;
      };
      const stays = staying(story, committed);
      const instead = new Map<string, string | undefined>();
      for (const [index, [path, text]] of [...texts].entries())
        instead.set(path, text === undefined ? undefined : put(text, `text-${index}`));
      for (const { path, change } of stays) if (change === 'new') instead.set(path, undefined);
      const asCommitted = stays.filter(
        ({ change, isText }) => change === 'removed' || (change === 'changed' && isText),
      );
      for await (const [index, bytes] of bytesOf(story.repository, asCommitted)) {
        const { path = '' } = asCommitted[index] ?? {};
        if (bytes !== undefined) instead.set(path, put(bytes, String(index)));
      }
      const diagnostics = await checkFiles({ content: story.content, instead: [...instead], known });
      return { diagnostics, left: stays.map(({ treePath }) => treePath).filter((path) => !isDraft(story, path)) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** Checks in this process, and begins with nothing. */
export const CHECK_HERE = publicationCheck({ checkFiles: checkHere, known: undefined });

/** What the last commit has of files, by their places among them. Texts are asked for at once; pictures, which may be large, one by one. */
async function* bytesOf(
  repository: Repository,
  files: readonly Staying[],
): AsyncGenerator<readonly [index: number, bytes: Buffer | undefined]> {
  const all = [...files.entries()];
  const texts = all.filter(([, { isText }]) => isText);
  for (const part of [texts, ...all.filter(([, { isText }]) => !isText).map((one) => [one])]) {
    const wanted = part.map(([, { treePath }]) => ({ commit: repository.head, path: treePath }));
    const bytes = await committedBytes(repository, wanted);
    for (const [at, [index]] of part.entries()) yield [index, bytes[at]];
  }
}

function isDraft({ repository }: OpenStory, treePath: string): boolean {
  if (!treePath.endsWith('.md')) return false;
  const file = join(repository.root, treePath);
  const read = readText(file, file);
  return read.kind === 'read' && isDraftText(read.file.text);
}

interface Staying {
  readonly path: string;
  readonly treePath: string;
  readonly change: FileChange;
  readonly isText: boolean;
}

/** What is changed in the content folder, and is not committed with the story. */
function staying(
  { walk, repository, changes, content }: OpenStory,
  committed: ReadonlySet<string>,
): readonly Staying[] {
  const texts = new Set(walk.texts.map(({ path }) => path));
  return [...changes].flatMap(([treePath, change]) => {
    // A folder of the content may be a repository of its own.
    const within = relative(content, join(repository.root, treePath)).split(sep).join('/');
    const path = `content/${within}`.normalize('NFC');
    const isText = texts.has(path) || isAt(ARTICLES, path);
    return committed.has(treePath) ? [] : [{ path, treePath, change, isText }];
  });
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNewsroom } from '../../look-at-newsroom.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { readText } from '../../../disk/read-text.ts';
import { pathInTree } from '../git/repository.ts';
import { committedBytes } from '../git/working-tree.ts';
import { type OpenStory, valuesOf } from './open-story.ts';

/** What a check of the newsroom finds as it will be: with the story published, and nothing else that is not committed. */
export interface PublicationChecked {
  readonly diagnostics: readonly Diagnostic[];
  /** Paths, in the working tree of git, of what is not committed and stays so, drafts left out. */
  readonly left: readonly string[];
}

/**
 * Checks the newsroom as those will have it who build what is pushed. What is changed here and stays uncommitted is read as it is in the last commit:
 * texts; of pictures and other files, the new ones are not there. The working tree is not touched.
 *
 * @param text Of the story, as it will be.
 * @param committed Paths in the working tree that are committed with it.
 */
export async function checkPublication(
  story: OpenStory,
  text: string,
  committed: ReadonlySet<string>,
): Promise<PublicationChecked> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-publish-'));
  try {
    const put = (bytes: string | Buffer, name: string): string => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    };
    const instead = new Map<string, string | undefined>([[story.path, put(text, 'story')]]);
    const stays = staying(story, committed);
    const asCommitted = await committedBytes(
      story.repository,
      stays.map(({ treePath }) => ({ commit: story.repository.head, path: treePath })),
    );
    for (const [index, { path, isText, isNew }] of stays.entries()) {
      const bytes = asCommitted[index];
      if (isNew) instead.set(path, undefined);
      else if (isText && bytes !== undefined) instead.set(path, put(bytes, String(index)));
    }
    const asked = { content: story.content, now: undefined, drafts: false, url: undefined };
    const { diagnostics } = await checkNewsroom(asked, availableParallelism(), { instead });
    const left = stays.map(({ treePath }) => treePath).filter((path) => !isDraft(join(story.repository.root, path)));
    return { diagnostics, left };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isDraft(file: string): boolean {
  if (!file.endsWith('.md')) return false;
  const read = readText(file, file);
  return read.kind === 'read' && valuesOf(read.file.text)?.['draft'] === true;
}

interface Staying {
  readonly path: string;
  readonly treePath: string;
  readonly isText: boolean;
  readonly isNew: boolean;
}

/** What is changed in the content folder, and is not committed with the story. */
function staying(
  { walk, repository, changes, content }: OpenStory,
  committed: ReadonlySet<string>,
): readonly Staying[] {
  if (changes.size === 0) return [];
  const root = pathInTree(repository, content);
  const folder = root === undefined ? '' : `${root}/`;
  const texts = new Set(walk.texts.map(({ path }) => path));
  return [...changes].flatMap(([treePath, change]) => {
    const path = `content/${treePath.slice(folder.length)}`.normalize('NFC');
    return committed.has(treePath) ? [] : [{ path, treePath, isText: texts.has(path), isNew: change === 'new' }];
  });
}

import { isUtf8 } from 'node:buffer';
import { normalText } from '../../../disk/read-text.ts';
import { parseManuscript } from '../../../parse/manuscript.ts';
import { plain } from '../../../validate/shape.ts';
import type { Repository } from '../git/repository.ts';
import { committedBytes, commitsOf } from '../git/working-tree.ts';

/** The front matter of a text, with values as they are meant; `undefined` where it cannot be read. */
export function valuesOf(source: string): Readonly<Record<string, unknown>> | undefined {
  const { frontMatter } = parseManuscript({ path: '', text: normalText(source) });
  const values = frontMatter.kind === 'read' ? plain(frontMatter.values ?? {}) : undefined;
  return typeof values === 'object' && !Array.isArray(values)
    ? (values as Readonly<Record<string, unknown>>)
    : undefined;
}

/** Whether the front matter of a text says that it is a draft. */
export function isDraftText(source: string): boolean {
  return valuesOf(source)?.['draft'] === true;
}

/** What commits have of a story. */
export interface Past {
  /** What the last commit has of it. */
  readonly now: 'nothing' | 'draft' | 'published';
  /** Its file as it was committed last without being a draft; `undefined` where it never was. */
  readonly published: Buffer | undefined;
}

/** What became of a story in the commits of a repository. @param path In its working tree. */
export async function pastOf(repository: Repository, path: string): Promise<Past> {
  const [last] = await committedBytes(repository, [{ commit: repository.head, path }]);
  const now = last === undefined ? 'nothing' : isFinished(last) ? 'published' : 'draft';
  if (now === 'published') return { now, published: last };
  const commits = await commitsOf(repository, path);
  const states = await committedBytes(
    repository,
    commits.map((commit) => ({ commit, path })),
  );
  return { now, published: states.find((bytes) => bytes !== undefined && isFinished(bytes)) };
}

/** Whether the bytes of a story are those of one that is no draft. */
export function isFinished(bytes: Buffer): boolean {
  if (!isUtf8(bytes)) return false;
  const values = valuesOf(bytes.toString('utf8'));
  return values !== undefined && values['draft'] !== true;
}

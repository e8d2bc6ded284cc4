import { isUtf8 } from 'node:buffer';
import { realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readPlainFile } from '../../../disk/files.ts';
import { normalText } from '../../../disk/read-text.ts';
import type { SourceFile } from '../../../domain/content/source.ts';
import { pathInTree } from '../git/repository.ts';
import type { FileWrite } from '../publish/carry-out.ts';
import type { OpenStory } from '../publish/open-story.ts';
import type { StoryFile } from '../publish/story-files.ts';

/** A file of the content folder that says something of addresses, as it is; without bytes where it is not there yet. */
export interface ListFile extends SourceFile {
  /** Absolute path without links. */
  readonly file: string;
  readonly treePath: string;
  readonly bytes: Buffer | undefined;
  /** The bytes as a text, with its byte order mark and line ends. */
  readonly source: string;
  readonly lineEnd: '\n' | '\r\n';
}

/** Such a file with another text. */
export interface ListEdited {
  readonly path: string;
  readonly text: string;
  readonly write: FileWrite;
  readonly file: StoryFile;
}

/** A file right in the content folder; `undefined` where it cannot be read as a text, or lies outside of the repository. */
export function listFileAt(path: string, { content, walk, repository }: OpenStory): ListFile | undefined {
  const found = walk.texts.find((text) => text.path === path);
  const file = found ? realpathSync(found.diskPath) : join(content, basename(path));
  const treePath = pathInTree(repository, file);
  const bytes = readPlainFile(file);
  if (treePath === undefined || (found && !bytes) || (bytes && !isUtf8(bytes))) return undefined;
  const source = bytes?.toString('utf8') ?? '';
  return {
    ...{ path, file, treePath, bytes, source },
    text: normalText(source),
    lineEnd: source.includes('\r\n') ? '\r\n' : '\n',
  };
}

export function edited({ path, file, treePath, bytes }: ListFile, text: string): ListEdited {
  return {
    path,
    text,
    write: { file, before: bytes, after: Buffer.from(text, 'utf8') },
    file: { what: 'addresses', treePath },
  };
}

import { sep } from 'node:path';
import { entryAddress } from '../../newsroom/admin/config/entry-address.ts';

/** Where the file of a story is edited. */
export interface FileLinks {
  /** The editor in the browser. */
  readonly admin: string;
  /** The file in an editor that follows such links, such as VS Code. */
  readonly editor: string | undefined;
}

/** @param diskPath Nothing where the file is not known. */
export function linksOfFile(path: string, diskPath: string | undefined): FileLinks {
  return {
    admin: entryAddress(path) ?? '/admin/',
    editor: diskPath === undefined ? undefined : editorAddress(diskPath, 1),
  };
}

/** Where the desk shows a story. */
export function deskAddress(path: string): string {
  return `/_desk/#/story/${encodePath(path)}`;
}

/** A place of a file, by its path on disk, as a link that editors such as VS Code follow. */
export function editorAddress(diskPath: string, line: number): string {
  const written = encodePath(diskPath.split(sep).join('/'));
  return `vscode://file${written.startsWith('/') ? '' : '/'}${written.replace(/^(\w)%3A/, '$1:')}:${line}:1`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

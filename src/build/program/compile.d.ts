/** See `compile.js`. */
export interface Folders {
  readonly program: string;
  readonly newsroom: string;
}
export function compile(folders: Folders): Promise<string>;
export function compileTo(folder: string, folders: Folders): Promise<import('esbuild').Metafile>;
export function codeFolders(compiled: string, folders: Folders): readonly string[];
export function fingerprintOfSources(folders: Folders): string;

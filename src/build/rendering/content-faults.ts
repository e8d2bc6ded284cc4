import { relative, sep } from 'node:path';
import { causesOf } from '../../diagnostics/causes.ts';
import { type Finding, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { LARGEST_PAGE, megabytes } from '../../domain/site/page-size.ts';
import { SITE_PATH } from '../../domain/site/site.ts';
import { type PageSpec, storyOf } from '../../pages/page-specs.ts';

// What is wrong with the content and shows only while pages are made, wherever they are: threads tell of it by its name.

/** A file of the content is no longer as it was read. */
export class ContentChangedError extends Error {
  override readonly name = 'ContentChangedError';
  readonly path: string;

  /** @param path From the content folder's parent. */
  constructor(path: string) {
    super(`${path} was changed while the site was built; build again`);
    this.path = path;
  }
}

/** A page is larger than any may be. */
export class PageTooLargeError extends Error {
  override readonly name = 'PageTooLargeError';
  /** The page's address. */
  readonly path: string;

  constructor(path: string, bytes: number) {
    super(`Unexpected page of ${megabytes(bytes)} at ${path}, expected at most ${LARGEST_PAGE / 1e6} MB`);
    this.path = path;
  }
}

/**
 * The path of a file that was changed while it was read, if that is what a fault comes of.
 *
 * @param content Absolute path of the content folder.
 */
export function changedPathOf(fault: unknown, content: string): string | undefined {
  for (const cause of causesOf(fault)) {
    const { name, path, code } = cause as Error & { readonly path?: unknown; readonly code?: unknown };
    if (typeof path !== 'string') continue;
    if (name === 'ContentChangedError') return path;
    const within = relative(content, path);
    if (code === 'ENOENT' && within !== '' && !within.startsWith('..')) return `content/${within.split(sep).join('/')}`;
  }
  return undefined;
}

/** Says that a file was changed again and again while it was read. */
export function changedTooOften(path: string): Finding {
  return {
    code: 'file-unreadable',
    path,
    at: WHOLE_FILE,
    message: 'Unexpected change of this file while the site was built, expected one that stays as it is meanwhile',
    hint: 'run the command again when it is saved',
  };
}

/** What to say of a picture that cannot be decoded, if that is what a fault comes of: its headers were as they should be. */
export function findUndecodable(fault: unknown): Finding | undefined {
  const told = causesOf(fault).find(({ name }) => name === 'PictureFault') as
    | (Error & { readonly path: string; readonly problem: string })
    | undefined;
  if (!told) return undefined;
  return {
    code: 'picture-unreadable',
    path: told.path,
    at: WHOLE_FILE,
    message: `Unexpected bytes in a picture, expected ones that can be decoded (${told.problem})`,
    hint: 'open the file: if it shows whole, export it again as JPEG, PNG or WebP; if not, get it anew from its source',
  };
}

/** What to say of one of some pages that is too large, if that is what a fault comes of. */
export function findPageTooLarge(fault: unknown, pages: readonly PageSpec[]): Finding | undefined {
  const told = causesOf(fault).find(({ name }) => name === 'PageTooLargeError') as PageTooLargeError | undefined;
  if (!told) return undefined;
  const page = pages.find(({ url }) => url === told.path);
  const story = page && storyOf(page);
  return {
    code: 'page-too-large',
    path: story ? story.entry.path : SITE_PATH,
    at: WHOLE_FILE,
    message: told.message,
    hint: 'divide what stands on it among several pages',
  };
}

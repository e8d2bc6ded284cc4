import type { ArchiveReader } from '../archive.ts';

/** All kinds of archives that can be moved in, in the order in which they are tried. Each loads only what it needs. */
export const READERS: readonly (() => Promise<readonly ArchiveReader[]>)[] = [
  async () => [(await import('./wordpress/wordpress.ts')).wordpress],
  async () => [(await import('./ghost/ghost.ts')).ghost],
  async () => (await import('./folder/folder.ts')).PROJECT_READERS,
  async () => [(await import('./html-pages/html-pages.ts')).htmlPagesReader],
  async () => [(await import('./feed/feed.ts')).feedReader],
  async () => [(await import('./folder/folder.ts')).markdownReader],
];

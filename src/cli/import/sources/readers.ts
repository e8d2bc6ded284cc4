import type { ArchiveReader } from '../archive.ts';

/** All kinds of archives that can be moved in, in the order in which they are tried. Each loads only what it needs. */
export const READERS: readonly (() => Promise<ArchiveReader>)[] = [
  async () => (await import('./feed/feed.ts')).feedReader,
  async () => (await import('./html-pages/html-pages.ts')).htmlPagesReader,
];

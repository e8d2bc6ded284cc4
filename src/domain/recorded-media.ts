import type { MediaFound, MediaLibrary } from './media-library.ts';

/** A media library that notes what it was asked for, so that what was made of the answers can be kept while they hold. */
export class RecordedMedia implements MediaLibrary {
  readonly lookups = new Map<string, string>();
  /** Whether all paths were asked for: that depends on every file. */
  hasListed = false;
  private readonly media: MediaLibrary;

  constructor(media: MediaLibrary) {
    this.media = media;
  }

  get paths(): readonly string[] {
    this.hasListed = true;
    return this.media.paths;
  }

  find(path: string): MediaFound {
    const found = this.media.find(path);
    this.lookups.set(path, answerOf(found));
    return found;
  }
}

/** What was found, as a text that is the same as long as the answer is. */
export function answerOf(found: MediaFound): string {
  if (found.kind === 'found') return `${found.file.width}×${found.file.height}`;
  return found.kind === 'unreadable' ? `unreadable: ${found.reason}` : found.kind;
}

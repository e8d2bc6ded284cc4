import type { RelatedStory, Story } from '../../domain/story/story.ts';
import type { Entry } from '../../domain/story/entry.ts';
import type { SearchBucket } from '../../domain/search/buckets.ts';
import { fingerprintOf } from '../../plan/fingerprint.ts';

/** A bucket of stories as its files are made of it. */
export interface SearchedBucket {
  /** Changes with anything of its stories, and with the names that they are found by. */
  readonly stamp: string;
  /** Oldest first. */
  readonly stories: readonly SearchedStory[];
}

/** A story with what other files of the newsroom say of it. */
export interface SearchedStory {
  readonly story: Story;
  /** Of everybody who is credited, each once. */
  readonly names: readonly string[];
  readonly topics: readonly string[];
}

/** A bucket that is abbreviated in a subject to its stamp, until its files are made. */
export class SealedBucket implements SearchedBucket {
  private readonly related: readonly RelatedStory[];
  private made: { readonly stamp: string; readonly entries: readonly Entry[] } | undefined;

  constructor({ stories }: SearchBucket) {
    this.related = stories;
  }

  /** Made once, and again where a preview has put something new into a story. */
  get stamp(): string {
    const { related, made } = this;
    if (made && related.every(({ entry }, index) => entry === made.entries[index])) return made.stamp;
    const stamp = fingerprintOf(related.map(markOf).join('\n'));
    this.made = { stamp, entries: related.map(({ entry }) => entry) };
    return stamp;
  }

  get stories(): readonly SearchedStory[] {
    return this.related.map((story) => ({
      story,
      names: namesOf(story),
      topics: story.topics.map(({ name }) => name),
    }));
  }

  /** All of it, as plain data. */
  get whole(): SearchedBucket {
    return { stamp: this.stamp, stories: this.stories };
  }

  toJSON(): string {
    return this.stamp;
  }
}

/** What changes with whatever the files of its bucket say of a story. */
function markOf({ entry, credits, topics, section, live }: RelatedStory): string {
  let mark = `${entry.version}\t${section?.title ?? ''}\t${live?.shown ?? ''}`;
  for (const { name } of credits) mark += `\t${name}`;
  for (const { name } of topics) mark += `\t#${name}`;
  return mark;
}

function namesOf({ credits }: RelatedStory): readonly string[] {
  return [...new Set(credits.map(({ name }) => name))];
}

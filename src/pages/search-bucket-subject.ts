import type { RelatedStory, Story } from '../domain/edition.ts';
import type { SearchBucket } from '../domain/search-bucket.ts';
import { fingerprintOf } from '../plan/fingerprint.ts';

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
  readonly stamp: string;
  private readonly related: readonly RelatedStory[];

  constructor({ stories }: SearchBucket) {
    this.related = stories;
    this.stamp = fingerprintOf(stories.map(markOf).join('\n'));
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

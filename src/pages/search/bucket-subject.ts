import type { RelatedStory, Story } from '../../domain/story/story.ts';
import type { Entry } from '../../domain/story/entry.ts';
import type { SearchBucket } from '../../domain/search/buckets.ts';
import { fingerprintOf } from '../../plan/fingerprint.ts';
import { Abbreviated } from '../packed.ts';

/** A bucket of stories as its files are made of it. */
export interface BucketSubject {
  /** Changes with anything of its stories, and with the names that they are found by. Its files show it as their stamp. */
  readonly fingerprint: string;
  /** Oldest first. */
  readonly documents: readonly SearchDocument[];
}

/** What readers search of a story: itself, and the names of others that it is found by. */
export interface SearchDocument {
  readonly story: Story;
  /** Of everybody who is credited, each once. */
  readonly names: readonly string[];
  readonly topics: readonly string[];
}

/** A bucket in the subjects of its files and of their list. */
export class SealedBucket extends Abbreviated implements BucketSubject {
  private readonly stories: readonly RelatedStory[];
  private made: { readonly fingerprint: string; readonly entries: readonly Entry[] } | undefined;

  constructor({ stories }: SearchBucket) {
    super();
    this.stories = stories;
  }

  /** Made once, and again where a preview has put something new into a story. */
  get fingerprint(): string {
    const { stories, made } = this;
    if (made && stories.every(({ entry }, index) => entry === made.entries[index])) return made.fingerprint;
    const fingerprint = fingerprintOf(stories.map(foundBy).join('\n'));
    this.made = { fingerprint, entries: stories.map(({ entry }) => entry) };
    return fingerprint;
  }

  get documents(): readonly SearchDocument[] {
    return this.stories.map((story) => ({
      story,
      names: namesOf(story),
      topics: story.topics.map(({ name }) => name),
    }));
  }

  override get whole(): BucketSubject {
    return { fingerprint: this.fingerprint, documents: this.documents };
  }

  override toJSON(): string {
    return this.fingerprint;
  }
}

/** A text that changes with whatever the files of its bucket say of a story. */
function foundBy({ entry, credits, topics, section, live }: RelatedStory): string {
  let text = `${entry.fingerprint}\t${section?.title ?? ''}\t${live?.shown ?? ''}`;
  for (const { name } of credits) text += `\t${name}`;
  for (const { name } of topics) text += `\t#${name}`;
  return text;
}

function namesOf({ credits }: RelatedStory): readonly string[] {
  return [...new Set(credits.map(({ name }) => name))];
}

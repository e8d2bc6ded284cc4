import type { RelatedStory, Relations, Story } from '../../domain/story/story.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { fingerprintOf } from '../../plan/fingerprint.ts';
import type { Edition } from '../../domain/edition.ts';
import { Abbreviated } from '../packed.ts';

/** What a list that has feeds says of itself. */
export interface FeedHeading {
  /** The page that has the same list. */
  readonly url: UrlPath;
  /** What it is a list of; the site's own feeds have the site's title alone. */
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** BCP 47, where it holds the stories of one of the site’s languages. */
  readonly language: string | undefined;
}

/**
 * What the entry of a story in feeds is made of: the story, and what feeds show of it that its article does not say, or by id
 * only. One object for all feeds of an edition.
 */
export interface FeedEntrySubject extends Relations {
  readonly story: Story;
  /** Its identifier, where its address may become another. */
  readonly id: string | undefined;
  /** When it was changed last, or else published, in milliseconds since 1970. */
  readonly updated: number;
  /** Changes with whatever a feed would show of it. */
  readonly fingerprint: string;
}

/** The newest stories of a list, shared by its feeds. Its fingerprint is made once for all of them. */
export class FeedList extends Abbreviated {
  readonly kind = 'to-print';
  readonly heading: FeedHeading;
  /** Newest first. */
  readonly entries: readonly FeedEntrySubject[];
  private text: string | undefined;

  constructor(heading: FeedHeading, entries: readonly FeedEntrySubject[]) {
    super();
    this.heading = heading;
    this.entries = entries;
  }

  override toJSON(): string {
    const { heading, entries } = this;
    this.text ??= fingerprintOf([JSON.stringify(heading), ...entries.map(({ fingerprint }) => fingerprint)].join('\n'));
    return this.text;
  }

  override get whole(): Pick<FeedList, 'kind' | 'heading' | 'entries'> {
    const { kind, heading, entries } = this;
    return { kind, heading, entries };
  }
}

/**
 * The identifiers of stories in feeds where addresses do not serve: a site whose addresses name the section gives a story
 * another address when it moves to another section, and readers of its feeds would have it twice. They are tags (RFC 4151)
 * of the host, the day and the slug; of several stories with the same, the later ones have their section too.
 */
export function feedIds({
  site,
  stories,
}: Pick<Edition, 'site' | 'stories'>): (story: RelatedStory) => string | undefined {
  if (!site.permalink.includes('{section}')) return () => undefined;
  const host = new URL(site.origin).hostname;
  const taken = new Map<string, RelatedStory>();
  const idOf = ({ entry: { day, slug } }: RelatedStory): string =>
    `tag:${host},${day}:${encodeURI(site.basePath)}/${slug}`;
  for (let index = stories.length - 1; index >= 0; index -= 1) {
    const story = stories[index];
    if (story && !taken.has(idOf(story))) taken.set(idOf(story), story);
  }
  return (story) => {
    const id = idOf(story);
    return taken.get(id) === story ? id : `${id}/${story.entry.section ?? ''}`;
  };
}

import type { RelatedStory, ResolvedCredit } from '../../domain/story/story.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { fingerprintOf } from '../../plan/fingerprint.ts';
import type { Edition } from '../../domain/edition.ts';

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

/** A story in feeds, with what these show of it beside the article. One object for all feeds of an edition. */
export interface FedStory extends Pick<RelatedStory, 'references'> {
  readonly story: RelatedStory;
  /** {@link FedFacts} as JSON: only who prints the story has to look at them. */
  readonly facts: string;
  /** Changes with whatever a feed would show of it. */
  readonly key: string;
}

/** What feeds show of a story that its article does not say, or by id only. */
export interface FedFacts {
  /** Its identifier, where its address may become another. */
  readonly id: string | undefined;
  readonly topics: readonly string[];
  readonly credits: readonly ResolvedCredit[];
  /** When it was changed last, in milliseconds since 1970, if it was. */
  readonly changed: number | undefined;
}

/**
 * The newest stories of a list, shared by its feeds. In the JSON of their subjects it stands for itself by a text that
 * changes with whatever they would show, which is put together once for all of them.
 */
export class FeedList {
  readonly heading: FeedHeading;
  readonly stories: readonly FedStory[];
  private text: string | undefined;

  constructor(heading: FeedHeading, stories: readonly FedStory[]) {
    this.heading = heading;
    this.stories = stories;
  }

  toJSON(): string {
    this.text ??= fingerprintOf([JSON.stringify(this.heading), ...this.stories.map(({ key }) => key)].join('\n'));
    return this.text;
  }

  /** All of it, for the thread that makes its feeds. */
  get whole(): ListToFeed {
    const { heading, stories } = this;
    return { heading, stories: stories.map(({ story, facts, references }) => ({ story, facts, references })) };
  }
}

/** A list as its feeds are made of it. */
export interface ListToFeed {
  readonly heading: FeedHeading;
  /** Newest first. */
  readonly stories: readonly StoryToFeed[];
}

/** A story as its entry in feeds is made of it. */
export interface StoryToFeed extends Pick<FedStory, 'facts' | 'references'> {
  readonly story: Pick<RelatedStory, 'url' | 'section' | 'article' | 'live'>;
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

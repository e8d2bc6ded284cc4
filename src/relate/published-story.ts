import type { ArticleRecord } from '../domain/article.ts';
import type {
  RelatedStory,
  ResolvedCredit,
  ResolvedReference,
  SeriesPart,
  Topic,
  Translations,
} from '../domain/related-story.ts';
import type { Entry } from '../domain/entry.ts';
import type { LiveState } from '../domain/live-blog.ts';
import type { Section } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';

/** A story of an edition. What it refers to is known once all stories are. */
export class PublishedStory implements RelatedStory {
  readonly section: Section | undefined;
  readonly topics: readonly Topic[];
  readonly credits: readonly ResolvedCredit[];
  readonly live: LiveState | undefined;
  references: readonly ResolvedReference[] = [];
  part: SeriesPart | undefined = undefined;
  related: readonly RelatedStory[] = [];
  translations: Translations | undefined = undefined;
  private current: Entry;
  private readonly recordOf: (path: string) => ArticleRecord;

  constructor(
    entry: Entry,
    relations: Pick<RelatedStory, 'section' | 'topics' | 'credits' | 'live'>,
    recordOf: (path: string) => ArticleRecord,
  ) {
    this.current = entry;
    this.section = relations.section;
    this.topics = relations.topics;
    this.credits = relations.credits;
    this.live = relations.live;
    this.recordOf = recordOf;
  }

  get entry(): Entry {
    return this.current;
  }

  /**
   * Takes what was read of the story since. Where nothing differs but what a card or its own page shows, all relations of
   * the edition hold: see {@link relatesAlike}.
   */
  renew(entry: Entry): void {
    this.current = entry;
  }

  get url(): UrlPath {
    return this.entry.url;
  }

  get article(): ArticleRecord {
    return this.recordOf(this.entry.path);
  }

  toJSON(): string {
    const { card } = this.entry;
    return this.live ? `${card} ${this.live.phase} ${this.live.shown}` : card;
  }
}

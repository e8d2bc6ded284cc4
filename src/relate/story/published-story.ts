import type { Article, ArticleRecord } from '../../domain/story/article.ts';
import type {
  RelatedStory,
  ResolvedCredit,
  ResolvedReference,
  SeriesPart,
  Topic,
  Translations,
} from '../../domain/story/story.ts';
import type { Entry } from '../../domain/story/entry.ts';
import type { LiveState } from '../../domain/live-blog.ts';
import type { Section, Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { datePartsAt } from '../../time/print-time.ts';

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

/** The address of a story, by the site's pattern. A story without a section has none of it in its address either. */
export function storyUrl({ date, slug, section }: Article, site: Site): UrlPath {
  const parts: Readonly<Record<string, string>> = {
    ...datePartsAt(date.instant, site.timeZone),
    slug,
    section: section ?? '',
  };
  const filled = site.permalink.replace(/\{(\w+)\}/g, (_all, token: string) => parts[token] ?? '');
  return filled.replace(/\/{2,}/g, '/') as UrlPath;
}

/**
 * Whether an edition in which one entry of a story stands for another would relate all stories as they are: they differ in
 * nothing but the headline, and in what nothing but cards and the page of the story itself show.
 */
export function relatesAlike(one: Entry, other: Entry): boolean {
  return markOf(one) === markOf(other);
}

function markOf({ headline: _headline, card: _card, version: _version, ...relations }: Entry): string {
  return JSON.stringify(relations);
}

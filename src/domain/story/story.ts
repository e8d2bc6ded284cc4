import type { Alternate } from '../languages.ts';
import type { ArticleRecord } from './article.ts';
import type { Html } from '../html.ts';
import type { CreditRole } from '../contributors.ts';
import type { Entry, relatesAlike } from './entry.ts';
import type { LiveState } from '../live-blog.ts';
import type { Section, Series } from '../site/site.ts';
import type { UrlPath } from '../addresses.ts';

/** An article at the moment of publication, as whatever prints it sees it. */
export interface Story {
  readonly url: UrlPath;
  readonly section: Section | undefined;
  /** The state of a live blog at the moment of publication. */
  readonly live?: LiveState | undefined;
  /** Of a {@link RelatedStory} it is looked up each time. */
  readonly article: ArticleRecord;
}

const NONE: readonly never[] = [];

/** A story of an edition, with what it refers to. What tells it from all other values is that it is one of this class. */
export class RelatedStory implements Story {
  readonly section: Section | undefined;
  readonly topics: readonly Topic[];
  readonly credits: readonly ResolvedCredit[];
  readonly live: LiveState | undefined;
  /** What the references of the article's body lead to, in their order. */
  readonly references: readonly ResolvedReference[] = NONE;
  /** Its place in the series that it is a part of. */
  readonly part: SeriesPart | undefined = undefined;
  /** Those to be read after it. */
  readonly related: readonly RelatedStory[] = NONE;
  /** Where the same story is published in other languages. */
  readonly translations: Translations | undefined = undefined;
  private current: Entry;
  private readonly recordOf: (path: string) => ArticleRecord;

  /** @param recordOf Looks up all of an article but its text, by the path of its file. */
  constructor(
    entry: Entry,
    own: Pick<RelatedStory, 'section' | 'topics' | 'credits' | 'live'>,
    recordOf: (path: string) => ArticleRecord,
  ) {
    this.current = entry;
    this.section = own.section;
    this.topics = own.topics;
    this.credits = own.credits;
    this.live = own.live;
    this.recordOf = recordOf;
  }

  /** Notes what it refers to, which is known once all stories are. Only relating does; for all others it is read-only. */
  relate(found: Partial<Pick<RelatedStory, 'references' | 'part' | 'related' | 'translations'>>): void {
    Object.assign(this, found);
  }

  get entry(): Entry {
    return this.current;
  }

  /**
   * Puts in what was read of the story since. Where nothing differs but what a card or its own page shows, all relations of
   * the edition hold: see {@link relatesAlike}.
   */
  renew(entry: Entry): void {
    this.current = entry;
  }

  get url(): UrlPath {
    return this.current.url;
  }

  get article(): ArticleRecord {
    return this.recordOf(this.current.path);
  }

  /** As JSON it is what changes with what lists show of it, and with the state of a live blog. */
  toJSON(): string {
    const { cardFingerprint } = this.current;
    return this.live ? `${cardFingerprint} ${this.live.phase} ${this.live.shown}` : cardFingerprint;
  }
}

/**
 * What relating found of a story that is printed wherever all of it is: on its page, in feeds, in the texts for programs. What is added
 * here reaches all of these, and they are made anew when it changes.
 */
export type Relations = Pick<RelatedStory, 'topics' | 'credits' | 'references'>;

export function relationsOf({ topics, credits, references }: RelatedStory): Relations {
  return { topics, credits, references };
}

/** What a link or a card in a story's text leads to. */
export type ResolvedReference =
  | { readonly kind: 'page'; readonly url: UrlPath; readonly fragment: string }
  | { readonly kind: 'file'; readonly url: UrlPath }
  | { readonly kind: 'story'; readonly story: Story }
  /** Something that is not published, or not there. */
  | { readonly kind: 'nowhere' };

/** A rendered text and what its references lead to, in their order. */
export interface ResolvedText {
  readonly html: Html;
  readonly references: readonly ResolvedReference[];
}

/** A story in all languages in which it is published. */
export interface Translations {
  /** Address of the oldest. schema.org: `translationOfWork`. */
  readonly original: UrlPath;
  /** The one for readers of any other language first. */
  readonly stories: readonly Alternate[];
}

/** What a story is about. schema.org: `keywords`. */
export interface Topic {
  readonly name: string;
  readonly url: UrlPath;
}

/** A story's place in a series. It does not say how many parts there are, which would change each with every new one. */
export interface SeriesPart {
  readonly series: Pick<Series, 'title'> & { readonly url: UrlPath };
  /** Counted from the oldest part in the story's language, from 1. */
  readonly number: number;
  readonly earlier: RelatedStory | undefined;
  readonly later: RelatedStory | undefined;
}

/** A credit whose person is known: someone with a page, or a name to print. */
export interface ResolvedCredit {
  readonly role: CreditRole;
  readonly name: string;
  readonly url: UrlPath | undefined;
  readonly place: string | undefined;
}

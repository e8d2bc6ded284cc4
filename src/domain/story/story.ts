import type { Alternate } from '../languages.ts';
import type { ArticleRecord } from './article.ts';
import type { CreditRole } from '../contributors.ts';
import type { Entry } from './entry.ts';
import type { LiveState } from '../live-blog.ts';
import type { Section, Series } from '../site/site.ts';
import type { UrlPath } from '../addresses.ts';

/** An article that is published, as lists show it. */
export interface Story {
  readonly url: UrlPath;
  readonly section: Section | undefined;
  /** The state of a live blog at the moment of publication. */
  readonly live?: LiveState | undefined;
  /** Looked up when it is asked for. */
  readonly article: ArticleRecord;
}

/** A story of an edition, with what it refers to. */
export interface RelatedStory extends Story {
  readonly entry: Entry;
  readonly topics: readonly Topic[];
  readonly credits: readonly ResolvedCredit[];
  /** What the references of the article's body lead to, in their order. */
  readonly references: readonly ResolvedReference[];
  /** Its place in the series that it is a part of. */
  readonly part: SeriesPart | undefined;
  /** Those to be read after it. */
  readonly related: readonly RelatedStory[];
  /** Where the same story is published in other languages. */
  readonly translations: Translations | undefined;
  /** As JSON it is what changes with what lists show of it, and with the state of a live blog. */
  toJSON(): string;
}

/** What a link or a card in a story's text leads to. */
export type ResolvedReference =
  | { readonly kind: 'page'; readonly url: UrlPath; readonly fragment: string }
  | { readonly kind: 'file'; readonly url: UrlPath }
  | { readonly kind: 'story'; readonly story: Story }
  /** Something that is not published, or not there. */
  | { readonly kind: 'nowhere' };

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

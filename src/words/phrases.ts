import type { CreditRole } from '../domain/credit.ts';
import type { Label } from '../domain/article.ts';

/** A phrase with one person in it, or with several: `{names}` is replaced by the list of them. */
type Sentence = `${Exclude<CreditRole, 'byline' | 'reported-from'>}.${'one' | 'other'}`;

/** Every phrase that Broadsheet prints, by name. `{…}` is filled in. */
export type PhraseName =
  | 'skipToContent'
  | 'sections'
  | 'home'
  | 'by'
  | 'published'
  | 'updated'
  | 'live'
  | 'liveText'
  | 'correction'
  | 'update'
  | 'topics'
  | 'topic'
  | 'latest'
  | 'storiesBy'
  | 'noStories'
  | 'earlier'
  | 'correctionsPolicy'
  | 'ethicsPolicy'
  | 'ownership'
  | 'contact'
  | 'footnotes'
  | 'backToText'
  | 'notFoundTitle'
  | 'notFoundText'
  | 'movedTitle'
  | 'movedText'
  | 'feed'
  | 'more'
  | 'table'
  | `reportedFrom.${'one' | 'other'}`
  | 'reportedFromNext'
  | 'reportedFromPair'
  | `label.${Label}`
  | Sentence;

/** The phrases of one language. */
export type Phrases = Readonly<Record<PhraseName, string>>;

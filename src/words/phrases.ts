import type { CreditRole } from '../domain/contributors.ts';
import type { Label } from '../domain/story/article.ts';

/** A phrase with one person in it, or with several: `{names}` is replaced by the list of them. */
type Sentence = `${Exclude<CreditRole, 'byline' | 'reported-from'>}.${'one' | 'other'}`;

/** A phrase with a number in it. It has a form for each plural category of its language (Unicode CLDR). */
export type CountedName = 'stories' | 'newUpdates' | 'readingTime';

/** A form of a phrase with a number in it: `{count}` is replaced by the number, or stands in the words. */
export type PluralForm = `${CountedName}.${Intl.LDMLPluralRule}`;

/** Every phrase that Broadsheet prints, by name. `{…}` is filled in. */
export type PhraseName =
  | 'languages'
  | 'readIn'
  | 'skipToContent'
  | 'menu'
  | 'sections'
  | 'home'
  | 'by'
  | 'published'
  | 'updated'
  | 'live'
  | 'liveText'
  | 'breaking'
  | 'correction'
  | 'update'
  | 'topics'
  | 'topic'
  | 'series'
  | 'part'
  | 'partOf'
  | 'partOfLong'
  | 'earlierPart'
  | 'laterPart'
  | 'related'
  | 'latest'
  | 'storiesBy'
  | 'contributors'
  | 'formerly'
  | `role.${CreditRole}`
  | 'noStories'
  | 'earlier'
  | 'later'
  | 'archive'
  | 'archiveTitle'
  | 'archiveText'
  | 'archiveDateText'
  | 'archivePage'
  | 'search'
  | 'searchText'
  | 'searchFor'
  | 'section'
  | 'contributor'
  | 'searchFrom'
  | 'searchUntil'
  | 'searchAll'
  | 'searchOrder'
  | 'searchNewest'
  | 'searchBest'
  | 'searching'
  | 'searchNone'
  | 'searchNear'
  | 'searchOlder'
  | 'searchBackTo'
  | 'searchMore'
  | 'searchFailed'
  | 'searchWithoutScript'
  | 'breadcrumb'
  | 'correctionsPolicy'
  | 'corrections'
  | 'correctionsText'
  | 'correctionsTitle'
  | 'correctionsByMonth'
  | 'noCorrections'
  | 'history'
  | 'ethicsPolicy'
  | 'ownership'
  | 'contact'
  | 'footnotes'
  | 'backToText'
  | 'contents'
  | 'taskDone'
  | 'taskOpen'
  | `alert.${'note' | 'tip' | 'important' | 'warning' | 'caution'}`
  | 'notFoundTitle'
  | 'notFoundText'
  | 'movedTitle'
  | 'movedText'
  | 'goneTitle'
  | 'goneText'
  | 'feed'
  | 'podcast'
  | 'cleanTextNote'
  | 'more'
  | 'table'
  | `chart.${'bar' | 'line' | 'area' | 'dot' | 'stacked'}`
  | 'chartNumbers'
  | 'chartDownload'
  | 'source'
  | 'audio'
  | 'video'
  | 'transcript'
  | 'captions'
  | 'factCheck'
  | 'claim'
  | 'claimant'
  | 'claimDate'
  | 'claimSource'
  | 'rating'
  | 'ratingScale'
  | 'liveBegins'
  | 'liveEnded'
  | 'liveReload'
  | 'pictureOpen'
  | 'pictureClose'
  | 'pictureZoom'
  | 'picturePrevious'
  | 'pictureNext'
  | 'picturePlace'
  | 'share'
  | 'copyLink'
  | 'linkCopied'
  | 'keyPoints'
  | 'pinned'
  | 'newestFirst'
  | 'oldestFirst'
  | `reportedFrom.${'one' | 'other'}`
  | 'reportedFromNext'
  | 'reportedFromPair'
  | 'reportedFromAll'
  | `label.${Label}`
  | Sentence;

/** The phrases of a language that has these plural categories, in each form that it has for numbers. None may be missing. */
export type PhrasesWith<Category extends Intl.LDMLPluralRule> = Readonly<
  Record<PhraseName | `${CountedName}.${Category}`, string>
>;

/** The phrases of some language, and the plural forms that it has. */
export type Phrases = PhrasesWith<'other'> & Readonly<Partial<Record<PluralForm, string>>>;

import type { Anchors } from './anchors.ts';
import type { Credit } from '../contributors.ts';
import type { Notice } from '../corrections/notice.ts';
import type { Html, RichText } from '../html.ts';
import type { LiveBlog } from '../live-blog.ts';
import type { Moment } from '../dates.ts';
import type { Picture } from '../media/files.ts';
import type { Recording } from '../media/files.ts';
import type { LiveStrip } from '../site/site.ts';
import type { Slug, UrlPath } from '../addresses.ts';
import type { OldAddress } from '../redirects/redirects.ts';
import type { TextPlace } from '../content/source.ts';

/** What kind of story it is, where a reader must be told. schema.org: the subtypes of `NewsArticle`. */
export const LABELS = ['opinion', 'analysis', 'sponsored', 'satire', 'review', 'interview', 'obituary'] as const;
export type Label = (typeof LABELS)[number];

/** A story fit to publish, by itself, with its text; it names its relations by slug, id or path. schema.org: `NewsArticle`. */
export interface Article extends ArticleRecord {
  readonly body: Body;
}

/** All of an article but its text: what is kept on disk, and looked up when something of it is printed. */
export interface ArticleRecord {
  readonly path: string;
  readonly slug: Slug;
  readonly headline: RichText;
  readonly shortHeadline: string | undefined;
  readonly dek: RichText | undefined;
  readonly kicker: string | undefined;
  readonly credits: readonly Credit[];
  readonly date: Moment;
  readonly updated: Moment | undefined;
  readonly section: Slug | undefined;
  readonly topics: readonly string[];
  /** Id of the series that it is a part of. */
  readonly series: Slug | undefined;
  /** Slugs or files of the stories that an editor wants to be read after it. */
  readonly related: readonly string[];
  /** The place that it was filed from, as printed before its first paragraph. */
  readonly dateline: string | undefined;
  readonly picture: Picture | undefined;
  readonly audio: Recording | undefined;
  readonly video: Recording | undefined;
  readonly corrections: readonly Notice[];
  readonly updates: readonly Notice[];
  readonly factCheck: FactCheck | undefined;
  /** What makes it a live blog. */
  readonly live: LiveBlog | undefined;
  /** `false`: none on this story, whatever the site has. */
  readonly liveStrip: LiveStrip | false | undefined;
  readonly aliases: readonly OldAddress[];
  readonly canonical: string | undefined;
  readonly language: string;
  /** The same story in other languages. */
  readonly translations: readonly TranslationName[];
  readonly draft: boolean;
  readonly noindex: boolean;
  readonly label: Label | undefined;
  /** Name of the layout that prints it. */
  readonly layout: string;
  readonly body: Omit<Body, 'html' | 'anchors'>;
  /** The address that an editor gave it, whatever the site's pattern is. */
  readonly permalink?: UrlPath | undefined;
  /** Whether its date cannot be read, so that `date` is a stand-in. */
  readonly isUndated?: true;
  /** `false`: only those may read it who pay or sign in. schema.org: `isAccessibleForFree`. */
  readonly free?: false;
}

/** The same story in another language, as a story names it. schema.org: `workTranslation`. */
export interface TranslationName {
  /** BCP 47. */
  readonly language: string;
  /** The language as it was written. */
  readonly key: string;
  /** A slug, or the path of a file. */
  readonly target: string;
}

/** A story's text, rendered but for what only the whole edition knows. */
export interface Body {
  /** HTML in which a {@link slotFor slot} stands for each opening and closing of a reference. */
  readonly html: Html;
  readonly references: readonly Reference[];
  readonly wordCount: number;
  /** Paths of the pictures and files of `content/` that the text shows or links to. */
  readonly media: readonly string[];
  /** The places on the page of the story that a link can lead to. */
  readonly anchors: Anchors;
}

/** The text of a content file that is a page and no story, rendered but for what only the whole edition knows. */
export type PageText = Pick<Body, 'html' | 'references' | 'media' | 'anchors'>;

/** Something in a story's text that leads to another page of the site. */
export interface Reference {
  readonly kind: 'link' | 'story';
  /** What the editor wrote. */
  readonly target: string;
  readonly place: TextPlace;
  /** Whether it stands in the front matter, and is printed as it stands there. */
  readonly isOfKey?: true;
}

/** What a story found of something that somebody said. schema.org: `ClaimReview`. */
export interface FactCheck {
  readonly claim: RichText;
  readonly claimant: Claimant;
  /** When it was said. */
  readonly date: Moment;
  readonly rating: Rating;
  /** Where it can be read, heard or seen. */
  readonly url: string | undefined;
}

/** Who said it. schema.org: `Person` or `Organization`. */
export interface Claimant {
  readonly name: string;
  readonly isOrganization: boolean;
}

/** How true it is, in words, and where the newsroom has one, on its scale. schema.org: `Rating`. */
export interface Rating {
  readonly name: string;
  readonly scale: Scale | undefined;
}

/** A value from `worst` to `best`, which is the larger number. */
export interface Scale {
  readonly value: number;
  readonly best: number;
  readonly worst: number;
}

import type { UrlPath } from '../../domain/addresses.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/html.ts';
import type { LivePost } from '../../domain/live-blog.ts';
import type { Site } from '../../domain/site/site.ts';
import type { TextForm } from '../../domain/story/clean-text.ts';
import type { RelatedStory, Relations, Story } from '../../domain/story/story.ts';
import type { Away } from '../../formats/html-text.ts';

/** What a story as clean text is made of: of other stories it has the headlines of cards and the addresses of translations. */
export interface CleanTextSubject extends Relations, Pick<RelatedStory, 'translations'> {
  readonly url: UrlPath;
  readonly form: TextForm;
  readonly story: Story;
  readonly series: { readonly title: string; readonly url: UrlPath } | undefined;
  /** When it was changed last, if it was. */
  readonly changed: Moment | undefined;
  /** Changes with anything of the article. */
  readonly fingerprint: string;
}

/** What a story says, in the parts that its page has, with links in place; addresses are from the root of the host. */
export interface CleanParts {
  readonly before: Html;
  /** Of a live blog, those that are published, the newest first. */
  readonly posts: readonly (LivePost & { readonly html: Html })[];
  readonly after: Html;
}

/** What printing a clean text may use. */
export interface CleanPrinting extends Omit<CleanTextSubject, 'form' | 'fingerprint'> {
  readonly site: Site;
  readonly parts: CleanParts;
  readonly away: Away;
}

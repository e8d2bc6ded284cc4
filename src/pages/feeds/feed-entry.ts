import { mediaType, mediaUrl, type Picture } from '../../domain/media/files.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import type { FeedEntry, FeedPicture } from '../../formats/feeds/feed.ts';
import { withoutForbidden } from '../../formats/xml.ts';
import { wordsIn } from '../../words/words.ts';
import { feedPerson, feedTime } from './feed-channel.ts';
import { feedContent } from './feed-content.ts';
import type { FeedEntrySubject } from './feed-list.ts';
import type { Materials } from '../surroundings.ts';

/** A story in feeds, with the length of its text. */
export interface SizedEntry extends FeedEntry {
  /** In UTF-8. */
  readonly bytes: number;
}

/** Makes the entry of a story. */
export function makeFeedEntry(subject: FeedEntrySubject, materials: Materials): SizedEntry {
  const { story, id, topics, credits, references } = subject;
  const { site } = materials;
  const { article, section } = story;
  const { headline, dek, label, language, date } = article;
  const url = absoluteUrl(site, story.url);
  const content = withoutForbidden(feedContent({ story, references, credits, url }, materials));
  const marked = label && wordsIn(language, site.words)(`label.${label}`);
  return {
    id: id ?? url,
    url,
    // Lists show nothing else of it, and whoever reads it there must be told.
    title: label === 'sponsored' || label === 'satire' ? `[${marked}] ${headline.text}` : headline.text,
    language: language === site.language ? undefined : language,
    published: feedTime(date.instant, site),
    updated: feedTime(subject.updated, site),
    authors: credits.filter(({ role }) => role === 'byline').map((credit) => feedPerson(credit, site)),
    contributors: credits.filter(({ role }) => role !== 'byline').map((credit) => feedPerson(credit, site)),
    tags: [...new Set([...(marked === undefined ? [] : [marked]), ...(section ? [section.title] : []), ...topics])],
    summary: dek,
    picture: article.picture && pictureOf(article.picture, site),
    content,
    bytes: Buffer.byteLength(content),
  };
}

function pictureOf({ file, alt, caption, credit }: Picture, site: Site): FeedPicture {
  return {
    url: absoluteUrl(site, mediaUrl(file.path)),
    type: mediaType(file.path),
    width: file.width,
    height: file.height,
    credit,
    description: caption?.text ?? (alt === '' ? undefined : alt),
  };
}

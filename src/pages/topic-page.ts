import type { TopicStories } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import { wordsIn } from '../words/words.ts';
import { type Frame, makeFrame } from './frame.ts';
import { type Listing, makeListing } from './listing.ts';
import type { Publication } from './publication.ts';

const CARDS = 12;

/** What the layout of a topic's page prints. */
export interface TopicPage {
  readonly frame: Frame;
  readonly kicker: string;
  readonly title: string;
  readonly listing: Listing;
}

/** Makes the page of a topic: its stories, newest first. */
export function makeTopicPage({ topic, stories }: TopicStories, publication: Publication): Page<TopicPage> {
  const { site } = publication.edition;
  const data: TopicPage = {
    frame: makeFrame({ url: topic.url, title: topic.name }, publication),
    kicker: wordsIn(site.language, site.words)('topic'),
    title: topic.name,
    listing: makeListing(stories, CARDS, site),
  };
  return { url: topic.url, layout: 'topic', data };
}

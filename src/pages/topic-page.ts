import type { Edition, Topic } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import { wordsIn } from '../words/words.ts';
import { type Frame, makeFrame } from './frame.ts';
import { type Front, frontOf } from './front.ts';
import { type Listing, makeListing } from './listing.ts';
import type { Imprint } from './publication.ts';

const CARDS = 12;

/** What the layout of a topic's page prints. */
export interface TopicPage {
  readonly frame: Frame;
  readonly kicker: string;
  readonly title: string;
  readonly listing: Listing;
}

/** What the page of a topic is made of. */
export interface TopicSubject extends Front {
  readonly topic: Topic;
}

export function listTopics({ topics }: Edition): readonly TopicSubject[] {
  return topics.map((list) => ({ topic: list.topic, ...frontOf(list) }));
}

/** Makes the page of a topic: its newest stories. */
export function makeTopicPage({ topic, url, stories, earlierUrl }: TopicSubject, imprint: Imprint): Page<TopicPage> {
  const { site } = imprint.edition;
  const data: TopicPage = {
    frame: makeFrame({ url, title: topic.name, list: { url, name: topic.name } }, imprint),
    kicker: wordsIn(site.language, site.words)('topic'),
    title: topic.name,
    listing: makeListing({ stories, fullCards: CARDS, earlierUrl }, site),
  };
  return { url, layout: 'topic', data };
}

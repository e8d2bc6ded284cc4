import type { Edition } from '../../domain/edition.ts';
import type { Topic } from '../../domain/story/story.ts';
import { collectionPageJsonLd } from '../../formats/structured-data/web-page.ts';
import { wordsIn } from '../../words/words.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import { socialCard } from '../site/social-card.ts';
import { type Front, frontOf, type Listing, makeListing, shownIn } from './listing.ts';
import type { Materials } from '../surroundings.ts';
import { inSitemap, noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import { heldTopics } from './list-holders.ts';

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

export const topicPage: PageKind<TopicSubject, TopicPage> = {
  list: listTopics,
  urlOf: ownUrl,
  layout: () => 'topic',
  make: makeTopicPage,
  sitemap: ({ topics }) => inSitemap('pages', topics),
  claims: { list: (edition) => heldTopics(edition).map(({ list: { url }, holderOf }) => ({ url, holderOf })) },
  everyShard: false,
  changesAt: noMoments,
  navigation: undefined,
};

function listTopics({ topics }: Edition): readonly TopicSubject[] {
  return topics.map((list) => ({ topic: list.topic, ...frontOf(list) }));
}

/** Makes the page of a topic: its newest stories. */
function makeTopicPage({ topic, url, stories, earlierUrl }: TopicSubject, materials: Materials): TopicPage {
  const { site } = materials;
  const { name } = topic;
  const listing = makeListing({ stories, fullCards: CARDS, earlierUrl }, site);
  const page = { url, name, description: undefined, language: site.language, items: shownIn(listing), about: name };
  const structuredData = collectionPageJsonLd(page, site);
  const card = socialCard({ language: site.language, headline: name }, site);
  const data: TopicPage = {
    frame: makeFrame({ url, title: name, list: { url, name }, card, structuredData }, materials),
    kicker: wordsIn(site.language, site.words)('topic'),
    title: name,
    listing,
  };
  return data;
}

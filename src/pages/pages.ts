import type { Page } from '../domain/page.ts';
import { makeArticlePage } from './article-page.ts';
import { makeContributorPage } from './contributor-page.ts';
import { makeFeed } from './feed.ts';
import { makeHomePage } from './home-page.ts';
import { makeNotFoundPage, NOT_FOUND_URL } from './not-found-page.ts';
import type { Publication } from './publication.ts';
import { makeRedirectPage } from './redirect-page.ts';
import { makeSectionPage } from './section-page.ts';
import { makeSitemap } from './sitemap.ts';
import { makeTopicPage } from './topic-page.ts';

/** Every output file of an edition but those that Eleventy templates make, each with all that its layout may know. */
export function layOutPages(publication: Publication): readonly Page[] {
  const { stories, sections, contributors, topics, redirects, ownPages } = publication.edition;
  const hasNotFound = ownPages.some(({ url }) => url === NOT_FOUND_URL);
  return [
    makeHomePage(publication),
    ...stories.map((story) => makeArticlePage(story, publication)),
    ...sections.map((section) => makeSectionPage(section, publication)),
    ...contributors.map((contributor) => makeContributorPage(contributor, publication)),
    ...topics.map((topic) => makeTopicPage(topic, publication)),
    ...redirects.map((redirect) => makeRedirectPage(redirect, publication)),
    ...(hasNotFound ? [] : [makeNotFoundPage(publication)]),
    makeFeed(publication),
    makeSitemap(publication),
  ];
}

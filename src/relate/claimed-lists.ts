import { contributorUrl } from '../domain/contributor-url.ts';
import { groupBy } from '../domain/group-by.ts';
import type { RelatedStory } from '../domain/related-story.ts';
import { sectionUrl } from '../domain/section-url.ts';
import { SITE_PATH } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { valueAt, WHOLE_FILE } from '../diagnostics/finding.ts';
import type { Holder } from './addresses.ts';
import type { Newsroom } from './newsroom.ts';
import { partsBySeries, seriesNamed, seriesUrl } from './series-of.ts';
import { storiesByLanguage } from './stories-by-language.ts';

/** A list of stories, as far as addresses follow from it. */
export interface ClaimedList {
  /** Of its front. */
  readonly url: UrlPath;
  /** How many stories it has. */
  readonly length: number;
  /** Who has all its addresses; `what` is what it is called, as in “a feed of …”. */
  readonly holder: Holder;
}

/** All lists of a newsroom, but for those in further languages of the site. */
export interface ClaimedLists {
  readonly sections: readonly ClaimedList[];
  readonly contributors: readonly ClaimedList[];
  /** Of published stories. Each belongs to the first of them that has it. */
  readonly topics: readonly ClaimedList[];
  /** Of published stories. Each belongs to the first of them that is a part of it. */
  readonly series: readonly ClaimedList[];
}

/** The lists that stories are in; `published` are in the order of their files. */
export function claimedLists(newsroom: Newsroom, published: readonly RelatedStory[]): ClaimedLists {
  return {
    sections: sectionLists(newsroom, published),
    contributors: contributorLists(newsroom, published),
    topics: topicLists(published),
    series: seriesLists(newsroom, published),
  };
}

function sectionLists({ site }: Newsroom, published: readonly RelatedStory[]): readonly ClaimedList[] {
  const stories = storiesByLanguage(published, site)(site.language);
  const byId = groupBy(stories, ({ section }) => (section ? [section.id] : []));
  return site.sections.map((section, index) => ({
    url: sectionUrl(section, site),
    length: byId.get(section.id)?.length ?? 0,
    holder: { path: SITE_PATH, at: valueAt('sections', index, 'id'), what: `the section “${section.title}”` },
  }));
}

function contributorLists({ contributors }: Newsroom, published: readonly RelatedStory[]): readonly ClaimedList[] {
  const byUrl = groupBy(published, ({ credits }) => credits.map(({ url }) => url));
  return contributors.map((contributor) => {
    const url = contributorUrl(contributor);
    const { path, name } = contributor;
    return { url, length: byUrl.get(url)?.length ?? 0, holder: { path, at: WHOLE_FILE, what: name } };
  });
}

function topicLists(published: readonly RelatedStory[]): readonly ClaimedList[] {
  return [...groupBy(published, ({ topics }) => topics)].map(([{ url, name }, stories]) => {
    const { path, topics } = stories[0].entry;
    const at = valueAt('topics', topics.indexOf(name));
    return { url, length: stories.length, holder: { path, at, what: `the topic “${name}”` } };
  });
}

function seriesLists({ site }: Newsroom, published: readonly RelatedStory[]): readonly ClaimedList[] {
  return [...partsBySeries(published)].map(([id, parts]) => {
    const what = `the series “${seriesNamed(id, site).title}”`;
    return {
      url: seriesUrl(id),
      length: parts.length,
      holder: { path: parts[0].entry.path, at: valueAt('series'), what },
    };
  });
}

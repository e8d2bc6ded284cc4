import type { RelatedStory } from '../../domain/story/story.ts';
import type { ContributorStories, LanguageStories, SectionStories, TopicStories } from '../../domain/lists/lists.ts';
import type { EditionParts } from '../../domain/edition.ts';
import type { Newsroom } from '../newsroom.ts';
import { seriesOf } from './series.ts';
import { groupBy } from '../../domain/lists/grouping.ts';
import { sectionUrl, type Site } from '../../domain/site/site.ts';
import { listOf } from './list.ts';
import { contributorUrl } from '../../domain/contributors.ts';
import { hasSectionFront, siteIn } from '../../domain/languages.ts';

/** All lists of a newsroom's published stories that have a front and an archive. */
export type StoryLists = Pick<EditionParts, 'sections' | 'languages' | 'contributors' | 'topics' | 'series'>;

/** Makes the lists; stories are newest first, and `storiesIn` gives those of a language. */
export function storyLists(
  newsroom: Newsroom,
  stories: readonly RelatedStory[],
  storiesIn: (language: string) => readonly RelatedStory[],
): StoryLists {
  const { site } = newsroom;
  return {
    sections: sectionsOf(site, storiesIn(site.language)),
    languages: languagesOf(site, storiesIn),
    contributors: contributorsOf(newsroom, stories),
    topics: topicsOfStories(stories),
    series: seriesOf(site, stories),
  };
}

/** Each section of a site, as it is in one language, with its stories in that language. */
function sectionsOf(site: Site, stories: readonly RelatedStory[]): readonly SectionStories[] {
  const byId = groupBy(stories, ({ section }) => (section ? [section.id] : []));
  const { language } = site;
  return site.sections.map((section) => {
    return { section, language, ...listOf(sectionUrl(section, site), byId.get(section.id) ?? []) };
  });
}

/** Each contributor with their stories, by name. */
function contributorsOf(
  { site, contributors }: Newsroom,
  stories: readonly RelatedStory[],
): readonly ContributorStories[] {
  const alphabet = new Intl.Collator([site.language, 'en'], { ignorePunctuation: true });
  const byUrl = groupBy(stories, ({ credits }) => credits.map(({ url }) => url));
  return [...contributors]
    .sort((a, b) => alphabet.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
    .map((contributor) => {
      const url = contributorUrl(contributor);
      return { contributor, ...listOf(url, byUrl.get(url) ?? []) };
    });
}

/** Each topic that a story has, with its stories, by address. */
function topicsOfStories(stories: readonly RelatedStory[]): readonly TopicStories[] {
  return [...groupBy(stories, ({ topics }) => topics)]
    .sort(([a], [b]) => (a.url < b.url ? -1 : 1))
    .map(([topic, ofTopic]) => ({ topic, ...listOf(topic.url, ofTopic) }));
}

/** What the fronts of each further language of a site hold; `storiesIn` gives its stories, newest first. */
function languagesOf(site: Site, storiesIn: (language: string) => readonly RelatedStory[]): readonly LanguageStories[] {
  return site.languages.map((own) => {
    const stories = storiesIn(own.language);
    const sections = sectionsOf(siteIn(own.language, site), stories);
    return {
      language: own.language,
      ...listOf(own.home, stories),
      sections: sections.filter(({ section, stories: { length } }) => length > 0 || hasSectionFront(own, section)),
    };
  });
}

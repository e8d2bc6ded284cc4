// What `broadsheet/layouts` says: the types of what layouts are given, each named as in the glossary. A file of the newsroom's `layouts/` that takes
// the place of one of Broadsheet's is given the same. Those of directives and house rules are told of in `docs/extending.md`.

export type { Html } from '../../domain/html.ts';
export type { Article } from '../../domain/story/article.ts';
export type { OwnAttributes as DirectiveAttributes } from '../../markdown/directives/own-attributes.ts';
export type { DirectiveProps } from '../../markdown/directives/own-directives.ts';
export type { PlaceInStory, Rule, RuleFinding } from '../../validate/rules/house-rules.ts';
export type { CorrectionsPage } from '../../pages/corrections.ts';
export type { ContributorPage } from '../../pages/contributors/contributor-page.ts';
export type { ContributorsPage } from '../../pages/contributors/contributors-page.ts';
export type { DateArchivePage } from '../../pages/dates/date-archive.ts';
export type { DayPage } from '../../pages/dates/day-page.ts';
export type { HomePage } from '../../pages/fronts/home-page.ts';
export type { SectionPage } from '../../pages/fronts/section-page.ts';
export type { ArchivePage } from '../../pages/lists/archive-page.ts';
export type { SeriesPage } from '../../pages/lists/series-page.ts';
export type { TopicPage } from '../../pages/lists/topic-page.ts';
export type { RedirectPage } from '../../pages/redirects.ts';
export type { SearchPage } from '../../pages/search/search-page.ts';
export type { OrdinaryPage } from '../../pages/site/own-pages.ts';
export type { ArticlePage } from '../../pages/story/article-page.ts';
export type { Card } from '../../pages/story/card.ts';
export type { Frame } from '../../pages/site/frame.ts';

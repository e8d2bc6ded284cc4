import type { Edition } from '../../../domain/edition.ts';

/** What a newsroom has names for: people, sections, series, topics, itself. */
export function namesOfEdition({ site, people, contributors, topics }: Edition): readonly string[] {
  const { title, publisher, sections, series, languages } = site;
  return [
    ...[title, publisher.name, ...languages.map((further) => further.title ?? '')],
    ...[...sections, ...series].map((list) => list.title),
    ...people.map(({ name }) => name),
    ...contributors.map(({ contributor }) => contributor.name),
    ...topics.map(({ topic }) => topic.name),
  ];
}

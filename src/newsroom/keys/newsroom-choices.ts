import type { Edition } from '../../domain/edition.ts';
import type { Choices, ChoiceSource } from '../../domain/content/key-text.ts';

/** Something that a newsroom has and that a key may name. */
export interface Choice {
  /** What is written. */
  readonly value: string;
  /** What it is called; the same where it has no other name. */
  readonly label: string;
}

/** What of a newsroom may be chosen, by source. Stories are not among it: a newsroom may have a hundred thousand. */
export type NewsroomChoices = Readonly<Record<Exclude<ChoiceSource, 'stories'>, readonly Choice[]>>;

/** The names of layouts that can print a story, and a page of `content/pages/`. */
export interface LayoutNames {
  readonly storyLayouts: readonly string[];
  readonly pageLayouts: readonly string[];
}

/** What an edition has to choose from, each in its own order. Contributors are there by their ids. */
export function choicesIn(edition: Edition, { storyLayouts, pageLayouts }: LayoutNames): NewsroomChoices {
  const { site } = edition;
  const series = [...site.series, ...edition.series.map((each) => each.series)];
  return {
    sections: site.sections.map(({ id, title }) => ({ value: id, label: title })),
    contributors: edition.contributors.map(({ contributor: { id, name } }) => ({ value: id, label: name })),
    topics: edition.topics.map(({ topic }) => plain(topic.name)),
    series: [...new Map(series.map(({ id, title }) => [id, { value: id, label: title }])).values()],
    languages: [site.language, ...site.languages.map(({ language }) => language)].map(plain),
    storyLayouts: storyLayouts.map(plain),
    pageLayouts: pageLayouts.map(plain),
    timeZones: Intl.supportedValuesOf('timeZone').map(plain),
  };
}

function plain(value: string): Choice {
  return { value, label: value };
}

/** The texts that choices come to: where other texts may stand there too, contributors may also be named. */
export function textsOf({ from, isClosed }: Choices, newsroom: NewsroomChoices): readonly string[] {
  if (from === 'stories') return [];
  const values = newsroom[from].map(({ value }) => value);
  if (from !== 'contributors' || isClosed) return values;
  return [...new Set([...values, ...newsroom.contributors.map(({ label }) => label)])];
}

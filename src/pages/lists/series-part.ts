import type { SeriesPart, Story } from '../../domain/story/story.ts';
import { href, type Site } from '../../domain/site/site.ts';
import { printPlainNumber } from '../../words/counts.ts';
import { fillPhrase, wordsIn } from '../../words/words.ts';
import { type Headline, makeHeadline } from '../story/headline.ts';
import { fillParts, type TextPart } from '../names.ts';

/** A story's place in its series, as the story prints it. */
export interface PrintedPart {
  /** What it is called for whoever hears it. */
  readonly label: string;
  /** “Part 2 of the series The long repair”, which leads to the series. */
  readonly text: readonly TextPart[];
  /** The parts beside it, the earlier one first. */
  readonly beside: readonly { readonly label: string; readonly headline: Headline; readonly rel: 'prev' | 'next' }[];
}

/** Prints the place of a story in its series, in the language of the story. */
export function printPart({ series, number, earlier, later }: PartOnPage, language: string, site: Site): PrintedPart {
  const words = wordsIn(language, site.words);
  const phrase =
    number === undefined
      ? words('partOfLong')
      : fillPhrase(words('partOf'), { number: printPlainNumber(number, language) });
  const beside = (story: Story | undefined, label: string, rel: 'prev' | 'next'): PrintedPart['beside'] =>
    story ? [{ label, headline: makeHeadline(story, site), rel }] : [];
  return {
    label: words('series'),
    text: fillParts(phrase, 'name', [{ text: series.title, href: href(site, series.url) }]),
    beside: [...beside(earlier, words('earlierPart'), 'prev'), ...beside(later, words('laterPart'), 'next')],
  };
}

/** A story's place in its series, as its own page says it. */
export interface PartOnPage extends Omit<SeriesPart, 'number'> {
  /** Of the first parts only. */
  readonly number: number | undefined;
}

/**
 * So many parts of a series say on their own pages which they are. When an early part comes or goes, the numbers of all after
 * it change: in a series that goes on for years those would be hundreds of pages. Lists have the numbers of all.
 */
const MOST_NUMBERED = 20;

/** What the page of a story says of its place in a series. */
export function partOnPage(part: SeriesPart): PartOnPage {
  return part.number > MOST_NUMBERED ? { ...part, number: undefined } : part;
}

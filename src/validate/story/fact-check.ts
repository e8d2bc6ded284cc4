import type { FactCheck, Rating, Scale } from '../../domain/story/article.ts';
import { keyAt, valueAt } from '../../diagnostics/finding.ts';
import { quote, quoteAll } from '../../diagnostics/wording.ts';
import { renderLine } from '../../markdown/render-text.ts';
import { isBefore } from '../../domain/dates.ts';
import type { NotedStory } from './dates.ts';
import type { Reader } from '../reader.ts';
import type { ArticleValues } from './article-schema.ts';

type FactCheckValues = NonNullable<ArticleValues['factCheck']>;

/** Reads what a story found of a claim. One that is not whole is none. */
export function readFactCheck(
  values: FactCheckValues | undefined,
  story: NotedStory,
  reader: Reader,
): FactCheck | undefined {
  if (values === undefined) return undefined;
  const claim = reader.filled(values.claim, 'factCheck', 'claim');
  const claimant = readClaimant(values.claimant, reader);
  const date = reader.moment(values.date, story.timeZone, 'factCheck', 'date');
  const rating = readRating(values.rating, reader);
  const url = reader.webAddress(values.url, 'factCheck', 'url');
  if (date && story.date && isBefore(story.date, date)) {
    reader.note(
      'date-order',
      valueAt('factCheck', 'date'),
      `Unexpected ${quote(values.date)} after the story’s \`date\`, expected an earlier time`,
      'correct the date on which it was said, or that of the story',
    );
  }
  if (claim === undefined || claimant === undefined || date === undefined || rating === undefined) return undefined;
  return { claim: renderLine(claim, story.language), claimant, date, rating, url };
}

function readClaimant(value: FactCheckValues['claimant'], reader: Reader): FactCheck['claimant'] | undefined {
  const isOrganization = typeof value !== 'string';
  const name = isOrganization
    ? reader.filled(value.organization, 'factCheck', 'claimant', 'organization')
    : reader.filled(value, 'factCheck', 'claimant');
  return name === undefined ? undefined : { name, isOrganization };
}

function readRating(value: FactCheckValues['rating'], reader: Reader): Rating | undefined {
  if (typeof value === 'string') {
    const name = reader.filled(value, 'factCheck', 'rating');
    return name === undefined ? undefined : { name, scale: undefined };
  }
  const name = reader.filled(value.name, 'factCheck', 'rating', 'name');
  return name === undefined ? undefined : { name, scale: readScale(value, reader) };
}

type ScaleValues = { readonly [Key in keyof Scale]?: Scale[Key] | undefined };

const ENDS = ['value', 'worst', 'best'] as const;

function readScale(values: ScaleValues, reader: Reader): Scale | undefined {
  const { value, best, worst } = values;
  if (value === undefined || best === undefined || worst === undefined) {
    const missing = ENDS.filter((key) => values[key] === undefined);
    if (missing.length < ENDS.length) {
      reader.note(
        'key-missing',
        keyAt('factCheck', 'rating'),
        `Unexpected scale without ${quoteAll(missing, ' and ')}, expected \`value\`, \`worst\` and \`best\``,
        'add what is missing, or leave all three out: `rating: Mostly false`',
      );
    }
    return undefined;
  }
  if (best <= worst) {
    reader.note(
      'value-choice',
      valueAt('factCheck', 'rating', 'best'),
      `Unexpected \`best\` of \`${best}\`, expected more than the \`worst\` of \`${worst}\``,
      'give the best rating the largest number',
    );
    return undefined;
  }
  if (value >= worst && value <= best) return { value, best, worst };
  reader.note(
    'value-choice',
    valueAt('factCheck', 'rating', 'value'),
    `Unexpected \`value\` of \`${value}\`, expected one from \`${worst}\` to \`${best}\``,
    'correct the value, or the ends of the scale',
  );
  return undefined;
}

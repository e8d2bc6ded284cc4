import type { Credit, CreditRole } from '../../domain/contributors.ts';
import { valueAt } from '../../diagnostics/finding.ts';
import type { Reader } from '../reader.ts';
import type { ArticleValues } from './article-schema.ts';

/** Reads `contributors`: one name, or a list of names, ids and credits. At least one must be a byline. */
export function readCredits(values: ArticleValues['contributors'] | undefined, reader: Reader): readonly Credit[] {
  if (values === undefined) return [];
  const isList = typeof values !== 'string';
  const entries = isList ? values : [values];
  const credits = entries.flatMap((entry, index) => {
    const keys = isList ? ['contributors', index] : ['contributors'];
    return readCredit(entry, keys, reader) ?? [];
  });
  if (isList && entries.length === 0) {
    reader.note(
      'key-missing',
      valueAt('contributors'),
      'Unexpected empty list, expected who wrote the story',
      'name at least one contributor',
    );
  }
  return credits;
}

type Entry = Exclude<ArticleValues['contributors'], string>[number];

function readCredit(entry: Entry, keys: readonly (string | number)[], reader: Reader): Credit | undefined {
  if (typeof entry === 'string') {
    const who = reader.filled(entry, ...keys)?.replace(/\s+/g, ' ');
    return who === undefined ? undefined : { role: 'byline', who, as: 'either', place: undefined, keys };
  }
  const role: CreditRole = entry.credit ?? 'byline';
  const place = reader.filled(entry.place, ...keys, 'place');
  if (role === 'reported-from' && entry.place === undefined) {
    reader.note(
      'key-missing',
      valueAt(...keys),
      'Unexpected `reported-from` without a place, expected `place`',
      'add `place: …` to this credit',
    );
  }
  if (role !== 'reported-from' && place !== undefined) {
    reader.note(
      'key-unknown',
      valueAt(...keys, 'place'),
      `Unexpected \`place\` with the credit \`${role}\`, expected it with \`reported-from\``,
      'write `credit: reported-from`, or remove `place`',
    );
  }
  if ((entry.id === undefined) === (entry.name === undefined)) {
    reader.note(
      'key-missing',
      valueAt(...keys),
      'Unexpected credit, expected either `id` or `name`',
      'write `id: …` for someone in content/contributors/, `name: …` for anyone else',
    );
    return undefined;
  }
  const field = entry.id === undefined ? 'name' : 'id';
  const who = reader.filled(entry[field], ...keys, field)?.replace(/\s+/g, ' ');
  return who === undefined ? undefined : { role, who, as: field, place, keys: [...keys, field] };
}

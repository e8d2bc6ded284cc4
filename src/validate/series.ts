import slugify from '@sindresorhus/slugify';
import { isSlug, type Slug } from '../domain/slug.ts';
import { valueAt } from '../diagnostics/finding.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Reader } from './reader.ts';
import type { Setting } from './setting.ts';

/**
 * Reads the id of the series that a story is a part of. It needs no entry in `site.yaml`; but where there are some, an id
 * that is almost one of them is taken for a slip.
 */
export function readSeriesId(value: string | undefined, { site }: Setting, reader: Reader): Slug | undefined {
  const id = reader.filled(value, 'series');
  if (id === undefined) return undefined;
  const ids = site.series.map((series) => series.id);
  const known = ids.find((listed) => listed === id);
  if (known) return known;
  const meant = nearest(id, ids) ?? site.series.find(({ title }) => title === id)?.id;
  if (meant !== undefined) {
    const listIt = isSlug(id) ? ` or add ${quote(id)} to \`series\` in content/site.yaml` : '';
    reader.note(
      'series-unknown',
      valueAt('series'),
      `Unexpected series ${quote(value)}, expected one of content/site.yaml`,
      `did you mean \`${meant}\`?${listIt}`,
    );
    return undefined;
  }
  if (isSlug(id)) return id;
  const made = slugify(id, { decamelize: false });
  reader.note(
    'slug-invalid',
    valueAt('series'),
    `Unexpected series ${quote(value)}, expected an id of a-z, 0-9 and single hyphens`,
    isSlug(made)
      ? `write \`${made}\`, and its title under \`series\` in content/site.yaml`
      : 'write lower-case words joined by hyphens, and the title under `series` in content/site.yaml',
  );
  return undefined;
}

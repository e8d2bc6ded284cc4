import { withoutInvisible } from '../domain/invisible.ts';
import type { Section, Site } from '../domain/site/site.ts';
import { valueAt } from '../diagnostics/finding.ts';
import { hintForListed, nearest, quote } from '../diagnostics/wording.ts';
import type { Reader } from './reader.ts';
import { inLatin, isSlug, type Slug } from '../domain/addresses.ts';
import type { Setting } from './setting.ts';

/** Reads the id of one of a site's sections. */
export function readSection(
  value: string | undefined,
  { sections }: Pick<Site, 'sections'>,
  reader: Reader,
  ...keys: readonly (string | number)[]
): Section | undefined {
  const id = reader.filled(value, ...keys);
  if (id === undefined) return undefined;
  const section = sections.find((known) => known.id === id);
  if (section) return section;
  const message = `Unexpected section ${quote(id)}, expected one of content/site.yaml`;
  reader.note('section-unknown', valueAt(...keys), message, hintForListed(id, 'sections', sections));
  return undefined;
}

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
  const made = inLatin(withoutInvisible(id));
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

/** Something of `site.yaml` that files name by its id: a section, a series. */
interface Titled {
  readonly id: Slug;
  readonly title: string;
  readonly description: string | undefined;
  /** Which of its list in the file it is, where ones before it are wrong and left out. */
  readonly entry?: number;
}

/** One of them as the YAML gives it. */
interface TitledValues {
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
}

/** A list of such entries. */
interface TitledList<Values, More> {
  readonly key: string;
  /** What one of them is called. */
  readonly noun: string;
  /** Whether each has a page, at an address that is made of its id. */
  readonly hasPages: boolean;
  /** Reads what an entry has beside; one of which it makes nothing is left out. It stands at these keys. */
  readonly more: (value: Values, key: string, index: number) => More | undefined;
}

/** Reads a list of `site.yaml` whose entries have an id, each once, and a title. */
export function readTitledList<Values extends TitledValues, More extends object>(
  values: readonly Values[] | undefined,
  { key, noun, hasPages, more }: TitledList<Values, More>,
  reader: Reader,
): readonly (Titled & More)[] {
  const seen = new Set<string>();
  let kept = 0;
  return (values ?? []).flatMap((value, index) => {
    const id = value.id.trim();
    const title = reader.filled(value.title, key, index, 'title') ?? id;
    if (!isSlug(id)) {
      reader.note(
        'slug-invalid',
        valueAt(key, index, 'id'),
        `Unexpected id ${quote(value.id)}, expected a-z, 0-9 and single hyphens`,
        `write lower-case words joined by hyphens${hasPages ? `; the address of the ${noun} is made of it` : ''}`,
      );
      return [];
    }
    if (seen.has(id)) {
      reader.note(
        'key-duplicate',
        valueAt(key, index, 'id'),
        `Unexpected second ${noun} ${quote(id)}, expected each id once`,
        'remove one of the two',
      );
      return [];
    }
    seen.add(id);
    const description = reader.filled(value.description, key, index, 'description');
    const read = more(value, key, index);
    if (!read) return [];
    kept += 1;
    return [{ id, title, description, ...read, ...(kept <= index && { entry: index }) }];
  });
}

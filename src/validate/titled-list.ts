import { isSlug, type Slug } from '../domain/slug.ts';
import { valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Reader } from './reader.ts';

/** Something of `site.yaml` that has a page: a section, a series. */
interface Titled {
  readonly id: Slug;
  readonly title: string;
  readonly description: string | undefined;
}

/** One of them as the YAML gives it. */
interface TitledValues {
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
}

/** Reads the sections or the series of `site.yaml`, each id once. */
export function readTitledList(
  values: readonly TitledValues[] | undefined,
  { key, noun }: { readonly key: 'sections' | 'series'; readonly noun: 'section' | 'series' },
  reader: Reader,
): readonly Titled[] {
  const seen = new Set<string>();
  return (values ?? []).flatMap((value, index) => {
    const id = value.id.trim();
    const title = reader.filled(value.title, key, index, 'title') ?? id;
    if (!isSlug(id)) {
      reader.note(
        'slug-invalid',
        valueAt(key, index, 'id'),
        `Unexpected id ${quote(value.id)}, expected a-z, 0-9 and single hyphens`,
        `write lower-case words joined by hyphens; the address of the ${noun} is made of it`,
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
    return [{ id, title, description: reader.filled(value.description, key, index, 'description') }];
  });
}

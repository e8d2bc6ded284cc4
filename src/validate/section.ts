import type { Section, Site } from '../domain/site.ts';
import { valueAt } from '../diagnostics/finding.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { quote, quoteAll } from '../diagnostics/quote.ts';
import type { Reader } from './reader.ts';

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
  reader.note('section-unknown', valueAt(...keys), message, sectionHint(id, sections));
  return undefined;
}

/** What to do about an id that no section has. */
export function sectionHint(id: string, sections: Site['sections']): string {
  const ids = sections.map((section) => section.id);
  const otherwise = ids.length > 0 ? `the sections are ${quoteAll(ids)}` : 'add `sections:` to content/site.yaml';
  return didYouMean(id, ids, otherwise);
}

import { load } from 'js-yaml';
import { readYaml } from '../parse/yaml.ts';

/**
 * What the front matter of a page holds for Eleventy, whose copy of gray-matter hands it over. Dates are the texts that were
 * written, as everywhere else (`title: 1903-05-01`), but under `date`, which Eleventy takes for one.
 */
export function readPageValues(yaml: string): object {
  const values = load(yaml);
  if (typeof values !== 'object' || values === null) return {};
  const read = readYaml(yaml, 1);
  const written = read.kind === 'read' ? Object.entries(read.values ?? {}) : [];
  const texts = written.filter(([key, value]) => key !== 'date' && typeof value === 'string');
  return { ...values, ...Object.fromEntries(texts) };
}

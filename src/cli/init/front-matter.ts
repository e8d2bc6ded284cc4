import { stringify } from 'yaml';

/** Keys without a value are left out. Texts that some YAML takes for something else are quoted, such as `yes`; a date is one. */
export function yaml(keys: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(keys).filter(([, value]) => value !== undefined);
  return given
    .map(([key, value]) =>
      stringify({ [key]: value }, { lineWidth: 0, version: key === 'date' || key === 'updated' ? '1.2' : '1.1' }),
    )
    .join('');
}

import { stringify } from 'yaml';

/** Keys without a value are left out. Texts that some YAML takes for something else are quoted, such as `yes`; a date is one. */
export function yaml(keys: Readonly<Record<string, unknown>>): string {
  return Object.entries(keys)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => plainLines(key, value) ?? printed(key, value))
    .join('');
}

function printed(key: string, value: unknown): string {
  return stringify({ [key]: value }, { lineWidth: 0, version: isOfDate(key) ? '1.2' : '1.1' });
}

function isOfDate(key: string): boolean {
  return key === 'date' || key === 'updated';
}

/** A value that stands as it is, as most of a story do; undefined where a printer has to look at it. */
function plainLines(key: string, value: unknown): string | undefined {
  if (!/^(?!y|n|on|off|true|false)[a-z]{3,}$/i.test(key)) return undefined;
  if (typeof value === 'string')
    return isPlain(value) || (isOfDate(key) && DATE.test(value)) ? `${key}: ${value}\n` : undefined;
  const isList =
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && isPlain(one));
  return isList ? `${key}:\n${value.map((one) => `  - ${one}\n`).join('')}` : undefined;
}

const DATE = /^\d{4}-\d\d-\d\d(?: \d\d:\d\d)?$/;

/** Words that no YAML takes for anything else: several, or one that is none of its own. */
function isPlain(text: string): boolean {
  if (/^[a-z]+$/i.test(text)) return text.length > 3 && !/^(?:true|false|null)$/i.test(text);
  return /^\p{L}+(?:-[\p{L}\p{N}]+)+$|^\p{L}+(?: [\p{L}\p{N}’,.&()!?%/+=-]+)+$/u.test(text);
}

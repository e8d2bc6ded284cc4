import type { LookUp } from './tag.ts';

/** Filters whose result is known of their argument. Others leave an expression unanswered. */
const FILTERS: ReadonlyMap<string, (value: string, argument: string, lookUp: LookUp) => string> = new Map([
  ['relative_url', (value, _, lookUp) => `${baseOf(lookUp)}${rooted(value)}`],
  ['absolute_url', (value, _, lookUp) => `${lookUp('site.url') ?? ''}${baseOf(lookUp)}${rooted(value)}`],
  ['url', (value) => value],
  ['asset_url', (value) => value],
  ['escape', (value) => value],
  ['escape_once', (value) => value],
  ['xml_escape', (value) => value],
  ['safe', (value) => value],
  ['markdownify', (value) => value],
  ['smartify', (value) => value],
  ['strip', (value) => value.trim()],
  ['trim', (value) => value.trim()],
  ['downcase', (value) => value.toLowerCase()],
  ['lower', (value) => value.toLowerCase()],
  ['upcase', (value) => value.toUpperCase()],
  ['upper', (value) => value.toUpperCase()],
  ['capitalize', (value) => `${value.slice(0, 1).toUpperCase()}${value.slice(1)}`],
  ['append', (value, argument) => `${value}${argument}`],
  ['prepend', (value, argument) => `${argument}${value}`],
  ['default', (value, argument) => (value === '' ? argument : value)],
  ['slugify', (value) => slugOf(value)],
  ['slug', (value) => slugOf(value)],
]);

/** More than anybody writes into one expression. */
const MOST_FILTERS = 20;
const MOST_CHARACTERS = 1_000;

/**
 * The value of an expression such as `site.baseurl | append: '/a'`, where it is made of texts and of known values by filters that are known here.
 * Nothing is ever run.
 */
export function evaluate(expression: string, lookUp: LookUp): string | undefined {
  if (expression.length > MOST_CHARACTERS) return undefined;
  const [first = '', ...filters] = partsOf(expression);
  if (filters.length > MOST_FILTERS) return undefined;
  let value = operand(first.trim(), lookUp);
  for (const written of filters) {
    const match = /^([A-Za-z_]\w*)\s*(?:[:(]\s*([\s\S]*?)\)?)?$/.exec(written.trim());
    const filter = FILTERS.get(match?.[1] ?? '');
    const argument = match?.[2] === undefined ? '' : operand(match[2].trim(), lookUp);
    if (match?.[1] === 'default' && value === undefined) value = '';
    if (!filter || value === undefined || argument === undefined) return undefined;
    value = filter(value, argument, lookUp);
  }
  return value;
}

/** Letters and digits joined by hyphens, as the filters of this name do it. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function operand(written: string, lookUp: LookUp): string | undefined {
  if (written === '') return '';
  const quoted = /^(?:"([^"]*)"|'([^']*)')$/.exec(written);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  if (/^-?\d+(?:\.\d+)?$/.test(written)) return written;
  const sum = written.split('+');
  if (sum.length > 1) {
    const values = sum.map((part) => operand(part.trim(), lookUp));
    return values.includes(undefined) || values.every((value) => /^-?\d/.test(value ?? ''))
      ? undefined
      : values.join('');
  }
  return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(written) ? lookUp(written) : undefined;
}

/** Cuts at `|`, but not within quotes. */
function partsOf(expression: string): readonly string[] {
  return [...expression.matchAll(/(?:"[^"]*"|'[^']*'|[^|"']|["'])+/g)].map(([part]) => part);
}

function baseOf(lookUp: LookUp): string {
  return (lookUp('site.baseurl') ?? '').replace(/\/$/, '');
}

function rooted(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

import { asHtml, escapeHtml, type Html } from '../../../domain/html.ts';
import type { StructuredData } from './read-head.ts';

/** So deep, and so many entries of a list, are shown. */
const DEEPEST = 5;
const MOST = 20;

/** Structured data as lists of what it says, in the words of schema.org. */
export function printStructuredData(all: readonly StructuredData[]): Html {
  if (all.length === 0) return asHtml('<p class="note">The page has none.</p>');
  const printed = all.map((data) =>
    data.kind === 'data'
      ? `<div class="data">${printValue(data.value, 0)}</div>`
      : `<p class="note">It cannot be read: ${escapeHtml(data.reason)}</p>`,
  );
  return asHtml(printed.join('\n'));
}

function printValue(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return `<bdi>${escapeHtml(String(value))}</bdi>`;
  if (depth > DEEPEST) return '…';
  if (Array.isArray(value)) {
    const items = value.slice(0, MOST).map((item) => `<li>${printValue(item, depth + 1)}</li>`);
    const rest = value.length > MOST ? `<li>and ${value.length - MOST} more</li>` : '';
    return `<ul>${items.join('')}${rest}</ul>`;
  }
  const { '@context': _context, '@type': type, ...others } = value as Readonly<Record<string, unknown>>;
  const name = type === undefined ? '' : `<b>${escapeHtml(String(type))}</b>`;
  const entries = Object.entries(others);
  if (entries.length === 0) return name;
  const rows = entries.map(([key, one]) => `<dt>${escapeHtml(key)}</dt><dd>${printValue(one, depth + 1)}</dd>`);
  return `${name}<dl>${rows.join('')}</dl>`;
}

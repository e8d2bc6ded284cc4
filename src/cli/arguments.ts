import { existsSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { readMoment } from '../time/read-moment.ts';
import { UsageError } from './usage-error.ts';

/** The content folder that was asked for. */
export function contentFolder(value: string | undefined): string {
  const folder = resolve(value ?? 'content');
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new UsageError(`Unexpected --content \`${value ?? 'content'}\`, expected a folder that is there`);
}

/** The output folder that was asked for: neither within the content nor around it. */
export function outputFolder(value: string | undefined, content: string): string {
  const folder = resolve(value ?? '_site');
  const overlaps = `${folder}${sep}`.startsWith(`${content}${sep}`) || `${content}${sep}`.startsWith(`${folder}${sep}`);
  if (overlaps)
    throw new UsageError(`Unexpected --output \`${value}\`, expected a folder apart from the content folder`);
  return folder;
}

/** The moment of publication that was asked for, checked but not read: the site's zone is not known yet. */
export function publicationTime(value: string | undefined): string | undefined {
  if (value === undefined || readMoment(value, 'UTC').kind === 'moment') return value;
  throw new UsageError(
    `Unexpected --now \`${value}\`, expected a time like "2026-11-23 07:30" or 2026-11-23T07:30:00Z`,
  );
}

/** The site's address that was asked for. */
export function siteAddress(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  throw new UsageError(`Unexpected --url \`${value}\`, expected an address like https://example.com/`);
}

import type { UrlPath } from '../../../domain/addresses.ts';
import { ADDRESSES_PATH } from '../../../domain/site/permanent-addresses.ts';
import { printPermanentAddresses, validatePermanentAddresses } from '../../../validate/site/permanent-addresses.ts';
import type { OpenStory } from '../publish/open-story.ts';
import { edited, type ListEdited, listFileAt } from './content-file.ts';

/**
 * Writes into `addresses.txt` that a story was published at an address, in its place among the others; `undefined` where that stands there, or where
 * the newsroom keeps no such file, or one that cannot be read.
 */
export function recordAddress(url: UrlPath, story: OpenStory): ListEdited | undefined {
  const file = listFileAt(ADDRESSES_PATH, story);
  if (!file?.bytes) return undefined;
  const { value: recorded } = validatePermanentAddresses({ path: ADDRESSES_PATH, text: file.text });
  if (recorded.all().some((address) => address.url === url)) return undefined;
  const line = printPermanentAddresses([{ url, source: story.path }])
    .trimEnd()
    .split('\n')
    .at(-1) as string;
  const lines = file.source.split(/(?<=\n)/);
  const isAddress = (text: string): boolean => text.startsWith('/');
  const last = lines.findLastIndex((text) => isAddress(text) && text.trimEnd() < line);
  // Notes stand above the address that they are of.
  const first = last >= 0 ? last + 1 : placeOfFirst(lines, isAddress);
  const ended = lines.slice(0, first).map((text) => (text.endsWith('\n') ? text : text + file.lineEnd));
  return edited(file, [...ended, line, file.lineEnd, ...lines.slice(first)].join(''));
}

/** The line before which one goes that comes before all others. */
function placeOfFirst(lines: readonly string[], isAddress: (text: string) => boolean): number {
  let first = lines.findIndex(isAddress);
  if (first < 0) return lines.length;
  // The lines that the file begins with itself are of no address.
  while (first > 2 && lines[first - 1]?.trimStart().startsWith('#')) first -= 1;
  return first;
}

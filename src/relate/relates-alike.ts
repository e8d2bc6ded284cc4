import type { Entry } from '../domain/entry.ts';

/**
 * Whether an edition in which one entry of a story stands for another would relate all stories as they are: they differ in
 * nothing but the headline, and in what nothing but cards and the page of the story itself show.
 */
export function relatesAlike(one: Entry, other: Entry): boolean {
  return markOf(one) === markOf(other);
}

function markOf({ headline: _headline, card: _card, version: _version, ...relations }: Entry): string {
  return JSON.stringify(relations);
}

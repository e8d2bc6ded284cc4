import { documentOf } from '../../newsroom/document-of.ts';
import { renderedPage } from '../../newsroom/edition.ts';
import { aStory, type Keys } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

/** The address of the live blog. */
export const URL = '/2026/11/23/bridge/';
/** An introduction and four updates, of which the last is of the afternoon. */
export const BODY = [
  'The bridge opens. [Council](/).',
  ':::update{date="2026-11-23 09:00" title="Barriers up"}\nThey are up & shining.\n:::',
  ':::update{date="2026-11-23 11:30"}\nThe <b>first</b> bus, [at last](/).\n:::',
  ':::update{date="2026-11-23 10:15" title="Queue"}\nIt is long.\n:::',
  ':::update{date="2026-11-23 16:00" title="Secret"}\nThe mayor will resign.\n:::',
].join('\n\n');

/** A newsroom with the live blog. */
export function newsroom(live: unknown = { end: '2026-11-23 20:00' }, keys: Keys = {}): NewsroomGiven {
  return { articles: { 'bridge.md': aStory({ slug: 'bridge', live, ...keys }, BODY) } };
}

/** Its page at a moment. */
export async function documentAt(now: string, live?: unknown): Promise<Document> {
  return documentOf(await renderedPage(newsroom(live), URL, { now }));
}

/** The updates that a page shows. */
export function idsIn(document: Document): readonly string[] {
  return [...document.querySelectorAll('.story > .update')].map(({ id }) => id);
}

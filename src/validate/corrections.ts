import type * as z from 'zod';
import type { Notice } from '../domain/corrections/notice.ts';
import { renderLine } from '../markdown/render-text.ts';
import { type NotedStory, readLaterMoment } from './story/dates.ts';
import type { Reader } from './reader.ts';
import { atMost, date, listOf, longLine, mapOf } from './shape.ts';

const MOST = 100;

/** What `corrections` and `updates` look like in the front matter of a story. */
export const noticesSchema = atMost(
  listOf(mapOf({ date, text: longLine }, '`{ date, text }`'), 'a list of `{ date, text }`'),
  MOST,
);

/** Reads `corrections` or `updates`: dated notes that are no part of the text. */
export function readNotices(
  key: 'corrections' | 'updates',
  values: z.infer<typeof noticesSchema> | undefined,
  { language, ...story }: NotedStory,
  reader: Reader,
): readonly Notice[] {
  const hint = 'correct the date of the note, or that of the story';
  return (values ?? []).flatMap((value, index) => {
    const date = readLaterMoment(value.date, { ...story, hint }, reader, key, index, 'date');
    const text = reader.filled(value.text, key, index, 'text');
    return date && text !== undefined ? [{ date, text: renderLine(text, language) }] : [];
  });
}

import type * as z from 'zod';
import type { KeyText } from '../domain/content/key-text.ts';
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
type NoticeValues = z.infer<typeof noticesSchema>[number];

/** What is said of them. */
export const NOTICE_NOTES = {
  date: { help: 'When it was noted; not before the story itself.', examples: ['2026-11-24 09:15'] },
  text: {
    help: 'What was wrong and what is right, or what was added. `*emphasis*` is allowed.',
    examples: ['The bridge opened in 1903, not in 1930.'],
    content: 'paragraphs',
  },
} as const satisfies { readonly [Key in keyof NoticeValues]-?: KeyText };

/** Reads `corrections` or `updates`: dated notes that are no part of the text. */
export function readNotices(
  key: 'corrections' | 'updates',
  values: readonly NoticeValues[] | undefined,
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

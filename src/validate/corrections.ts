import type { Notice } from '../domain/story/article.ts';
import { renderLine } from '../markdown/render-text.ts';
import type { ArticleValues } from './story/article-schema.ts';
import { type NotedStory, readLaterMoment } from './dates.ts';
import type { Reader } from './reader.ts';

/** Reads `corrections` or `updates`: dated notes that are no part of the text. */
export function readNotices(
  key: 'corrections' | 'updates',
  values: ArticleValues['corrections'],
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

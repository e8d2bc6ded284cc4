import type { PrintedTime } from '../time/print-time.ts';

/** A time with the words around it: “Published ”, 23 November 2026 at 07:30 GMT. */
export interface PhrasedTime extends PrintedTime {
  readonly before: string;
  readonly after: string;
}

/** Puts a time into a phrase, at its `{time}`. */
export function phraseTime(phrase: string, time: PrintedTime): PhrasedTime {
  const [before = '', after = ''] = phrase.split('{time}');
  return { ...time, before, after };
}

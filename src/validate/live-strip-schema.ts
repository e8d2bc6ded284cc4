import type * as z from 'zod';
import { date, mapOf, text } from './shape.ts';

/** A live strip, in `site.yaml` or a story. */
export const liveStripSchema = mapOf(
  { label: text.optional(), text: text.optional(), url: text.optional(), until: date.optional() },
  '`false`, or `{ label, text, url, until }`',
);
export type LiveStripValues = z.infer<typeof liveStripSchema>;

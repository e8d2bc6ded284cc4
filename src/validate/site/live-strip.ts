import type { KeyText } from '../../domain/content/key-text.ts';
import type { LiveStrip, Site } from '../../domain/site/site.ts';
import { keyAt } from '../../diagnostics/finding.ts';
import type { Reader } from '../reader.ts';
import type * as z from 'zod';
import { date, mapOf, text, word } from '../shape.ts';

/** Reads a live strip of `site.yaml` or of a story. What a story's strip leaves out, it takes from the site's. */
export function readLiveStrip(
  values: LiveStripValues,
  { timeZone, liveStrip: base }: Pick<Site, 'timeZone' | 'liveStrip'>,
  reader: Reader,
): LiveStrip {
  if (values.url === undefined && base?.url === undefined) {
    reader.note(
      'key-missing',
      keyAt('liveStrip'),
      'Unexpected live strip without an address, expected `url`',
      'add `url: …` with the address of the live channel',
    );
  }
  return {
    label: reader.filled(values.label, 'liveStrip', 'label') ?? base?.label,
    text: reader.filled(values.text, 'liveStrip', 'text') ?? base?.text,
    url: reader.link(values.url, 'liveStrip', 'url') ?? base?.url,
    until: reader.moment(values.until, timeZone, 'liveStrip', 'until')?.instant ?? base?.until,
  };
}

/** A live strip, in `site.yaml` or a story. */
export const liveStripSchema = mapOf(
  { label: text.optional(), text: text.optional(), url: word.optional(), until: date.optional() },
  '`false`, or `{ label, text, url, until }`',
);
export type LiveStripValues = z.infer<typeof liveStripSchema>;

/** What is said of its keys. */
export const LIVE_STRIP_NOTES = {
  label: { help: 'The first words, set apart.', examples: ['Live'] },
  text: { help: 'What the strip says.', examples: ['Follow the vote as it happens'] },
  url: {
    label: 'Address',
    help: 'Where it leads: a web address, or a path on this site. The strip needs one, here or in `site.yaml`.',
    examples: ['https://live.example/harbour'],
    content: 'address',
  },
  until: { help: 'From when on it is not printed any more.', examples: ['2026-11-23 22:00'], otherwise: 'it stays' },
} as const satisfies { readonly [Key in keyof LiveStripValues]-?: KeyText };

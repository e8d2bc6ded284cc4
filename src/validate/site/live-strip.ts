import type { KeyText } from '../../domain/content/key-text.ts';
import type { LiveStrip, Site } from '../../domain/site/site.ts';
import { isBefore, type Moment } from '../../domain/dates.ts';
import { keyAt, valueAt } from '../../diagnostics/finding.ts';
import type { Reader } from '../reader.ts';
import type * as z from 'zod';
import { date, mapOf, text, word } from '../shape.ts';

/**
 * Reads a live strip of `site.yaml` or of a story, which has a `date`. What a story's strip leaves out, it takes from the site's. One that
 * ended before its story began was never seen.
 */
export function readLiveStrip(
  values: LiveStripValues,
  { timeZone, liveStrip: base, date }: Pick<Site, 'timeZone' | 'liveStrip'> & { readonly date?: Moment | undefined },
  reader: Reader,
): LiveStrip {
  const until = reader.moment(values.until, timeZone, 'liveStrip', 'until');
  if (until && date && isBefore(until, date)) {
    const message = `Unexpected moment before the story’s \`date\`, expected a later one`;
    reader.note('until-past', valueAt('liveStrip', 'until'), message, 'correct `until`, or remove `liveStrip`');
  }
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
    until: until?.instant ?? base?.until,
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

import * as z from 'zod';
import { listOf, mapOf, text } from './shape.ts';

/** The front matter of a file in `content/contributors/`. */
export const contributorSchema = mapOf(
  {
    name: text,
    names: z.record(z.string(), text, { error: 'languages and the name in each' }).optional(),
    role: text.optional(),
    image: mapOf(
      { src: text, alt: text.optional(), caption: text.optional(), credit: text.optional(), focus: text.optional() },
      '`{ src, alt, caption, credit, focus }`',
    ).optional(),
    email: text.optional(),
    links: listOf(
      z.union([text, mapOf({ label: text, url: text }, '`{ label, url }`')], {
        error: 'an address, or `{ label, url }`',
      }),
      'a list of addresses, or of `{ label, url }`',
    ).optional(),
    formerNames: listOf(text, 'a list of names').optional(),
  },
  'keys and values, such as `name: …`',
);
export type ContributorValues = z.infer<typeof contributorSchema>;

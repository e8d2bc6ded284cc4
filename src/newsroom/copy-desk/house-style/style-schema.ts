import * as z from 'zod';
import { atMost, flag, listOf, mapOf, name, number, oneOf, text, word } from '../../../validate/shape.ts';

/** The newsroom's house style. */
export const STYLE_PATH = 'content/style.yaml';

/** The most entries that a house style may have, and the most phrases of one entry. */
const MOST = { entries: 5000, phrases: 200 } as const;

const phrases = z.union([name, atMost(listOf(name, 'a list of phrases'), MOST.phrases)], {
  error: 'a phrase, or a list of phrases',
});
const codes = z.union([word, atMost(listOf(word, 'a list of languages'), MOST.phrases)], {
  error: 'a language like `en`, or a list of languages',
});

const words = listOf(
  mapOf(
    {
      use: name.optional(),
      not: phrases.optional(),
      never: phrases.optional(),
      except: phrases.optional(),
      why: text.optional(),
      languages: codes.optional(),
    },
    '`{ use, not, why }` or `{ never, why }`',
  ),
  'a list of `{ use, not, why }` and `{ never, why }`',
);

const units = listOf(
  mapOf(
    { unit: name, space: flag.optional(), not: phrases.optional(), why: text.optional() },
    '`{ unit, space, not, why }`',
  ),
  'a list of `{ unit, space, not, why }`',
);

const titles = listOf(
  mapOf(
    {
      title: name,
      not: phrases.optional(),
      mention: oneOf(['first', 'later', 'all']).optional(),
      why: text.optional(),
    },
    '`{ title, not, mention, why }`',
  ),
  'a list of `{ title, not, mention, why }`',
);

/** `content/style.yaml`. */
export const styleSchema = mapOf(
  {
    words: atMost(words, MOST.entries).optional(),
    units: atMost(units, MOST.entries).optional(),
    titles: atMost(titles, MOST.entries).optional(),
    readingEase: number.optional(),
  },
  'keys and values, such as `words: [{ use: adviser, not: advisor }]`',
);
export type StyleValues = z.infer<typeof styleSchema>;

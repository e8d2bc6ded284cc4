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

const WHY = {
  help: 'Why. Messages say it.',
  examples: ['one spelling for all'],
} as const;

/** What is said of the keys of `content/style.yaml`. */
export const STYLE_NOTES = {
  words: {
    help: 'Words that stories are not to have, and what to write in their place.',
    examples: [[{ use: 'adviser', not: 'advisor', why: 'one spelling for all' }, { never: 'passed away' }]],
    keys: {
      use: {
        label: 'Word to use',
        help: 'What to write.',
        examples: ['adviser'],
        otherwise: 'no substitute is named',
      },
      not: {
        label: 'Takes the place of',
        help: 'A phrase that it takes the place of, or a list of them. `*` at the end of a word stands for any ending, by itself for any one word.',
        examples: ['advisor', ['percent', 'per-cent'], 'utili*'],
      },
      never: { help: 'A phrase, or a list of them, that is not written at all.', examples: ['passed away'] },
      except: { help: 'Phrases in which the words are right.', examples: ['percent-encoding'] },
      why: WHY,
      languages: {
        help: 'Languages of the stories that it is for: `en` is for all English.',
        examples: ['en-GB', ['de', 'de-CH']],
        otherwise: 'all',
        content: 'language',
      },
    },
  },
  units: {
    help: 'Units, as they are written behind a number.',
    examples: [[{ unit: 'km', space: true, not: ['kms', 'kilometre*'] }]],
    keys: {
      unit: { help: 'The unit.', examples: ['km'] },
      space: {
        help: 'Whether a space stands between the number and the unit.',
        examples: [true],
        otherwise: 'either is right',
      },
      not: { label: 'Takes the place of', help: 'How else it is written.', examples: [['kms', 'kilometre*']] },
      why: WHY,
    },
  },
  titles: {
    help: 'Titles before the names of people.',
    examples: [[{ title: 'Dr', not: ['Dr.', 'Doctor'], mention: 'first' }]],
    keys: {
      title: { help: 'The title, as it is written.', examples: ['Dr'] },
      not: { label: 'Takes the place of', help: 'How else it is written.', examples: [['Dr.', 'Doctor']] },
      mention: {
        help: 'Where it stands: with `first` where a person is met first, with `later` at all further mentions, with `all` at both.',
        examples: ['first'],
        usual: 'all',
      },
      why: WHY,
    },
  },
  readingEase: {
    help: 'How easily stories are to be read at least: from 0 (for specialists) to 100 (for children). About 60 is plain prose.',
    examples: [45],
    otherwise: 'nothing is told',
  },
} as const;

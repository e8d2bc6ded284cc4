import type { styleSchema } from '../../copy-desk/house-style/style-schema.ts';
import type { NotesOf } from '../note.ts';

const WHY = {
  help: 'Why. Messages say it.',
  examples: ['one spelling for all'],
} as const;

/** `content/style.yaml`. */
export const STYLE = {
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
} as const satisfies NotesOf<typeof styleSchema>;

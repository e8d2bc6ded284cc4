import type { frontSchema } from '../../../validate/fronts.ts';
import type { Choices, NotesOf } from '../note.ts';

const STORIES: Choices = { from: 'stories', isClosed: false };

const CARD = {
  story: {
    help: 'The story: its slug, or the path of its file.',
    examples: ['leave-the-bridge-open'],
    choices: STORIES,
  },
  weight: {
    help: 'How much room the card takes: with the `picture` of the story, with `text` alone, with the face of who wrote it (`opinion`), or saying that the story goes on (`live`).',
    examples: ['opinion'],
    otherwise: 'a picture where the story has one, and a face with `label: opinion`',
  },
} as const;

/** A file of `content/fronts/`. */
export const FRONT = {
  lead: {
    help: 'The largest story: its slug, the path of its file, or `{ story, weight }`.',
    examples: ['swing-bridge-closes'],
    otherwise: 'the newest',
    choices: STORIES,
    keys: CARD,
  },
  stories: {
    help: 'The stories below the lead, in this order. The newest fill the list up: to six on a home page with groups, to twelve on all others.',
    examples: [['ferries-fares', { story: 'leave-the-bridge-open', weight: 'opinion' }]],
    choices: STORIES,
    keys: CARD,
  },
  groups: {
    help: 'Stories under a title, in this order. With this key the home page has these groups and no others: none with `[]`.',
    examples: [[{ title: 'The bridge', topic: 'Swing Bridge' }, { section: 'sport' }]],
    otherwise: 'on the home page a group of each section',
    keys: {
      title: {
        help: 'What stands over the group.',
        examples: ['The bridge'],
        otherwise: 'that of the `section` or the `topic`',
      },
      section: {
        help: 'The id of a section: its newest stories fill the group up to four, and the title leads to it.',
        examples: ['sport'],
        choices: { from: 'sections', isClosed: true },
      },
      topic: {
        help: 'A topic, likewise. In place of `section`.',
        examples: ['Swing Bridge'],
        choices: { from: 'topics', isClosed: false },
      },
      layout: {
        help: 'How the cards stand: the first large beside the headlines of others (`lead`), side by side (`four`), on a ground of their own with faces (`opinion`), as what goes on now (`live`), or by headline alone (`list`).',
        examples: ['opinion'],
        otherwise: 'what suits the stories',
      },
      stories: {
        help: 'The stories of the group, in this order.',
        examples: [['the-long-repair', 'articles/2026/11/regatta-preview.md']],
        choices: STORIES,
        keys: CARD,
      },
    },
  },
  breaking: {
    help: 'The bar over the page, until a moment. It stands on this page only.',
    examples: [{ text: 'Swing Bridge shut to all traffic', story: 'swing-bridge-closes', until: '2026-11-19 20:00' }],
    keys: {
      text: {
        help: 'What it says.',
        examples: ['Swing Bridge shut to all traffic'],
        otherwise: 'the headline of `story`',
      },
      url: {
        label: 'Address',
        help: 'Where it leads, if that is no story: a web address, or a path on this site.',
        examples: ['https://live.example/harbour'],
        content: 'address',
      },
      story: {
        help: 'The story that it leads to, by its slug or the path of its file. In place of `url`.',
        examples: ['swing-bridge-closes'],
        choices: STORIES,
      },
      until: { help: 'From when on it is not printed any more.', examples: ['2026-11-19 20:00'] },
    },
  },
} as const satisfies NotesOf<typeof frontSchema>;

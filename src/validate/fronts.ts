import type { Choices } from '../domain/content/key-text.ts';
import { CONTENT_KINDS } from '../domain/content/content-kinds.ts';
import { judgeTextsOfKeys } from './rules/texts-of-keys.ts';
import {
  CARD_WEIGHTS,
  frontName,
  type FrontSource,
  GROUP_LAYOUTS,
  HOME,
  type NamedBar,
  type NamedGroup,
  type NamedStory,
} from '../domain/fronts.ts';
import { siteIn } from '../domain/languages.ts';
import { keyAt, valueAt, WHOLE_FILE } from '../diagnostics/finding.ts';
import { nearest } from '../diagnostics/wording.ts';
import { quote, quoteAll } from '../diagnostics/wording.ts';
import { Reader } from './reader.ts';
import type { Setting, Validated } from './setting.ts';
import { readSection } from './lists.ts';
import { checkShape, date, listOf, mapOf, oneOf, text, word } from './shape.ts';
import * as z from 'zod';

type Keys = readonly (string | number)[];
type CardValue = NonNullable<FrontValues['lead']>;

/** Makes a front of what a file of `content/fronts/` holds. Whether its stories are there is for the whole edition to say. */
export function validateFront(path: string, given: unknown, setting: Setting): Validated<FrontSource> {
  const { values, findings } = checkShape<FrontValues>(path, given, frontSchema);
  const reader = new Reader(path, setting);
  const name = path.slice(CONTENT_KINDS.fronts.folder.length).replace(/\.yaml$/, '');
  checkName(name, setting, reader);
  const front: FrontSource = {
    path,
    name,
    lead: readCard(values.lead, ['lead'], reader),
    stories: readCards(values.stories, ['stories'], reader),
    groups: values.groups?.map((group, index) => readGroup(group, ['groups', index], { reader, setting })),
    breaking: values.breaking && readBar(values.breaking, setting, reader),
  };
  return { value: front, findings: [...findings, ...reader.findings, ...judgeTextsOfKeys(path, values, frontSchema)] };
}

function checkName(name: string, { site }: Setting, reader: Reader): void {
  const all = [site, ...site.languages.map(({ language }) => siteIn(language, site))];
  const names = all.flatMap((local) => [undefined, ...site.sections].map((section) => frontName(section, local)));
  if (names.includes(name)) return;
  const meant = nearest(name, names);
  const files = quoteAll(names.map((known) => `${known}.yaml`));
  reader.note(
    'front-unknown',
    WHOLE_FILE,
    `Unexpected front ${quote(name)}, expected \`${HOME}\` or the id of a section`,
    meant === undefined ? `name it one of ${files}, or remove it` : `rename it to \`${meant}.yaml\``,
  );
}

function readCards(values: readonly CardValue[] | undefined, keys: Keys, reader: Reader): readonly NamedStory[] {
  return (values ?? []).flatMap((value, index) => readCard(value, [...keys, index], reader) ?? []);
}

function readCard(value: CardValue | undefined, keys: Keys, reader: Reader): NamedStory | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return readName(value, undefined, { keys, reader });
  return readName(value.story, value.weight, { keys: [...keys, 'story'], reader });
}

function readName(
  written: string,
  weight: NamedStory['weight'],
  { keys, reader }: { readonly keys: Keys; readonly reader: Reader },
): NamedStory | undefined {
  const target = reader.filled(written, ...keys);
  return target === undefined ? undefined : { target, weight, keys };
}

function readGroup(
  values: NonNullable<FrontValues['groups']>[number],
  keys: Keys,
  { reader, setting }: { readonly reader: Reader; readonly setting: Setting },
): NamedGroup {
  const title = reader.filled(values.title, ...keys, 'title');
  const topic = reader.filled(values.topic, ...keys, 'topic');
  if (values.title === undefined && values.section === undefined && values.topic === undefined) {
    reader.note(
      'key-missing',
      valueAt(...keys),
      'Unexpected group without a title, expected `title`',
      'add `title: …`, or the `section` or `topic` that it is of',
    );
  }
  if (values.section !== undefined && values.topic !== undefined) {
    reader.note(
      'key-unknown',
      keyAt(...keys, 'topic'),
      'Unexpected `topic` beside `section`, expected one of the two',
      'remove one of them',
    );
  }
  const section = readSection(values.section, setting.site, reader, ...keys, 'section');
  const { layout } = values;
  const stories = readCards(values.stories, [...keys, 'stories'], reader);
  return { title, section: section?.id, topic, layout, stories, keys };
}

/** A bar without an end would be there for ever. One without a link is only read. */
function readBar(
  values: NonNullable<FrontValues['breaking']>,
  { site }: Setting,
  reader: Reader,
): NamedBar | undefined {
  const text = reader.filled(values.text, 'breaking', 'text');
  const story = readCard(values.story, ['breaking', 'story'], reader);
  const url = reader.link(values.url, 'breaking', 'url');
  const until = reader.moment(values.until, site.timeZone, 'breaking', 'until');
  if (values.text === undefined && values.story === undefined) {
    reader.note(
      'key-missing',
      keyAt('breaking'),
      'Unexpected bar without words, expected `text`',
      'add `text: …`, or the `story` whose headline it says',
    );
  }
  if (values.url !== undefined && values.story !== undefined) {
    reader.note(
      'key-unknown',
      keyAt('breaking', 'url'),
      'Unexpected `url` beside `story`, expected one of the two',
      'remove one of them',
    );
  }
  return until && { text, url, story, until: until.instant };
}

const card = z.union([word, mapOf({ story: word, weight: oneOf(CARD_WEIGHTS).optional() }, '`{ story, weight }`')], {
  error: 'the slug of a story, or `{ story, weight }`',
});
const cards = listOf(card, 'a list of stories');

/** A file of `content/fronts/`. */
export const frontSchema = mapOf(
  {
    lead: card.optional(),
    stories: cards.optional(),
    groups: listOf(
      mapOf(
        {
          title: text.optional(),
          section: word.optional(),
          topic: text.optional(),
          layout: oneOf(GROUP_LAYOUTS).optional(),
          stories: cards.optional(),
        },
        '`{ title, section or topic, layout, stories }`',
      ),
      'a list of `{ title, section or topic, layout, stories }`',
    ).optional(),
    breaking: mapOf(
      { text: text.optional(), url: word.optional(), story: word.optional(), until: date },
      '`{ text, url or story, until }`',
    ).optional(),
  },
  'keys and values, such as `lead: …`',
);
export type FrontValues = z.infer<typeof frontSchema>;

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

/** What is said of the keys of a front. */
export const FRONT_NOTES = {
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
} as const;

import * as z from 'zod';
import { LABELS } from '../../domain/story/article.ts';
import { CREDIT_ROLES } from '../../domain/contributors.ts';
import { noticesSchema } from '../corrections.ts';
import { liveStripSchema } from '../site/live-strip.ts';
import {
  atMost,
  date,
  flag,
  line,
  listOf,
  longLine,
  mapOf,
  name,
  nameOrId,
  number,
  oneOf,
  text,
  word,
} from '../shape.ts';

/** The most entries that a story’s lists may have. Each topic and each contributor has a page and three feeds, all with all of them. */
const MOST = { topics: 50, contributors: 100, related: 100, aliases: 100, translations: 100 } as const;

const recording = mapOf(
  {
    src: word.optional(),
    url: word.optional(),
    title: line.optional(),
    duration: word.optional(),
    poster: word.optional(),
    captions: word.optional(),
    transcript: longLine.optional(),
  },
  '`{ src or url, title, duration, poster, captions, transcript }`',
);

const credit = z.union(
  [
    nameOrId,
    mapOf(
      { id: word.optional(), name: name.optional(), credit: oneOf(CREDIT_ROLES).optional(), place: name.optional() },
      '`{ id or name, credit }`',
    ),
  ],
  { error: 'a name, an id, or `{ id or name, credit }`' },
);

const factCheck = mapOf(
  {
    claim: line,
    claimant: z.union([text, mapOf({ organization: text }, '`{ organization }`')], {
      error: 'a name, or `{ organization }`',
    }),
    date,
    rating: z.union(
      [
        text,
        mapOf(
          { name: text, value: number.optional(), best: number.optional(), worst: number.optional() },
          '`{ name, value, worst, best }`',
        ),
      ],
      { error: 'text, or `{ name, value, worst, best }`' },
    ),
    url: word.optional(),
  },
  '`{ claim, claimant, date, rating, url }`',
);

/** The front matter of a story: the keys of the content model that are built. */
export const articleSchema = mapOf(
  {
    headline: line,
    contributors: z.union([nameOrId, atMost(listOf(credit, 'a list'), MOST.contributors)], {
      error: 'a name, an id, or a list of them',
    }),
    date,
    updated: date.optional(),
    dek: line.optional(),
    kicker: text.optional(),
    shortHeadline: text.optional(),
    slug: word.optional(),
    permalink: word.optional(),
    section: word.optional(),
    topics: atMost(listOf(name, 'a list of text'), MOST.topics).optional(),
    series: word.optional(),
    related: atMost(listOf(word, 'a list of slugs or files of stories'), MOST.related).optional(),
    dateline: name.optional(),
    image: mapOf(
      {
        src: word,
        alt: text.optional(),
        caption: line.optional(),
        credit: text.optional(),
        licence: word.optional(),
        focus: word.optional(),
      },
      '`{ src, alt, caption, credit, licence, focus }`',
    ).optional(),
    audio: recording.optional(),
    video: recording.optional(),
    corrections: noticesSchema.optional(),
    updates: noticesSchema.optional(),
    factCheck: factCheck.optional(),
    live: z
      .union([flag, mapOf({ start: date.optional(), end: date.optional() }, '`true`, or `{ start, end }`')], {
        error: '`true`, or `{ start, end }`',
      })
      .optional(),
    liveStrip: z
      .union([z.literal(false), liveStripSchema], { error: '`false`, or `{ label, text, url, until }`' })
      .optional(),
    aliases: atMost(listOf(word, 'a list of old paths'), MOST.aliases).optional(),
    canonical: word.optional(),
    language: word.optional(),
    translations: atMost(
      z.record(z.string(), word, { error: 'languages and the slugs of stories, such as `{ es: puente-cerrado }`' }),
      MOST.translations,
    ).optional(),
    draft: flag.optional(),
    noindex: flag.optional(),
    free: flag.optional(),
    label: oneOf(LABELS).optional(),
    layout: word.optional(),
  },
  'keys and values, such as `headline: …`',
);
export type ArticleValues = z.infer<typeof articleSchema>;

import * as z from 'zod';
import { LABELS } from '../../domain/story/article.ts';
import { CREDIT_ROLES } from '../../domain/contributors.ts';
import { noticesSchema } from '../corrections.ts';
import { liveStripSchema } from '../site/live-strip.ts';
import { date, flag, listOf, mapOf, number, oneOf, text } from '../shape.ts';

const recording = mapOf(
  {
    src: text.optional(),
    url: text.optional(),
    title: text.optional(),
    duration: text.optional(),
    poster: text.optional(),
    captions: text.optional(),
    transcript: text.optional(),
  },
  '`{ src or url, title, duration, poster, captions, transcript }`',
);

const credit = z.union(
  [
    text,
    mapOf(
      { id: text.optional(), name: text.optional(), credit: oneOf(CREDIT_ROLES).optional(), place: text.optional() },
      '`{ id or name, credit }`',
    ),
  ],
  { error: 'a name, an id, or `{ id or name, credit }`' },
);

const factCheck = mapOf(
  {
    claim: text,
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
    url: text.optional(),
  },
  '`{ claim, claimant, date, rating, url }`',
);

/** The front matter of a story: the keys of the content model that are built. */
export const articleSchema = mapOf(
  {
    headline: text,
    contributors: z.union([text, listOf(credit, 'a list')], { error: 'a name, an id, or a list of them' }),
    date,
    updated: date.optional(),
    dek: text.optional(),
    kicker: text.optional(),
    shortHeadline: text.optional(),
    slug: text.optional(),
    section: text.optional(),
    topics: listOf(text, 'a list of text').optional(),
    series: text.optional(),
    related: listOf(text, 'a list of slugs or files of stories').optional(),
    dateline: text.optional(),
    image: mapOf(
      {
        src: text,
        alt: text.optional(),
        caption: text.optional(),
        credit: text.optional(),
        licence: text.optional(),
        focus: text.optional(),
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
    aliases: listOf(text, 'a list of old paths').optional(),
    canonical: text.optional(),
    language: text.optional(),
    translations: z
      .record(z.string(), text, { error: 'languages and the slugs of stories, such as `{ es: puente-cerrado }`' })
      .optional(),
    draft: flag.optional(),
    noindex: flag.optional(),
    label: oneOf(LABELS).optional(),
    layout: text.optional(),
  },
  'keys and values, such as `headline: …`',
);
export type ArticleValues = z.infer<typeof articleSchema>;

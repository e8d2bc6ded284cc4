import * as z from 'zod';
import { LABELS } from '../domain/article.ts';
import { CREDIT_ROLES } from '../domain/credit.ts';
import { date, flag, listOf, mapOf, number, oneOf, text } from './shape.ts';

const notice = mapOf({ date, text }, '`{ date, text }`');
const notices = listOf(notice, 'a list of `{ date, text }`');
const links = listOf(mapOf({ label: text, url: text }, '`{ label, url }`'), 'a list of `{ label, url }`');

const liveStrip = mapOf(
  { label: text.optional(), text: text.optional(), url: text.optional(), until: date.optional() },
  '`false`, or `{ label, text, url, until }`',
);

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
    corrections: notices.optional(),
    updates: notices.optional(),
    factCheck: factCheck.optional(),
    live: z
      .union([flag, mapOf({ start: date.optional(), end: date.optional() }, '`true`, or `{ start, end }`')], {
        error: '`true`, or `{ start, end }`',
      })
      .optional(),
    liveStrip: z
      .union([z.literal(false), liveStrip], { error: '`false`, or `{ label, text, url, until }`' })
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

/** The front matter of a file in `content/contributors/`. */
export const contributorSchema = mapOf(
  {
    name: text,
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

const titled = listOf(
  mapOf({ id: text, title: text, description: text.optional() }, '`{ id, title, description }`'),
  'a list of `{ id, title, description }`',
);

/** `content/site.yaml`. */
export const siteSchema = mapOf(
  {
    title: text,
    url: text,
    description: text.optional(),
    hub: text.optional(),
    language: text.optional(),
    languages: listOf(
      mapOf(
        {
          language: text,
          title: text.optional(),
          description: text.optional(),
          sections: z.record(z.string(), text, { error: 'ids of sections and their titles' }).optional(),
          navigation: links.optional(),
        },
        '`{ language, title, description, sections, navigation }`',
      ),
      'a list of `{ language, title, description, sections, navigation }`',
    ).optional(),
    timeZone: text.optional(),
    permalink: text.optional(),
    sections: titled.optional(),
    series: titled.optional(),
    navigation: links.optional(),
    baseline: text.optional(),
    unsupportedBrowser: mapOf(
      {
        message: z
          .union([text, z.record(z.string(), text)], { error: 'text, or languages and their texts' })
          .optional(),
        updateUrl: text.optional(),
        withoutScript: flag.optional(),
        skip: listOf(text, 'a list of parts of user agents').optional(),
      },
      '`{ message, updateUrl, withoutScript, skip }`',
    ).optional(),
    liveStrip: liveStrip.optional(),
    search: flag.optional(),
    publisher: mapOf(
      {
        name: text.optional(),
        logo: text.optional(),
        contact: text.optional(),
        corrections: text.optional(),
        ethics: text.optional(),
        ownership: text.optional(),
      },
      '`{ name, logo, contact, corrections, ethics, ownership }`',
    ).optional(),
    social: links.optional(),
    crawlers: mapOf({ ai: oneOf(['allow', 'refuse']).optional() }, '`{ ai }`').optional(),
    standards: z
      .record(z.string(), oneOf(['error', 'warn', 'off']), { error: 'rules and their severities' })
      .optional(),
    words: z
      .record(z.string(), z.record(z.string(), text, { error: 'phrases and their wording' }), {
        error: 'languages and their phrases',
      })
      .optional(),
  },
  'keys and values, such as `title: …`',
);
export type SiteValues = z.infer<typeof siteSchema>;

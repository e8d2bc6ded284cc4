import * as z from 'zod';
import { iconSchema } from './icon.ts';
import { liveStripSchema } from './live-strip.ts';
import { flag, listOf, mapOf, oneOf, text, word } from '../shape.ts';

const links = listOf(mapOf({ label: text, url: word }, '`{ label, url }`'), 'a list of `{ label, url }`');

const titled = listOf(
  mapOf({ id: word, title: text, description: text.optional() }, '`{ id, title, description }`'),
  'a list of `{ id, title, description }`',
);

const publisher = mapOf(
  {
    name: text.optional(),
    logo: word.optional(),
    contact: word.optional(),
    corrections: word.optional(),
    ethics: word.optional(),
    ownership: word.optional(),
  },
  '`{ name, logo, contact, corrections, ethics, ownership }`',
);

/** What each key takes is checked where it is read. */
const keysAndValues = z.record(z.string(), z.unknown(), { error: 'keys and values, such as `{ section: news }`' });

/** `content/site.yaml`. */
export const siteSchema = mapOf(
  {
    title: text,
    url: word,
    description: text.optional(),
    hub: word.optional(),
    language: word.optional(),
    languages: listOf(
      mapOf(
        {
          language: word,
          title: text.optional(),
          description: text.optional(),
          sections: z.record(z.string(), text, { error: 'ids of sections and their titles' }).optional(),
          navigation: links.optional(),
          publisher: publisher.optional(),
        },
        '`{ language, title, description, sections, navigation, publisher }`',
      ),
      'a list of `{ language, title, description, sections, navigation, publisher }`',
    ).optional(),
    timeZone: word.optional(),
    permalink: word.optional(),
    sections: titled.optional(),
    series: titled.optional(),
    navigation: links.optional(),
    baseline: word.optional(),
    unsupportedBrowser: mapOf(
      {
        message: z
          .union([text, z.record(z.string(), text)], { error: 'text, or languages and their texts' })
          .optional(),
        updateUrl: word.optional(),
        withoutScript: flag.optional(),
        skip: listOf(word, 'a list of parts of user agents').optional(),
      },
      '`{ message, updateUrl, withoutScript, skip }`',
    ).optional(),
    liveStrip: liveStripSchema.optional(),
    search: flag.optional(),
    publisher: publisher.optional(),
    icon: iconSchema.optional(),
    social: links.optional(),
    crawlers: mapOf({ ai: oneOf(['allow', 'refuse']).optional() }, '`{ ai }`').optional(),
    pages: oneOf(['text', 'programs']).optional(),
    elsewhere: listOf(word, 'a list of paths like `/shop/**`').optional(),
    standards: z.record(z.string(), z.unknown(), { error: '`{ headline-long: error }`' }).optional(),
    defaults: z
      .union([keysAndValues, listOf(keysAndValues, 'a list of `{ before, folder, … }`')], {
        error: '`{ section: news }`, or a list of such groups',
      })
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

import * as z from 'zod';
import { liveStripSchema } from './live-strip.ts';
import { flag, listOf, mapOf, oneOf, text } from '../shape.ts';

const links = listOf(mapOf({ label: text, url: text }, '`{ label, url }`'), 'a list of `{ label, url }`');

const titled = listOf(
  mapOf({ id: text, title: text, description: text.optional() }, '`{ id, title, description }`'),
  'a list of `{ id, title, description }`',
);

const publisher = mapOf(
  {
    name: text.optional(),
    logo: text.optional(),
    contact: text.optional(),
    corrections: text.optional(),
    ethics: text.optional(),
    ownership: text.optional(),
  },
  '`{ name, logo, contact, corrections, ethics, ownership }`',
);

/** What each key takes is checked where it is read. */
const keysAndValues = z.record(z.string(), z.unknown(), { error: 'keys and values, such as `{ section: news }`' });

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
          publisher: publisher.optional(),
        },
        '`{ language, title, description, sections, navigation, publisher }`',
      ),
      'a list of `{ language, title, description, sections, navigation, publisher }`',
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
    liveStrip: liveStripSchema.optional(),
    search: flag.optional(),
    publisher: publisher.optional(),
    social: links.optional(),
    crawlers: mapOf({ ai: oneOf(['allow', 'refuse']).optional() }, '`{ ai }`').optional(),
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

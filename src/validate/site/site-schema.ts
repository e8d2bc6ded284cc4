import * as z from 'zod';
import { adminSchema } from './admin.ts';
import { dialectsSchema } from './dialects.ts';
import { iconSchema } from './icon.ts';
import { picturesSchema } from './pictures.ts';
import { liveStripSchema } from './live-strip.ts';
import { atMost, flag, listOf, mapOf, name, oneOf, text, word } from '../shape.ts';

/** The most entries that lists of the site may have. Sections, navigation and links stand on every page of their language. */
const MOST = {
  sections: 100,
  links: 50,
  languages: 50,
  series: 2000,
  defaults: 100,
  elsewhere: 500,
  skip: 500,
  sources: 100,
} as const;

const links = atMost(
  listOf(mapOf({ label: name, url: word }, '`{ label, url }`'), 'a list of `{ label, url }`'),
  MOST.links,
);

const titled = listOf(
  mapOf({ id: word, title: name, description: text.optional() }, '`{ id, title, description }`'),
  'a list of `{ id, title, description }`',
);

const sections = listOf(
  mapOf(
    { id: word, title: name, description: text.optional(), colour: text.optional() },
    '`{ id, title, description, colour }`',
  ),
  'a list of `{ id, title, description, colour }`',
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

const sources = atMost(listOf(word, 'a list of sources like `https://stats.example.com`'), MOST.sources).optional();

/** What each key takes is checked where it is read. */
const keysAndValues = z.record(z.string(), z.unknown(), { error: 'keys and values, such as `{ section: news }`' });

/** `content/site.yaml`. */
export const siteSchema = mapOf(
  {
    title: name,
    url: word,
    description: text.optional(),
    hub: word.optional(),
    language: word.optional(),
    languages: atMost(
      listOf(
        mapOf(
          {
            language: word,
            title: name.optional(),
            description: text.optional(),
            sections: z.record(z.string(), name, { error: 'ids of sections and their titles' }).optional(),
            navigation: links.optional(),
            publisher: publisher.optional(),
          },
          '`{ language, title, description, sections, navigation, publisher }`',
        ),
        'a list of `{ language, title, description, sections, navigation, publisher }`',
      ),
      MOST.languages,
    ).optional(),
    timeZone: word.optional(),
    permalink: word.optional(),
    sections: atMost(sections, MOST.sections).optional(),
    series: atMost(titled, MOST.series).optional(),
    navigation: links.optional(),
    baseline: word.optional(),
    unsupportedBrowser: mapOf(
      {
        message: z
          .union([text, z.record(z.string(), text)], { error: 'text, or languages and their texts' })
          .optional(),
        updateUrl: word.optional(),
        withoutScript: flag.optional(),
        skip: atMost(listOf(word, 'a list of parts of user agents'), MOST.skip).optional(),
      },
      '`{ message, updateUrl, withoutScript, skip }`',
    ).optional(),
    liveStrip: liveStripSchema.optional(),
    search: flag.optional(),
    cleanText: flag.optional(),
    html: oneOf(['safe', 'text']).optional(),
    publisher: publisher.optional(),
    icon: iconSchema.optional(),
    pictures: picturesSchema.optional(),
    social: links.optional(),
    crawlers: mapOf({ ai: oneOf(['allow', 'refuse']).optional() }, '`{ ai }`').optional(),
    csp: mapOf(
      {
        enabled: flag.optional(),
        'script-src': sources,
        'style-src': sources,
        'img-src': sources,
        'media-src': sources,
        'font-src': sources,
        'connect-src': sources,
        'frame-src': sources,
        'worker-src': sources,
        'form-action': sources,
      },
      'directives and their sources, such as `{ script-src: [https://stats.example.com] }`',
    ).optional(),
    markdown: dialectsSchema.optional(),
    pages: oneOf(['text', 'programs']).optional(),
    admin: adminSchema.optional(),
    elsewhere: atMost(listOf(word, 'a list of paths like `/shop/**`'), MOST.elsewhere).optional(),
    standards: z.record(z.string(), z.unknown(), { error: '`{ headline-long: error }`' }).optional(),
    defaults: z
      .union([keysAndValues, atMost(listOf(keysAndValues, 'a list of `{ before, folder, … }`'), MOST.defaults)], {
        error: '`{ section: news }`, or a list of such groups',
      })
      .optional(),
    words: z
      .record(
        z.string(),
        z.record(z.string(), text, { error: 'phrases and their wording below a language: `{ en: { search: Find } }`' }),
        {
          error: 'languages and their phrases',
        },
      )
      .optional(),
  },
  'keys and values, such as `title: …`',
);
export type SiteValues = z.infer<typeof siteSchema>;

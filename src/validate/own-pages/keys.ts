import * as z from 'zod';
import { keyAt } from '../../diagnostics/finding.ts';
import { nearest, quote } from '../../diagnostics/wording.ts';
import { RESERVED_NAMES } from '../../domain/site/programs.ts';
import { isMap, PlainScalar } from '../../domain/content/source.ts';
import { holdsBack } from '../other-names.ts';
import type { Reader } from '../reader.ts';
import { checkShape, date, flag, mapOf, plain, type Shaped, text, unknownKey, word } from '../shape.ts';

const KEYS = {
  title: text,
  description: text.optional(),
  layout: word.optional(),
  // What else it may be is judged as an address, see `address.ts`.
  permalink: z.unknown().optional(),
  language: word.optional(),
  draft: flag.optional(),
  noindex: flag.optional(),
};

/** Those of a Markdown page. */
const MARKDOWN_KEYS = { ...KEYS, written: date.optional() };

/** The front matter of a Markdown page of `content/pages/`. */
export const ownPageSchema = mapOf(MARKDOWN_KEYS, 'keys and values, such as `title: …`');
export type OwnPageValues = z.infer<typeof ownPageSchema>;

/** The same keys in a template: its data may come from elsewhere, so that none must be there, and there may be others. */
const templateSchema = z.looseObject({
  ...KEYS,
  title: text.optional(),
  layout: z.union([word, z.literal(false)]).optional(),
});
type TemplateValues = Omit<OwnPageValues, 'title' | 'written'>;

/** Keys that make Eleventy do something: a Markdown page is laid out, and nothing else. */
const INSTRUCTION =
  /^(?:eleventy|override:)|^(?:pagination|templateEngineOverride|dynamicPermalink|tags|date|permalinkBypassOutputDir)$/i;

/**
 * Divides the front matter of a Markdown page into the keys that Broadsheet knows, and the data of a layout of the newsroom's own in
 * one of Eleventy's languages: such a layout may use any.
 */
export function readFurtherKeys(
  given: unknown,
  reader: Reader,
): { readonly known: unknown; readonly data: Readonly<Record<string, unknown>> } {
  const { layout } = isMap(given) ? given : {};
  if (!isMap(given) || typeof layout !== 'string' || !layout.includes('.')) return { known: given, data: {} };
  const isData = (key: string): boolean =>
    !Object.hasOwn(MARKDOWN_KEYS, key) && !RESERVED_NAMES.has(key) && !INSTRUCTION.test(key) && !isMistaken(key, given);
  const entries = Object.entries(given);
  const data = entries.filter(([key]) => isData(key));
  for (const [key, value] of data) noteReserved(value, [key], reader);
  return {
    known: Object.fromEntries(entries.filter(([key]) => !isData(key))),
    data: Object.fromEntries(data.map(([key, value]) => [key, plain(value)])),
  };
}

/** Reads the keys of a template that Broadsheet knows; of others it notes those that look like slips of these, or hold the page back. */
export function readTemplateKeys(given: Readonly<Record<string, unknown>>, reader: Reader): Shaped<TemplateValues> {
  for (const [key, value] of Object.entries(given)) {
    if (RESERVED_NAMES.has(key)) noteReservedKey([key], reader);
    else if (isMistaken(key, given)) {
      reader.findings.push(unknownKey(reader.path, [key], { known: keysLeft(given), value }));
    }
  }
  noteInstructions(given, reader);
  const known = Object.fromEntries(Object.entries(given).filter(([key]) => Object.hasOwn(KEYS, key)));
  const path = reader.path;
  const { values, findings } = checkShape<TemplateValues>(path, known, templateSchema as z.ZodType<TemplateValues>);
  return { values: values.layout === (false as unknown) ? { ...values, layout: undefined } : values, findings };
}

/** Whether a key that may be data is a slip of a known one, or is meant to keep the page from readers, which no data does. */
function isMistaken(key: string, given: Readonly<Record<string, unknown>>): boolean {
  if (Object.hasOwn(KEYS, key)) return false;
  return nearest(key, keysLeft(given)) !== undefined || holdsBack(key, given[key]);
}

/** The known keys that are not there. */
function keysLeft(given: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(KEYS).filter((known) => !Object.hasOwn(given, known));
}

/** What Eleventy takes as instructions must be of the kind that it can obey. */
function noteInstructions(given: Readonly<Record<string, unknown>>, reader: Reader): void {
  const { tags, templateEngineOverride: engine } = given;
  const words = Array.isArray(tags) ? tags : [tags ?? ''];
  if (!words.every((tag) => typeof tag === 'string' && !RESERVED_NAMES.has(tag))) {
    const message = `Unexpected value of \`tags\`, expected text, or a list of text`;
    reader.note('value-type', keyAt('tags'), message, 'write names of collections: `[news, notes]`');
  }
  if (engine !== undefined && engine !== null && engine !== false && typeof engine !== 'string') {
    const message = 'Unexpected value of `templateEngineOverride`, expected text';
    reader.note('value-type', keyAt('templateEngineOverride'), message, 'write the name of a template language: `njk`');
  }
  for (const [key, value] of Object.entries(given)) if (!RESERVED_NAMES.has(key)) noteReserved(value, [key], reader);
}

/** Notes the names in data that every object has, however deep. */
function noteReserved(value: unknown, keys: readonly (string | number)[], reader: Reader): void {
  if (typeof value !== 'object' || value === null || value instanceof PlainScalar) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') noteReservedKey([...keys, key], reader);
    else noteReserved(inner, [...keys, Array.isArray(value) ? Number(key) : key], reader);
  }
}

function noteReservedKey(keys: readonly (string | number)[], reader: Reader): void {
  const message = `Unexpected key ${quote(keys.at(-1))}, expected one that Eleventy leaves to templates`;
  reader.note('key-unknown', keyAt(...keys), message, 'give it another name');
}

/** What is said of the keys of a Markdown page. */
export const OWN_PAGE_NOTES = {
  title: { help: 'The headline of the page.', examples: ['About the Ledger'] },
  description: {
    help: 'A sentence about the page, for search engines and cards.',
    examples: ['Who makes this newspaper, and who owns it.'],
  },
  layout: {
    help: 'Another layout than the usual one. A layout of your own in a language of Eleventy (`wide.njk`) may use further keys.',
    usual: 'page',
    choices: { from: 'pageLayouts', isClosed: true },
  },
  permalink: {
    label: 'Address',
    help: 'The address of the page: it ends with `/`, or with a file name.',
    examples: ['/como-trabajamos/', '/rules.html'],
    otherwise: 'the path of the file',
    content: 'path',
    heldTo: word,
  },
  language: {
    help: 'The language of the page, as a code.',
    examples: ['es'],
    otherwise: 'that of the folder (`content/pages/es/`), or of the site',
    choices: { from: 'languages', isClosed: false },
    content: 'language',
    more: 'pages-in-several-languages',
  },
  draft: {
    help: 'With `true` the page is published by `serve` and `build --drafts` alone. Links that lead there are left out, and told of.',
    examples: [true],
    usual: false,
    more: 'drafts',
  },
  noindex: {
    label: 'Not to be found',
    help: 'With `true` the page is in no sitemap, and search engines are asked to leave it out.',
    examples: [true],
    usual: false,
  },
  written: {
    label: 'Written on',
    help: 'The day on which the page was written. Readers are not shown it: it is for `standards` with `before`, which hold for it as for a story of that day.',
    examples: ['2014-05-01'],
    more: 'standards',
  },
} as const;

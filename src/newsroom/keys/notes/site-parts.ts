import { THEME_COLOUR, PICTURE_DEFAULTS } from '../../../domain/site/site.ts';
import { DEFAULT_DIALECTS, DIALECTS, type Dialect } from '../../../domain/site/dialects.ts';
import type { defaultsSchema } from '../../../validate/site/defaults.ts';
import type { siteSchema } from '../../../validate/site/site-schema.ts';
import type { standardsSchema } from '../../../validate/site/standards.ts';
import { number, text } from '../../../validate/shape.ts';
import * as z from 'zod';
import type { KeyNote, NotesOf } from '../note.ts';
import { STORY } from './story.ts';

type Shape = (typeof siteSchema)['shape'];

/** What a section and a series have in common. */
export const LIST_TEXTS = {
  id: { help: 'Its address is made of it, and stories name it by it: a-z, 0-9 and hyphens.', examples: ['news'] },
  title: { help: 'What it is called.', examples: ['News'] },
  description: {
    help: 'A sentence about it, for its page and search engines.',
    examples: ['From the town hall and the quay.'],
  },
} as const satisfies NotesOf<Shape['series']>;

export const LINK = {
  label: { help: 'The words of the link.', examples: ['News'] },
  url: {
    label: 'Address',
    help: 'Where it leads: a web address, or a path on this site.',
    examples: ['/news/'],
    content: 'address',
  },
} as const satisfies NotesOf<Shape['navigation']>;

export const PUBLISHER = {
  name: { help: 'The name of the publisher.', examples: ['Harbour Post Ltd'], otherwise: '`title`' },
  logo: { help: 'A picture in `content/`.', examples: ['logo.png'], content: 'picture' },
  contact: { help: 'The address of the page that says how to reach you.', examples: ['/contact/'], content: 'address' },
  corrections: {
    help: 'The address of the page that says how to report a mistake.',
    examples: ['/corrections-policy/'],
    content: 'address',
  },
  ethics: {
    help: 'The address of the page that says by which rules you work.',
    examples: ['/ethics/'],
    content: 'address',
  },
  ownership: {
    help: 'The address of the page that says who owns the paper.',
    examples: ['/about/'],
    content: 'address',
  },
} as const satisfies NotesOf<Shape['publisher']>;

export const LANGUAGES = {
  language: {
    help: 'The language, as a code. Its front is at that address: `/es/`.',
    examples: ['es'],
    content: 'language',
  },
  title: { help: 'The name of the paper in it.', examples: ['El Correo del Puerto'], otherwise: '`title` of the site' },
  description: { help: 'A sentence about the paper in it.', examples: ['Noticias de la costa'] },
  sections: {
    help: 'The sections that the navigation leads to in it, and what they are called there.',
    examples: [{ news: 'Noticias' }],
    otherwise: 'all, as they are called anyway',
    names: { from: 'sections', isClosed: true },
  },
  navigation: {
    help: 'What the head of each page in it leads to.',
    examples: [[{ label: 'Noticias', url: '/es/news/' }]],
    otherwise: 'the sections',
    keys: LINK,
  },
  publisher: {
    help: 'What is said of the publisher in it. What is left out is as for the whole site.',
    examples: [{ name: 'El Correo del Puerto' }],
    keys: PUBLISHER,
  },
} as const satisfies NotesOf<Shape['languages']>;

export const UNSUPPORTED_BROWSER = {
  message: {
    help: 'What they are told: a text in the language of the site, or a text for each language.',
    examples: [
      'Your browser is too old for this site.',
      { en: 'Your browser is too old.', es: 'Su navegador es antiguo.' },
    ],
    otherwise: 'a sentence of Broadsheet’s in the language of the page',
    names: { from: 'languages', isClosed: false },
  },
  updateUrl: {
    label: 'Where to get another browser',
    help: 'The address at which they can get another browser.',
    usual: 'https://browsehappy.com/',
    content: 'address',
  },
  withoutScript: {
    help: 'Whether readers without JavaScript are told, too.',
    examples: [true],
    usual: false,
  },
  skip: {
    help: 'Parts of the names by which browsers call themselves. Readers with one of these are told nothing.',
    usual: ['Opera Mini'],
  },
} as const satisfies NotesOf<Shape['unsupportedBrowser']>;

export const ICON = {
  src: {
    label: 'File',
    help: 'A square PNG of 512 × 512 pixels, or a square SVG.',
    examples: ['post-icon.svg'],
    content: 'picture',
  },
  colour: {
    help: 'The colour with which some browsers surround pages, in quotes.',
    examples: ['#7a1f2b'],
    usual: THEME_COLOUR,
    content: 'colour',
  },
} as const satisfies NotesOf<Shape['icon']>;

export const PICTURES = {
  formats: {
    help: 'What browsers are offered before JPEG or PNG. AVIF is smaller by a third, and takes five times as long to be made.',
    examples: [['avif', 'webp']],
    usual: PICTURE_DEFAULTS.formats,
  },
  quality: { help: 'From 1 to 100.', examples: [70], usual: PICTURE_DEFAULTS.quality },
  widths: {
    help: 'Of pictures that are shown whole, in pixels.',
    examples: [[400, 800, 1600]],
    usual: PICTURE_DEFAULTS.widths,
  },
  original: {
    help: 'With `link` the files themselves are published too, with all that they say of themselves, and pictures in stories lead to them.',
    examples: ['link'],
    usual: PICTURE_DEFAULTS.original,
  },
  cards: {
    help: 'Whether a picture for social networks is drawn of each page that has none.',
    examples: [true],
    usual: PICTURE_DEFAULTS.cards,
  },
} as const satisfies NotesOf<Shape['pictures']>;

function sources(what: string): KeyNote {
  return {
    help: `Where ${what} may come from: hosts, or schemes such as \`data:\`.`,
    examples: [['https://stats.example.com']],
  };
}

export const CSP = {
  enabled: { help: 'Whether pages have a policy at all.', examples: [false], usual: true },
  'script-src': {
    help: 'Where scripts may come from: hosts, or hashes of inline ones.',
    examples: [['https://stats.example.com']],
  },
  'style-src': sources('stylesheets'),
  'img-src': sources('pictures, among them the pixels of counters,'),
  'media-src': sources('sound and video'),
  'font-src': sources('fonts'),
  'connect-src': sources('what scripts fetch and report to'),
  'frame-src': sources('pages within the page, such as players and maps,'),
  'worker-src': sources('workers'),
  'form-action': { help: 'Where forms may be sent.', examples: [['https://letters.example.com']] },
} as const satisfies NotesOf<Shape['csp']>;

const DIALECT_HELP: Readonly<Record<Dialect, string>> = {
  addresses: 'Web addresses in a text become links.',
  headingIds: '`## What we know {#known}` gives a heading a name that links lead to.',
  definitionLists: 'A term, and on the next line `: what it means`.',
  taskLists: '`- [x] done` is an item with a box.',
  mark: '`==words==` are marked.',
  subscript: '`H~2~O` sets a figure lower.',
  superscript: '`m^2^` sets it higher.',
  alerts: '`> [!NOTE]` above a quotation makes a box of it.',
  attributes: '`{: .wide}` behind a picture, as in kramdown.',
  contents: '`[TOC]` alone in a paragraph becomes links to the headings.',
  highlight: 'Code whose language is named is coloured.',
  math: 'Formulas in TeX: `$$…$$`, `\\(…\\)` and `\\[…\\]`.',
  dollarMath: 'Formulas within a sentence: `$x$`.',
  emoji: '`:tada:` becomes 🎉.',
};

export const DIALECT_NOTES = Object.fromEntries(
  DIALECTS.map((name) => [name, { help: DIALECT_HELP[name], usual: DEFAULT_DIALECTS[name] }]),
) as Readonly<Record<Dialect, KeyNote>>;

export const STANDARD = {
  severity: {
    help: 'How grave it is. Nothing is published with an `error`.',
    examples: ['warn'],
  },
  before: { help: 'For stories dated before this day only.', examples: ['2026-01-01'], otherwise: 'all stories' },
} as const satisfies NotesOf<typeof standardsSchema>;

export const DEFAULTS = {
  contributors: offered(STORY.contributors),
  section: offered(STORY.section),
  topics: offered(STORY.topics),
  series: offered(STORY.series),
  language: offered(STORY.language),
  label: offered(STORY.label),
  layout: offered(STORY.layout),
  kicker: offered(STORY.kicker),
  dateline: offered(STORY.dateline),
  liveStrip: offered(STORY.liveStrip),
  noindex: offered(STORY.noindex),
  free: offered(STORY.free),
  before: { help: 'For stories dated before this day only.', examples: ['2015-01-01'], otherwise: 'all stories' },
  folder: {
    help: 'For stories in this folder below `content/articles/` only.',
    examples: ['wire', 'archive/2014'],
    otherwise: 'all stories',
    // Folders may be named after years.
    heldTo: z.union([text, number]),
  },
} as const satisfies NotesOf<typeof defaultsSchema>;

/** A key of stories as a default has it: what leaving it out of a story does is nothing that a group of defaults does. */
function offered<Note extends KeyNote>({ usual: _usual, otherwise: _otherwise, ...note }: Note) {
  return note;
}

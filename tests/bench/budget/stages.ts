/** The stages of a cold build, in their order, as the budget tells them. */
export const STAGES = [
  'start',
  'look',
  'read',
  'front matter',
  'checks',
  'Markdown',
  'search',
  'relate',
  'plan',
  'cache',
  'pages',
  'clean text',
  'feeds',
  'sitemaps',
  'styles',
  'Eleventy',
  'hash',
  'write',
  'garbage',
  'other',
] as const;
export type Stage = (typeof STAGES)[number];

/** Stages that cannot be left out, whatever does them. */
export type FloorStage = 'read' | 'front matter' | 'Markdown' | 'search' | 'pages' | 'clean text' | 'write' | 'hash';

/** Of what a stage of over three times its floor is made, or why it has none. */
export const WHY: Readonly<Partial<Record<Stage, string>>> = {
  start: 'loading the program; the same at any size',
  look: 'which files there are, in the content and in the output',
  read: 'each file is looked at, opened, decoded strictly, and looked at again',
  'front matter': 'guarded cutting, gray-matter, and the place of each key for messages',
  checks: 'each key is validated, each link, picture and heading looked at; words counted',
  Markdown: 'directives, dialects, slips and typography in the language of the story are looked for',
  search: 'words with marks and capitals folded, by what readers search for, put into files of their own',
  relate: 'related stories, lists, series, addresses, of which no two may clash',
  plan: 'what every page is made of, so that the next build makes only what is stale',
  cache: 'what is kept for the next build, and read again where a page is printed',
  pages: 'lists show a story some ten times; layouts are components, which escape all that they print',
  'clean text': 'the HTML of a story is read and printed as Markdown',
  write: 'each file is opened, written, and looked at, for the next build to know it again; its folder is made',
  feeds: 'three formats of each list, in full texts',
  garbage: 'what all of these leave behind',
};

/** Which stage the code of a file belongs to, by the path of its source: the first that fits. */
const OF_FILES: readonly (readonly [RegExp, Stage])[] = [
  [/src\/build\/cache\/|src\/build\/workers\/(?:story-reader|recently-read)|src\/pages\/packed/, 'cache'],
  [/formats\/clean-text\/|pages\/story\/clean-/, 'clean text'],
  [/formats\/search\/|pages\/search\//, 'search'],
  [/formats\/feeds|pages\/feeds\/|workers\/print-entries/, 'feeds'],
  [/sitemaps/, 'sitemaps'],
  [/src\/markdown\/|\/markdown-it|\/(?:mdurl|linkify-it|uc\.micro|entities|parse5|hast-[\w-]+)\//, 'Markdown'],
  [/src\/parse\/|\/js-yaml\/|\/gray-matter\/|validate\/front-matter\/|\/yaml\//, 'front matter'],
  [/src\/validate\/|\/zod\/|src\/diagnostics\/|newsroom\/enter-article/, 'checks'],
  [/src\/relate\/|src\/newsroom\//, 'relate'],
  [/src\/build\/planning\/|src\/plan\/|src\/pages\/page-specs/, 'plan'],
  [/src\/assets\/|lightningcss|esbuild|src\/baseline\//, 'styles'],
  [/src\/build\/publishing\/|src\/build\/workers\/print-pages|src\/build\/rendering\//, 'write'],
  [/scan-output|walk-content|source-files/, 'look'],
  [/src\/disk\/|src\/build\/reading\/|workers\/read-articles/, 'read'],
  [/layouts\/|src\/pages\/|\/preact|src\/formats\/|src\/words\/|src\/time\//, 'pages'],
  [/@11ty\/|src\/eleventy\/|bundled-eleventy/, 'Eleventy'],
  [/src\/build\/program\/|load-program|v8-settings|src\/cli\//, 'start'],
];

/** What Node does itself, whoever asks for it. */
const OF_NODE: readonly (readonly [RegExp, Stage])[] = [
  [/^node:internal\/crypto|^node:crypto/, 'hash'],
  [/^node:internal\/modules|^node:vm|^node:internal\/(?:bootstrap|process|vm)/, 'start'],
];

/** The stage of the code at a place; nothing where that is used by several. @param source Path of the source, or what Node calls its own. */
export function stageOfSource(source: string): Stage | undefined {
  const table = source.startsWith('node:') ? OF_NODE : OF_FILES;
  return table.find(([of]) => of.test(source))?.[1];
}

import { DEFAULT_BASELINE } from '../../../domain/site/baseline.ts';
import { STANDARDS } from '../../../diagnostics/catalogue.ts';
import { defaultsSchema } from '../../../validate/site/defaults.ts';
import { LIVE_STRIP_NOTES } from '../../../validate/site/live-strip.ts';
import type { siteSchema } from '../../../validate/site/site-schema.ts';
import { standardsSchema } from '../../../validate/site/standards.ts';
import { PHRASE_NAMES } from '../../../words/words.ts';
import type { NotesOf } from '../note.ts';
import {
  ADMIN,
  CSP,
  DEFAULTS,
  DIALECT_NOTES,
  ICON,
  LANGUAGES,
  LINK,
  LIST_TEXTS,
  PICTURES,
  PUBLISHER,
  STANDARD,
  UNSUPPORTED_BROWSER,
} from './site-parts.ts';

/** `content/site.yaml`. */
export const SITE = {
  title: { help: 'The name of the paper.', examples: ['The Harbour Post'] },
  url: {
    label: 'Address of the site',
    help: 'The address of the site, with the folder if it lives in one.',
    examples: ['https://post.example/', 'https://example.com/paper/'],
    content: 'address',
  },
  description: {
    help: 'A sentence about the paper, for search engines, feeds and the footer.',
    examples: ['News of the harbour and the coast.'],
  },
  hub: {
    label: 'WebSub hub',
    help: 'The address of a WebSub hub, which tells readers of feeds of news at once.',
    examples: ['https://hub.example/'],
    content: 'address',
    more: 'feeds',
  },
  language: {
    help: 'The main language of the site, as a code.',
    examples: ['en-GB'],
    usual: 'en-US',
    content: 'language',
    more: 'languages',
  },
  languages: {
    label: 'Further languages',
    help: 'The other languages in which the site has fronts of its own.',
    examples: [[{ language: 'es', title: 'El Correo del Puerto', sections: { news: 'Noticias' } }]],
    more: 'languages',
    keys: LANGUAGES,
  },
  timeZone: {
    help: 'The time zone in which all times are written and shown.',
    examples: ['Europe/London'],
    usual: 'UTC',
    choices: { from: 'timeZones', isClosed: false },
  },
  permalink: {
    label: 'Pattern of addresses',
    help: 'The pattern of the addresses of stories. It may have `{yyyy}`, `{mm}`, `{dd}` and `{section}`, and must have `{slug}`.',
    examples: ['/{yyyy}/{mm}/{slug}/'],
    usual: '/{yyyy}/{mm}/{dd}/{slug}/',
    content: 'path',
  },
  sections: {
    help: 'The sections of the paper, in the order of the navigation.',
    examples: [
      [
        { id: 'news', title: 'News' },
        { id: 'opinion', title: 'Opinion', colour: '#8a1c5b' },
      ],
    ],
    keys: {
      ...LIST_TEXTS,
      colour: {
        help: 'Of kickers, links and rules on the pages of the section, in quotes. One that is too pale to be read is an error; at night a lighter one is taken.',
        examples: ['#8a1c5b'],
        content: 'colour',
      },
    },
  },
  series: {
    help: 'Series whose title is not made of their id.',
    examples: [[{ id: 'the-long-repair', title: 'The very long repair' }]],
    more: 'series',
    keys: LIST_TEXTS,
  },
  navigation: {
    help: 'What the head of each page leads to.',
    examples: [[{ label: 'News', url: '/news/' }]],
    otherwise: 'the sections',
    keys: LINK,
  },
  baseline: {
    label: 'Oldest browsers',
    help: 'The oldest browsers that the site supports, as a query of browserslist.',
    examples: ['baseline 2020'],
    usual: DEFAULT_BASELINE,
  },
  unsupportedBrowser: {
    help: 'What readers with an older browser are told.',
    examples: [{ message: 'Your browser is too old for this site.' }],
    keys: UNSUPPORTED_BROWSER,
  },
  liveStrip: {
    help: 'A strip over every page that leads to a live channel.',
    examples: [{ label: 'Live', text: 'Our radio', url: 'https://live.example/harbour' }],
    keys: LIVE_STRIP_NOTES,
  },
  search: { help: 'Whether readers can search the stories.', examples: [false], usual: true, more: 'search' },
  cleanText: {
    label: 'Text for programs',
    help: 'Whether each story is there as Markdown and JSON, too.',
    examples: [false],
    otherwise: '`true`, or `false` with `crawlers: { ai: refuse }`',
    more: 'text-for-programs',
  },
  html: {
    label: 'HTML in stories',
    help: 'What becomes of HTML in stories: what is safe of it is kept, or all of it is shown as text.',
    examples: ['text'],
    usual: 'safe',
    more: 'html',
  },
  publisher: {
    help: 'Who publishes the site, and which pages say more of it.',
    examples: [{ name: 'Harbour Post Ltd', contact: '/contact/', corrections: '/corrections-policy/' }],
    keys: PUBLISHER,
  },
  icon: {
    help: 'A PNG or SVG file that stands for the site in tabs and on home screens, alone or with a colour.',
    examples: ['post-icon.png', { src: 'post-icon.svg', colour: '#7a1f2b' }],
    otherwise: 'the first letter of `title`',
    content: 'picture',
    more: 'icon',
    keys: ICON,
  },
  pictures: {
    help: 'How pictures are published.',
    examples: [{ formats: ['avif', 'webp'], quality: 70, cards: true }],
    more: 'pictures-1',
    keys: PICTURES,
  },
  social: {
    label: 'Social networks',
    help: 'Where else the paper is.',
    examples: [[{ label: 'Mastodon', url: 'https://social.example/@post' }]],
    keys: LINK,
  },
  crawlers: {
    help: 'What `robots.txt` asks of crawlers.',
    examples: [{ ai: 'refuse' }],
    more: 'search-engines-and-aggregators',
    keys: {
      ai: {
        label: 'Crawlers of language models',
        help: 'Whether crawlers that gather texts for language models are asked to stay away.',
        examples: ['refuse'],
        usual: 'allow',
      },
    },
  },
  csp: {
    label: 'Content security policy',
    help: 'What pages may load from other sites, by the directive that browsers name when they refuse something.',
    examples: [{ 'script-src': ['https://stats.example.com'] }],
    keys: CSP,
  },
  markdown: {
    label: 'Dialects of Markdown',
    help: 'Which dialects of Markdown are on.',
    examples: [{ math: true, mark: false }],
    more: 'dialects',
    keys: DIALECT_NOTES,
  },
  pages: {
    help: 'Whether `content/pages/` may hold programs, such as templates, or nothing but text.',
    examples: ['text'],
    usual: 'programs',
    more: 'pages',
  },
  admin: {
    label: 'Editor in the browser',
    help: 'Publishes the editor at `/admin/`, which reads and writes a repository. Under `serve` it is there without it.',
    examples: [{ backend: 'github', repository: 'harbour-post/site', auth: 'https://auth.post.example' }],
    otherwise: 'none is published',
    more: 'the-editor-in-the-browser',
    keys: ADMIN,
  },
  elsewhere: {
    help: 'Paths on the host of the site that something else serves, and that may be linked to. `*` stands for anything within a part of the path, `**` for any parts.',
    examples: [['/shop/**', '/forum/*.php']],
    content: 'path',
    more: 'the-text',
  },
  standards: {
    help: 'How grave something is for your newsroom, by the code of a message: a severity, one for older stories, or a list of these of which the first that fits holds.',
    examples: [{ 'headline-long': 'error', 'picture-alt': { before: '2026-01-01', severity: 'warn' } }],
    names: { known: STANDARDS, isClosed: false },
    heldTo: standardsSchema,
    more: 'standards',
    keys: STANDARD,
  },
  defaults: {
    help: 'Keys for stories that lack them, for all or by date and folder: one group, or a list of groups of which the first that fits gives a key.',
    examples: [{ contributors: 'Staff', section: 'news' }, [{ before: '2015-01-01', contributors: 'Staff' }]],
    heldTo: defaultsSchema,
    more: 'defaults',
    keys: DEFAULTS,
  },
  words: {
    label: 'Own wording',
    help: 'Your wording of phrases that pages print, by language.',
    examples: [{ en: { 'contributed.one': 'With {names}.' } }],
    names: { from: 'languages', isClosed: false },
    entryNames: { known: PHRASE_NAMES, isClosed: true },
    more: 'siteyaml',
  },
} as const satisfies NotesOf<typeof siteSchema>;

import { word } from '../../../validate/shape.ts';
import type { ownPageSchema } from '../../../validate/own-pages/keys.ts';
import type { NotesOf } from '../note.ts';

/** The front matter of a Markdown page of `content/pages/`. */
export const OWN_PAGE = {
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
} as const satisfies NotesOf<typeof ownPageSchema>;

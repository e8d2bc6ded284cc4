import type { DiagnosticCode } from '../../../diagnostics/catalogue.ts';
import { isWordy } from '../brackets.ts';
import { shortened } from '../slip.ts';

/** Markup that another program understands. Its signs have no meaning here, so that readers would see them. */
export interface OtherMarkup {
  readonly code: DiagnosticCode;
  /** With the flags `g` and `u`; nothing in it takes longer than what it looks at is long. */
  readonly pattern: RegExp;
  /** What it is, after “it is”. */
  readonly is: string;
  /** One of these stands in it: what has none is not searched for it. */
  readonly signs: readonly string[];
  /** What to write, as an imperative; nothing where what was found is something else. */
  readonly hint: (found: readonly (string | undefined)[]) => string | undefined;
}

const PICTURE = '[^\\s()[\\]{}!]{1,300}\\.(?:jpe?g|png|gif|webp|avif|svg)';
/** An address elsewhere, in a pattern. */
export const WEB = 'https?:\\/\\/[^\\s()[\\]{}<>|"]{1,500}';

const link = (words: string | undefined, url: string | undefined): string =>
  `write \`[${shortened(words ?? '')}](${(url ?? '').replace(/[.,;:!?]+$/, '')})\``;
const picture = (shows: string | undefined, path: string | undefined): string =>
  `write \`![${shortened(shows ?? '') || 'what it shows'}](${path ?? 'file.jpg'})\``;

/** Links as other programs write them. */
const LINKS: readonly OtherMarkup[] = [
  {
    code: 'link-shown',
    pattern: new RegExp(`\\[(${WEB})[ \\t]+([^\\]\\n]{1,200})\\](?![([])`, 'gu'),
    is: 'a link of a wiki',
    signs: ['[http'],
    hint: ([, url, words]) => link(words, url),
  },
  {
    code: 'link-shown',
    pattern: new RegExp(`(?<![\\p{L}\\p{N}:,{[])"([^"\\n]{1,200})":(${WEB})`, 'gu'),
    is: 'a link of Textile',
    signs: ['":http'],
    hint: ([, words, url]) => link(words, url),
  },
  {
    code: 'link-shown',
    pattern: new RegExp(`\\[([^\\]|\\n]{1,200})\\|(${WEB})\\]`, 'gu'),
    is: 'a link of Jira or a wiki',
    signs: ['|http'],
    hint: ([, words, url]) => link(words, url),
  },
  {
    code: 'link-shown',
    pattern: new RegExp(`<(${WEB})\\|([^<>\\n]{1,200})>`, 'gu'),
    is: 'a link of Slack',
    signs: ['<http'],
    hint: ([, url, words]) => link(words, url),
  },
  {
    code: 'link-shown',
    pattern: new RegExp(`(?<![\\p{L}\\p{N}:])link:(${WEB})\\[([^\\]\\n]{1,200})\\]`, 'gu'),
    is: 'a link of AsciiDoc',
    signs: ['link:http'],
    hint: ([, url, words]) => link(words, url),
  },
  {
    code: 'link-shown',
    pattern: new RegExp(`(?<![\\p{L}\\p{N})])\\(([^()\\n]{1,200})\\)\\((${WEB})\\)`, 'gu'),
    is: 'a link without square brackets',
    signs: [')(http'],
    hint: ([, words, url]) => link(words, url),
  },
  {
    code: 'link-shown',
    pattern: new RegExp(`(?<![\\p{L}\\p{N}\\])])\\[([^[\\]\\n]{1,200})\\](?:\\{(${WEB})\\}|<(${WEB})>)`, 'gu'),
    is: 'a link without parentheses',
    signs: [']{http', ']<http'],
    hint: ([, words = '', braced, pointed]) => (isWordy(words) ? link(words, braced ?? pointed) : undefined),
  },
];

const TWICE: OtherMarkup = {
  code: 'link-shown',
  pattern: new RegExp(`(${WEB})[ ]?<\\1\\/?>`, 'gu'),
  is: 'an address that a mail has twice',
  signs: ['<http'],
  hint: ([, url]) => `write \`<${url}>\``,
};

/** Pictures as other programs write them. */
const PICTURES: readonly OtherMarkup[] = [
  {
    code: 'link-shown',
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])image::?(${PICTURE})\\[([^\\]\\n]{0,200})\\]`, 'gu'),
    is: 'a picture of AsciiDoc',
    signs: ['image:'],
    hint: ([, path, shows]) => picture(shows, path),
  },
  {
    code: 'link-shown',
    pattern: new RegExp(`!\\((${PICTURE})\\)\\[([^\\]\\n]{0,200})\\]`, 'gu'),
    is: 'a picture whose brackets are exchanged',
    signs: ['!('],
    hint: ([, path, shows]) => picture(shows, path),
  },
  {
    code: 'link-shown',
    pattern: new RegExp(`!\\{([^}\\n]{0,200})\\}\\((${PICTURE})\\)`, 'gu'),
    is: 'a picture with braces',
    signs: ['!{'],
    hint: ([, shows, path]) => picture(shows, path),
  },
  {
    code: 'link-shown',
    pattern: new RegExp(`\\[!([^[\\]\\n]{1,200})\\]\\((${PICTURE})\\)`, 'gu'),
    is: 'a link to a picture; the sign of a picture stands before the bracket',
    signs: ['[!'],
    hint: ([, shows, path]) => picture(shows, path),
  },
  {
    code: 'link-shown',
    pattern: new RegExp(`^(?:!(${PICTURE})(?:\\|[^!\\n]{0,100})?!|\\.\\. image::[ \\t]*(${PICTURE}))[ \\t]*$`, 'gmu'),
    is: 'a picture of another program',
    signs: ['!', '.. image'],
    hint: ([, one, other]) => picture('', one ?? other),
  },
  {
    code: 'link-shown',
    pattern: new RegExp(`^\\/(${PICTURE})(?:[ \\t]+["'(][^\\n]{0,300}["')])?[ \\t]*$`, 'gmu'),
    is: 'a picture of iA Writer',
    signs: ['/'],
    hint: ([, path]) => picture('', path),
  },
  {
    code: 'link-shown',
    pattern: new RegExp(`\\[cid:[^\\]\\s]{1,200}\\]|\\[(?:inline )?image: ?(${PICTURE})\\]`, 'giu'),
    is: 'what a mail has in the place of a picture',
    signs: ['[cid:', 'mage:'],
    hint: ([, path]) => picture('', path),
  },
];

/** Links and pictures as other programs write them. */
export const OTHER_LINKS: readonly OtherMarkup[] = [...LINKS, TWICE, ...PICTURES];

import type { DiagnosticCode } from '../../../src/diagnostics/catalogue.ts';
import type { Files } from '../a-preview.ts';

/** A mistake that somebody makes in a text editor. */
export interface Mistake {
  readonly code: DiagnosticCode;
  /** Of the file, in the content folder; it is mended by what {@link NEWSROOM} has there. */
  readonly path: keyof typeof NEWSROOM;
  readonly text: string;
  readonly line: number;
  /** What of the hint says what to do. */
  readonly hint: string;
  /** The address that the editor looks at. */
  readonly page: string;
}

const SITE = `title: The Harbour Ledger
url: https://ledger.example/
timeZone: Europe/London
sections:
  - { id: city, title: City }
`;

const BRIDGE = `---
headline: Harbour bridge closes
dek: The old road takes the traffic.
contributors: [ana-ruiz]
date: 2026-11-23 07:30
section: city
topics: [Harbour]
---
The city closed the bridge.

## What now

Ferries run every hour.
`;

const ABOUT = '---\ntitle: About us\n---\nWe write about the harbour.\n';
const ANA = '---\nname: Ana Ruiz\nrole: Reporter\n---\nAna writes about the harbour.\n';

/** A newsroom without a mistake. */
export const NEWSROOM = {
  'site.yaml': SITE,
  'articles/bridge.md': BRIDGE,
  'contributors/ana-ruiz.md': ANA,
  'fronts/home.yaml': 'lead: bridge\n',
  'pages/about.md': ABOUT,
  'pages/help.njk': '---\ntitle: Help\n---\n<p>Write to us.</p>\n',
  'redirects.yaml': '/old/: /2026/11/23/bridge/\n',
  'media/map.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>\n',
} as const satisfies Files;

const STORY = '2026/11/23/bridge/';

/** The story with some words in the place of others. */
function bridge(code: DiagnosticCode, [before, after]: readonly [string, string], line: number, hint: string): Mistake {
  return ofFile('articles/bridge.md', { code, before, after, line, hint, page: STORY });
}

/** The story with something in the place of its first paragraph. */
function text(code: DiagnosticCode, written: string, hint: string, line = 9): Mistake {
  return bridge(code, ['The city closed the bridge.', written], line, hint);
}

function ofFile(
  path: keyof typeof NEWSROOM,
  { before, after, ...mistake }: Omit<Mistake, 'path' | 'text'> & { readonly before: string; readonly after: string },
): Mistake {
  const text = NEWSROOM[path].replace(before, () => after);
  if (text === NEWSROOM[path]) throw new Error(`There is no ${before} in ${path}`);
  return { ...mistake, path, text };
}

/** Mistakes of every kind of file, one of a kind. */
export const MISTAKES: readonly Mistake[] = [
  // The head of a story
  bridge('front-matter-missing', ['---\nheadline', 'headline'], 1, 'write a line `---` above the keys'),
  bridge('front-matter-unclosed', ['\n---\nThe', '\nThe'], 8, 'add a line `---` above it'),
  bridge('yaml-broken', ['Harbour bridge closes', 'Harbour: bridge closes'], 2, 'put quotes'),
  bridge('key-duplicate', ['section:', 'dek: Again.\nsection:'], 6, 'remove one of the two'),
  bridge('key-unknown', ['headline:', 'headine:'], 2, 'did you mean `headline`?'),
  bridge('key-missing', ['headline: Harbour bridge closes\n', ''], 1, 'headline'),
  bridge('value-type', ['topics: [Harbour]', 'topics: { a: b }'], 7, 'list'),
  bridge('value-choice', ['section: city', 'section: city\nlabel: gossip'], 7, 'opinion'),
  bridge('date-invalid', ['2026-11-23 07:30', '2026-13-23 07:30'], 5, 'look the day up in a calendar'),
  bridge('url-invalid', ['section: city', 'section: city\ncanonical: somewhere'], 7, 'https://'),
  bridge('slug-invalid', ['section: city', 'section: city\nslug: Harbour Bridge'], 7, 'harbour-bridge'),
  bridge('section-unknown', ['section: city', 'section: ctiy'], 6, 'did you mean `city`?'),
  bridge('contributor-unknown', ['ana-ruiz', 'ana-riuz'], 4, 'did you mean `ana-ruiz`?'),
  bridge('related-itself', ['section: city', 'section: city\nrelated: [bridge]'], 7, 'remove it'),
  bridge('comment-in-text', ['Harbour bridge closes', 'Ferry line #4 runs again'], 2, 'put quotes around the text'),
  bridge('language-invalid', ['section: city', 'section: city\nlanguage: english_'], 7, 'en'),
  // Its text
  text('directive-unknown', ':::pullqoute\nIt is closed.\n:::', 'did you mean `pullquote`?'),
  text('directive-attribute', ':::pullquote{from="Ana"}\nIt is closed.\n:::', '`pullquote` has `by`'),
  text('directive-unclosed', ':::pullquote\nIt is closed.', 'add a line `:::`'),
  text('directive-misused', '::factbox{title="At a glance"}', 'write `:::factbox`'),
  text('story-unknown', '::story{slug=brigde}', 'bridge'),
  text('link-broken', 'See [the page](/abuot/).', 'about'),
  text('link-fragment', 'See [below](#what-nwo).', '#what-now'),
  text('link-unsafe', 'The [bridge](javascript:alert(1)) is closed.', 'https://'),
  text('picture-missing', '![The harbour](mpa.svg)', 'did you mean `map.svg`?'),
  text('picture-alt', '![](map.svg)', 'say what the picture shows'),
  text('picture-remote', '![The harbour](https://pictures.example/a.jpg)', 'content/media/'),
  text('media-missing', '::audio{src="bell.mp3" transcript="It rings."}', 'content/media/'),
  text('heading-level', '# The bridge', '##'),
  text('html-removed', 'The <blink>bridge</blink> is closed.', 'remove the tags'),
  text('footnote-missing', 'It is closed.[^1]', 'add a line `[^1]: …`'),
  text('control-character', 'The city\u000bclosed the bridge.', 'delete it'),
  // All other files
  ofFile('fronts/home.yaml', {
    ...{ code: 'yaml-broken', before: 'lead: bridge', after: 'lead: [bridge' },
    ...{ line: 1, hint: 'add the closing `]`', page: '' },
  }),
  ofFile('fronts/home.yaml', {
    ...{ code: 'front-story-unknown', before: 'bridge', after: 'brigde' },
    ...{ line: 1, hint: 'did you mean `bridge`?', page: '' },
  }),
  ofFile('redirects.yaml', {
    ...{ code: 'redirect-broken', before: 'bridge', after: 'brigde' },
    ...{ line: 1, hint: 'did you mean `/2026/11/23/bridge/`?', page: '' },
  }),
  ofFile('redirects.yaml', {
    ...{ code: 'redirect-loop', before: '/2026/11/23/bridge/', after: '/old/' },
    ...{ line: 1, hint: 'write where it leads now', page: '' },
  }),
  ofFile('redirects.yaml', {
    ...{ code: 'redirect-invalid', before: '/old/', after: 'old/' },
    ...{ line: 1, hint: 'write `/old/`', page: '' },
  }),
  ofFile('site.yaml', {
    ...{ code: 'time-zone-invalid', before: 'London', after: 'Lodnon' },
    ...{ line: 3, hint: 'Europe/London', page: '' },
  }),
  ofFile('site.yaml', {
    ...{ code: 'key-unknown', before: 'timeZone', after: 'timezone' },
    ...{ line: 3, hint: 'did you mean `timeZone`?', page: '' },
  }),
  ofFile('site.yaml', {
    ...{ code: 'yaml-broken', before: '{ id: city, title: City }', after: '{ id: city, title: City' },
    ...{ line: 5, hint: 'add the closing `}`', page: '' },
  }),
  ofFile('contributors/ana-ruiz.md', {
    ...{ code: 'key-missing', before: 'name: Ana Ruiz\n', after: '' },
    ...{ line: 1, hint: 'name', page: 'contributors/ana-ruiz/' },
  }),
  ofFile('contributors/ana-ruiz.md', {
    ...{ code: 'front-matter-unclosed', before: 'Reporter\n---', after: 'Reporter' },
    ...{ line: 4, hint: 'add a line `---` above it', page: 'contributors/ana-ruiz/' },
  }),
  ofFile('pages/about.md', {
    ...{ code: 'link-broken', before: 'the harbour', after: '[the harbour](/harbour/)' },
    ...{ line: 4, hint: '', page: 'about/' },
  }),
  ofFile('pages/help.njk', {
    ...{ code: 'template-failed', before: 'Write to us.', after: '{{ title | nofilter }}' },
    ...{ line: 4, hint: 'correct the template', page: 'help/' },
  }),
  ofFile('media/map.svg', {
    ...{ code: 'picture-sanitised', before: '<rect', after: '<script>alert(1)</script><rect' },
    ...{ line: 1, hint: '', page: '' },
  }),
];

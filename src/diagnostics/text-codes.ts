import { type CatalogueEntry, error, naming, rule, unsafe, warn } from './catalogue-entry.ts';

/** What can be wrong with the text of a story, by code. */
export const TEXT_CODES = {
  'body-empty': warn('The story has no text.'),
  'page-too-large': error('A page is larger than browsers and search engines read: over 50 MB. It is not published.'),
  'page-large': warn('A page is so large that it takes minutes to load on a slow line: over 10 MB.'),
  'html-shown': warn('HTML in a story is shown as text and does nothing: `html: text` in `site.yaml` says so.'),
  'markdown-in-html': warn(
    'Markdown stands between tags of HTML, where it is not read: readers see its signs. An empty line ends a block of HTML.',
  ),
  'html-removed': naming(
    warn(
      'HTML in a story has an element or an attribute that stories cannot have, or a value that it cannot have. It is left out, and the message says what becomes of the text in it.',
    ),
  ),
  'html-unclosed': rule('A comment, a tag or a program in HTML has no end, and what is behind it is left out.'),
  'html-unpaired': warn(
    'An element of HTML has no end, so that what it says of words holds for all that is behind them.',
  ),
  'heading-level': warn('A first-level heading stands in the text; the headline is the only one.'),
  'heading-id': warn(
    'The name of a heading, `{#id}`, is none that an address can end with, or is taken. It gets one of its words.',
  ),
  'contents-misplaced': warn('A table of contents, `[TOC]`, stands in a text without headings, or for a second time.'),
  'attributes-dropped': naming(
    warn(
      'Attributes of another program, such as `{: target="_blank"}`, stand behind what has none. They are left out.',
    ),
  ),
  'math-invalid': rule('A formula cannot be read as TeX, or there is too much of it. It is shown as it was written.'),
  'directive-unknown': naming(error('There is no such directive.')),
  'directive-attribute': naming(
    error('The directive has no such attribute, lacks one, or has one that cannot be read.'),
  ),
  'directive-unclosed': error('The block has no closing line of `:::`.'),
  'directive-misused': naming(
    error('A block stands on one line, a one-line directive has a block, or it stands where it may not.'),
  ),
  'nesting-too-deep': error(
    'Lists, quotations or blocks stand in each other deeper than readers and browsers follow, or folders deeper than anybody looks.',
  ),
  'update-duplicate': error('Two updates of a live blog have the same time, of which their addresses are made.'),
  'footnote-misplaced': unsafe('A footnote in an update of a live blog would show before the update does.'),
  'picture-missing': naming(rule('There is no picture of this name.')),
  'picture-alt': rule('The picture has no words for readers who cannot see it.'),
  'picture-attribute': naming(rule('The picture has no such attribute.')),
  'picture-remote': naming(unsafe('The picture is on another site, which could change it or count our readers.')),
  'picture-unreadable': naming(rule('The file is empty, cut off, or not the picture that its name says.')),
  'picture-too-large': naming(error('The picture has more bytes, pixels or frames than smaller files are made of.')),
  'picture-unsafe': unsafe(
    'No browser reads the SVG, or nothing of it is left without what runs or loads something, or links to it.',
  ),
  'picture-sanitised': warn(
    'The SVG had something in it that runs, links or loads something. It is published without; your own file stays as it is.',
  ),
  'media-missing': naming(rule('There is no file of this name.')),
  'media-type': naming(rule('The file is of another kind than is needed there.')),
  'media-unreadable': naming(
    rule(
      'The file is empty, cut off or something else than its name says; or its text cannot be read, or is none of that kind.',
    ),
  ),
  'table-invalid': naming(
    rule('The file of a table has no rows under names of columns, or has not what is to be set apart.'),
  ),
  'chart-invalid': rule(
    'The file of a chart has not what the directive names, or something that cannot be drawn: the message says on which line of the file.',
  ),
  'file-words': naming(
    warn(
      'A file of a table, a chart, a transcript or captions has words that readers see otherwise than they were meant, or not at all: HTML, Markdown, formulas, rows cut short, words outside of captions.',
    ),
  ),
  'path-outside': naming(unsafe('The path leads out of the content folder.')),
  'link-unsafe': naming(
    unsafe(
      'The link does not lead to a page but would run something, or it leads elsewhere than it seems to, as `//host/` and `https://name@host/` do.',
    ),
  ),
  'link-broken': naming(rule('There is nothing at the other end of the link.')),
  'address-doubtful': naming(warn('Readers cannot follow the address: nothing in the web can be called so.')),
  'quotation-shown': warn(
    'Marks of a quotation are written as two signs each, which are printed, or make another quotation of it.',
  ),
  'link-empty': warn('A link has no words that readers could follow.'),
  'link-fragment': warn('The link leads to a page, but the place on it that it names is not there.'),
  'link-unpublished': naming(
    warn('The link leads to a story that is not published yet, so it is printed without one.'),
  ),
  'related-itself': rule('A story is named as related to itself, or shows its own card in its text.'),
  'related-duplicate': rule('A story is named twice among those that are related to another.'),
  'related-unpublished': naming(warn('The related story is not published yet, so its card is left out.')),
  'outside-gone': naming(
    warn('A link leads to a page of another site that is gone. `check --external` tells of it, no build does.'),
  ),
  'outside-moved': naming(
    warn(
      'A link leads to a page of another site that has another address for good. `check --external` tells of it, no build does.',
    ),
  ),
  'outside-unreachable': naming(
    warn(
      'A link leads to a host that does not answer, or not with a page. `check --external` tells of it, no build does.',
    ),
  ),
  'outside-insecure': naming(
    warn(
      'A link leads to a host whose certificate browsers do not accept. `check --external` tells of it, no build does.',
    ),
  ),
  'story-unknown': naming(rule('There is no story of this slug or file.')),
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

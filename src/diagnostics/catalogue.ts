/** What can be wrong, by code. The documentation of codes is made from this table. */
export interface CatalogueEntry {
  readonly severity: Severity;
  /** Why it is an error in every newsroom. Where it is not, `standards` in `site.yaml` may set another severity. */
  readonly fixed: Fixed | undefined;
  /** Whether it is told of only where `standards` gives it a severity. */
  readonly isOptional?: true;
  /** What it means, in a sentence or two for an editor. */
  readonly meaning: string;
}

export type Severity = 'error' | 'warn';

/** The severities that `standards` in `site.yaml` may give to a code. */
export const SEVERITIES = ['error', 'warn', 'off'] as const;

/**
 * Why no newsroom can change the severity of a code.
 *
 * - `safety`: it protects readers, sources under embargo, or the machines that read the site.
 * - `impossible`: what is wrong cannot be published as it was meant, because it cannot be known or has no place.
 */
export type Fixed = 'safety' | 'impossible';

export const CATALOGUE = {
  // Files
  'file-unreadable': error('The file cannot be read: it is not an ordinary file, or this user may not read it.'),
  'file-outside': unsafe(
    'The file is a symbolic link to something outside the content folder, which is not published.',
  ),
  'file-too-large': error('The file is larger than any story. Pictures and data do not belong into the text.'),
  'file-encoding': error('The file is not in UTF-8, the encoding of all text here.'),
  'file-empty': error('There is nothing in the file.'),
  'file-misplaced': warn('The file is of a kind, or in a place, that Broadsheet does not publish.'),
  'control-character': unsafe(
    'A text has an invisible control character in it, or a mark that turns the direction of letters around: mostly left by a copy and paste, or made by an escape in quotes such as `"\\x01"`.',
  ),
  'text-garbled': warn('A program took characters of a text for others when it saved it: `cafÃ©`, `Itâ€™s`.'),

  // Front matter
  'front-matter-missing': error('The file does not begin with front matter between two lines of `---`.'),
  'front-matter-unclosed': error('The front matter has no second line of `---`.'),
  'front-matter-language': unsafe('The front matter is in another language than YAML. Nothing in it was run.'),
  'yaml-broken': error('The YAML cannot be read: mostly a missing quote, or a colon in a text without quotes.'),
  'comment-in-text': warn('YAML takes what follows ` #` in a text without quotes for a comment, so it is not printed.'),
  'comma-in-text': error('A comma in `{ }` ends a text without quotes, so the rest of it would not be printed.'),
  'yaml-misread': warn('YAML reads something else there than what seems to be meant.'),
  'yaml-aliases': error('YAML anchors and aliases copy each other until they are too many to read.'),
  'key-duplicate': error('The same key stands twice.'),
  'key-unknown': rule('There is no such key.'),
  'key-missing': error('A key that is needed is not there, or has no value.'),
  'value-type': error('The value is of another kind than the key takes.'),
  'value-choice': error('The value is none of those that the key takes.'),
  'list-too-long': error(
    'A list has more entries than pages can be made of: each may have pages that show all the others.',
  ),
  'value-too-long': error('A text is too long for the lists, fronts and feeds that it stands on.'),
  'date-invalid': error('The date is not one that a calendar or a clock shows.'),
  'date-order': rule('A later event is dated before an earlier one.'),
  'date-future': warn('A correction (which is printed), an update or `updated` is dated later than now.'),
  'time-skipped': warn('Clocks were put forward over it, or the calendar: the story takes the time after the jump.'),
  'url-invalid': rule('The value is not a web address.'),
  'language-invalid': error('The value is not the code of a language (BCP 47).'),
  'language-duplicate': error('The site has two fronts in one language.'),
  'language-without-words': warn('Broadsheet has no phrases in this language, so it prints English ones.'),
  'time-zone-invalid': error('The value is not the name of a time zone (IANA).'),
  'baseline-invalid': error('Nothing can be derived from the baseline of `site.yaml`.'),
  'permalink-invalid': error(
    'The address of a story or a page, or the pattern of all addresses, is none that a page can have.',
  ),
  'elsewhere-invalid': error('The value is no pattern of paths that something else serves on the host of the site.'),
  'csp-invalid': error(
    'A source of `csp` is none that the Content Security Policy of the pages can have, or one that would undo it.',
  ),
  'slug-invalid': error('The value is not a slug: letters a-z, digits, hyphens, `_` and `.`.'),
  'slug-missing': error('No slug can be made from the file name, so the story needs one of its own.'),
  'alias-invalid': rule('The old address is not the path of a page on this site.'),
  'redirect-invalid': rule('A line of `redirects.yaml` is not an old path of this site and where it leads now.'),
  'colour-pale': error('The colour of a section is so pale that what is printed in it cannot be read by all.'),
  'icon-shape': warn('The icon of the site is not square, or too small for home screens.'),
  'section-unknown': rule('There is no such section in `site.yaml`.'),
  'series-unknown': rule('The series is almost one of those in `site.yaml`, but not quite.'),
  'folder-unknown': warn('A default of `site.yaml` is for a folder in which there are no stories.'),
  'layout-outdated': warn(
    'A file of `layouts/` is a copy of one of Broadsheet’s, which has changed since, or is gone. `check` tells of it, no build does.',
  ),
  'layout-unused': warn('A file of `layouts/` is in nobody’s place, and nothing uses it. Only `check` tells of it.'),
  'layout-unknown': rule('There is no such layout for stories.'),
  'standard-unknown': error('There is no such editorial standard.'),

  // The text of a story
  'body-empty': warn('The story has no text.'),
  'page-too-large': error('A page is larger than browsers and search engines read: over 50 MB. It is not published.'),
  'page-large': warn('A page is so large that it takes minutes to load on a slow line: over 10 MB.'),
  'html-shown': warn('HTML in a story is shown as text and does nothing: `html: text` in `site.yaml` says so.'),
  'html-removed': warn(
    'HTML in a story has an element or an attribute that stories cannot have, or a value that it cannot have. It is left out, and the message says what becomes of the text in it.',
  ),
  'html-unclosed': rule('A comment, a tag or a program in HTML has no end, and what is behind it is left out.'),
  'heading-level': warn('A first-level heading stands in the text; the headline is the only one.'),
  'heading-id': warn(
    'The name of a heading, `{#id}`, is none that an address can end with, or is taken. It gets one of its words.',
  ),
  'contents-misplaced': warn('A table of contents, `[TOC]`, stands in a text without headings, or for a second time.'),
  'attributes-dropped': warn(
    'Attributes of another program, such as `{: target="_blank"}`, stand behind what has none. They are left out.',
  ),
  'math-invalid': rule('A formula cannot be read as TeX, or there is too much of it. It is shown as it was written.'),
  'directive-unknown': error('There is no such directive.'),
  'directive-attribute': error('The directive has no such attribute, lacks one, or has one that cannot be read.'),
  'directive-unclosed': error('The block has no closing line of `:::`.'),
  'directive-misused': error(
    'A block stands on one line, a one-line directive has a block, or it stands where it may not.',
  ),
  'nesting-too-deep': error(
    'Lists, quotations or blocks stand in each other deeper than readers and browsers follow, or folders deeper than anybody looks.',
  ),
  'update-duplicate': error('Two updates of a live blog have the same time, of which their addresses are made.'),
  'footnote-misplaced': unsafe('A footnote in an update of a live blog would show before the update does.'),
  'picture-missing': rule('There is no picture of this name.'),
  'picture-alt': rule('The picture has no words for readers who cannot see it.'),
  'picture-attribute': rule('The picture has no such attribute.'),
  'picture-remote': unsafe('The picture is on another site, which could change it or count our readers.'),
  'picture-unreadable': rule('The file is empty, cut off, or not the picture that its name says.'),
  'picture-too-large': error('The picture has more bytes, pixels or frames than smaller files are made of.'),
  'picture-unsafe': unsafe(
    'No browser reads the SVG, or nothing of it is left without what runs or loads something, or links to it.',
  ),
  'picture-sanitised': warn(
    'The SVG had something in it that runs, links or loads something. It is published without; your own file stays as it is.',
  ),
  'media-missing': rule('There is no file of this name.'),
  'media-type': rule('The file is of another kind than is needed there.'),
  'media-unreadable': rule(
    'The file is empty, cut off or something else than its name says; or its text cannot be read, or is none of that kind.',
  ),
  'table-invalid': rule('The file of a table has no rows under names of columns, or has not what is to be set apart.'),
  'chart-invalid': rule(
    'The file of a chart has not what the directive names, or something that cannot be drawn: the message says on which line of the file.',
  ),
  'path-outside': unsafe('The path leads out of the content folder.'),
  'link-unsafe': unsafe(
    'The link does not lead to a page but would run something, or it leads elsewhere than it seems to, as `//host/` and `https://name@host/` do.',
  ),
  'link-broken': rule('There is nothing at the other end of the link.'),
  'address-doubtful': warn('Readers cannot follow the address: nothing in the web can be called so.'),
  'link-empty': warn('A link has no words that readers could follow.'),
  'link-fragment': warn('The link leads to a page, but the place on it that it names is not there.'),
  'link-unpublished': warn('The link leads to a story that is not published yet, so it is printed without one.'),
  'related-itself': rule('A story is named as related to itself, or shows its own card in its text.'),
  'related-duplicate': rule('A story is named twice among those that are related to another.'),
  'related-unpublished': warn('The related story is not published yet, so its card is left out.'),
  'outside-gone': warn(
    'A link leads to a page of another site that is gone. `check --external` tells of it, no build does.',
  ),
  'outside-moved': warn(
    'A link leads to a page of another site that has another address for good. `check --external` tells of it, no build does.',
  ),
  'outside-unreachable': warn(
    'A link leads to a host that does not answer, or not with a page. `check --external` tells of it, no build does.',
  ),
  'outside-insecure': warn(
    'A link leads to a host whose certificate browsers do not accept. `check --external` tells of it, no build does.',
  ),
  'story-unknown': rule('There is no story of this slug or file.'),

  // Several files
  'site-missing': error('There is no `site.yaml`, which names the site and its address.'),
  'contributor-unknown': rule('There is nobody of this id in `content/contributors/`.'),
  'contributor-ambiguous': error('Two contributors have this name.'),
  'contributor-doubtful': warn('The name is one slip from that of a contributor, and leads nowhere.'),
  'contributor-repeated': warn('Someone stands twice in one part of a story.'),
  'translation-unknown': rule('There is no such story to be a translation.'),
  'translation-itself': rule('The story names itself as its translation.'),
  'translation-language': rule('The translation is in another language than the story says.'),
  'translation-duplicate': rule('Two stories would be the translation in one language.'),
  'translation-unpublished': warn('The translation is not published yet, so nothing leads to it.'),
  'name-reserved': unsafe(
    'The file would have a name that hosts, browsers or crawlers obey, such as `web.config` or `sw.js`: one page could take the whole site down.',
  ),
  'url-duplicate': error('Two pages have the same address.'),
  'alias-collision': rule('An old address is in use by another page.'),
  'address-lost': rule(
    'A page has been published at an address of `addresses.txt`, and nothing is there now: no page, no redirect, and no word that it was withdrawn.',
  ),
  'address-unpublished': warn(
    'A story has been published at an address of `addresses.txt`, and is dated later than now: until then nothing is there.',
  ),
  'address-line': rule('A line of `addresses.txt` is no address, or a mark that git has left of a merge.'),
  'front-unknown': rule('The file of `content/fronts/` is named neither `home` nor as a section.'),
  'front-story-unknown': warn('A front names a story that is not there; the newest takes its place.'),
  'front-story-unpublished': warn('A front names a draft, or a story under embargo; the newest takes its place.'),
  'front-story-repeated': warn('A front names a story twice; it stands where it is named first.'),
  'front-too-long': warn('A front names more than a page can hold (100 stories, 50 groups); the rest is left out.'),
  'front-picture-missing': warn('A front asks for the picture of a story that has none; its card has words alone.'),
  'topic-shared': warn('Two names of topics that may be two things make one address, so they are one topic.'),
  'topic-nameless': warn('A topic has nothing in its name that an address could be made of, so it has no page.'),
  'topic-unknown': warn('A front has a group of a topic that no published story has.'),
  'redirect-broken': rule('A redirect leads to an address at which there is nothing.'),
  'redirect-loop': rule('Redirects lead in a circle.'),
  'redirect-unpublished': warn('A redirect leads to something that is not published yet, and begins with it.'),
  'template-failed': error(
    'An Eleventy template of `content/pages/` or `layouts/` cannot be rendered, or its data cannot be read.',
  ),
  'program-refused': unsafe(
    'A file of `content/pages/` is a program or data for one, and `site.yaml` says `pages: text`. Nothing of it was run or read.',
  ),

  // Editorial standards
  'headline-long': warn('The headline is longer than search engines and phones show (110 characters).'),
  'contributor-by': warn('A name begins with the word that is printed before all names.'),
  'contributor-extra': warn(
    'A name has something else beside it, such as an address or a remark, which is printed with it.',
  ),
  'contributors-joined': warn('Two names seem to stand in one; each name gets its own entry in the list.'),
  'topics-joined': warn('Two topics stand in one, or a topic in quotation marks, so it gets a page of its own.'),
  'notice-repeated': warn('A correction or an update says what another one of the same story says already.'),
  'markup-in-key': warn(
    'A key that takes words alone has HTML or Markdown, which is printed as it was written or does nothing.',
  ),
  'link-shown': warn(
    'A link or a picture was meant, and is printed as it was written: its path has a space, or something is not closed.',
  ),
  'reference-missing': warn(
    'The label of a link or a picture stands for no address, so all of it is printed as it was written.',
  ),
  'definition-unused': warn('A line gives an address a label that no link has, so nobody sees it.'),
  'footnote-missing': warn('There is no note of this label, so the reference is printed as it was written.'),
  'footnote-unused': warn('Nothing refers to the note, or another has its label, so it is left out of the page.'),
  'heading-shown': warn('A heading was meant, and its `#` is printed, or it has no words.'),
  'heading-unmeant': warn('A line of hyphens right below a text makes a heading of it, where a rule was meant.'),
  'emphasis-shown': warn('Emphasis was meant, and its marks are printed: one is missing, or a space stands beside it.'),
  'list-shown': warn('A list was meant, and its lines run together: they do not begin as those of lists do.'),
  'list-unmeant': warn('A line begins with a number and a point, or a plus sign, and so became a list of one item.'),
  'code-unmeant': warn('Words became code, for four spaces or a tab stand before them.'),
  'code-unclosed': warn('Nothing ends a block of code, so all that follows is shown as code.'),
  'line-joined': warn('A line right below a quotation or a table became a part of it.'),
  'comment-shown': warn('A note among colleagues is printed: it is no comment of HTML, or not quite one.'),
  'entity-shown': warn('The name of a character, such as `&nbsp;`, is printed as it was written.'),
  'braces-shown': warn('Braces belong to no picture and no directive, so they are printed as they were written.'),
  'shortcode-shown': warn('A command of another program (Hugo, Jekyll, WordPress) is printed as it was written.'),
  'directive-shown': warn('A directive was meant, and is printed as it was written: it does not begin its line.'),
  'table-shown': warn(
    'A table was meant, and its strokes are printed: the line of hyphens under the first row is missing.',
  ),
  'table-row-long': warn('A row has more cells than the first row of its table, so those are left out of the page.'),
  'placeholder-left': warn('What was still to be written is printed: `TKTK`, `[headline here]`, `lorem ipsum`.'),
  'transcript-missing': warn('Readers who cannot hear a recording are not told what is said in it.'),

  // The copy desk, see `docs/copy-desk.md`
  'word-unknown': optional('Neither the dictionary nor `content/words.txt` has a word.'),
  'dictionary-missing': warn(
    'Spelling is to be checked, and the dictionary of a language that stories are in is not installed.',
  ),
  'words-invalid': warn('A line of `content/words.txt` is no word, and no beginning of words.'),
  'style-invalid': rule('An entry of `content/style.yaml` has nothing that could be found in a text.'),
  'style-word': warn('The house style, `content/style.yaml`, has other words for it, or does not have it.'),
  'style-unit': warn('The house style writes a unit behind a number in another way.'),
  'style-title': warn('The house style writes the title of a person in another way, or has none there.'),
  'word-repeated': warn('A word stands twice in a row that never does: “the the”.'),
  'quotation-unclosed': warn(
    'A quotation has no closing mark, and the next paragraph does not begin with one as if it went on there.',
  ),
  'alt-redundant': warn('The description of a picture begins with “image of”, which screen readers say by themselves.'),
  'headline-card-long': optional(
    'A headline is longer than cards show on a phone (80 characters), and there is no short one.',
  ),
  'dek-missing': optional('The story has no sentence below its headline.'),
  'number-differs': optional('The headline has a number that the text does not have, though that has others.'),
  'reading-hard': warn('The story is harder to read than `readingEase` in `content/style.yaml` wants.'),
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type DiagnosticCode = keyof typeof CATALOGUE;

/** The code of a house rule: the name of its file, which no code of the catalogue has. */
export type HouseCode = string & { readonly brand: 'HouseCode' };

/** Every code that a message can have. */
export type Code = DiagnosticCode | HouseCode;

const OF_HOUSE_RULES = warn('A house rule, which the newsroom has written itself.');

/** What is known of a code. What a house rule finds is a warning, unless the newsroom says something else. */
export function entryOf(code: Code): CatalogueEntry {
  return isInCatalogue(code) ? CATALOGUE[code] : OF_HOUSE_RULES;
}

/** Whether a text is a code of the catalogue. */
export function isInCatalogue(text: string): text is DiagnosticCode {
  return Object.hasOwn(CATALOGUE, text);
}

/** The codes whose severity a newsroom may set. */
export const STANDARDS: readonly DiagnosticCode[] = (Object.keys(CATALOGUE) as DiagnosticCode[]).filter(
  (code) => CATALOGUE[code].fixed === undefined,
);

/** An error without which nothing can be published. */
function error(meaning: string): CatalogueEntry {
  return { severity: 'error', fixed: 'impossible', meaning };
}

/** An error that no newsroom may choose to live with. */
function unsafe(meaning: string): CatalogueEntry {
  return { severity: 'error', fixed: 'safety', meaning };
}

/** An error that a newsroom may choose to live with: what is wrong is then left out of the page. */
function rule(meaning: string): CatalogueEntry {
  return { severity: 'error', fixed: undefined, meaning };
}

function warn(meaning: string): CatalogueEntry {
  return { severity: 'warn', fixed: undefined, meaning };
}

/** A warning that a newsroom has to ask for. */
function optional(meaning: string): CatalogueEntry {
  return { severity: 'warn', fixed: undefined, isOptional: true, meaning };
}

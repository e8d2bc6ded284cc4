import { type CatalogueEntry, error, naming, ofList, optional, rule, unsafe, warn } from './catalogue-entry.ts';
import { TEXT_CODES } from './text-codes.ts';

/** What can be wrong, by code, in the order of the documentation, which is made from this table. */
export const CATALOGUE = {
  // Files
  'file-unreadable': naming(
    error('The file cannot be read: it is not an ordinary file, or this user may not read it.'),
  ),
  'file-outside': unsafe(
    'The file is a symbolic link to something outside the content folder, which is not published.',
  ),
  'file-too-large': error('The file is larger than any story. Pictures and data do not belong into the text.'),
  'file-encoding': naming(error('The file is not in UTF-8, the encoding of all text here.')),
  'file-empty': error('There is nothing in the file.'),
  'file-misplaced': naming(warn('The file is of a kind, or in a place, that Broadsheet does not publish.')),
  'control-character': unsafe(
    'A text has an invisible control character in it, or a mark that turns the direction of letters around: mostly left by a copy and paste, or made by an escape in quotes such as `"\\x01"`.',
  ),
  'text-garbled': warn('A program took characters of a text for others when it saved it: `cafÃ©`, `Itâ€™s`.'),

  // Front matter
  'front-matter-missing': naming(error('The file does not begin with front matter between two lines of `---`.')),
  'front-matter-unclosed': error('The front matter has no second line of `---`.'),
  'front-matter-language': naming(unsafe('The front matter is in another language than YAML. Nothing in it was run.')),
  'yaml-broken': error('The YAML cannot be read: mostly a missing quote, or a colon in a text without quotes.'),
  'comment-in-text': warn('YAML takes what follows ` #` in a text without quotes for a comment, so it is not printed.'),
  'comma-in-text': error('A comma in `{ }` ends a text without quotes, so the rest of it would not be printed.'),
  'yaml-misread': warn('YAML reads something else there than what seems to be meant.'),
  'yaml-aliases': error('YAML anchors and aliases copy each other until they are too many to read.'),
  'key-below': rule('A key stands below the front matter, where it is printed as text and does nothing.'),
  'key-duplicate': error('The same key stands twice.'),
  'key-unknown': naming(rule('There is no such key.')),
  'key-missing': naming(error('A key that is needed is not there, or has no value.')),
  'value-type': naming(error('The value is of another kind than the key takes.')),
  'value-choice': naming(error('The value is none of those that the key takes.')),
  'list-too-long': error(
    'A list has more entries than pages can be made of: each may have pages that show all the others.',
  ),
  'value-too-long': error('A text is too long for the lists, fronts and feeds that it stands on.'),
  'date-invalid': error('The date is not one that a calendar or a clock shows.'),
  'date-order': rule('A later event is dated before an earlier one.'),
  'date-future': warn('A correction (which is printed), an update or `updated` is dated later than now.'),
  'until-past': warn('Something is to be shown until a moment that has passed, so nobody sees it.'),
  'time-skipped': warn('Clocks were put forward over it, or the calendar: the story takes the time after the jump.'),
  'time-twice': warn('Clocks were put back and showed the time twice: the first of the two is taken.'),
  'url-invalid': naming(rule('The value is not a web address.')),
  'link-repeated': warn('A list of links has two that lead to the same address.'),
  'language-invalid': naming(error('The value is not the code of a language (BCP 47).')),
  'language-duplicate': error('The site has two fronts in one language.'),
  'language-without-words': naming(warn('Broadsheet has no phrases in this language, so it prints English ones.')),
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
  'section-unknown': ofList(naming(rule('There is no such section in `site.yaml`.')), 'sections'),
  'series-unknown': ofList(naming(rule('The series is almost one of those in `site.yaml`, but not quite.')), 'series'),
  'folder-unknown': warn('A default of `site.yaml` is for a folder in which there are no stories.'),
  'layout-outdated': warn(
    'A file of `layouts/` is a copy of one of Broadsheet’s, which has changed since, or is gone. `check` tells of it, no build does.',
  ),
  'layout-unused': warn('A file of `layouts/` is in nobody’s place, and nothing uses it. Only `check` tells of it.'),
  'layout-unknown': naming(rule('There is no such layout for stories.')),
  'standard-unknown': error('There is no such editorial standard.'),

  ...TEXT_CODES,

  // Several files
  'site-missing': error('There is no `site.yaml`, which names the site and its address.'),
  'contributor-unknown': naming(rule('There is nobody of this id in `content/contributors/`.')),
  'contributor-ambiguous': naming(error('Two contributors have this name.')),
  'contributor-doubtful': naming(warn('The name is one slip from that of a contributor, and leads nowhere.')),
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
  'address-line': naming(rule('A line of `addresses.txt` is no address, or a mark that git has left of a merge.')),
  'front-unknown': ofList(
    rule('The file of `content/fronts/` is named neither `home` nor as a section.'),
    'sections',
    'languages',
  ),
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
  'contributors-joined': naming(warn('Two names seem to stand in one; each name gets its own entry in the list.')),
  'topics-joined': warn('Two topics stand in one, or a topic in quotation marks, so it gets a page of its own.'),
  'notice-repeated': warn('A correction or an update says what another one of the same story says already.'),
  'markup-in-key': warn(
    'A key, an attribute or a caption that takes words alone has HTML or Markdown, which is printed as it was written or does nothing.',
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
  'emphasis-shown': warn(
    'Emphasis was meant, and its marks are printed: one is missing, or a space stands beside it. Or a sign of multiplication was meant, `2*3*4`, and became emphasis.',
  ),
  'list-shown': warn('A list was meant, and its lines run together: they do not begin as those of lists do.'),
  'list-unmeant': warn('A line begins with a number and a point, or a plus sign, and so became a list of one item.'),
  'code-unmeant': warn('Words became code, for four spaces or a tab stand before them.'),
  'code-unclosed': warn('Nothing ends a block of code, so all that follows is shown as code.'),
  'line-joined': warn('A line right below a quotation or a table became a part of it.'),
  'comment-shown': warn('A note among colleagues is printed: it is no comment of HTML, or not quite one.'),
  'entity-shown': warn('The name of a character, such as `&nbsp;`, is printed as it was written.'),
  'braces-shown': warn('Braces belong to no picture and no directive, so they are printed as they were written.'),
  'shortcode-shown': naming(
    warn('A command of another program (Hugo, Jekyll, WordPress) is printed as it was written.'),
  ),
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
  'style-invalid': warn('An entry of `content/style.yaml` has nothing that could be found in a text.'),
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

const OF_HOUSE_RULES = naming(warn('A house rule, which the newsroom has written itself.'));

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

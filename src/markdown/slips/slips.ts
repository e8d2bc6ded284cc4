import { braces } from './braces.ts';
import { code } from './code.ts';
import { comments, entitiesShown } from './programs/comments.ts';
import { directives, wideDirectives } from './directives.ts';
import { linksDoubtful } from './doubtful-links.ts';
import { emphasis } from './emphasis.ts';
import { footnotesMissing, footnotesUnused } from './footnotes.ts';
import { headings, headingsDoubtful } from './headings.ts';
import { joinedLines } from './joined.ts';
import { links } from './links.ts';
import { otherMarkup } from './programs/other-markup.ts';
import { quotations } from './quotations.ts';
import { listsShown, listsUnmeant } from './lists.ts';
import { wordsOfHtml } from './texts/html-words.ts';
import { placeholders } from './texts/placeholders.ts';
import { definitionsShown, definitionsUnused, references } from './references.ts';
import { admonitions, shortcodes } from './programs/shortcodes.ts';
import type { SlipRule } from './slip.ts';
import { drawnTables, longRows, tables } from './tables.ts';
import { wideSigns } from './wide-signs.ts';

/** Every kind of slips that is looked for, in the order of the catalogue. */
export const SLIP_RULES: readonly SlipRule[] = [
  links,
  linksDoubtful,
  references,
  definitionsShown,
  definitionsUnused,
  footnotesMissing,
  footnotesUnused,
  headings,
  headingsDoubtful,
  emphasis,
  listsShown,
  listsUnmeant,
  code,
  joinedLines,
  comments,
  entitiesShown,
  braces,
  shortcodes,
  admonitions,
  otherMarkup,
  quotations,
  directives,
  wideDirectives,
  wideSigns,
  tables,
  drawnTables,
  longRows,
  wordsOfHtml,
  placeholders,
];

import { braces } from './braces.ts';
import { definitionsUnused } from './definitions.ts';
import { directives } from './directives.ts';
import { footnotesMissing, footnotesUnused } from './footnotes.ts';
import { headings } from './headings.ts';
import { links } from './links.ts';
import { references } from './references.ts';
import { shortcodes } from './shortcodes.ts';
import type { SlipRule } from './slip.ts';
import { longRows, tables } from './tables.ts';

/** Every kind of slips that is looked for, in the order of the catalogue. */
export const SLIP_RULES: readonly SlipRule[] = [
  links,
  references,
  definitionsUnused,
  footnotesMissing,
  footnotesUnused,
  headings,
  braces,
  shortcodes,
  directives,
  tables,
  longRows,
];

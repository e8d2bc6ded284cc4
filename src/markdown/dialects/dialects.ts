/// <reference path="./plugins.d.ts" />
import type MarkdownIt from 'markdown-it';
import mark from 'markdown-it-mark';
import type { Html } from '../../domain/html.ts';
import type { Dialect, Dialects } from '../../domain/site/dialects.ts';
import { addresses } from './addresses.ts';
import { alerts } from './alerts.ts';
import { attributes } from './attributes.ts';
import { contents } from './contents.ts';
import { definitionLists } from './definition-lists.ts';
import { emoji } from './emoji.ts';
import { headingIds } from './heading-ids.ts';
import { highlight } from './highlight.ts';
import { dollarMath, math } from './math.ts';
import { subscript, superscript } from './scripts.ts';
import { taskLists } from './task-lists.ts';

/** What each dialect adds to a parser. They run in this order, after all that every text has. */
const EXTENSIONS: Readonly<Record<Dialect, (markdown: MarkdownIt) => void>> = {
  addresses,
  attributes,
  headingIds,
  definitionLists,
  taskLists,
  mark: mark,
  subscript,
  superscript,
  alerts,
  contents,
  highlight,
  math,
  dollarMath,
  emoji,
};

/** Adds the dialects that are on. */
export function useDialects(markdown: MarkdownIt, dialects: Dialects): void {
  for (const [name, extension] of Object.entries(EXTENSIONS)) if (dialects[name as Dialect]) extension(markdown);
}

/** Whether a rendered text has formulas, or code whose parts are told apart. */
export function hasNotation(html: Html): boolean {
  return html.includes('<math') || html.includes('<span class="code-');
}

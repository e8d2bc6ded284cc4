import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { visible } from '../../diagnostics/wording.ts';
import { HAS_OWN_FOLDER, NEWSROOM, OWN_LAYOUTS, SETTINGS, shownPath } from '../../disk/project.ts';
import { sourcePlacesIn, type SourcePlace } from '../../build/program/source-places.ts';

/** What says which page could not be printed, see `src/build/workers/print-pages.ts`. */
const FAILED = /^The layout (\S+) failed for the page (\S+)$/;

/** What says for which story a directive could not be printed, see `src/markdown/directives/own-directives.ts`. */
const OF_DIRECTIVE = /^layouts\/directives\/\S+ failed for (.+), line (\d+)$/;

/**
 * What is said of a file of the newsroom's own that threw: a component of `layouts/` when it printed a page, a directive when it printed a
 * story, `.eleventy.ts` when it was asked for its configuration. Where, why, for what, and what next. Nothing where no file of the newsroom's has to do with it.
 *
 * @param faults A fault and what it comes of, outermost first.
 */
export function describeLayoutFault(faults: readonly Error[]): string | undefined {
  const inmost = faults.at(-1);
  const place = sourcePlacesIn(inmost?.stack ?? '').find(({ file }) => isOwn(file));
  if (!inmost || !place) return undefined;
  const { name, message } = inmost;
  return [
    `${shownPath(place.file)}:${place.line}:${place.column} ${name}${whereIn(faults)}: ${visible(message)}`,
    ...excerptOf(place),
    `  hint: ${hintFor(place.file)}`,
    'Nothing was published.',
  ].join('\n');
}

function isOwn(file: string): boolean {
  return file.startsWith(OWN_LAYOUTS + sep) || (HAS_OWN_FOLDER && file === join(NEWSROOM, SETTINGS));
}

/** What was being made: a page, or a story with a directive in it. */
function whereIn(faults: readonly Error[]): string {
  for (const { message } of faults) {
    const [, layout, page] = FAILED.exec(message) ?? [];
    if (page !== undefined) return ` at the page ${page} (layout \`${layout}\`)`;
    const [, story, line] = OF_DIRECTIVE.exec(message) ?? [];
    if (story !== undefined) return ` at ${visible(story)}:${line}`;
  }
  return '';
}

function hintFor(file: string): string {
  if (!file.startsWith(OWN_LAYOUTS + sep)) return 'correct the line: `npx tsc` says what a configuration may call';
  return 'correct the line: what the data of a page may lack is `undefined` in its type, which `npx tsc` looks after';
}

function excerptOf({ file, line, column }: SourcePlace): readonly string[] {
  const text = linesOf(file)[line - 1];
  if (text === undefined) return [];
  const number = `  ${line} | `;
  const before = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return [`${number}${visible(text.trimEnd())}`, `${' '.repeat(number.length - 2)}| ${before}^`];
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

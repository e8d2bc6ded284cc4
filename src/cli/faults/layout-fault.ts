import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { visible } from '../../diagnostics/wording.ts';
import { OWN_LAYOUTS, shownPath } from '../../disk/project.ts';
import { sourcePlacesIn, type SourcePlace } from '../../build/program/source-places.ts';

/** What says which page could not be printed, see `src/build/workers/print-pages.ts`. */
const FAILED = /^The layout (\S+) failed for the page (\S+)$/;

/**
 * What is said of a component of the newsroom's `layouts/` that threw when it printed a page: where, why, which page, and what next. Nothing
 * where no file of the newsroom's has to do with it.
 *
 * @param faults A fault and what it comes of, outermost first.
 */
export function describeLayoutFault(faults: readonly Error[]): string | undefined {
  const [, layout, page] = faults.map(({ message }) => FAILED.exec(message)).find((match) => match) ?? [];
  const inmost = faults.at(-1);
  if (layout === undefined || !inmost) return undefined;
  const place = sourcePlacesIn(inmost.stack ?? '').find(({ file }) => file.startsWith(OWN_LAYOUTS + sep));
  if (!place) return undefined;
  const { name, message } = inmost;
  return [
    `${shownPath(place.file)}:${place.line}:${place.column} ${name} at the page ${page} (layout \`${layout}\`): ${visible(message)}`,
    ...excerptOf(place),
    '  hint: correct the line: what the data of a page may lack is `undefined` in its type, which `npx tsc` looks after',
    'Nothing was published.',
  ].join('\n');
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

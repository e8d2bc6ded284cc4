import { causesOf } from '../diagnostics/causes.ts';
import { type Finding, type Spot, WHOLE_FILE } from '../diagnostics/finding.ts';

/** What is said of a template that is to blame for a fault. */
export function faultIn(path: string, fault: unknown, bodyLineOf: (path: string) => number): Finding {
  return {
    code: 'template-failed',
    path,
    at: spotOfFault(fault, bodyLineOf(path)),
    message: `Unexpected mistake in this page, expected what Eleventy can render: ${reasonOf(fault)}`,
    hint: 'correct the template, or take it out of content/pages/',
  };
}

/** Where in a template a fault is, as far as its language says. `bodyLine` is the line on which its text begins. */
export function spotOfFault(fault: unknown, bodyLine: number): Spot {
  const all = causesOf(fault)
    .map(({ message }) => message)
    .join('\n');
  const position = /\[Line (\d+), Column (\d+)\]|line:\s?(\d+), col:\s?(\d+)/.exec(all);
  const line = bodyLine - 1 + Number(position?.[1] ?? position?.[3] ?? 1);
  return spotOf(all, {
    line,
    column: Math.max(1, Number(position?.[2] ?? position?.[4] ?? 1)),
    isKnown: position !== null,
  });
}

/** What a template language says is wrong, in a line. */
export function reasonOf(fault: unknown): string {
  return firstLine(causesOf(fault).at(-1)?.message ?? '');
}

/** What was not there or could not be called is looked for by its name: the places that Nunjucks gives are not exact. */
const NAMED = /(?:filter|template) not found: ([\w./-]+)|Unable to call `([\w.]+)|value for `date` \(([^)]+)\)/;

function spotOf(
  messages: string,
  place: { readonly line: number; readonly column: number; readonly isKnown: boolean },
): Spot {
  const match = NAMED.exec(messages);
  const text = match?.[1] ?? match?.[2] ?? match?.[3];
  if (text !== undefined) return { kind: 'text', lines: [1, 1_000_000], needles: [{ before: '', text }], nth: 0 };
  return place.isKnown ? { kind: 'position', line: place.line, column: place.column } : WHOLE_FILE;
}

/** The first line that says something; template languages begin with the name of the file, which is said already. */
function firstLine(message: string): string {
  const lines = message
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const telling = lines.find((line) => !/^\(.*\)(?:\s*\[Line.*\])?$/.test(line)) ?? lines[0] ?? 'no message';
  return (
    telling
      // Of Liquid and YAML: it is told as the place.
      .replace(/(?:, (?:file:[^,]*, )?line:\d+, col:\d+| \(\d+:\d+\))$/, '')
      .replace(/\s*\((?:\.{0,2}\/)?[^()]*pages\/[^()]*\)/, '')
      .replace(/(?:\.\.\/)+[\w./-]*pages\//g, 'content/pages/')
  );
}

import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';

/**
 * What went wrong in a template of `content/pages/`, if it was one of them; Eleventy's errors name the file and hold
 * the error behind them. `bodyLineOf` says on which line of a file its text begins, since template languages do not
 * count front matter.
 */
export function findTemplateFault(
  fault: unknown,
  bodyLineOf: (path: string) => number | undefined,
): Finding | undefined {
  const messages = messagesOf(fault);
  const name = /[\w./\\-]*pages\/([^\s`"')]+\.(?:md|html|njk|liquid|11ty\.js))/.exec(messages.join('\n'))?.[1];
  if (name === undefined) return undefined;
  const path = `content/pages/${name}`;
  const bodyLine = bodyLineOf(path);
  if (bodyLine === undefined) return undefined;
  const reason = messages.at(-1) ?? '';
  const position = /\[Line (\d+), Column (\d+)\]|line:\s?(\d+), col:\s?(\d+)/.exec(messages.join('\n'));
  const line = Number(position?.[1] ?? position?.[3] ?? 0);
  const column = Number(position?.[2] ?? position?.[4] ?? 1);
  return {
    code: 'template-failed',
    path,
    at: line > 0 ? { kind: 'position', line: bodyLine + line - 1, column: Math.max(1, column) } : WHOLE_FILE,
    message: `Unexpected fault in a template, expected one that Eleventy can render: ${firstLine(reason)}`,
    hint: 'correct the template, or take it out of content/pages/',
  };
}

/** The messages of an error and of all that it holds, outermost first. */
function messagesOf(fault: unknown): readonly string[] {
  const messages: string[] = [];
  let next: unknown = fault;
  while (next instanceof Error && messages.length < 20) {
    messages.push(next.message);
    next = (next as { readonly originalError?: unknown }).originalError ?? next.cause;
  }
  return messages;
}

/** The first line that says something; template languages begin with the name of the file, which is said already. */
function firstLine(message: string): string {
  const lines = message
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const telling = lines.find((line) => !/^\(.*\)(?:\s*\[Line.*\])?$/.test(line)) ?? lines[0] ?? 'no message';
  return telling.replace(/\s*\((?:\.{0,2}\/)?[^()]*pages\/[^()]*\)/, '');
}

/** A text cut into its front matter and what follows it. */
export interface FrontMatterCut {
  readonly yaml: string;
  /** The line of the file on which the YAML begins, counted from 1. */
  readonly yamlLine: number;
  readonly body: string;
  /** The line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number;
}

const FENCE = /^---[ \t]*$/gm;

/** Cuts a text that begins with a line of `---` at the next line that is one; `undefined` where there is none. */
export function cutFrontMatter(text: string): FrontMatterCut | undefined {
  const start = text.indexOf('\n') + 1;
  if (start === 0) return undefined;
  FENCE.lastIndex = start;
  const fence = FENCE.exec(text);
  if (!fence) return undefined;
  const yaml = text.slice(start, fence.index);
  const body = text.slice(fence.index + fence[0].length).replace(/^\n/, '');
  return { yaml, yamlLine: 2, body, bodyLine: 3 + countOf('\n', yaml) };
}

function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

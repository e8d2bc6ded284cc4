import { mergeTexts } from './merge-texts.ts';

/** How the editor writes a text of Markdown that it has read and that nobody has changed. */
export type Normalise = (markdown: string) => string;

/**
 * The text of a file after it was edited. An editor that shows Markdown as it looks writes all of it anew, in its own way; of this, only what a
 * person has changed is taken over, and the rest stays byte for byte.
 *
 * Three texts are merged: the file's, what the editor makes of that untouched, and what it has now. The result is read once more the way the editor
 * reads: where it would then show something else, what is merged is larger parts of the text, and in the end the editor's text as it is.
 *
 * @param source The text of the file, its lines ending in `\n`.
 * @param edited What the editor has now.
 */
export function mergeBody(source: string, edited: string, normalise: Normalise): string {
  if (isSameBut(source, edited)) return source;
  const [, before = '', core = '', after = ''] = /^(\s*\n|)(.*?)(\s*)$/s.exec(source) ?? [];
  const wanted = edited.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  const wrap = (text: string): string => (text === '' ? '' : `${before}${text}${after}`);
  if (core === '') return wanted === '' ? source : `${before}${wanted}\n`;
  const usual = read(normalise, core);
  if (usual === undefined) return wrap(wanted);
  if (isSameBut(usual, wanted)) return source;
  if (isCloserTo(core, usual, wanted)) return wrap(wanted);
  for (const unit of ['words', 'lines', 'blocks'] as const) {
    const merged = mergeTexts({ base: usual, ours: core, theirs: wanted }, unit);
    const shown = merged === undefined ? undefined : read(normalise, merged);
    if (merged !== undefined && shown !== undefined && (shown === wanted || shown === read(normalise, wanted)))
      return wrap(merged);
  }
  return wrap(wanted);
}

/** Whether two texts differ in nothing but the empty lines before and after them. */
function isSameBut(one: string, other: string): boolean {
  return one === other || one.trim() === other.trim();
}

/** Whether a text was made of the file's own lines rather than of those that the editor writes: it was edited as Markdown. */
function isCloserTo(source: string, usual: string, edited: string): boolean {
  if (source === usual) return true;
  const lines = new Set(edited.split('\n'));
  const foreign = (text: string, other: string): number => {
    const others = new Set(other.split('\n'));
    return text.split('\n').filter((line) => !others.has(line) && lines.has(line)).length;
  };
  return foreign(source, usual) > foreign(usual, source);
}

function read(normalise: Normalise, text: string): string | undefined {
  try {
    return normalise(text).trim();
  } catch {
    return undefined;
  }
}

import { quote } from '../../../diagnostics/wording.ts';
import { labelOf } from '../brackets.ts';
import {
  isPlaceholder,
  isQuoted,
  type Placeholder,
  placeholdersIn,
  placeholdersInBrackets,
} from './placeholder-words.ts';
import { inEachBlock, type Note, shortened, type Slip, type SlipRule } from '../slip.ts';
import type { WrittenBlock, WrittenText } from '../written-text.ts';

/** `TKTK`, `[headline here]`, `lorem ipsum dolor`: what was still to be written, and readers see. */
export const placeholders: SlipRule = (text) => [...inBlocks(text), ...inDirectives(text)];

const inBlocks = inEachBlock((block) => {
  const words = withoutUnseen(block.content);
  const found: Placeholder[] = [...placeholdersIn(words), ...inPictures(block)];
  for (const bracket of block.brackets) {
    if (bracket.close < 0 || bracket.close - bracket.open > LONGEST || !isPlaceholder(labelOf(block, bracket)))
      continue;
    const written = block.content.slice(bracket.open, bracket.close + 1);
    if (!isQuoted(block.content, bracket.open, written.length)) found.push({ index: bracket.open, written });
  }
  return found
    .sort((one, other) => one.index - other.index)
    .map(noteOf)
    .filter(isFirstHere);
});

const LONGEST = 100;

/** A text with spaces in the place of what is code, or a comment. */
function withoutUnseen(content: string): string {
  if (!content.includes('`') && !content.includes('<!--')) return content;
  return content.replace(/(`+)[^`]+\1|<!--[\s\S]*?(?:-->|$)/g, (unseen) => ' '.repeat(unseen.length));
}

/** What pictures say to those who do not see them, and what stands below them. */
function inPictures({ content, children }: WrittenBlock): readonly Placeholder[] {
  return children.flatMap((image): readonly Placeholder[] => {
    if (image.type !== 'image') return [];
    return [image.content, image.attrGet('title') ?? ''].flatMap((text): readonly Placeholder[] => {
      const [first] = placeholdersIn(text);
      const index = first === undefined ? -1 : content.indexOf(first.written);
      return first === undefined || index < 0 ? [] : [{ index, written: first.written }];
    });
  });
}

/** Titles and the like: `:::box{title="TK"}`. */
function inDirectives({ tokens, lines }: WrittenText): readonly Slip[] {
  return tokens.flatMap(({ type, map }): readonly Slip[] => {
    const line = map?.[0];
    if (line === undefined || !type.startsWith('directive')) return [];
    const opening = lines[line] ?? '';
    return [...opening.matchAll(/="([^"]*)"/g)].flatMap(({ 1: value = '', index }): readonly Slip[] =>
      [...placeholdersIn(value), ...placeholdersInBrackets(value)].map((found) => {
        const { index: within, ...note } = noteOf(found);
        return { ...note, place: { line, column: index + 2 + within } };
      }),
    );
  });
}

function noteOf({ index, written }: Placeholder): Note {
  return { code: 'placeholder-left', index, length: written.length, ...describePlaceholder(written) };
}

function isFirstHere({ index, length }: Note, at: number, notes: readonly Note[]): boolean {
  const before = notes[at - 1];
  return before === undefined || before.index + before.length <= index || before.length < length;
}

/** What is said of a placeholder, in a text or under a key. */
export function describePlaceholder(written: string): Pick<Note, 'message' | 'hint'> {
  return {
    message: `Unexpected ${quote(shortened(written))} that readers see, expected what it stands for`,
    hint: 'write what is still missing there, or leave it out',
  };
}

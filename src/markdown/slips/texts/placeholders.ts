import { quote } from '../../../diagnostics/wording.ts';
import { labelOf } from '../brackets.ts';
import { inEachBlock, type Note, shortened } from '../slip.ts';
import { isPlaceholder, isQuoted, type Placeholder, placeholdersIn } from './placeholder-words.ts';

/** `TKTK`, `[headline here]`, `lorem ipsum dolor`: what was still to be written, and readers see. */
export const placeholders = inEachBlock((block) => {
  const words = withoutUnseen(block.content);
  const found: Placeholder[] = [...placeholdersIn(words)];
  for (const bracket of block.brackets) {
    if (bracket.close < 0 || bracket.close - bracket.open > LONGEST || !isPlaceholder(labelOf(block, bracket)))
      continue;
    const written = block.content.slice(bracket.open, bracket.close + 1);
    if (!isQuoted(block.content, bracket.open, written.length)) found.push({ index: bracket.open, written });
  }
  return found
    .sort((one, other) => one.index - other.index)
    .map(noteOfPlaceholder)
    .filter(isFirstHere);
});

const LONGEST = 100;

/** A text with spaces in the place of what is code, or a comment. */
function withoutUnseen(content: string): string {
  if (!content.includes('`') && !content.includes('<!--')) return content;
  return content.replace(/(`+)[^`]+\1|<!--[\s\S]*?(?:-->|$)/g, (unseen) => ' '.repeat(unseen.length));
}

/** What is said of a placeholder, in a text or under a key. */
export function noteOfPlaceholder({ index, written }: Placeholder): Note {
  return {
    code: 'placeholder-left',
    index,
    length: written.length,
    message: `Unexpected ${quote(shortened(written))} that readers see, expected what it stands for`,
    hint: 'write what is still missing there, or leave it out',
  };
}

function isFirstHere({ index, length }: Note, at: number, notes: readonly Note[]): boolean {
  const before = notes[at - 1];
  return before === undefined || before.index + before.length <= index || before.length < length;
}

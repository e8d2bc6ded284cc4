import type { SourceFile } from '../domain/source-file.ts';
import type { Finding } from '../diagnostics/finding.ts';

const CONTROL = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

/** A file with more of them is no text, and the first few say so. */
const MOST = 20;

/** The invisible control characters of a file, which no reader, feed or terminal can do anything good with. */
export function findControlCharacters({ path, text }: SourceFile): readonly Finding[] {
  if (text.search(CONTROL) < 0) return [];
  const found = text
    .split('\n')
    .flatMap((line, index) => [...line.matchAll(CONTROL)].map((match) => ({ match, line: index + 1 })));
  return found.slice(0, MOST).map(({ match: [character], match, line }) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return {
      code: 'control-character',
      path,
      at: { kind: 'position', line, column: match.index + 1 },
      message: `Unexpected control character U+${code}, expected text`,
      hint: 'delete it: put the cursor behind the caret’s place and press backspace',
    };
  });
}

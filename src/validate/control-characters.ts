import type { SourceFile } from '../domain/source-file.ts';
import type { Finding } from '../diagnostics/finding.ts';

const CONTROL = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u;

/** The first invisible control character of a file, which no reader, feed or terminal can do anything good with. */
export function findControlCharacter({ path, text }: SourceFile): Finding | undefined {
  const index = text.search(CONTROL);
  if (index < 0) return undefined;
  const before = text.slice(0, index).split('\n');
  const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'control-character',
    path,
    at: { kind: 'position', line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    message: `Unexpected control character U+${code}, expected text`,
    hint: 'delete it: put the cursor behind the caret’s place and press backspace',
  };
}

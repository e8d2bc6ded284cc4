import type { SourceFile } from '../../domain/content/source.ts';
import { garbledParts } from '../../domain/garbled.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';

/** A file with more of them was read in another encoding as a whole, and the first few say so. */
const MOST = 5;

/** The parts of a file that a program has made of other characters. */
export function findGarbled({ path, text }: SourceFile): readonly Finding[] {
  return garbledParts(text, MOST).map(({ written, meant, line, index }) => ({
    code: 'text-garbled',
    path,
    at: { kind: 'position', line, column: index + 1, length: written.length },
    message: `Unexpected ${quote(written)}, which a program has made of another character`,
    hint: meant === undefined ? 'write the character that was there' : `write \`${meant}\``,
  }));
}

import type { SourceFile } from '../../../domain/content/source.ts';
import type { Finding } from '../../../diagnostics/finding.ts';
import { quote } from '../../../diagnostics/wording.ts';
import { wordsIn } from './words.ts';

/** The newsroom's own list of words. */
export const WORDS_PATH = 'content/words.txt';

/** Words that are right though no dictionary has them. */
export class OwnWords {
  private readonly words = new Set<string>();
  private readonly beginnings = new Set<string>();
  readonly findings: Finding[] = [];

  /** Adds all words of a name: a person, a place, a section. */
  addName(name: string): void {
    for (const { word } of wordsIn(name)) this.words.add(word);
  }

  /**
   * Adds the words of `content/words.txt`: one a line, or several that belong together; what follows `#` is a comment. A word in
   * small letters may begin a sentence, one with capitals is right with these only. `word*` stands for all words that begin so.
   */
  addList({ path, text }: SourceFile): void {
    for (const [index, line] of text.split('\n').entries()) {
      const written = line.replace(/#.*/su, '').trim();
      if (written === '') continue;
      const words = written.split(/[\s\u2010\u2011-]+/u).map((word) => word.normalize('NFC').replaceAll('’', "'"));
      const wrong = words.find((word) => !/^[\p{L}\p{M}][^*\s]{0,99}\*?$/u.test(word));
      if (wrong !== undefined)
        this.note(path, { line: index + 1, column: line.indexOf(wrong.replaceAll("'", '’')) + 1 }, wrong);
      else for (const word of words) this.add(word);
    }
  }

  /** Whether a word is in the list, or what it is the possessive of. */
  has(written: string): boolean {
    const word = written.normalize('NFC').replace(/[’‘ʼ]/g, "'");
    if (this.hasForm(word)) return true;
    const base = word.replace(/'s?$/u, '');
    return base !== word && this.hasForm(base);
  }

  private add(word: string): void {
    if (word.endsWith('*')) this.beginnings.add(word.slice(0, -1));
    else this.words.add(word);
  }

  private hasForm(word: string): boolean {
    if (word === '') return false;
    const small = word[0]?.toLowerCase() + word.slice(1);
    if (this.words.has(word) || this.words.has(small)) return true;
    if (this.beginnings.size === 0) return false;
    for (let end = word.length; end > 0; end -= 1) {
      if (this.beginnings.has(word.slice(0, end)) || this.beginnings.has(small.slice(0, end))) return true;
    }
    return false;
  }

  private note(
    path: string,
    { line, column }: { readonly line: number; readonly column: number },
    wrong: string,
  ): void {
    if (this.findings.length === MOST_FINDINGS) return;
    this.findings.push({
      code: 'words-invalid',
      path,
      at: { kind: 'position', line, column: Math.max(1, column), length: wrong.length },
      message: `Unexpected ${quote(wrong)} in the list of words, expected a word, or the beginning of words like \`Brexit*\``,
      hint: 'write letters only, with `*` at the end of a beginning; put `#` before a comment',
    });
  }
}

const MOST_FINDINGS = 20;

import { quote } from '../../../diagnostics/wording.ts';
import { typographyOf } from '../../../markdown/typography/marks.ts';
import { NO_PROSE } from '../../../markdown/prose/read-prose.ts';
import type { CopyRule } from '../passages.ts';
import type { Passage } from '../story-prose.ts';

/** What closes a quotation, by what has opened it, in any language that has it so: „a“, „a”, «a», »a«, »a», ”a”, and ”a“ where lines run from right to left. */
const CLOSING: Readonly<Record<string, string>> = {
  ...{ '“': '”', '”': '”“', '„': '“”', '«': '»', '»': '«»', '「': '」', '『': '』' },
};
const MARKS = /["“”„«»「」『』]/gu;

/** A quotation that a paragraph leaves open, and where it opens. */
interface Open {
  readonly mark: string;
  readonly passage: Passage;
  readonly index: number;
}

/**
 * Quotations that do not close. One may go on over several paragraphs, with pictures between them: each then opens anew, and the last one closes. Single marks are
 * apostrophes, too; straight marks behind a number may be inches, and those within a Hebrew word are part of it: none of these opens anything.
 */
export const findUnclosed: CopyRule = function* ({ passages, language }) {
  const { quotes, resuming } = typographyOf(language);
  const marks = { quotes: quotes.map((mark) => mark.trim()), resuming: resuming.trim() };
  let left: Open | undefined;
  for (const passage of passages) {
    if (isBeside(passage)) continue;
    if (left && !(passage.goesOn && resumes(passage.text, [left.mark, marks.resuming]))) yield remarkOn(left);
    left =
      passage.kind === 'paragraph'
        ? new Paragraph(passage, { ...marks, isResumed: left !== undefined }).openAtEnd()
        : undefined;
  }
  if (left) yield remarkOn(left);
};

/** Whether a passage is a picture, or belongs to one, and interrupts no quotation. */
function isBeside({ kind, text }: Passage): boolean {
  return kind === 'alt' || kind === 'caption' || (kind === 'paragraph' && text.replaceAll(NO_PROSE, '').trim() === '');
}

function resumes(text: string, marks: readonly string[]): boolean {
  const start = text.trimStart();
  return marks.some((mark) => start.startsWith(mark)) || /^["“”„«»「『]/u.test(start);
}

interface Marks {
  /** Opening and closing mark of the language. */
  readonly quotes: readonly string[];
  readonly resuming: string;
  readonly isResumed: boolean;
}

/** The quotation marks of a paragraph, read one by one: what is quoted within a quotation is not looked at by itself. */
class Paragraph {
  private readonly passage: Passage;
  private readonly marks: Marks;
  private open: Open | undefined;
  /** Straight marks that opened something within a quotation with other marks. */
  private within = 0;
  /** Whether a straight mark stands where a quotation with other marks may end: some write both kinds. */
  private mayHaveClosed = false;

  constructor(passage: Passage, marks: Marks) {
    this.passage = passage;
    this.marks = marks;
  }

  openAtEnd(): Open | undefined {
    for (const { 0: mark, index } of this.passage.text.matchAll(MARKS)) {
      if (mark === '"') this.readStraight(index);
      else this.readMark(mark, index);
    }
    return this.mayHaveClosed ? undefined : this.open;
  }

  private begin(mark: string, index: number): void {
    this.open = { mark, passage: this.passage, index };
    this.within = 0;
    this.mayHaveClosed = false;
  }

  private end(): void {
    this.open = undefined;
    this.mayHaveClosed = false;
  }

  private readStraight(index: number): void {
    const { text } = this.passage;
    const [before, after] = [text.slice(Math.max(0, index - 2), index), text.slice(index + 1, index + 3)];
    if (HEBREW_END.test(before) && HEBREW.test(after)) return;
    const isOpening = OPENS_BEHIND.test(before) && OPENS_BEFORE.test(after);
    if (this.open === undefined) {
      if (isOpening) this.begin('"', index);
    } else if (this.open.mark === '"') {
      this.end();
    } else if (isOpening) {
      this.within += 1;
    } else if (this.within > 0) {
      this.within -= 1;
    } else {
      this.mayHaveClosed = true;
    }
  }

  private readMark(mark: string, index: number): void {
    const { isResumed, resuming, quotes } = this.marks;
    const [opening = '“', closing = '”'] = quotes;
    const { text } = this.passage;
    // In Spanish, what begins a further paragraph of a quotation is a closing mark.
    if (isResumed && mark === resuming && text.slice(0, index).trim() === '') this.begin(opening, index);
    else if (this.open && this.closes(mark, index, { opening, closing })) this.end();
    else if (this.open && !this.mayHaveClosed) return;
    else if (this.opens(mark, index) || (mark === opening && !this.standsAtEnd(index))) this.begin(mark, index);
  }

  /** Whether a mark closes what is open, in the way of the language or of any other. */
  private closes(
    mark: string,
    index: number,
    { opening, closing }: { readonly opening: string; readonly closing: string },
  ): boolean {
    const opened = this.open?.mark ?? '';
    if (mark === closing && (opened === opening || opened === '"')) return true;
    // «a «b» c»: what opens anew closes nothing, unless marks open and close alike.
    if (mark === opened && mark !== closing && this.opens(mark, index)) return false;
    return (CLOSING[opened] ?? '').includes(mark);
  }

  /** Whether a mark may open a quotation where it stands, in the way of any language: «so», »so«, ”so“. */
  private opens(mark: string, index: number): boolean {
    if (!/[«»“”]/u.test(mark)) return Object.hasOwn(CLOSING, mark);
    const { text } = this.passage;
    return (
      OPENS_BEHIND.test(text.slice(Math.max(0, index - 2), index)) &&
      OPENS_BEFORE.test(text.slice(index + 1, index + 3))
    );
  }

  /** Whether a word ends before a mark, and none begins behind it. In some languages a space stands within the marks. */
  private standsAtEnd(index: number): boolean {
    const { text } = this.passage;
    return (
      !OPENS_BEHIND.test(text.slice(Math.max(0, index - 2), index)) &&
      !/^[\p{L}\p{N}]/u.test(text.slice(index + 1, index + 3))
    );
  }
}

/** What may stand before a mark that opens: nothing, white space, a bracket, a dash, another mark, or what is no prose. */
const OPENS_BEHIND = /(?:^|[\s([{\u2013\u2014\ufffc'‘“”„«»¿¡-])$/u;
/** What may not stand behind a mark that opens: white space, and what ends a part of a sentence. */
const OPENS_BEFORE = /^[^\s.,;:!?)\]}»”]/u;
const HEBREW_END = /[\p{Script=Hebrew}]$/u;
const HEBREW = /^\p{Script=Hebrew}/u;

function remarkOn({ mark, passage, index }: Open) {
  return {
    code: 'quotation-unclosed',
    message: `Unexpected quotation that begins with ${quote(mark)} and does not close, expected a closing mark in the same paragraph`,
    hint: 'close it; if it goes on in the next paragraph, begin that with a mark, too',
    at: { passage, index, length: mark.length },
  } as const;
}

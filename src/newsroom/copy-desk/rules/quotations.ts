import { quote } from '../../../diagnostics/wording.ts';
import { typographyOf } from '../../../markdown/typography/marks.ts';
import type { CopyRule } from '../passages.ts';
import type { Passage } from '../story-prose.ts';

/** Marks of quotations of which it is known whether they open or close, in all languages that have them so. */
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“”', '「': '」', '『': '』' };

/** A quotation that a paragraph leaves open, and where it opens. */
interface Open {
  readonly mark: string;
  readonly passage: Passage;
  readonly index: number;
}

/**
 * Quotations that do not close. One may go on over several paragraphs: each then opens anew, and the last one closes. Single marks are
 * apostrophes, too, and marks behind a number are inches: they are left alone.
 */
export const findUnclosed: CopyRule = function* ({ passages, language }) {
  const { quotes, resuming } = typographyOf(language);
  let left: Open | undefined;
  for (const passage of passages) {
    if (left && !(passage.goesOn && resumes(passage.text, [left.mark, resuming.trim()]))) yield remarkOn(left);
    left =
      passage.kind === 'paragraph'
        ? openAtEnd(passage, { quotes, isResumed: left !== undefined, resuming: resuming.trim() })
        : undefined;
  }
  if (left) yield remarkOn(left);
};

function resumes(text: string, marks: readonly string[]): boolean {
  const start = text.trimStart();
  return marks.some((mark) => start.startsWith(mark)) || /^["“”„«»「『]/u.test(start);
}

interface Marks {
  /** Opening and closing mark of the language. */
  readonly quotes: readonly string[];
  readonly isResumed: boolean;
  readonly resuming: string;
}

function openAtEnd(passage: Passage, { quotes, isResumed, resuming }: Marks): Open | undefined {
  const { text } = passage;
  const [opening = '“', closing = '”'] = quotes.map((mark) => mark.trim());
  let open: Open | undefined;
  for (const { 0: mark, index } of text.matchAll(/["“”„«»「」『』]/gu)) {
    // In Spanish, what begins a further paragraph of a quotation is a closing mark.
    const isResuming = isResumed && mark === resuming && text.slice(0, index).trim() === '';
    if (mark === '"') {
      if (/\p{N}/u.test(text[index - 1] ?? '') && open?.mark !== '"') continue;
      // Whoever opens with a typographic mark may close with a straight one.
      open = open ? undefined : { mark, passage, index };
    } else if (isResuming) {
      open = { mark: opening, passage, index };
    } else if (open && closes(open.mark, mark, { opening, closing })) {
      open = undefined;
    } else if (open === undefined && (mark === opening || (mark !== closing && opensThere(text, index)))) {
      open = { mark, passage, index };
    }
  }
  return open;
}

/** Whether a mark closes what another opened, in the way of the language or of any other. */
function closes(
  opened: string,
  mark: string,
  { opening, closing }: { readonly opening: string; readonly closing: string },
): boolean {
  if (mark === closing && (opened === opening || opened === '"')) return true;
  return (PAIRS[opened] ?? (opened === '»' ? '«' : opened)).includes(mark);
}

/** Whether a mark opens a quotation, in the way of another language: «so», »so«. */
function opensThere(text: string, index: number): boolean {
  const mark = text[index] ?? '';
  if (mark !== '«' && mark !== '»') return Object.hasOwn(PAIRS, mark);
  return /[\s(\u2014-]/u.test(text[index - 1] ?? ' ') && /\S/u.test(text[index + 1] ?? '');
}

function remarkOn({ mark, passage, index }: Open) {
  return {
    code: 'quotation-unclosed',
    message: `Unexpected quotation that begins with ${quote(mark)} and does not close, expected a closing mark in the same paragraph`,
    hint: 'close it; if it goes on in the next paragraph, begin that with a mark, too',
    at: { passage, index, length: mark.length },
  } as const;
}

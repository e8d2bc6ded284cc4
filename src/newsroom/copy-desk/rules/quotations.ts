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
      open = open?.mark === '"' ? undefined : { mark, passage, index };
    } else if (isResuming) {
      open = { mark: opening, passage, index };
    } else if (open && closes(open.mark, mark, { opening, closing })) {
      open = undefined;
    } else if (opens(mark, { opening, closing }) && open === undefined) {
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
  if (opened === opening && mark === closing) return true;
  return (PAIRS[opened] ?? (opened === '»' ? '«' : opened)).includes(mark);
}

function opens(mark: string, { opening, closing }: { readonly opening: string; readonly closing: string }): boolean {
  if (mark === opening) return true;
  return mark !== closing && Object.hasOwn(PAIRS, mark);
}

function remarkOn({ mark, passage, index }: Open) {
  return {
    code: 'quotation-unclosed',
    message: `Unexpected quotation that begins with ${quote(mark)} and does not close, expected a closing mark in the same paragraph`,
    hint: 'close it; if it goes on in the next paragraph, begin that with a mark, too',
    at: { passage, index, length: mark.length },
  } as const;
}

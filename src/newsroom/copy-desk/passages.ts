import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { HouseStyle } from './house-style/house-style.ts';
import type { Passage, StoryProse } from './story-prose.ts';

/** Something that the copy desk finds fault with: a part of a passage, or of the story as such. */
export interface Remark {
  readonly code: DiagnosticCode;
  readonly message: string;
  /** What to do next, as an imperative. */
  readonly hint: string;
  readonly at: { readonly passage: Passage; readonly index: number; readonly length: number } | Finding['at'];
}

/** What finds one kind of faults in a story. Takes time in proportion to its length. */
export type CopyRule = (prose: StoryProse, style: HouseStyle) => Iterable<Remark>;

/** Of one kind so many are told of in a story: with more of them, the first say enough. */
export const MOST_REMARKS = 20;

/** What a rule says of a story, with the places in its file. */
export function findingsOf(rule: CopyRule, prose: StoryProse, style: HouseStyle): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { code, message, hint, at } of rule(prose, style)) {
    if (findings.length === MOST_REMARKS) break;
    findings.push({ code, path: prose.path, at: 'passage' in at ? positionOf(at) : at, message, hint });
  }
  return findings;
}

/** A place is on one line: of words that go on in the next one, the first are pointed at. */
function positionOf({ passage, index, length }: Extract<Remark['at'], { readonly passage: Passage }>): Finding['at'] {
  const end = passage.text.indexOf('\n', index);
  const onLine = end < 0 ? length : Math.min(length, end - index);
  return { kind: 'position', ...passage.placeOf(index), length: Math.max(1, onLine) };
}

/** Words of a passage as messages quote them, also where a line ends within them. */
export function wordsAt({ text }: Passage, index: number, length: number): string {
  return text.slice(index, index + length).replace(/\s*\n\s*/gu, ' ');
}

/** Whether a passage is part of the text below the front matter that reads from beginning to end. */
export function isRunning({ kind }: Passage): boolean {
  return kind === 'paragraph' || kind === 'heading';
}

const OPENERS = /[\s"'“”„«»‘’‹›([*_\u2013\u2014-]/;
const FARTHEST = 20;

/** Whether a sentence begins at a place of a passage, as far as the signs before it tell. */
export function beginsSentence(text: string, index: number): boolean {
  for (let at = index - 1; at >= 0 && at >= index - FARTHEST; at -= 1) {
    const sign = text[at] ?? '';
    if (/[.!?:…]/.test(sign)) return true;
    if (sign === '\n' && text[at - 1] === '\n') return true;
    if (!OPENERS.test(sign)) return false;
  }
  return index <= FARTHEST || OPENERS.test(text[index - FARTHEST] ?? '');
}

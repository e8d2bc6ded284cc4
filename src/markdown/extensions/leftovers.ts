import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { MarkRun, Noted } from '../environment.ts';

/** What is noted of the signs of a text while it is parsed. */
export type SignsNoted = Pick<Noted, 'signs' | 'runs' | 'marks'>;

/** Has each block know which signs, and which marks of emphasis, Markdown has made nothing of. */
export function leftovers(markdown: MarkdownIt): void {
  // Asked last, so nothing else wanted the sign.
  markdown.inline.ruler.push('leftover-signs', (state, silent) => {
    if (silent || !isOfInterest(state.src, state.pos) || isAfterPicture(state)) return false;
    const { signs } = state.env as SignsNoted;
    const known = signs.get(state.tokens);
    if (known) known.push(state.pos);
    else signs.set(state.tokens, [state.pos]);
    return false;
  });
  leftoverMarks(markdown);
}

/** Has each block know which marks of emphasis belong to no other: the parser says of each run where it stands, and then what it has paired. */
function leftoverMarks(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('strikethrough', 'marks', (state, silent) => {
    if (silent || !MARKS.has(state.src.charCodeAt(state.pos))) return false;
    const { length } = runAt(state.src, state.pos);
    // What waits to become a token becomes the one before.
    const token = state.tokens.length + (state.pending === '' ? 0 : 1);
    const { runs } = state.env as SignsNoted;
    const known = runs.get(state.tokens);
    const run = { token, index: state.pos, length };
    if (known) known.push(run);
    else runs.set(state.tokens, [run]);
    return false;
  });
  markdown.inline.ruler2.after(
    'balance_pairs',
    'leftover-marks',
    ({ tokens, delimiters, tokens_meta: metas, env, src }) => {
      const { runs, marks } = env as SignsNoted;
      const known = runs.get(tokens);
      if (!known) return false;
      const alone = new Set<number>();
      for (const list of [delimiters, ...Array.from(metas, (meta) => meta?.delimiters ?? [])]) {
        const ends = new Set(list.map(({ end }) => end));
        for (const [index, { end, token }] of list.entries()) if (end < 0 && !ends.has(index)) alone.add(token);
      }
      const left: { index: number; length: number }[] = [];
      for (const run of known) left.push(...leftOf(run, alone, /[*_]/.test(src[run.index] ?? '') ? 1 : 2));
      if (left.length > 0) marks.set(tokens, left);
      return false;
    },
  );
}

/** `*`, `_`, `~` and `=`. */
const MARKS: ReadonlySet<number> = new Set([0x2a, 0x5f, 0x7e, 0x3d]);

function runAt(text: string, at: number): { readonly length: number } {
  let end = at + 1;
  while (text[end] === text[at]) end += 1;
  return { length: end - at };
}

/** What is left of a run: its marks are a token each, or two of them are, and then one may come before. */
function leftOf(
  { token, index, length }: MarkRun,
  alone: ReadonlySet<number>,
  width: 1 | 2,
): { index: number; length: number }[] {
  if (length > LONGEST_RUN) return [];
  const odd = width === 2 && length % 2 === 1 ? 1 : 0;
  const left: { index: number; length: number }[] = [];
  for (let at = odd, nth = odd; at < length; at += width, nth += 1) {
    if (!alone.has(token + nth)) continue;
    const last = left.at(-1);
    if (last && last.index + last.length === index + at) last.length += width;
    else left.push({ index: index + at, length: width });
  }
  return left;
}

/** Longer ones are rules, or stand for what is left out. */
const LONGEST_RUN = 3;

/** Signs of Markdown that often stand for themselves count only where they could begin something. */
function isOfInterest(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x5b /* [ */:
    case 0x5d /* ] */:
    case 0x7b /* { */:
      return true;
    case 0x3a /* : */:
      return text.charCodeAt(at - 1) !== 0x3a && (text.charCodeAt(at + 1) === 0x3a || isLineStart(text, at));
    case 0x23 /* # */:
      return isLineStart(text, at);
    case 0x25 /* % */:
      return text.charCodeAt(at + 1) === 0x25 && (at === 0 || /\s/.test(text[at - 1] ?? ''));
    case 0x26 /* & */:
      return NO_ENTITY.test(text.slice(at, at + 12));
    case 0x3c /* < */:
      return /^<(?:!|--|[–—])/.test(text.slice(at, at + 3));
    default:
      return false;
  }
}

/** `&eactue;`, and names that lack their `;`; not `AT&T`. */
const NO_ENTITY =
  /^&(?:[a-z]{2,10};|(?:nbsp|amp|copy|reg|quot|lt|gt|[mn]dash|hellip|[lr][sd]quo|eacute|egrave|euro|pound)(?![\w;=])|#(?:\d{2,6}|[xX][\da-fA-F]{2,5})(?![\w;]))/;

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === 0x0a;
}

/** Braces there have findings of their own. */
function isAfterPicture(state: {
  readonly src: string;
  readonly pos: number;
  readonly pending: string;
  readonly tokens: readonly Token[];
}): boolean {
  return state.src[state.pos] === '{' && state.pending === '' && state.tokens.at(-1)?.type === 'image';
}

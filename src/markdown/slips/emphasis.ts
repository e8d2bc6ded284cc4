import { quote } from '../../diagnostics/wording.ts';
import { MOST, type Note, shortened, type Slip, type SlipRule } from './slip.ts';
import { FARTHEST, type WrittenBlock } from './written-text.ts';

/** Marks of emphasis that are printed: `**never`, `** never **`, `*Aurora * sank`. */
export const emphasis: SlipRule = ({ blocks }) => {
  const slips: Slip[] = [];
  for (const [index, block] of blocks.entries()) {
    if (slips.length >= MOST) break;
    for (const { index: at, ...note } of ofProduct(block)) slips.push({ ...note, place: block.placeOf(at) });
    if (block.marks.length === 0) continue;
    const next = blocks.slice(index + 1, index + 4).find(({ marks }) => marks.length > 0);
    for (const { index: at, ...note } of findIn(block, next)) slips.push({ ...note, place: block.placeOf(at) });
  }
  return slips;
};

/** `2*3*4`: signs between numbers make emphasis of the one between them, and are lost. */
function ofProduct({ content, children }: WrittenBlock): readonly Note[] {
  if (!content.includes('*')) return [];
  const [written = ''] = /(?<![\w*])\d+(?:[.,]\d+)?\*\d+(?:[.,]\d+)?\*\d+(?:[.,]\d+)?(?![\w*])/.exec(content) ?? [];
  const [, inside] = written.split('*');
  const isEmphasis = children.some(({ type }, at) => type === 'em_open' && children[at + 1]?.content === inside);
  if (written === '' || !isEmphasis) return [];
  const message = `Unexpected ${quote(written)}, of which emphasis is made, expected a sign of multiplication`;
  const hint = `write \`${written.replaceAll('*', '×')}\`, or \`${written.replaceAll('*', '\\*')}\``;
  return [{ code: 'emphasis-shown', index: content.indexOf(written), length: written.length, message, hint }];
}

/** Where a run of marks stands, and what it looks like beside what is around it. */
interface Run {
  readonly index: number;
  readonly sign: string;
  readonly shape: 'opens' | 'closes' | 'alone' | 'within';
}

function findIn(block: WrittenBlock, next: WrittenBlock | undefined): readonly Note[] {
  const runs = block.marks.map((mark) => readRun(block.content, mark));
  const [first, last] = [new Map<string, number>(), new Map<string, number>()];
  for (const [at, { sign }] of runs.entries()) {
    if (!first.has(sign)) first.set(sign, at);
    last.set(sign, at);
  }
  const notes: Note[] = [];
  let end = 0;
  for (const [at, run] of runs.entries()) {
    if (run.index < end) continue;
    if (notes.length === MOST) break;
    const partner = runs[at + 1];
    const inside = partner ? block.content.slice(run.index + run.sign.length, partner.index) : '';
    if (isPartOfRun(block.content, run)) {
      notes.push(noteOf(run, `write as many \`${run.sign[0]}\` before the words as behind them`));
      continue;
    }
    if (partner && isSpacedPair(run, partner, inside)) {
      notes.push(
        noteOf(run, `put no space between the signs and the words: \`${run.sign}${shortened(inside)}${run.sign}\``),
      );
      end = partner.index + partner.sign.length;
    } else if (partner && isGluedPair(block.content, run, partner)) {
      const words = `${run.sign}${shortened(inside)}${run.sign}`;
      notes.push(
        noteOf(
          partner,
          `put a space behind the closing signs, \`${words} \`, or the last sign of the words behind them`,
        ),
      );
      end = partner.index + partner.sign.length;
    } else if (
      isUnclosed(run, { block, isFirst: first.get(run.sign) === at, isLast: last.get(run.sign) === at, next })
    ) {
      const [sign] = run.sign;
      notes.push(
        noteOf(
          run,
          `write \`${run.sign}\` behind the last word that is meant, or \`${`\\${sign}`.repeat(run.sign.length)}\` if readers are to see it`,
        ),
      );
    }
  }
  return notes;
}

/** `**never*`: one of two belongs to no other. */
function isPartOfRun(content: string, { index, sign }: Run): boolean {
  return content[index - 1] === sign[0] || content[index + sign.length] === sign[0];
}

function noteOf({ index, sign }: Run, hint: string): Note {
  return {
    code: 'emphasis-shown',
    index,
    length: sign.length,
    message: `Unexpected ${quote(sign)} that readers see, expected one right before the words that are meant, and one right behind them`,
    hint,
  };
}

function readRun(content: string, { index, length }: WrittenBlock['marks'][number]): Run {
  const sign = content.slice(index, index + length);
  const before = content.slice(Math.max(0, index - 2), index);
  const after = content.slice(index + length, index + length + 2);
  const isAfterSpace = before === '' || /\s$/.test(before);
  if (after === '' || /^\s/.test(after)) return { index, sign, shape: isAfterSpace ? 'alone' : 'closes' };
  if (isAfterSpace) return { index, sign, shape: 'opens' };
  const isWithin = /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
  return { index, sign, shape: isWithin ? 'within' : /[\p{L}\p{N}]$/u.test(before) ? 'closes' : 'opens' };
}

/** `** never **`, `**never **`, `*Aurora * sank`; not `5 * 3 * 2`, and not `45* and 23*`. */
function isSpacedPair(run: Run, partner: Run, inside: string): boolean {
  if (run.sign !== partner.sign || inside.length > FARTHEST || inside.includes('\n')) return false;
  const words = inside.trim();
  if (!/^["'“‘(]?\p{L}/u.test(words) || words === inside) return false;
  if (run.sign === '==' || run.sign.length === 1) {
    return (
      (run.shape === 'opens' && partner.shape === 'alone') || (run.shape === 'alone' && partner.shape === 'closes')
    );
  }
  return run.shape !== 'closes' && run.shape !== 'within' && partner.shape !== 'opens' && partner.shape !== 'within';
}

/** `**Note:**text`: between a punctuation mark and a letter, signs begin emphasis and do not end it. */
function isGluedPair(content: string, run: Run, partner: Run): boolean {
  if (run.sign !== partner.sign || run.shape !== 'opens' || partner.shape !== 'opens') return false;
  const inside = content.slice(run.index + run.sign.length, partner.index);
  const isAtStart = run.index === 0 || /\s/.test(content[run.index - 1] ?? '');
  return (
    isAtStart &&
    inside.length <= FARTHEST &&
    /^\S.*[\p{Pe}\p{Pf}.,:;!?"'…。！？]$/u.test(inside) &&
    /\p{L}/u.test(inside) &&
    /^\p{L}/u.test(content.slice(partner.index + partner.sign.length))
  );
}

interface Surroundings {
  readonly block: WrittenBlock;
  /** Whether it is the first and the last of its kind that is left in the block. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly next: WrittenBlock | undefined;
}

/** A mark right before a word that nothing ends. A star before a remark is none, nor the stroke of a name of a file. */
function isUnclosed({ index, sign, shape }: Run, { block: { content }, isFirst, isLast, next }: Surroundings): boolean {
  if (shape !== 'opens' || !isLast || !/^["'“‘]?\p{L}/u.test(content.slice(index + sign.length))) return false;
  if (index > 0 && content[index - 1] !== '\n') {
    if (sign.length > 1) return true;
    if (!/\s/.test(content[index - 1] ?? '') || /[.!?:;)]\s$/.test(content.slice(Math.max(0, index - 2), index)))
      return false;
    return isFirst && (sign === '*' || /^_\p{Lu}[^\s_.(\d]*(?:\s|$)/u.test(content.slice(index)));
  }
  // At the beginning of a line it may explain a star above, unless it is ended in the next paragraph.
  const [first] = next?.marks ?? [];
  return (
    sign.length > 1 &&
    next !== undefined &&
    first !== undefined &&
    readRun(next.content, first).shape === 'closes' &&
    next.content.slice(first.index, first.index + first.length) === sign
  );
}

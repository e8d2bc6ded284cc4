/** A line of one of two texts, or of both. */
interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

const CONTEXT = 2;
/** Of the lines of one text times those of the other, where they differ: beyond that each is told as a whole. */
const MOST_PAIRS = 1_000_000;

/** What differs between two texts, in the form of `diff -u`: places with the lines around them, without the names of the texts. */
export function unifiedDiff(before: string, after: string): readonly string[] {
  const lines = diffLines(before.split('\n'), after.split('\n'));
  const isShown = lines.map(() => false);
  lines.forEach(({ sign }, index) => {
    if (sign === ' ') return;
    for (let near = index - CONTEXT; near <= index + CONTEXT; near += 1) if (near in isShown) isShown[near] = true;
  });
  const printed: string[] = [];
  const at = { before: 1, after: 1 };
  lines.forEach(({ sign, text }, index) => {
    if (isShown[index]) {
      if (!isShown[index - 1]) printed.push(headOf(lines, isShown, { ...at, index }));
      printed.push(`${sign}${text}`);
    }
    if (sign !== '+') at.before += 1;
    if (sign !== '-') at.after += 1;
  });
  return printed;
}

/** `@@ -12,5 +12,6 @@`: where a place begins in either text, and how many lines of it are shown. */
function headOf(
  lines: readonly DiffLine[],
  isShown: readonly boolean[],
  { index, before, after }: { readonly index: number; readonly before: number; readonly after: number },
): string {
  const end = isShown.indexOf(false, index);
  const within = lines.slice(index, end < 0 ? lines.length : end);
  const count = (other: DiffLine['sign']): number => within.filter(({ sign }) => sign !== other).length;
  return `@@ -${before},${count('+')} +${after},${count('-')} @@`;
}

function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const shorter = Math.min(before.length, after.length) - start;
  while (end < shorter && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const same = (text: string): DiffLine => ({ sign: ' ', text });
  return [
    ...before.slice(0, start).map(same),
    ...diffMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ];
}

/** By the longest common subsequence of lines. */
function diffMiddle(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const removed = before.map((text): DiffLine => ({ sign: '-', text }));
  const added = after.map((text): DiffLine => ({ sign: '+', text }));
  if (before.length * after.length > MOST_PAIRS) return [...removed, ...added];
  const width = after.length + 1;
  // How many lines the rests of both have in common, from a place in either.
  const common = new Uint32Array((before.length + 1) * width);
  const at = (one: number, other: number): number => common[one * width + other] ?? 0;
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      const isSame = before[one] === after[other];
      common[one * width + other] = isSame
        ? at(one + 1, other + 1) + 1
        : Math.max(at(one + 1, other), at(one, other + 1));
    }
  }
  const lines: DiffLine[] = [];
  let one = 0;
  let other = 0;
  while (one < before.length && other < after.length) {
    const text = before[one] ?? '';
    if (text === after[other]) {
      lines.push({ sign: ' ', text });
      one += 1;
      other += 1;
    } else if (at(one + 1, other) >= at(one, other + 1)) {
      lines.push({ sign: '-', text });
      one += 1;
    } else {
      lines.push({ sign: '+', text: after[other] ?? '' });
      other += 1;
    }
  }
  return [...lines, ...removed.slice(one), ...added.slice(other)];
}

import { diffArrays } from 'diff';
import type { WrittenValue } from '../../validate/front-matter/written-values.ts';

/** A text of YAML as it was written, and what it is to say. */
export interface WordChange {
  readonly kind: WrittenValue['kind'];
  /** With its quotes, or the sign that begins it. */
  readonly written: string;
  readonly old: string;
  readonly wanted: string;
}

const SPACE = /(\s+)/;
/** Between double quotes, a backslash at the end of a line is none of the text. */
const SPACE_IN_DOUBLE = /((?:\s|\\\n)+)/;

/** With more words that differ than that, the text is another one. */
const MOST_DIFFERENCES = 500;

/**
 * A text with other words in it: all that is not changed stays as it is written, line by line. `undefined` where its words are not those
 * that are read, one by one. Whether it is read as it is meant, has to be looked at.
 */
export function withOtherWords({ kind, written, old, wanted }: WordChange): string | undefined {
  const [head, inner, tail] = cut(kind, written);
  const [before = '', ...parts] = inner.split(kind === 'double' ? SPACE_IN_DOUBLE : SPACE);
  const [space, first] = before === '' ? [parts.shift() ?? '', parts.shift() ?? ''] : ['', before];
  /** Each word with the space behind it. */
  const there = [first, ...parts].flatMap((part, index, all) =>
    index % 2 === 0 && part !== '' ? [{ word: part, space: all[index + 1] ?? '' }] : [],
  );
  const known = wordsOf(old);
  if (there.length !== known.length || there.length === 0) return undefined;
  const changes = diffArrays([...known], [...wordsOf(wanted)], { maxEditLength: MOST_DIFFERENCES });
  if (!changes) return undefined;
  const out: { word: string; space: string }[] = [];
  let at = 0;
  /** Words that are gone, and in whose place others may come. */
  let gone: typeof there = [];
  const close = (): void => {
    const [last] = gone.slice(-1);
    const previous = out.at(-1);
    // The space behind what is gone takes the place of the one before it where that ends a line.
    if (last && previous && (at >= there.length || (last.space.includes('\n') && !previous.space.includes('\n'))))
      previous.space = last.space;
    gone = [];
  };
  for (const { added, removed, value } of changes) {
    if (removed) {
      gone = there.slice(at, at + value.length);
      at += value.length;
    } else if (added) {
      for (const [index, word] of value.entries()) {
        const place = gone.shift();
        const rest = index === value.length - 1 && gone.length > 0 ? gone.at(-1)?.space : undefined;
        const previous = out.at(-1);
        const isPutIn = place === undefined && previous !== undefined;
        const space = rest ?? place?.space ?? (isPutIn ? previous.space : ' ');
        if (isPutIn) previous.space = ' ';
        out.push({ word: escaped(kind, word), space });
      }
      gone = [];
    } else {
      close();
      out.push(...there.slice(at, at + value.length).map((word) => ({ ...word })));
      at += value.length;
    }
  }
  close();
  return head + space + out.map(({ word, space }) => word + space).join('') + tail;
}

/** A text cut into what stands before its words, these, and what stands behind. */
function cut(kind: WrittenValue['kind'], written: string): readonly [head: string, inner: string, tail: string] {
  if (kind === 'block') {
    const end = written.indexOf('\n') + 1;
    return [written.slice(0, end), written.slice(end), ''];
  }
  const isQuoted = kind === 'single' || kind === 'double';
  return isQuoted ? [written.slice(0, 1), written.slice(1, -1), written.slice(-1)] : ['', written, ''];
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\S+/g) ?? [];
}

function escaped(kind: WrittenValue['kind'], word: string): string {
  if (kind === 'single') return word.replaceAll("'", "''");
  return kind === 'double' ? word.replaceAll(/["\\]/g, '\\$&') : word;
}

import { insideOf, isPath, isPicture, isWordy, labelOf, restOfLine } from './brackets.ts';
import { inEachBlock, type Note, shortened } from './slip.ts';
import type { Bracket, WrittenBlock } from './written-text.ts';

/** Links and pictures whose path has a space, which are not closed, or are written as other programs write them. */
export const links = inEachBlock((block) => {
  const notes: Note[] = [];
  let end = 0;
  for (const bracket of block.brackets) {
    if (bracket.open < end) continue;
    const written = readLink(block, bracket);
    if (!written) continue;
    const index = isPicture(block, bracket) ? bracket.open - 1 : bracket.open;
    notes.push({
      code: 'link-shown',
      index,
      length: Math.max(1, written.end - index),
      message: `Unexpected ${written.what}, expected ${written.expected}`,
      hint: written.hint,
    });
    end = written.end;
  }
  return [...notes, ...closedAlone(block)];
});

/** `words](path)` whose `[` is in another paragraph, or nowhere. */
function closedAlone({ content, signs, brackets }: WrittenBlock): readonly Note[] {
  if (!content.includes('](')) return [];
  const closing = new Set(brackets.map(({ close }) => close));
  return signs.flatMap((index): readonly Note[] => {
    if (content[index] !== ']' || content[index + 1] !== '(' || closing.has(index)) return [];
    const path = insideOf(content, index + 1) ?? '';
    if (!isPath(path.split(/\s/, 1)[0] ?? '')) return [];
    const message = 'Unexpected `](` of a link without `[`, expected one before its words, in the same paragraph';
    const hint = `write \`[words](${shortened(path)})\``;
    return [{ code: 'link-shown', index, length: path.length + 3, message, hint }];
  });
}

/** A link or a picture that is none. */
interface WrittenLink {
  /** What follows “Unexpected”. */
  readonly what: string;
  readonly expected: string;
  readonly hint: string;
  /** Where it ends in its block. */
  readonly end: number;
}

function readLink(block: WrittenBlock, bracket: Bracket): WrittenLink | undefined {
  const { content } = block;
  const { open, close } = bracket;
  if (close < 0) return readUnclosedLabel(block, bracket);
  const label = labelOf(block, bracket);
  const picture = isPicture(block, bracket);
  if (label.startsWith('[') && label.endsWith(']')) return readWiki(block, bracket);
  if (!picture && !isWordy(label)) return undefined;
  if (content[open - 1] === ')' && isPath(label)) return readReversed(block, bracket);
  if (content[close + 1] === '(') return readTarget(block, bracket, close + 1);
  if (content[close + 1] === '（') return readWide(block, bracket);
  if (content[close + 1] === '[') return undefined;
  const gap = /^[ \t]+(?=\()/.exec(content.slice(close + 1, close + 20))?.[0].length ?? 0;
  const inside = gap > 0 ? insideOf(content, close + 1 + gap) : undefined;
  if (inside !== undefined && (isPath(inside) || (picture && inside !== ''))) {
    return {
      what: `space between \`]\` and \`(\` of a ${nameOf(picture)}`,
      expected: 'one right after the other',
      hint: `write \`${markOf(picture)}[${shortened(label)}](${targetOf(inside)})\``,
      end: close + 3 + gap + inside.length,
    };
  }
  if (!picture) return undefined;
  return {
    what: 'picture without a file',
    expected: 'its path after what it shows',
    hint: `write \`![${shortened(label)}](file.jpg)\`, or \`\\!\` if it is no picture`,
    end: close + 1,
  };
}

/** A path as it is written in parentheses. What has a title behind it is left as it is. */
function targetOf(inside: string): string {
  const path = shortened(inside.trim());
  return /\s/.test(path) && !/^<|["')]$/.test(path) ? `<${path}>` : path;
}

/** `[text]（https://example.com/）`: keyboards for Chinese and Japanese have other parentheses. */
function readWide(block: WrittenBlock, bracket: Bracket): WrittenLink | undefined {
  const [written = '', path = ''] = /^（([^（）\n]*)）/.exec(restOfLine(block.content, bracket.close + 1)) ?? [];
  const picture = isPicture(block, bracket);
  if (!isPath(path)) return undefined;
  return {
    what: `wide parentheses of a ${nameOf(picture)}`,
    expected: 'those of Markdown',
    hint: `write \`${markOf(picture)}[${shortened(labelOf(block, bracket))}](${shortened(path.trim())})\``,
    end: bracket.close + 1 + written.length,
  };
}

/** `[text](…` that is no link. */
function readTarget(block: WrittenBlock, bracket: Bracket, open: number): WrittenLink | undefined {
  const { content } = block;
  const picture = isPicture(block, bracket);
  const begin = `${markOf(picture)}[${shortened(labelOf(block, bracket))}]`;
  const unlessMeant = picture
    ? `write \`${begin}(file.jpg)\`, or \`\\!\` if it is no picture`
    : `write \`${begin}(path)\`, or \`\\[\` if it is no link`;
  const inside = insideOf(content, open);
  if (inside === undefined) {
    const [run = ''] = restOfLine(content, open + 1).split(/\s/, 1);
    const path = pathAtStart(run);
    return {
      what: `${nameOf(picture)} without \`)\``,
      expected: 'one after its path',
      hint: mayBePath(path) ? `write \`${begin}(${shortened(path)})\`` : unlessMeant,
      end: open + 1 + path.length,
    };
  }
  // Some programs take a size behind the path.
  const { path, title } = cutTitle(inside.trim().replace(/\s+=\d*x\d*$/, ''));
  const end = open + inside.length + 2;
  const scheme = /^(?:tel|mailto):/i.test(path) ? path.replace(/\s+/g, '') : undefined;
  if (scheme !== undefined && scheme !== path) {
    const hint = `write \`${begin}(${shortened(scheme)})\``;
    return { what: `space in the path of a ${nameOf(picture)}`, expected: 'none in a number or an address', hint, end };
  }
  if (!mayBePath(path)) {
    return {
      what: `words in the parentheses of a ${nameOf(picture)}`,
      expected: 'a path',
      hint: unlessMeant,
      end,
    };
  }
  if (!/\s/.test(path)) {
    return {
      what: `${nameOf(picture)} that cannot be read`,
      expected: 'a path, and after it at most a title in straight quotation marks',
      hint: `write \`${begin}(${path}${title === '' ? '' : ` "${title}"`})\``,
      end,
    };
  }
  const target = /[<>]/.test(path) ? path.replace(/^<|>$/g, '').trim().replace(/\s/g, '%20') : `<${path}>`;
  return {
    what: `space in the path of a ${nameOf(picture)}`,
    expected: 'angle brackets around a path that has one',
    hint: `write \`${begin}(${shortened(target)}${title === '' ? '' : ` "${shortened(title)}"`})\``,
    end,
  };
}

/** The path that a run of signs begins with: up to the last parenthesis where those in it are in pairs, and otherwise to the first. */
function pathAtStart(run: string): string {
  const whole = run.slice(0, run.lastIndexOf(')') + 1);
  const isPaired = whole !== '' && whole.split('(').length === whole.split(')').length;
  return isPaired ? whole : (run.split(/[)）]/, 1)[0] ?? '');
}

/** Whether a text may be a path or an address with spaces, and is not merely words in parentheses: `who/what she is` are words. */
function mayBePath(text: string): boolean {
  const words = text.trim().split(/\s+/);
  const [first = ''] = words;
  if (words.length === 1) return /[/#<>\\]|\.\p{L}{2}/u.test(first);
  return first.startsWith('<') || isPath(first) || isPath(words.at(-1) ?? '');
}

/** The title of a link in any quotation marks, or in none after a whole path, taken off that. */
function cutTitle(inside: string): { readonly path: string; readonly title: string } {
  const mark = /\s["'“”„«‘]/.exec(inside);
  if (!mark) {
    const [first = '', ...words] = inside.split(/\s+/);
    const last = words.at(-1) ?? '';
    return isPath(first) && !isPath(last) && !/[/\\]|[^.]\.\p{L}[\p{L}\d]{1,4}$/u.test(last)
      ? { path: first, title: words.join(' ') }
      : { path: inside, title: '' };
  }
  const title = inside.slice(mark.index + 2).replace(/["'”“»’]$/, '');
  return { path: inside.slice(0, mark.index).trim(), title: title.replaceAll('"', "'") };
}

/** `[text(path)` and `![text`. */
function readUnclosedLabel(block: WrittenBlock, bracket: Bracket): WrittenLink | undefined {
  const picture = isPicture(block, bracket);
  const rest = restOfLine(block.content, bracket.open + 1);
  const [all = '', label = '', path = ''] = /^([^[\]［］()]*)\(([^\s()]+)\)/.exec(rest) ?? [];
  if (!picture && !isPath(path)) return undefined;
  const end = all === '' ? rest : all;
  return {
    what: `${nameOf(picture)} without \`]\``,
    expected: 'one after its words',
    hint: `write \`${markOf(picture)}[${shortened(label || end)}](${path || 'file.jpg'})\``,
    end: bracket.open + 1 + end.length,
  };
}

/** `[[Page]]` and `![[picture.jpg]]`, as in wikis. */
function readWiki(block: WrittenBlock, bracket: Bracket): WrittenLink | undefined {
  const [page = '', words = page] = labelOf(block, bracket).slice(1, -1).split('|', 2);
  const picture = isPicture(block, bracket);
  if (!isWordy(page) || /[[\]\n]/.test(page)) return undefined;
  const path = picture || isPath(page) ? page : page.replace(/^([^#]+)/, '$1.md');
  const isSize = picture && /^\d+(?:x\d+)?$/.test(words);
  const target = /\s/.test(path) ? `<${path}>` : path;
  return {
    what: `${nameOf(picture)} in double brackets`,
    expected: 'its words in brackets, and its path in parentheses',
    hint: `write \`${markOf(picture)}[${picture && (words === page || isSize) ? 'what it shows' : shortened(words)}](${shortened(target)})\``,
    end: bracket.close + 1,
  };
}

/** `(text)[path]`. */
function readReversed(block: WrittenBlock, bracket: Bracket): WrittenLink | undefined {
  const before = block.content.slice(Math.max(0, bracket.open - 200), bracket.open);
  const open = before.lastIndexOf('(');
  const words = /\(([^()\n]+)\)$/.exec(before.slice(open))?.[1];
  if (words === undefined) return undefined;
  const mark = markOf(before[open - 1] === '!');
  return {
    what: 'path in brackets',
    expected: 'the words of a link in brackets, and its path in parentheses',
    hint: `write \`${mark}[${shortened(words)}](${shortened(labelOf(block, bracket))})\``,
    end: bracket.close + 1,
  };
}

function nameOf(picture: boolean): string {
  return picture ? 'picture' : 'link';
}

function markOf(picture: boolean): string {
  return picture ? '!' : '';
}

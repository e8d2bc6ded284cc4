import { quote } from '../../diagnostics/wording.ts';
import { type DoubtfulYaml, leadOf, type Misread, placeIn } from './doubtful-yaml.ts';
import { asYaml, inQuotes, isPlain, oneLine, withoutQuotes } from './quotes.ts';
import type { WrittenValue, WrittenYaml } from './written-values.ts';

/** What YAML makes of one value that was most likely not meant. */
export function misreadOf(value: WrittenValue, written: WrittenYaml, source: DoubtfulYaml): readonly Misread[] {
  if (value.kind === 'alias') return [];
  if (value.kind === 'list' || value.kind === 'map') return commentBehindBracket(value, source);
  const isText = source.takesText(value.keys, value.value);
  const comment = commentIn(value, source, isText);
  const found = [
    comment,
    isText && value.kind === 'double' ? escapeIn(value, source) : undefined,
    markBefore(value, written, source),
    isText ? kindBefore(value, source) : undefined,
    isText ? commentBelow(value, source) : undefined,
    isText && !comment ? plainMisread(value, source) : undefined,
    isText ? emptyBlock(value, source) : undefined,
  ];
  return found.flatMap((misread) => misread ?? []);
}

/** How a comment begins behind a text. YAML asks for a space before it, and gray-matter's parser does not behind a quote or a comma. */
const COMMENT_BEHIND = {
  plain: /^[ \t]*,?[ \t]+#|^[ \t]*,#|^(?<=[ \t])#/,
  quoted: /^[ \t]*,?[ \t]*#/,
  block: /^[-+\d]*[ \t]+#/,
} as const;

/** A comment behind a text, which may be the rest of it. */
function commentIn(value: WrittenValue, source: DoubtfulYaml, isText: boolean): Misread | undefined {
  const { yaml, path } = source;
  const { kind, start, end, keys } = value;
  if (!isText) return undefined;
  const behind = kind === 'block' ? start + 1 : end;
  const rest = commentAfter(yaml, behind);
  if (rest === undefined) return undefined;
  const isQuoted = kind === 'single' || kind === 'double';
  const comment = COMMENT_BEHIND[isQuoted ? 'quoted' : kind === 'block' ? 'block' : 'plain'].exec(rest);
  const isEmpty = start === end || (isQuoted && value.value === '');
  const isEmptyBlock = kind === 'block' && String(value.value).trim() === '';
  const nothing = isEmpty && comment === null ? /^[ \t]*#/.exec(rest) : comment;
  if (!nothing) return undefined;
  const place = behind + nothing[0].length - 1;
  const words = yaml.slice(place, behind + rest.length);
  // Whoever writes quotes knows where the text ends, unless what follows looks like a part of it.
  if (isQuoted && /^#\s/.test(words) && /\s#$/.test(nothing[0])) return undefined;
  const whole =
    kind === 'block' && !isEmptyBlock
      ? words
      : oneLine(yaml.slice(isEmpty && !isQuoted ? place : start, behind + rest.length)).replace(/,$/, '');
  const message = `Unexpected comment ${quote(words.trim())}, expected text`;
  const hint = `put quotes around the text: \`${leadOf(value)}${inQuotes(withoutQuotes(whole))}\`; a comment gets a line of its own`;
  const at = { ...placeIn(source, place), length: words.trimEnd().length };
  return {
    finding: { code: 'comment-in-text', path, at, message, hint },
    covers: isEmpty || kind === 'block' || typeof value.value !== 'string' ? [keys] : [],
  };
}

/** A line below a text that is further in than its key and begins with `#1` or a hashtag: it goes on, but for YAML. */
function commentBelow(value: WrittenValue, source: DoubtfulYaml): Misread | undefined {
  const { yaml, path } = source;
  const { kind, start, end } = value;
  if (kind !== 'plain' || start === end) return undefined;
  const below = /[ \t]*\n([ \t]+)(#[^\s#][^\n]*)/y;
  below.lastIndex = end;
  const [written = '', indent = '', words = ''] = below.exec(yaml) ?? [];
  const from = value.keyStart ?? start;
  const column = from - (yaml.lastIndexOf('\n', from - 1) + 1);
  const isFurtherIn = value.keyStart === undefined ? indent.length >= column : indent.length > column;
  // A key that was taken out stands beside the others.
  if (words === '' || !isFurtherIn || /^#[\w-]+:(?:\s|$)/.test(words)) return undefined;
  const whole = oneLine(yaml.slice(start, end + written.length));
  const message = `Unexpected comment ${quote(words.trim())} below a text, expected text`;
  const hint = `put quotes around the text: \`${leadOf(value)}${inQuotes(whole)}\`; a comment begins where its key does`;
  const at = { ...placeIn(source, end + written.length - words.length), length: words.trimEnd().length };
  return { finding: { code: 'comment-in-text', path, at, message, hint }, covers: [] };
}

/** The rest of a line, if a comment begins there or soon. Most values have none, and one line may have very many of them. */
function commentAfter(yaml: string, index: number): string | undefined {
  const start = /[-+\d]*(?:[ \t]*,)?[ \t]*#/y;
  start.lastIndex = index;
  if (!start.test(yaml)) return undefined;
  const end = yaml.indexOf('\n', index);
  return yaml.slice(index, end < 0 ? undefined : end);
}

/**
 * A comment behind `]` or `}` in which brackets close once more, so that the first of them was most likely part of a text; or with no
 * space before it, which other parsers take for none.
 */
function commentBehindBracket({ start, end }: WrittenValue, source: DoubtfulYaml): readonly Misread[] {
  const { yaml, path } = source;
  if (!/[[{]/.test(yaml[start] ?? '')) return [];
  const rest = commentAfter(yaml, end) ?? '';
  const [, space = '', words] = /^([ \t]*)(#.*[\]}])[ \t,]*$/s.exec(rest) ?? /^(,?)(#.*\S)\s*$/s.exec(rest) ?? [];
  if (words === undefined) return [];
  const message = `Unexpected comment ${quote(words)}, expected the end of the line`;
  const hint = `if ${quote(yaml[end - 1] ?? '')} is part of a text, put quotes around that text; a comment gets a line of its own`;
  const at = { ...placeIn(source, end + space.length), length: words.length };
  return [{ finding: { code: 'comment-in-text', path, at, message, hint }, covers: [] }];
}

/** What an escape between double quotes stands for, where it is nothing that is printed. */
const ESCAPES: Readonly<Record<string, string>> = { n: 'a line break', r: 'a line break', t: 'a tab' };

/** A backslash between double quotes that was meant as one: `"C:\new"`. */
function escapeIn({ keys, start, end }: WrittenValue, source: DoubtfulYaml): Misread | undefined {
  // What is said in a recording has paragraphs.
  if (keys.at(-1) === 'transcript') return undefined;
  const written = source.yaml.slice(start, end);
  for (const { 0: sign, index } of written.matchAll(/\\./gs)) {
    if (/\\["\\/u\n]/.test(sign)) continue;
    const message = `Unexpected ${quote(sign)} between double quotes, expected text`;
    const meaning = ESCAPES[sign[1] ?? ''] ?? 'another sign';
    const hint = `it stands for ${meaning}; if a backslash was meant, write \`${inQuotes(oneLine(written.slice(1, -1)))}\``;
    const at = { ...placeIn(source, start + index), length: 2 };
    return { finding: { code: 'yaml-misread', path: source.path, at, message, hint }, covers: [] };
  }
  return undefined;
}

/** An anchor that nothing refers to, or a tag: signs before a value that are no part of it. */
function markBefore(value: WrittenValue, { referredTo }: WrittenYaml, source: DoubtfulYaml): Misread | undefined {
  const { anchor, tag, end, keys } = value;
  const isTag = tag === '!';
  if (!isTag && (anchor === undefined || referredTo.has(anchor))) return undefined;
  const mark = isTag ? '!' : `&${anchor}`;
  const from = source.yaml.lastIndexOf(mark, value.start);
  if (from < 0) return undefined;
  const whole = oneLine(source.yaml.slice(from, Math.max(end, from + mark.length)));
  const message = `Unexpected ${quote(mark)} before a value, expected text`;
  const hint = `put quotes around it: \`${leadOf(value)}${inQuotes(whole)}\``;
  const at = { ...placeIn(source, from), length: mark.length };
  return { finding: { code: 'yaml-misread', path: source.path, at, message, hint }, covers: [keys] };
}

/** A tag that says what kind a value has, `!!str`, and is not printed. Before what YAML would not read as a text, it does what it should. */
function kindBefore(value: WrittenValue, source: DoubtfulYaml): Misread | undefined {
  const { tag, kind, start, end, keys } = value;
  if (!tag?.startsWith(KIND_OF_YAML)) return undefined;
  const mark = `!!${tag.slice(KIND_OF_YAML.length)}`;
  const from = source.yaml.lastIndexOf(mark, start);
  const written = oneLine(source.yaml.slice(start, end));
  const isNeeded = mark === '!!str' && kind === 'plain' && !isPlain(written, 'block');
  if (from < 0 || (isNeeded && written !== '')) return undefined;
  const isPlainText = kind === 'plain' && written !== '';
  const message = `Unexpected ${quote(mark)} before a value, expected text`;
  const hint = isPlainText
    ? `leave it out: \`${leadOf(value)}${asYaml(written, value.isInFlow ? 'flow' : 'block')}\`; or, if it is part of the text, write \`${leadOf(value)}${inQuotes(`${mark} ${written}`)}\``
    : 'leave it out';
  const at = { ...placeIn(source, from), length: mark.length };
  return { finding: { code: 'yaml-misread', path: source.path, at, message, hint }, covers: [keys] };
}

const KIND_OF_YAML = 'tag:yaml.org,2002:';

/** A sign that begins a text on the lines below, and has none. */
function emptyBlock(value: WrittenValue, source: DoubtfulYaml): Misread | undefined {
  const { kind, start, keys } = value;
  if (kind !== 'block' || String(value.value).trim() !== '') return undefined;
  const [written = '', comment] = /^\S*([ \t]+#)?/.exec(source.yaml.slice(start)) ?? [];
  if (comment !== undefined) return undefined;
  const message = `Unexpected ${quote(written)} without a text below it, expected text`;
  const hint = `if it is the text, put quotes around it: \`${leadOf(value)}${inQuotes(written)}\`; otherwise remove it`;
  const at = { ...placeIn(source, start), length: written.length };
  return { finding: { code: 'yaml-misread', path: source.path, at, message, hint }, covers: [keys] };
}

/** Whether a text is `yes`, `no` or a date: an answer to another question than what is to be printed. */
export function isAnswer(text: string): boolean {
  return text.length <= 25 && /^(?:y|yes|n|no|on|off|\d{4}-\d\d?-\d\d?(?:[t ]\d\d?:\d\d[\d:.+ z-]*)?)$/i.test(text);
}

/** A text without quotes that YAML reads as nothing, or as one where a list or several keys were meant. */
function plainMisread(value: WrittenValue, source: DoubtfulYaml): Misread | undefined {
  const { kind, start, end, keys } = value;
  if (kind !== 'plain' || value.tag !== undefined) return undefined;
  const written = source.yaml.slice(start, end);
  const misread = (
    place: number,
    length: number,
    what: { readonly message: string; readonly hint: string },
  ): Misread => ({
    finding: { code: 'yaml-misread', path: source.path, at: { ...placeIn(source, place), length }, ...what },
    covers: [keys],
  });
  if (/^(?:~|null|Null|NULL)$/.test(written)) {
    const message = `Unexpected ${quote(written)}, which YAML takes for no value, expected text`;
    const hint = `if it is the text, put quotes around it: \`${leadOf(value)}${inQuotes(written)}\`; otherwise remove it`;
    return misread(start, written.length, { message, hint });
  }
  if (isAnswer(written)) {
    const message = `Unexpected ${quote(written)}, expected text`;
    const hint = `if it is the text, put quotes around it: \`${leadOf(value)}${inQuotes(written)}\`; otherwise write what is to be printed`;
    return misread(start, written.length, { message, hint });
  }
  const isEntry = typeof keys.at(-1) === 'number' && value.isInFlow && value.keyStart === undefined;
  const lineEnd = isEntry ? written.indexOf('\n') : -1;
  if (lineEnd >= 0) {
    const entries = written.split('\n').map((line) => asYaml(line.trim(), 'flow'));
    const message = 'Unexpected end of a line in an entry of a list, expected a comma';
    const hint = `write \`${entries.join(', ')}\`; or \`${asYaml(oneLine(written), 'flow')}\` on one line, if it is one entry`;
    return misread(start, lineEnd, { message, hint });
  }
  const isOnLineBelow = value.keyStart !== undefined && source.yaml.slice(value.keyStart, start).includes('\n');
  if (isOnLineBelow && /^-[^\s-]/.test(written)) {
    const message = 'Unexpected `-` without a space, expected a list';
    return misread(start, 1, { message, hint: 'put a space after each `-`' });
  }
  const entry =
    typeof keys.at(-1) === 'number' && value.keyStart === undefined ? /\n[^\S\n]*(-)\s/.exec(written) : null;
  if (entry) {
    const message = 'Unexpected `-` within an entry of a list, expected it below the one of the entry above';
    return misread(start + entry.index + entry[0].length - 2, 1, {
      message,
      hint: 'begin both `-` in the same column',
    });
  }
  const inner = /\n[^\S\n]*([A-Za-z][\w-]*):(?=[^\s/])/.exec(written);
  if (!inner?.[1]) return undefined;
  const message = `Unexpected ${quote(`${inner[1]}:`)} in a text, expected a space after the colon of a key`;
  const hint =
    'put a space after the colon, and begin it in the column of the key above; or put quotes around all of the text';
  return misread(start + inner.index + inner[0].length - inner[1].length - 1, inner[1].length + 1, { message, hint });
}

import type { Token } from 'markdown-it';
import { shortened, type Slip, type SlipRule } from './slip.ts';

/** Words that became code, for they are indented, or nothing ends the code above them. */
export const code: SlipRule = ({ tokens, lines }) =>
  tokens.flatMap((token): readonly Slip[] => {
    if (token.type === 'code_block') return indented(token, lines);
    if (token.type !== 'fence') return [];
    const isAll = tokens.length === 1 && /^(?:md|markdown)\s*$/i.test(token.info);
    return isAll ? wrapped(token, lines) : unclosed(token, lines);
  });

/** All of a text between the marks of code that a program has put around it, for somebody to copy. */
function wrapped({ markup, map }: Token, lines: readonly string[]): readonly Slip[] {
  const line = map?.[0] ?? 0;
  return [
    {
      code: 'code-unmeant',
      place: { line, column: 0 },
      length: Math.max(1, (lines[line] ?? '').trimEnd().length),
      message: `Unexpected ${quoteFence(markup)} around the whole text, which make code of it, expected none`,
      hint: 'remove this line, and the last one',
    },
  ];
}

/** Four spaces or a tab before a line make code of it. */
function indented({ content, map }: Token, lines: readonly string[]): readonly Slip[] {
  const words = content.trim();
  if (!map || !isText(words)) return [];
  const [line] = map;
  const [first = ''] = words.split('\n', 1);
  return [
    {
      code: 'code-unmeant',
      place: { line, column: 0 },
      length: Math.max(1, (lines[line] ?? '').search(/\S/)),
      message: 'Unexpected four spaces or a tab before a line, which make code of it, expected none before a text',
      hint: `take them away: \`${shortened(first)}\`; what is code stands between lines of three backticks`,
    },
  ];
}

/** Whether words are a sentence, or Markdown, and no program. */
function isText(words: string): boolean {
  const [first = ''] = words.split('\n', 1);
  if (/^(?:::\w+\{|#{2,6} \p{Lu}|\|.*\|$|!\[[^\]]*\]\()/u.test(first)) return true;
  if (/^:::\s*[a-z].*\n:::$/s.test(words)) return true;
  if (/[{}=;$<>]|^\s*(?:\/\/|#!)/m.test(words)) return false;
  if (/[\p{Lo}][。！？」』]\s*$/u.test(words)) return true;
  return (
    /^["'“„«‘(*]*\p{Lu}[\p{L}’'-]*,? \p{L}/u.test(first) &&
    /[.!?…]["'”“»’)*]*$/.test(words) &&
    words.split(/\s+/).length > 3
  );
}

/** Three backticks that nothing closes: all that follows is code. */
function unclosed({ markup, map }: Token, lines: readonly string[]): readonly Slip[] {
  if (!map) return [];
  const [from, end] = map;
  const last = (lines[end - 1] ?? '').replace(/^[\s>]*/, '').trimEnd();
  const isClosed = end - 1 > from && last.startsWith(markup) && last === (markup[0] ?? '').repeat(last.length);
  if (isClosed) return [];
  return [
    {
      code: 'code-unclosed',
      place: { line: from, column: Math.max(0, (lines[from] ?? '').indexOf(markup)) },
      length: markup.length,
      message: `Unexpected ${quoteFence(markup)} without an end, expected a second line of them; all that follows is shown as code`,
      hint: `add a line of ${quoteFence(markup)} where the code ends`,
    },
  ];
}

function quoteFence(markup: string): string {
  return markup.startsWith('~') ? `\`${markup}\`` : `${markup.length === 3 ? 'three' : markup.length} backticks`;
}

import type { Alert } from '../../../../layouts/directives/box.tsx';
import { quote } from '../../../diagnostics/wording.ts';
import { labelOf, restOfLine } from '../brackets.ts';
import { inEachBlock, type Note } from '../slip.ts';
import type { WrittenBlock } from '../written-text.ts';

/** Commands of Hugo, Liquid, Nunjucks and others, and the marks of those who change a text. */
const TEMPLATE = /^(?:\{\{[<%]?[-~]?.*?[-~]?[>%]?\}\}|\{%[-+~]?.*?[-+~]?%\}|\{#[-\s].*?#\}|\{(\+\+|--|~~|==).*?\1\})/;

/** Commands of WordPress, and the marks of forums: with attributes, or as the end of what was begun. */
const ATTRIBUTES = /^\/?([A-Za-z][\w-]*)(?:[ \t]+[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s\]"']+))+[ \t]*\/?$/;
const KNOWN =
  /^(?:caption|wp_caption|gallery|embed|playlist|audio|video|youtube|vimeo|twitter|tweet|instagram|soundcloud|gist|googlemaps|contact-form(?:-7)?|more|toc|pullquote|dropcap|vc_\w+|et_pb_\w+|su_\w+|b|i|u|s|url|img|quote|code|center|size|color)$/i;
const ENDING = /^\/([A-Za-z][\w-]*)$/;

/** What to write in place of some commands. */
const INSTEAD: Readonly<Record<string, string>> = {
  caption: 'write `![what it shows](file.jpg "Caption")`',
  wp_caption: 'write `![what it shows](file.jpg "Caption")`',
  figure: 'write `![what it shows](file.jpg "Caption")`',
  img: 'write `![what it shows](file.jpg)`',
  image: 'write `![what it shows](file.jpg)`',
  gallery: 'write `:::gallery`, a line for each picture, and `:::`',
  audio: 'write `::audio{src=file.mp3}`',
  video: 'write `::video{src=file.mp4}`',
  pullquote: 'write `:::pullquote`, the sentence on a line of its own, and `:::`',
  ref: 'write `[words](file.md)`',
  relref: 'write `[words](file.md)`',
  link: 'write `[words](file.md)`',
  post_url: 'write `[words](file.md)`',
  highlight: 'put a line of three backticks before and after the code',
  b: 'write `**words**`',
  i: 'write `*words*`',
  url: 'write `[words](https://example.com/)`',
};
const EMBEDS = /^(?:embed|youtube|vimeo|twitter|tweet|instagram|soundcloud|gist|x|facebook|tiktok)(?:[-_]\w+)?$/i;

/** Commands of other programs: readers see them. */
export const shortcodes = inEachBlock((block) => {
  const notes: Note[] = [];
  let end = 0;
  for (const index of block.signs) {
    if (block.content[index] !== '{' || index < end) continue;
    const [written] = TEMPLATE.exec(restOfLine(block.content, index)) ?? [];
    if (written === undefined) continue;
    notes.push(noteOf(index, written, /[A-Za-z_]\w*/.exec(written)?.[0] ?? ''));
    end = index + written.length;
  }
  return [...notes, ...inBrackets(block)];
});

function inBrackets(block: WrittenBlock): readonly Note[] {
  const notes: Note[] = [];
  const begun = new Set<string>();
  const ended = new Set<string>();
  for (const bracket of block.brackets) {
    const name = ENDING.exec(bracket.close < 0 ? '' : labelOf(block, bracket).slice(0, 50))?.[1];
    if (name !== undefined) ended.add(name);
  }
  for (const bracket of block.brackets) {
    if (bracket.close < 0 || bracket.close - bracket.open > LONGEST) continue;
    const label = labelOf(block, bracket).trim();
    const name = /^\/?([A-Za-z][\w-]*)/.exec(label)?.[1] ?? '';
    if (bracket.open === 0 && /^![A-Za-z]+$/.test(label)) notes.push(notedAlert(block, label));
    const isEnd = ENDING.test(label);
    if (isEnd && (begun.has(name) || !KNOWN.test(name))) continue;
    if (!isEnd && !isCommand(label, name, ended.has(name), block.content.trim() === `[${label}]`)) continue;
    begun.add(name);
    notes.push(noteOf(bracket.open, block.content.slice(bracket.open, bracket.close + 1), name));
  }
  return notes;
}

/** `> [!QUOTE]`, which is no kind of box, and `> [!NOTE]Words`. */
function notedAlert({ content }: WrittenBlock, label: string): Note {
  const written = `[${label}]`;
  return {
    code: 'shortcode-shown',
    index: 0,
    length: written.length,
    message: `Unexpected ${quote(written)}, expected the kind of a box above its words`,
    hint: content.startsWith(`${written}\n`)
      ? 'write `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`, with a title behind it if there is one'
      : 'write it alone on a line `> [!NOTE]`, and the words on the lines below',
  };
}

const LONGEST = 300;

function isCommand(label: string, name: string, isEnded: boolean, isAlone: boolean): boolean {
  if (isEnded) return /^[A-Za-z][\w-]*(?:[ =]|$)/.test(label);
  if (ATTRIBUTES.test(label)) return KNOWN.test(name) || /["']/.test(label);
  // “Watch [video]” is prose.
  return isAlone && /^(?:gallery|playlist|embed|caption|contact-form(?:-7)?|toc)$/i.test(label);
}

function noteOf(index: number, written: string, name: string): Note {
  const known = Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : undefined;
  const embed = EMBEDS.test(name) ? 'write `::embed{url="https://example.com/" title="What it is"}`' : undefined;
  return {
    code: 'shortcode-shown',
    index,
    length: written.length,
    message: `Unexpected ${quote(written)}, expected Markdown; it is a command of another program`,
    hint: known ?? embed ?? 'write what it stands for, or put it between backticks if it is meant to be seen',
  };
}

/** Boxes of Python-Markdown and its relatives: `!!! note`, `??? warning "By the way"`. */
const ADMONITION =
  /^(?:!!!|\?\?\?\+?)[ \t]*([a-z]+)(?:[ \t]+(?:inline|end))*(?:[ \t]+["“]([^"”\n]*)["”])?[ \t]*(?:\n|$)/i;

/** What boxes there are here for theirs. */
const BOX_OF: Readonly<Record<string, Alert>> = {
  ...{ note: 'note', info: 'note', abstract: 'note', summary: 'note', todo: 'note', seealso: 'note', question: 'note' },
  ...{ quote: 'note', example: 'note', admonition: 'note', tip: 'tip', hint: 'tip', success: 'tip' },
  ...{ important: 'important', warning: 'warning', attention: 'warning' },
  ...{ caution: 'caution', danger: 'caution', error: 'caution', failure: 'caution', bug: 'caution' },
};

/** Readers see the marks, and what was to stand in the box becomes code or a part of that line. */
export const admonitions = inEachBlock(({ content, kind }) => {
  if (kind !== 'paragraph') return [];
  const [written = '', name = '', title = ''] = ADMONITION.exec(content) ?? [];
  const box = Object.hasOwn(BOX_OF, name.toLowerCase()) ? BOX_OF[name.toLowerCase()] : undefined;
  if (box === undefined) return [];
  const line = written.trim();
  const beginning = `> [!${box.toUpperCase()}]${title === '' ? '' : ` ${title}`}`;
  return [
    {
      code: 'shortcode-shown',
      index: 0,
      length: line.length,
      message: `Unexpected ${quote(line)}, expected Markdown; it is a box of another program`,
      hint: `write \`${beginning}\`, and \`> \` before each line below it, without spaces in front`,
    },
  ];
});

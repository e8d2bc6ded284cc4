import { Tokenizer, TokenizerMode } from 'parse5';
import type { Part } from './parts.ts';

/** A piece of HTML as Markdown found it. */
export interface Piece {
  readonly html: string;
  /** The line of the file on which it begins. */
  readonly line: number;
  /** Whether it is all there is of it: a tag within a line is not. */
  readonly isBlock: boolean;
}

/** What is not closed at the end of a piece, and where it begins. */
export interface Unclosed {
  readonly what: 'tag' | 'comment' | 'element' | 'foreign';
  /** As it begins: `<!--`, `<script`, `<?`. */
  readonly written: string;
  /** What would close it: `-->`, `</script>`, `?>`. */
  readonly end: string;
  readonly line: number;
}

/** How the text in an element is read that has no tags in it (HTML, “parsing HTML fragments”). */
const MODES: ReadonlyMap<string, 'RCDATA' | 'RAWTEXT' | 'SCRIPT_DATA'> = new Map([
  ...(['textarea', 'title'] as const).map((name) => [name, 'RCDATA'] as const),
  ...(['iframe', 'noembed', 'noframes', 'style', 'xmp'] as const).map((name) => [name, 'RAWTEXT'] as const),
  ['script', 'SCRIPT_DATA'] as const,
]);

/**
 * Reads the tags and the text of a piece of HTML as browsers do. Comments, and what is no HTML at all, are left out, and so is a tag
 * that has no end: the next piece begins with a text again, whatever this one says.
 */
export function readTags({ html: written, line, isBlock }: Piece): {
  readonly parts: readonly Part[];
  readonly unclosed: Unclosed | undefined;
} {
  const html = withoutForeign(written);
  const parts: Part[] = [];
  let unclosed: Unclosed | undefined;
  let raw: { readonly name: string; readonly line: number } | undefined;
  /** Up to where all is read. */
  let end = 0;
  let endLine = line;
  const readTo = (location: TagLocation | null): number => {
    end = location?.endOffset ?? end;
    endLine = line + (location?.endLine ?? 1) - 1;
    return line + (location?.startLine ?? 1) - 1;
  };
  const add = (part: Part): void => {
    if (unclosed?.what !== 'foreign') parts.push(part);
  };
  const addText = ({ chars, location }: { readonly chars: string; readonly location: TagLocation | null }): void => {
    readTo(location);
    add({ kind: 'text', text: chars });
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onComment: ({ location }) => {
        const begin = readTo(location);
        const comment = html.slice(location?.startOffset, end);
        const foreign = FOREIGN.find(({ open }) => comment.startsWith(open));
        if (foreign) unclosed ??= { what: 'foreign', written: foreign.open, end: foreign.close, line: begin };
        if (foreign || end < html.length) return;
        if (comment.startsWith('<!--')) {
          if (!IS_CLOSED.test(comment)) unclosed = { what: 'comment', written: '<!--', end: '-->', line: begin };
        } else if (!comment.endsWith('>')) unclosed = unclosedTag(comment, begin);
      },
      onDoctype: ({ location }) => {
        const begin = readTo(location);
        const doctype = html.slice(location?.startOffset, end);
        if (end >= html.length && !doctype.endsWith('>')) unclosed = unclosedTag(doctype, begin);
      },
      onStartTag: ({ tagName: name, attrs, location }) => {
        const begin = readTo(location);
        add({ kind: 'start', name, attributes: attrs, line: begin });
        const mode = isBlock && unclosed?.what !== 'foreign' ? MODES.get(name) : undefined;
        if (mode === undefined) return;
        raw = { name, line: begin };
        tokenizer.state = TokenizerMode[mode];
      },
      onEndTag: ({ tagName: name, location }) => {
        readTo(location);
        raw = undefined;
        add({ kind: 'end', name });
      },
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter: ({ location }) => addText({ chars: '\ufffd', location }),
      onEof: () => {},
    },
  );
  tokenizer.write(html, true);
  if (raw) {
    parts.push({ kind: 'end', name: raw.name });
    unclosed = { what: 'element', written: `<${raw.name}`, end: `</${raw.name}>`, line: raw.line };
  } else if (end < html.length && unclosed === undefined) {
    unclosed = unclosedTag(html.slice(end), endLine);
  }
  return { parts, unclosed };
}

function unclosedTag(html: string, line: number): Unclosed {
  return { what: 'tag', written: /^<\/?[^\s/>]{0,30}/.exec(html)?.[0] ?? '<', end: '>', line };
}

/** Where a tag stands; lines count from 1. */
type TagLocation = {
  readonly startLine: number;
  readonly startOffset: number;
  readonly endLine: number;
  readonly endOffset: number;
};

/** The end of a comment, or a comment that is nothing but its marks. */
const IS_CLOSED = /--!?>$|^<!--?>$/;

/** What other programs would run, and sections of XML: CommonMark has them end by their own marks, browsers at the next `>`. */
const FOREIGN = [
  { open: '<?', close: '?>' },
  { open: '<![CDATA[', close: ']]>' },
];

/** HTML with nothing but the ends of lines in place of what is foreign to it. What of that has no end is left, and hides all that is behind. */
function withoutForeign(html: string): string {
  let text = html;
  for (const { open, close } of FOREIGN) {
    if (!text.includes(open)) continue;
    let [kept, end] = ['', 0];
    for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, end)) {
      const stop = text.indexOf(close, start);
      if (stop < 0) break;
      kept += text.slice(end, start) + text.slice(start, stop).replace(/[^\n]+/g, '');
      end = stop + close.length;
    }
    text = kept + text.slice(end);
  }
  return text;
}

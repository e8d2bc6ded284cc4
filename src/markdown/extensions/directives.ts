import type MarkdownIt from 'markdown-it';
import type { StateBlock } from 'markdown-it';
import { didYouMean } from '../../diagnostics/nearest.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { readAttributes } from '../attributes.ts';
import type { Directive, DirectiveUse } from '../directive.ts';
import { aside } from '../directives/aside.ts';
import { factbox } from '../directives/factbox.ts';
import { pullquote } from '../directives/pullquote.ts';
import { story } from '../directives/story.ts';
import { type Environment, linesOf } from '../environment.ts';

/** Every directive that there is. */
const DIRECTIVES: readonly Directive[] = [pullquote, aside, factbox, story];

const OPENING = /^(:{2,})\s*([\p{L}\w-]+)\s*(\{.*\})?\s*$/u;
const CLOSING = /^:{3,}\s*$/;
const CODE_FENCE = /^(```|~~~)/;

/** Directives: `::name{key=value}` on one line, `:::name{key=value}` … `:::` around a block. Blocks nest. */
export function directives(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'fence',
    'directive',
    (state, startLine, endLine, silent) => {
      const opening = OPENING.exec(lineAt(state, startLine));
      if (!opening || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
      if (silent) return true;
      new Opening(state, startLine, opening).read(endLine);
      return true;
    },
    { alt: ['paragraph', 'blockquote', 'list'] },
  );
  const { rules } = markdown.renderer;
  rules['directive_open'] = (tokens, index) => print(tokens[index]?.meta, 'open');
  rules['directive_close'] = (tokens, index) => print(tokens[index]?.meta, 'close');
}

interface DirectiveMeta {
  readonly directive: Directive;
  readonly use: DirectiveUse;
}

function print(meta: DirectiveMeta | undefined, part: 'open' | 'close'): string {
  return meta?.directive[part]?.(meta.use) ?? '';
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** A directive whose first line has been met; reading it consumes the rest. */
class Opening {
  private readonly state: StateBlock;
  private readonly startLine: number;
  private readonly colons: string;
  private readonly name: string;
  private readonly written: string;
  private readonly environment: Environment;

  constructor(state: StateBlock, startLine: number, opening: RegExpExecArray) {
    this.state = state;
    this.startLine = startLine;
    this.colons = opening[1] ?? '';
    this.name = opening[2] ?? '';
    this.written = opening[3] ?? '';
    this.environment = state.env as Environment;
  }

  read(endLine: number): void {
    const directive = DIRECTIVES.find(({ name }) => name === this.name);
    const isBlock = this.colons.length > 2;
    const closing = isBlock ? this.findClosing(endLine) : this.startLine;
    if (!directive) this.noteUnknown();
    else if ((directive.form === 'block') !== isBlock) this.noteForm(directive);
    if (closing === undefined) this.noteUnclosed();
    const attributes = directive ? this.readAttributes(directive) : new Map<string, string>();
    this.emit({ directive, attributes, isBlock, endOfBlock: closing ?? endLine });
    this.state.line = isBlock ? Math.min(endLine, (closing ?? endLine) + 1) : this.startLine + 1;
  }

  private emit(found: {
    readonly directive: Directive | undefined;
    readonly attributes: ReadonlyMap<string, string>;
    readonly isBlock: boolean;
    readonly endOfBlock: number;
  }): void {
    const { state, startLine } = this;
    const lines = linesOf(this.environment, [startLine, startLine + 1]);
    const use: DirectiveUse = { attributes: found.attributes, lines, environment: this.environment };
    const meta = found.directive ? { directive: found.directive, use } : undefined;
    const open = state.push('directive_open', '', found.isBlock ? 1 : 0);
    open.meta = meta;
    open.map = [startLine, found.endOfBlock];
    if (!found.isBlock) return;
    const { parentType, lineMax } = state;
    state.parentType = 'blockquote';
    state.lineMax = found.endOfBlock;
    state.md.block.tokenize(state, startLine + 1, found.endOfBlock);
    state.parentType = parentType;
    state.lineMax = lineMax;
    const close = state.push('directive_close', '', -1);
    close.meta = meta;
  }

  /** The line that closes this block, over blocks within it and code. */
  private findClosing(endLine: number): number | undefined {
    let depth = 1;
    let fence: string | undefined;
    for (let line = this.startLine + 1; line < endLine; line += 1) {
      const text = lineAt(this.state, line);
      const mark = CODE_FENCE.exec(text)?.[1];
      if (mark !== undefined && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined;
      if (fence !== undefined) continue;
      if (CLOSING.test(text)) depth -= 1;
      else if ((OPENING.exec(text)?.[1]?.length ?? 0) > 2) depth += 1;
      if (depth === 0) return line;
    }
    return undefined;
  }

  private readAttributes(directive: Directive): ReadonlyMap<string, string> {
    const known = Object.keys(directive.attributes);
    const read = this.written === '' ? undefined : readAttributes(this.written, 0);
    if (this.written !== '' && read?.end !== this.written.trimEnd().length) {
      this.note(
        'directive-attribute',
        this.written,
        `Unexpected attributes ${quote(this.written)}, expected \`{key="value"}\``,
        'put double quotes around each value, and no two keys the same',
      );
      return new Map();
    }
    const values = read?.values ?? new Map<string, string>();
    for (const key of values.keys()) {
      if (known.includes(key)) continue;
      const keys = known.map((name) => `\`${name}\``).join(', ');
      this.note(
        'directive-attribute',
        key,
        `Unexpected attribute ${quote(key)}, expected one of \`${this.name}\``,
        didYouMean(key, known, `\`${this.name}\` knows ${keys}`),
      );
    }
    for (const [key, need] of Object.entries(directive.attributes)) {
      if (need === 'optional' || values.get(key)) continue;
      this.note(
        'directive-attribute',
        this.name,
        `Unexpected \`${this.name}\` without \`${key}\`, expected one`,
        `write \`${this.colons}${this.name}{${key}=…}\``,
      );
    }
    return values;
  }

  private noteUnknown(): void {
    const known = DIRECTIVES.map(({ name }) => name);
    const hint = didYouMean(this.name, known, `there are ${known.map((name) => `\`${name}\``).join(', ')}`);
    this.note(
      'directive-unknown',
      this.name,
      `Unexpected directive ${quote(this.name)}, expected one that Broadsheet knows`,
      hint,
    );
  }

  private noteForm(directive: Directive): void {
    const [message, hint] =
      directive.form === 'block'
        ? ['Unexpected `::`, expected a block', `write \`:::${this.name}\`, the text on lines of its own, then \`:::\``]
        : ['Unexpected block, expected one line', `write \`::${this.name}{…}\` with two colons, on a line of its own`];
    this.note('directive-misused', this.colons, message, hint);
  }

  private noteUnclosed(): void {
    this.note(
      'directive-unclosed',
      this.colons + this.name,
      `Unexpected end of the text, expected \`:::\` to close \`${this.name}\``,
      'add a line `:::` after the block',
    );
  }

  private note(code: DiagnosticCode, text: string, message: string, hint: string): void {
    const lines = linesOf(this.environment, [this.startLine, this.startLine + 1]);
    this.environment.findings.push({
      code,
      path: this.environment.path,
      at: { kind: 'text', lines, text },
      message,
      hint,
    });
  }
}

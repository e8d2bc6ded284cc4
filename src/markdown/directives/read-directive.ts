import type { StateBlock } from 'markdown-it';
import type { Code } from '../../diagnostics/catalogue.ts';
import { didYouMean } from '../../diagnostics/wording.ts';
import { quote, quoteAll } from '../../diagnostics/wording.ts';
import { type Attributes, readAttributes } from './attributes.ts';
import type { Directive, DirectiveUse } from './directive.ts';
import { CLOSING, columnOfLine, OPENING, textOfLine } from './lines.ts';
import { allDirectives } from './own-directives.ts';
import { type Environment, linesOf } from '../environment.ts';

const CODE_FENCE = /^(```|~~~)/;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** A directive whose first line has been met. */
interface OpeningLine {
  readonly startLine: number;
  /** The line after the last one that the directive may have. */
  readonly endLine: number;
  readonly opening: RegExpExecArray;
}

/** Reads a directive and all that it holds, and notes what is wrong with it. */
export function readDirective(state: StateBlock, line: OpeningLine): void {
  new Reading(state, line).read();
}

class Reading {
  private readonly state: StateBlock;
  private readonly environment: Environment;
  private readonly startLine: number;
  private readonly endLine: number;
  private readonly colons: string;
  private readonly name: string;
  private readonly rest: string;

  constructor(state: StateBlock, { startLine, endLine, opening: [, colons = '', name = '', rest = ''] }: OpeningLine) {
    this.state = state;
    this.environment = state.env as Environment;
    this.startLine = startLine;
    this.endLine = endLine;
    this.colons = colons.trimEnd();
    this.name = name;
    this.rest = rest.trimEnd();
  }

  read(): void {
    const directive = allDirectives().find(({ name }) => name === this.name);
    const isBlock = this.colons.length > 2;
    const closing = isBlock ? this.findClosing() : this.startLine;
    if (!directive) this.noteUnknown();
    else if ((directive.form === 'block') !== isBlock) this.noteForm(directive);
    if (closing === undefined) this.noteUnclosed();
    const attributes = directive ? this.attributesOf(directive) : NO_ATTRIBUTES;
    const endOfBlock = closing ?? this.endLine;
    this.emit({ directive, attributes, isBlock, endOfBlock });
    this.state.line = isBlock ? Math.min(this.endLine, endOfBlock + 1) : this.startLine + 1;
  }

  private emit(found: {
    readonly directive: Directive | undefined;
    readonly attributes: ReadonlyMap<string, string>;
    readonly isBlock: boolean;
    readonly endOfBlock: number;
  }): void {
    const { state, startLine } = this;
    const lines = linesOf(this.environment, [startLine, startLine + 1]);
    const use: DirectiveUse = {
      attributes: found.attributes,
      lines,
      environment: this.environment,
      get text() {
        return state.src.slice(state.bMarks[startLine + 1], state.eMarks[Math.max(startLine, found.endOfBlock - 1)]);
      },
      get source() {
        return state.src.slice(state.bMarks[startLine], state.eMarks[found.endOfBlock]);
      },
      isNested: state.level > 0,
      note: (attribute, { code, message, hint }) => {
        this.note(code, this.valueSpan(attribute), message, hint);
      },
    };
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
  private findClosing(): number | undefined {
    let depth = 1;
    let fence: string | undefined;
    for (let line = this.startLine + 1; line < this.endLine; line += 1) {
      const text = textOfLine(this.state, line);
      const mark = CODE_FENCE.exec(text)?.[1];
      if (mark !== undefined && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined;
      if (fence !== undefined || !text.startsWith(':::')) continue;
      if (CLOSING.test(text)) depth -= 1;
      else if (OPENING.test(text)) depth += 1;
      if (depth === 0) return line;
    }
    return undefined;
  }

  private attributesOf(directive: Directive): ReadonlyMap<string, string> {
    const written = this.rest.trimStart();
    if (written === '') {
      this.checkRequired(directive, NO_ATTRIBUTES);
      return NO_ATTRIBUTES;
    }
    const read = readAttributes(written, 0);
    const start = textOfLine(this.state, this.startLine).trimEnd().length - written.length;
    if (read?.end !== written.length) {
      const message = `Unexpected ${quote(written)} after \`${this.name}\`, expected \`{key="value"}\``;
      const hint = 'put double quotes around each value, close the brace, and write no key twice and nothing after it';
      this.note('directive-attribute', { index: start, length: written.length }, message, hint);
      return NO_ATTRIBUTES;
    }
    const known = Object.keys(directive.attributes);
    for (const [key, index] of read.places) {
      if (known.includes(key)) continue;
      const message = `Unexpected attribute ${quote(key)}, expected one that \`${this.name}\` has`;
      const hint = didYouMean(key, known, `\`${this.name}\` has ${quoteAll(known)}`);
      this.note('directive-attribute', { index: start + index, length: key.length }, message, hint);
    }
    this.checkRequired(directive, read.values);
    this.noteLines(directive, read, columnOfLine(this.state, this.startLine) - 1 + start);
    return read.values;
  }

  /** Has the words of attributes looked at with those of the text. */
  private noteLines(directive: Directive, { values, valuePlaces }: Attributes, start: number): void {
    const { startLine } = this;
    for (const [key, text] of values) {
      const column = start + (valuePlaces.get(key) ?? 0);
      this.environment.writtenLines.push({
        text,
        takes: directive.attributes[key]?.takes,
        placeOf: (index) => ({ line: startLine, column: column + index }),
        isQuoted: true,
      });
    }
  }

  private checkRequired(directive: Directive, values: ReadonlyMap<string, string>): void {
    for (const [key, { isRequired }] of Object.entries(directive.attributes)) {
      if (!isRequired || values.get(key)?.trim()) continue;
      const message = `Unexpected \`${this.name}\` without \`${key}\`, expected one`;
      this.note('directive-attribute', this.nameSpan(), message, `write \`${this.colons}${this.name}{${key}=…}\``);
    }
  }

  private noteUnknown(): void {
    const known = allDirectives().map(({ name }) => name);
    const hint = didYouMean(this.name, known, `there are ${quoteAll(known)}`);
    const message = `Unexpected directive ${quote(this.name)}, expected one that Broadsheet knows`;
    this.note('directive-unknown', this.nameSpan(), message, hint);
  }

  private noteForm(directive: Directive): void {
    const [message, hint] =
      directive.form === 'block'
        ? [
            `Unexpected \`::\` before \`${this.name}\`, expected three colons`,
            `write \`:::${this.name}\`, the text on lines of its own, then \`:::\``,
          ]
        : [
            `Unexpected \`:::\` before \`${this.name}\`, expected two colons`,
            `write \`::${this.name}{…}\` with two colons, on a line of its own`,
          ];
    this.note('directive-misused', { index: 0, length: this.colons.length }, message, hint);
  }

  private noteUnclosed(): void {
    const message = `Unexpected end of the text, expected \`:::\` to close \`${this.name}\``;
    const length = this.nameSpan().index + this.name.length;
    this.note('directive-unclosed', { index: 0, length }, message, 'add a line `:::` after the block');
  }

  private nameSpan(): { readonly index: number; readonly length: number } {
    const index = textOfLine(this.state, this.startLine).indexOf(this.name, this.colons.length);
    return { index, length: this.name.length };
  }

  /** Where the value of an attribute stands, or the name of the directive. */
  private valueSpan(attribute: string | undefined): { readonly index: number; readonly length: number } {
    const written = this.rest.trimStart();
    const read = readAttributes(written, 0);
    const place = attribute === undefined ? undefined : read?.valuePlaces.get(attribute);
    if (attribute === undefined || place === undefined) return this.nameSpan();
    const start = textOfLine(this.state, this.startLine).trimEnd().length - written.length;
    return { index: start + place, length: (read?.values.get(attribute) || attribute).length };
  }

  private note(
    code: Code,
    { index, length }: { readonly index: number; readonly length: number },
    message: string,
    hint: string | undefined,
  ): void {
    const line = this.environment.firstLine + this.startLine;
    const column = columnOfLine(this.state, this.startLine) + index;
    const at = { kind: 'position', line, column, length } as const;
    this.environment.findings.push({ code, path: this.environment.path, at, message, hint });
  }
}

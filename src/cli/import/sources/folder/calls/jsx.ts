import { type Attributes, type Ends, noAttributes, type Syntax, type Tag } from './tag.ts';

/** A component's tag or an expression that has more is none that a person wrote. */
const LONGEST = 20_000;

/**
 * What MDX has besides Markdown: components (`<Video id="a" />`), expressions (`{year}`), and comments. Elements of HTML are left to
 * whoever reads HTML.
 *
 * @param bindings What names of imported files stand for, by name.
 */
export function jsxSyntax(bindings: ReadonlyMap<string, string>): Syntax {
  return {
    shown: (name) => `<${name}>`,
    opening: /<\/?(?=[A-Z])|<\/?>|<(?=[a-z][\w-]*\s[^<>]*\{)|\{/g,
    read: (text, start, ends) => read(text, start, ends, bindings),
    alsoInCode: false,
    hasIndentedCode: false,
  };
}

function read(text: string, start: number, _ends: Ends, bindings: ReadonlyMap<string, string>): Tag | undefined {
  if (text[start] === '{') return readExpression(text, start, bindings);
  if (/<\/?>/y.test(text.slice(start, start + 3))) return { start, end: text.indexOf('>', start) + 1, kind: 'nothing' };
  const name = /<\/?([A-Za-z][\w.-]*)/y.exec(text.slice(start, start + 200))?.[1];
  if (name === undefined) return undefined;
  if (text[start + 1] === '/') {
    const close = /<\/[\w.-]+\s*>/y.exec(text.slice(start, start + 300));
    return close ? { start, end: start + close[0].length, kind: 'close', name } : undefined;
  }
  const tag = readAttributesOf(text, start + 1 + name.length, bindings);
  if (!tag) return undefined;
  const { end, attributes, isSingle } = tag;
  // An element of HTML with values of JavaScript: those that are texts stay.
  if (/^[a-z]/.test(name)) return { start, end, kind: 'raw', text: printElement(name, attributes, isSingle) };
  return { start, end, kind: isSingle ? 'single' : 'open', name, attributes };
}

function readExpression(text: string, start: number, bindings: ReadonlyMap<string, string>): Tag | undefined {
  const end = endOfBraces(text, start);
  if (end === undefined) return undefined;
  const written = text.slice(start + 1, end - 1).trim();
  if (written === '' || /^\/\*[\s\S]*\*\/$/.test(written)) return { start, end, kind: 'nothing' };
  const value = plainValue(written, bindings);
  return value === undefined
    ? { start, end, kind: 'value', expression: written }
    : { start, end, kind: 'raw', text: value };
}

interface TagEnd {
  readonly end: number;
  readonly attributes: Attributes;
  readonly isSingle: boolean;
}

const NAME = /[\s]*([A-Za-z_][\w:.-]*)(\s*=\s*)?/y;

function readAttributesOf(text: string, from: number, bindings: ReadonlyMap<string, string>): TagEnd | undefined {
  const attributes = noAttributes();
  let at = from;
  while (at - from < LONGEST) {
    const end = /\s*(\/?)>/y;
    end.lastIndex = at;
    const closing = end.exec(text);
    if (closing) return { end: at + closing[0].length, attributes, isSingle: closing[1] === '/' };
    NAME.lastIndex = at;
    const match = NAME.exec(text);
    if (match?.[1] === undefined) {
      const spread = /\s*(?=\{)/y;
      spread.lastIndex = at;
      const space = spread.exec(text);
      const past = space ? endOfBraces(text, at + space[0].length) : undefined;
      if (past === undefined) return undefined;
      at = past;
      continue;
    }
    at += match[0].length;
    if (match[2] === undefined) {
      attributes[match[1]] = '';
      continue;
    }
    const quote = text[at];
    const past = quote === '{' ? endOfBraces(text, at) : endOfQuote(text, at);
    if (past === undefined) return undefined;
    const inner = text.slice(at + 1, past - 1);
    const value = quote === '{' ? plainValue(inner.trim(), bindings) : inner;
    if (value !== undefined) attributes[match[1]] = value;
    at = past;
  }
  return undefined;
}

function endOfQuote(text: string, start: number): number | undefined {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = text.slice(start, start + LONGEST).indexOf(quote, 1);
  return end < 0 ? undefined : start + end + 1;
}

/** The index behind the brace that closes the one at `start`; braces in quotes do not count. */
function endOfBraces(text: string, start: number): number | undefined {
  let depth = 0;
  let quote = '';
  const last = Math.min(text.length, start + LONGEST);
  for (let at = start; at < last; at += 1) {
    const sign = text[at] ?? '';
    if (quote !== '') {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
    } else if (
      sign === '`' ||
      (depth > 0 && (sign === '"' || (sign === "'" && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ''))))
    )
      quote = sign;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

/** The value of an expression that is a text, a number or the name of an imported file. */
function plainValue(written: string, bindings: ReadonlyMap<string, string>): string | undefined {
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`$\\]*)`)$/.exec(written);
  if (quoted) return (quoted[1] ?? quoted[2] ?? quoted[3] ?? '').replace(/\\(.)/g, '$1');
  if (/^-?\d+(?:\.\d+)?$/.test(written) || written === 'true' || written === 'false') return written;
  const required = /^require\(\s*["']([^"']+)["']\s*\)(?:\.default)?$/.exec(written)?.[1];
  return required ?? bindings.get(written.replace(/\.(?:src|default)$/, ''));
}

const HTML_NAMES: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for', srcSet: 'srcset' };

function printElement(name: string, attributes: Attributes, isSingle: boolean): string {
  const printed = Object.entries(attributes).map(([key, value]) => {
    const known = Object.hasOwn(HTML_NAMES, key) ? HTML_NAMES[key] : key;
    return ` ${known}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
  return `<${name}${printed.join('')}${isSingle ? ' /' : ''}>`;
}

const CONSTANT = /^export\s+const\s+([A-Za-z_$][\w$]*)\s*=\s*("[^"\\]*"|'[^'\\]*'|-?\d+(?:\.\d+)?)\s*;?\s*$/;
const BINDING = /^import\s+(?:\*\s+as\s+)?([A-Za-z_$][\w$]*)\s*(?:,\s*\{[^}]*\})?\s+from\s+["']([^"'\n]+)["']/;

/** A text of MDX without what it imports and exports, and the names that stand for files and for texts. */
export function withoutModules(text: string): {
  readonly text: string;
  readonly bindings: ReadonlyMap<string, string>;
} {
  const bindings = new Map<string, string>();
  if (!/^(?:im|ex)port[\s{*]/m.test(text)) return { text, bindings };
  const kept: string[] = [];
  let [fence, isStart, isModule] = ['', true, false];
  let depth = 0;
  for (const line of text.split('\n')) {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (!isModule && marker !== undefined) fence = fence === '' ? marker : line.trim().startsWith(fence) ? '' : fence;
    const isBlank = line.trim() === '';
    if (
      fence === '' &&
      !isModule &&
      isStart &&
      /^(?:import\s*["'{*\w]|export\s+(?:const|let|var|function|async|class|default|\{|\*))/.test(line)
    ) {
      isModule = true;
      depth = 0;
    }
    if (isModule && isBlank && depth <= 0) isModule = false;
    if (isModule) {
      const [, name, path] =
        BINDING.exec(line) ?? CONSTANT.exec(line)?.map((part) => part.replace(/^(["'])(.*)\1$/, '$2')) ?? [];
      if (name !== undefined && path !== undefined) bindings.set(name, path);
      depth += (line.match(/[{([]/g)?.length ?? 0) - (line.match(/[})\]]/g)?.length ?? 0);
    } else kept.push(line);
    isStart = isBlank || isModule;
  }
  return { text: kept.join('\n').replace(/^\n+/, ''), bindings };
}

const BOX = /^ {0,3}<\/?(?:div|section|article|aside|main|center|header|footer|nav)\b[^<>]*>[ \t]*$/;

/** A text of MDX in which boxes stand apart from what is around them and in them: in MDX that is Markdown, elsewhere it would be HTML. */
export function withBoxesApart<T extends { readonly text: string }>(read: T): T {
  if (!/^ {0,3}<\/?[a-z]/m.test(read.text)) return read;
  let fence = '';
  const lines = read.text.split('\n').map((line) => {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (marker !== undefined) fence = fence === '' ? marker : line.trim().startsWith(fence) ? '' : fence;
    return fence === '' && BOX.test(line) ? `\n${line.trim()}\n` : line;
  });
  return { ...read, text: lines.join('\n') };
}

import { evaluate } from './expressions.ts';
import { type Attributes, type Ends, readAttributes, type Syntax, type Tag, type LookUp } from './tag.ts';

/** Tags that direct what is printed, and what it is made of. */
const CONTROLS = new Set([
  ...['if', 'elsif', 'elseif', 'elif', 'else', 'endif', 'unless', 'endunless', 'case', 'when', 'endcase'],
  ...[
    'for',
    'endfor',
    'asyncEach',
    'endeach',
    'tablerow',
    'endtablerow',
    'break',
    'continue',
    'cycle',
    'increment',
    'decrement',
  ],
  ...[
    'assign',
    'set',
    'endset',
    'capture',
    'endcapture',
    'macro',
    'endmacro',
    'import',
    'from',
    'extends',
    'block',
    'endblock',
    'layout',
    'echo',
    'liquid',
  ],
]);

/** Tags that take in another file; the name of that is a part of theirs. */
const INCLUDES = new Set(['include', 'include_relative', 'include_cached', 'render', 'partial', 'renderFile']);

const VERBATIM: ReadonlyMap<string, RegExp> = new Map(
  ['raw', 'verbatim', 'comment', 'highlight'].map((name) => [name, new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g')]),
);

/** The language of Jekyll and Eleventy: `{% include a.html b="c" %}`, `{{ page.title | escape }}`. */
export function liquidSyntax(lookUp: LookUp): Syntax {
  return {
    shown: (name) => `{% ${name} %}`,
    opening: /\{\{|\{%|\{#/g,
    read: (text, start, ends) => read(text, start, ends, lookUp),
    alsoInCode: true,
    hasIndentedCode: true,
  };
}

function read(text: string, start: number, ends: Ends, lookUp: LookUp): Tag | undefined {
  const opening = text.slice(start, start + 2);
  const closing = opening === '{{' ? '}}' : opening === '{%' ? '%}' : '#}';
  const found = ends.find(closing, start + 2);
  if (found < 0) return undefined;
  const place = { start, end: found + 2 };
  const inner = text.slice(start + 2, found);
  // `{#id}` names a heading; a comment of Nunjucks has a space.
  if (opening === '{#') return /^[-\s]/.test(inner) ? { ...place, kind: 'nothing' } : undefined;
  const written = inner.replace(/^-|-$/g, '').trim();
  if (opening === '{{') return written === '' ? undefined : { ...place, kind: 'value', expression: written };
  const name = /^[\p{L}_][\p{L}\p{N}_.-]*/u.exec(written)?.[0];
  if (name === undefined) return undefined;
  const rest = written.slice(name.length).trim();
  return readNamed(text, { ...place, name, rest }, ends, lookUp);
}

interface NamedTag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly rest: string;
}

function readNamed(text: string, { start, end, name, rest }: NamedTag, ends: Ends, lookUp: LookUp): Tag {
  const closing = VERBATIM.get(name);
  const close = closing && ends.match(closing, end);
  if (close) {
    const place = { start, end: close.index + close[0].length };
    const body = text.slice(end, close.index);
    if (name === 'comment') return { ...place, kind: 'nothing' };
    if (name === 'highlight') return { ...place, kind: 'verbatim', name, attributes: readAttributes(rest), body };
    const inner = body.replace(/^\n|\n$/g, '');
    const hasCode = /`|~~~|^(?: {4}|\t)/m.test(inner);
    return { ...place, kind: 'raw', text: inner, inText: hasCode ? inner : inner.replace(/\{(?=[{%])/g, '\\{') };
  }
  if (CONTROLS.has(name)) return { start, end, kind: 'control', name, rest };
  if (/^end./.test(name)) return { start, end, kind: 'close', name: name.slice('end'.length) };
  const attributes = attributesOf(rest, name, lookUp);
  const included = INCLUDES.has(name) ? attributes['0'] : undefined;
  if (included === undefined) return { start, end, kind: 'open', name, attributes };
  return { start, end, kind: 'single', name: `${name} ${included}`, attributes: withoutFirst(attributes) };
}

function attributesOf(rest: string, name: string, lookUp: LookUp): Attributes {
  // What is behind the name of a file that is taken in stands for itself, and `{{ }}` in it for a value.
  const filled = rest.replace(
    /\{\{-?([^{}]*)-?\}\}/g,
    (whole, expression: string) => evaluate(expression, lookUp) ?? whole,
  );
  if (name === 'post_url' || name === 'link') return readAttributes(`"${filled.replace(/["\\]/g, '')}"`);
  return readAttributes(filled, (word) => (/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(word) ? (lookUp(word) ?? word) : word));
}

function withoutFirst(attributes: Attributes): Attributes {
  const { 0: _included, ...named } = attributes;
  return Object.assign(Object.create(null) as Attributes, named);
}

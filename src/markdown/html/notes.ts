import type { Token } from 'markdown-it';
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { quote } from '../../diagnostics/wording.ts';
import type { Needle } from '../../domain/content/source.ts';
import type { Environment } from '../environment.ts';
import { attributesOf, inPlaceOf, insteadOf, insteadOfAttribute, isKept, isSilent } from './elements.ts';
import { isSilentAttribute, isWhole } from './elements.ts';
import type { Part } from './parts.ts';
import { DEEPEST } from './tree.ts';
import type { Unclosed } from './read-tags.ts';

/** Something to note about HTML on a line of the file. */
export interface HtmlNote {
  readonly code: DiagnosticCode;
  readonly line: number;
  /** What it is about, as it may be written. */
  readonly needles: readonly string[];
  readonly message: string;
  readonly hint: string;
  /** Which of several on the line, counted from 0. */
  readonly nth?: number;
}

/** Notes something about HTML. */
export function noteHtml(environment: Environment, { line, needles, nth = 0, ...finding }: HtmlNote): void {
  const places = needles.map((text): Needle => ({ before: '', text }));
  const at = { kind: 'text', lines: [line, line], needles: places, nth } as const;
  environment.findings.push({ ...finding, path: environment.path, at });
}

/** Tells of the elements and the attributes that are left out, in the order of the text. */
export function noteRemoved(parts: readonly Part[], environment: Environment): void {
  const seen = new Map<string, number>();
  const count = (name: string, line: number): number => {
    const key = `${line} ${name}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return nth;
  };
  for (const part of parts) {
    if (part.kind === 'leaf') for (const name of namesInCode(part)) count(name, part.line);
    if (part.kind !== 'start') continue;
    const { name, line } = part;
    const nth = count(name, line);
    const needles = [`<${name}`, `<${name.toUpperCase()}`];
    const isOf = isKept(name) || (isSilent(name) && inPlaceOf(name) !== undefined);
    if (!isKept(name) && !isSilent(name)) {
      const rest = isWhole(name) ? 'it is left out with all that is in it' : 'its tags are left out, its text stays';
      const message = `Unexpected element ${quote(`<${name}>`)}, expected one that stories may have; ${rest}`;
      noteHtml(environment, { code: 'html-removed', line, needles, nth, message, hint: insteadOf(name) });
    }
    if (!isOf) continue;
    const kept = attributesOf(inPlaceOf(name) ?? name);
    for (const attribute of part.attributes) {
      if (kept.includes(attribute.name) || isSilentAttribute(attribute.name)) continue;
      noteHtml(environment, {
        code: 'html-removed',
        line,
        needles: [`${attribute.name}=`, attribute.name, ...needles],
        message: `Unexpected attribute ${quote(attribute.name)} in HTML, expected one that stories may have; it is left out`,
        hint: insteadOfAttribute(attribute.name),
      });
    }
  }
}

/** Elements that say something of the words in them: without an end they say it of all that is behind. */
const MARKING: ReadonlySet<string> = new Set(
  'a abbr b bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var'.split(' '),
);

/** Tells of each kind of elements within a line of which one has no end: `<b>Note:<b>`. An anchor or a `<span>` that says nothing may go without. */
export function noteUnpaired(parts: readonly Part[], environment: Environment): void {
  const open = new Map<string, { readonly line: number; readonly nth: number }[]>();
  const met = new Map<string, number>();
  for (const part of parts) {
    if (part.kind === 'end') open.get(part.name)?.pop();
    if (part.kind !== 'start' || !MARKING.has(part.name)) continue;
    const { name, line, attributes } = part;
    const nth = met.get(`${line} ${name}`) ?? 0;
    met.set(`${line} ${name}`, nth + 1);
    if (
      (name === 'a' && !attributes.some((one) => one.name === 'href')) ||
      (name === 'span' && attributes.length === 0)
    )
      continue;
    const starts = open.get(name);
    if (starts) starts.push({ line, nth });
    else open.set(name, [{ line, nth }]);
  }
  for (const [name, [first, second]] of open) {
    if (!first) continue;
    noteHtml(environment, {
      code: 'html-unpaired',
      ...first,
      needles: [`<${name}`, `<${name.toUpperCase()}`],
      message: `Unexpected ${quote(`<${name}>`)} without ${quote(`</${name}>`)}, expected both; it holds for all that is behind it`,
      hint:
        second === undefined
          ? `write ${quote(`</${name}>`)} where it ends`
          : `write ${quote(`</${name}>`)}, with a stroke, where it ends`,
    });
  }
}

/** Code may have the same tags as the text around it. */
function namesInCode({ tokens: [token] }: { readonly tokens: readonly Token[] }): readonly string[] {
  if (token?.type !== 'code_inline') return [];
  return [...token.content.matchAll(/<([a-z][a-z0-9-]*)/g)].map(([, name = '']) => name);
}

/** Tells of what has no end, and swallows what is behind it. */
export function noteUnclosed({ what, written, end, line }: Unclosed, environment: Environment): void {
  const hint = {
    comment: 'write `-->` where the comment ends',
    tag: 'close the tag on the same line, or write `&lt;` if it is none',
    foreign: `write ${quote(end)} where it ends, or \`&lt;\` for its first sign if it is meant to be seen`,
    element: `close it, or put ${quote(`${written}>`)} between backticks if it is meant to be seen`,
  }[what];
  const message = `Unexpected ${quote(written)} without an end, expected ${quote(end)}; what is behind it is left out`;
  noteHtml(environment, { code: 'html-unclosed', line, needles: [written, written.toUpperCase()], message, hint });
}

/** Tells of elements that stand too deep in each other. */
export function noteTooDeep(line: number, environment: Environment): void {
  noteHtml(environment, {
    code: 'nesting-too-deep',
    line,
    needles: ['<'],
    message: `Unexpected HTML with over ${DEEPEST} elements in each other, or many that are not closed; it is left out`,
    hint: 'close each element before the next, or leave out those that only hold others',
  });
}

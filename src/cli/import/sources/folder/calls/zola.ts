import { type Attributes, type Ends, readAttributes, type Syntax, type Tag } from './tag.ts';

/** Shortcodes of Zola: `{{ youtube(id="a") }}`, `{% quote(by="b") %}…{% end %}`. What is a comment within one is shown, not run. */
export const ZOLA: Syntax = {
  shown: (name) => `{{ ${name}() }}`,
  opening: /\{\{|\{%/g,
  read,
  alsoInCode: true,
  hasIndentedCode: true,
};

function read(text: string, start: number, ends: Ends): Tag | undefined {
  const opening = text.slice(start, start + 2);
  const closing = opening === '{{' ? '}}' : '%}';
  if (text.startsWith('/*', start + 2)) {
    const found = ends.find(`*/${closing}`, start + 4);
    if (found < 0) return undefined;
    return { kind: 'literal', start, end: found + 4, text: `${opening}${text.slice(start + 4, found)}${closing}` };
  }
  const found = ends.find(closing, start + 2);
  if (found < 0) return undefined;
  const place = { start, end: found + 2 };
  const inner = text
    .slice(start + 2, found)
    .replace(/^-|-$/g, '')
    .trim();
  if (closing === '%}' && inner === 'end') return { ...place, kind: 'close', name: undefined };
  const name = /^[A-Za-z_]\w*(?=\s*\()/.exec(inner)?.[0];
  if (name === undefined || !inner.endsWith(')')) return undefined;
  const attributes = listed(inner.slice(inner.indexOf('(') + 1, -1));
  return { ...place, kind: opening === '{{' ? 'single' : 'open', name, attributes };
}

/** Lists stand for their entries with commas between. */
function listed(written: string): Attributes {
  const flat = written.replace(/\[([^[\]]*)\]/g, (_, inner: string) => `\`${inner.replace(/["'`]/g, '').trim()}\``);
  return readAttributes(flat);
}

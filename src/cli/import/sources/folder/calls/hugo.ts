import { type Ends, readAttributes, type Syntax, type Tag } from './tag.ts';

/** Shortcodes of Hugo: `{{< figure src="a.jpg" >}}`, `{{% notice %}}…{{% /notice %}}`. What is a comment within one is shown, not run. */
export const HUGO: Syntax = {
  shown: (name) => `{{< ${name} >}}`,
  opening: /\{\{[<%]/g,
  read,
  alsoInCode: true,
  hasIndentedCode: true,
};

const CLOSE_OF_HIGHLIGHT = /\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g;

function read(text: string, start: number, ends: Ends): Tag | undefined {
  const sign = text[start + 2] === '<' ? '>' : '%';
  if (text.startsWith('/*', start + 3)) {
    const closing = `*/${sign}}}`;
    const found = ends.find(closing, start + 5);
    if (found < 0) return undefined;
    const inner = text.slice(start + 5, found);
    return {
      kind: 'literal',
      start,
      end: found + closing.length,
      text: `${text.slice(start, start + 3)}${inner}${sign}}}`,
    };
  }
  const found = ends.find(`${sign}}}`, start + 3);
  if (found < 0) return undefined;
  const place = { start, end: found + 3 };
  const inner = text.slice(start + 3, found);
  const match = /^\s*(\/?)\s*([^\s/"'`=][^\s"'`=]*?)(?=\s|\/?$|\/\s*$)/.exec(inner);
  if (!match) return undefined;
  const [whole, slash, name = ''] = match;
  if (slash) return { ...place, kind: 'close', name };
  const rest = inner.slice(whole.length).trim();
  const isSingle = /(?:^|[\s"'`])\/$/.test(rest);
  const attributes = readAttributes(isSingle ? rest.slice(0, -1) : rest);
  if (isSingle) return { ...place, kind: 'single', name, attributes };
  const close = name === 'highlight' ? ends.match(CLOSE_OF_HIGHLIGHT, place.end) : undefined;
  if (!close) return { ...place, kind: 'open', name, attributes };
  const body = text.slice(place.end, close.index);
  return { start, end: close.index + close[0].length, kind: 'verbatim', name, attributes, body };
}

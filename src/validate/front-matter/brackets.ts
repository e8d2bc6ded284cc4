/** A part of a list or group in brackets, and how far behind the bracket it stands. */
export interface Part {
  readonly text: string;
  readonly at: number;
}

/** Cuts what stands in brackets at its commas, as far as it is closed. Commas in quotes and inner brackets cut nothing. */
export function cutParts(value: string): { readonly parts: readonly Part[]; readonly end: number | undefined } {
  const parts: Part[] = [];
  let depth = 0;
  let start = 1;
  let before = '';
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at] ?? '';
    const closing = opensQuote(value, at, before) ? closingQuote(value, at) : -1;
    if (closing > 0) {
      at = closing;
    } else if (character === '[' || character === '{') {
      depth += 1;
    } else if (character === ']' || character === '}') {
      depth -= 1;
      if (depth === 0) return { parts: [...parts, { text: value.slice(start, at), at: start }], end: at };
    } else if (character === ',' && depth === 1) {
      parts.push({ text: value.slice(start, at), at: start });
      start = at + 1;
    }
    if (character.trim() !== '') before = closing > 0 ? QUOTED : character;
  }
  return { parts: [...parts, { text: value.slice(start), at: start }], end: undefined };
}

/** Where the bracket that a value begins with is closed. */
export function endOfBrackets(value: string): number | undefined {
  return cutParts(value).end;
}

/** What stands for a text between quotes, where it is asked what comes before. */
const QUOTED = '""';

/** Whether a quote begins a value: behind a sign of YAML, or behind another one and a space. */
function opensQuote(value: string, at: number, before: string): boolean {
  if (value[at] !== '"' && value[at] !== "'") return false;
  return before === QUOTED ? /\s/.test(value[at - 1] ?? '') : '[{,:'.includes(before);
}

/** Where a quote ends that begins at a place; −1 where it does not. */
export function closingQuote(value: string, at: number): number {
  const closed = value[at] === '"' ? /"(?:[^"\\]|\\.)*"/sy : /'(?:[^']|'')*'/y;
  closed.lastIndex = at;
  return closed.test(value) ? closed.lastIndex - 1 : -1;
}

/** Places in a part of a group at which a key and its colon begin, outside of quotes and inner brackets. */
export function keyPlaces(text: string): readonly (readonly [key: string, at: number])[] {
  const places: (readonly [string, number])[] = [];
  let depth = 0;
  let before = ':';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const closing = opensQuote(text, at, before) ? closingQuote(text, at) : -1;
    if (closing > 0) at = closing;
    else if ('[{'.includes(character)) depth += 1;
    else if (']}'.includes(character)) depth -= 1;
    else if (depth === 0 && /[A-Za-z]/.test(character) && /^\s?$/.test(text[at - 1] ?? '')) {
      const key = /([A-Za-z][\w-]*):(?=\s)/y;
      key.lastIndex = at;
      const [, name] = key.exec(text) ?? [];
      if (name !== undefined) places.push([name, at]);
    }
    if (character.trim() !== '') before = closing > 0 ? QUOTED : character;
  }
  return places;
}

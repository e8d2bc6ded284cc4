/** Attributes in braces, `{credit="Ana Ruiz" wide}`, as they stand after a picture or a directive's name. */
export interface Attributes {
  readonly values: ReadonlyMap<string, string>;
  /** Index of each name in the text. */
  readonly places: ReadonlyMap<string, number>;
  /** Index of each value in the text, without its quotes; of the name where there is none. */
  readonly valuePlaces: ReadonlyMap<string, number>;
  /** Index of the character after the closing brace. */
  readonly end: number;
}

const ATTRIBUTE = /\s*(\.?[A-Za-z][\w-]*)(?:\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|“([^”\n]*)”|([^\s"'}]+)))?\s*/y;

/** Reads attributes that begin at `start` of a text; `undefined` where no well-formed ones do. A bare name is empty, such as a class: `.wide`. */
export function readAttributes(text: string, start: number): Attributes | undefined {
  if (text[start] !== '{') return undefined;
  const values = new Map<string, string>();
  const places = new Map<string, number>();
  const valuePlaces = new Map<string, number>();
  let position = start + 1;
  while (position < text.length && text[position] !== '}') {
    ATTRIBUTE.lastIndex = position;
    const match = ATTRIBUTE.exec(text);
    const name = match?.[1];
    if (!match || name === undefined || values.has(name)) return undefined;
    const value = match[2] ?? match[3] ?? match[4] ?? match[5] ?? '';
    const place = match.index + match[0].indexOf(name);
    places.set(name, place);
    valuePlaces.set(
      name,
      value === '' ? place : match.index + match[0].indexOf(value, place - match.index + name.length),
    );
    values.set(name, value);
    position = ATTRIBUTE.lastIndex;
  }
  return position < text.length ? { values, places, valuePlaces, end: position + 1 } : undefined;
}

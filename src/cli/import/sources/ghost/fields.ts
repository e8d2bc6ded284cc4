/** A row of a table of Ghost's, or what is written into a card: anything that JSON can say. */
export type Row = Readonly<Record<string, unknown>>;

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The rows of a list; what is none of them is passed over. */
export function rowsOf(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/** The first field of these that has words in it, as it stands; an empty text if none has. */
export function textOf(row: Row, ...names: readonly string[]): string {
  for (const name of names) {
    const value = field(row, name);
    if (typeof value === 'string' && value.trim() !== '') return withoutControls(value);
  }
  return '';
}

/** Leaves out characters that no text may have: control characters and halves of characters. */
export function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\p{Cs}\uFFFE\uFFFF]/gu, '');
}

/** Likewise, white space collapsed, `undefined` if there is nothing. */
export function lineOf(row: Row, ...names: readonly string[]): string | undefined {
  return (
    textOf(row, ...names)
      .replace(/\s+/g, ' ')
      .trim() || undefined
  );
}

/** A number or a text that names a row: exports of SQLite and MySQL have numbers where others have texts. */
export function idOf(row: Row, name: string): string | undefined {
  const value = field(row, name);
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
}

/** What is true in one database is `1` in the other. */
export function isSet(row: Row, name: string): boolean {
  const value = field(row, name);
  return value === true || value === 1 || value === '1' || value === 'true';
}

/** The order in which relations are read: that which Ghost gave them, or that of the file. */
export function orderOf(row: Row): number {
  const value = field(row, 'sort_order');
  return typeof value === 'number' ? value : 0;
}

export function field(row: Row, name: string): unknown {
  return Object.hasOwn(row, name) ? row[name] : undefined;
}

/** What stands before paths: the address of the site without its last `/`; nothing where nobody knows it, for exports do not say. */
export function homeOf(url: string | undefined): string {
  return url === undefined ? '' : url.replace(/[?#].*$/s, '').replace(/\/+$/, '');
}

/** Whatever Ghost wrote with `__GHOST_URL__` for the address of the site: texts, fields, trees as JSON. */
export function withHome(text: string, home: string): string {
  return text.includes('__GHOST_URL__') ? text.replace(/__GHOST_URL__(?:\\?\/)?/g, () => `${home}/`) : text;
}

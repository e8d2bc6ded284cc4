const LONGEST_LINE = 2_000;

/**
 * Plain values that stand in a program: `NAME = 'value'` of Python, `site: "https://…"` of JavaScript. It is read as text, never run, so only what is
 * written out is known.
 */
export function pythonValues(text: string): ReadonlyMap<string, string | readonly string[]> {
  const values = new Map<string, string | readonly string[]>();
  for (const [line, name = '', written = ''] of text.matchAll(/^([A-Z][A-Z0-9_]*)[ \t]*=[ \t]*(\S.*)$/gm)) {
    if (line.length > LONGEST_LINE) continue;
    const value = plainValue(written.replace(/[ \t]+#[^'"]*$/, '').trim());
    if (value !== undefined) values.set(name, value);
  }
  return values;
}

/** The first text that is given to a property of this name. */
export function propertyIn(text: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|[\\s,{(])["']?${name}["']?\\s*:\\s*(["'\`])([^"'\`\\n$]*)\\1`, 'm').exec(
    withoutComments(text),
  );
  return match?.[2];
}

/** The texts of the first list that is given to a property of this name. */
export function listIn(text: string, name: string): readonly string[] {
  const match = new RegExp(`(?:^|[\\s,{(])["']?${name}["']?\\s*:\\s*\\[([^\\]]*)\\]`, 'm').exec(withoutComments(text));
  return textsIn(match?.[1] ?? '');
}

function plainValue(written: string): string | readonly string[] | undefined {
  const quoted = /^[ur]?(?:"([^"\\]*)"|'([^'\\]*)')$/.exec(written);
  if (quoted) return quoted[1] ?? quoted[2];
  if (/^(?:True|False|-?\d+)$/.test(written)) return written.toLowerCase();
  const list = /^[[(]([^()[\]{}]*)[\])]$/.exec(written)?.[1];
  return list === undefined ? undefined : textsIn(list);
}

function textsIn(written: string): readonly string[] {
  return [...written.matchAll(/"([^"\\\n]*)"|'([^'\\\n]*)'/g)].map(([, double, single]) => double ?? single ?? '');
}

/** Without comments, unless in the middle of a line; what is longer is no configuration. */
function withoutComments(text: string): string {
  const lines = text.slice(0, 200_000).replace(/^[ \t]*\/\/.*$/gm, '');
  let [kept, from] = ['', 0];
  for (let start = lines.indexOf('/*'); start >= 0; start = lines.indexOf('/*', from)) {
    const end = lines.indexOf('*/', start + 2);
    // A pattern of files has the same sign: `**/*.md`.
    const isPattern = lines[start - 1] === '*' || lines[start + 2] === '.';
    if (end < 0) break;
    kept += lines.slice(from, isPattern ? start + 2 : start);
    from = isPattern ? start + 2 : end + 2;
  }
  return kept + lines.slice(from);
}

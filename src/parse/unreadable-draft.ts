import { cutFrontMatter } from '../domain/content/source.ts';
import { readYaml } from './yaml.ts';

/** What other files and lists call a draft by, and what is on its page while it cannot be read: keys of stories, and of own pages. */
const NAMES: readonly string[] = ['slug', 'headline', 'date', 'section', 'language', 'title', 'permalink'];

const KEY = /^(["']?)([A-Za-z]+)\1[ \t]*:/;
const IS_DRAFT = /^draft:[ \t]+true(?:[ \t]+#.*|[ \t]*)$/s;

/**
 * What a file whose front matter cannot be read says by itself, if it is a draft beyond doubt: `draft: true` stands on a line of its
 * own that is not indented, and no other line is a key of that name. Such a line can be nothing but a key: the
 * lines of a longer text are indented in YAML. Beside it there are those of the other keys in `NAMES` that can be read.
 *
 * @param text Of the whole file. Where the front matter has no end, the lines up to the first empty one are it.
 */
export function readUnreadableDraft(text: string): Readonly<Record<string, unknown>> | undefined {
  const values = readUnreadable(text);
  return values['draft'] === true ? values : undefined;
}

/** The same of a file that may be no draft, whose address others lead to. */
export function readUnreadable(text: string): Readonly<Record<string, unknown>> {
  if (!/^---[ \t]*(?:ya?ml[ \t]*)?\n/.test(text)) return {};
  const lines = linesByKey(headOf(text));
  const values: Record<string, unknown> = IS_DRAFT.test(lines.get('draft') ?? '') ? { draft: true } : {};
  for (const name of NAMES) {
    const value = valueIn(lines.get(name) ?? '', name);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** The lines that are meant as front matter. */
function headOf(text: string): string {
  const cut = cutFrontMatter(text);
  if (cut) return cut.yaml;
  const start = text.indexOf('\n') + 1;
  const end = text.indexOf('\n\n', start - 1);
  return end < 0 ? text.slice(start) : text.slice(start, end);
}

/** The lines that begin with a key, by that; of a key that stands twice there is none. */
function linesByKey(head: string): ReadonlyMap<string, string | undefined> {
  const lines = new Map<string, string | undefined>();
  for (const line of head.split('\n')) {
    const key = KEY.exec(line)?.[2];
    if (key !== undefined) lines.set(key, lines.has(key) ? undefined : line);
  }
  return lines;
}

/** The text that a line of YAML gives to a key, if it does so by itself. */
function valueIn(line: string, key: string): string | undefined {
  const read = readYaml(line, 1);
  if (read.kind !== 'read' || typeof read.values !== 'object' || read.values === null) return undefined;
  const value: unknown = (read.values as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' ? value : undefined;
}

import { cutFrontMatter, isMap } from '../../domain/content/source.ts';
import { readYaml } from '../../parse/yaml.ts';

/** A text with front matter, taken apart. */
export interface KeysAndBody {
  /** The keys of the front matter with their values, in their order. */
  readonly keys: ReadonlyMap<string, unknown>;
  readonly yaml: string;
  readonly body: string;
}

/**
 * Reads the front matter of a text, wherever this runs; `undefined` where there is none, or where it cannot be read.
 *
 * @param text Without byte order mark, its lines ending in `\n`.
 */
export function readKeys(text: string): KeysAndBody | undefined {
  if (!/^---[ \t]*(?:ya?ml[ \t]*)?\n/.test(text)) return undefined;
  const cut = cutFrontMatter(text);
  // The line end before the fence is the fence's own.
  const read = cut && readYaml(cut.yaml.replace(/\n$/, ''), cut.yamlLine);
  if (!cut || read?.kind !== 'read') return undefined;
  const values = read.values ?? {};
  return isMap(values) ? { keys: new Map(Object.entries(values)), yaml: cut.yaml, body: cut.body } : undefined;
}

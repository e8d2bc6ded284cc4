import { forbiddenCharacters, hasForbidden, withoutForbidden } from '../../domain/invisible.ts';
import type { SourceFile } from '../../domain/content/source.ts';
import { describeForbidden } from '../../diagnostics/wording.ts';
import { type Finding, keyAt, type Spot, valueAt } from '../../diagnostics/finding.ts';
import { isMap } from '../../domain/content/source.ts';

/** A file with more of them is no text, and the first few say so. */
const MOST = 20;

/** The characters of a file that no text may have: no reader, feed or terminal can do anything good with them. */
export function findControlCharacters({ path, text }: SourceFile): readonly Finding[] {
  return forbiddenCharacters(text)
    .slice(0, MOST)
    .map(({ character, index, line }) => ({
      code: 'control-character',
      path,
      at: { kind: 'position', line, column: index + 1 },
      message: `Unexpected ${describeForbidden(character)}, expected text`,
      hint: 'delete it: put the cursor right behind the place that is marked, and press backspace',
    }));
}

/** Whether a text has a character with which YAML cannot be read. */
export function breaksYaml(text: string): boolean {
  return /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u.test(text);
}

/** What a text of YAML holds, without characters that no text may have. */
export interface EscapesRead {
  readonly values: unknown;
  readonly findings: readonly Finding[];
}

/**
 * Finds the characters that no text may have and that escapes in double quotes make, such as `\x01`, in keys and values; and puts a
 * replacement character in the place of each, so that nothing that is made of them can be obeyed. Those that stand in the file as they
 * are were found there.
 */
export function readEscapes(path: string, yaml: string, values: unknown): EscapesRead {
  if (!yaml.includes('\\')) return { values, findings: [] };
  const findings: Finding[] = [];
  const cleaned = new Escapes(path, yaml, findings).clean(values, []);
  return findings.length === 0 ? { values, findings } : { values: cleaned, findings: findings.slice(0, MOST) };
}

/** Any value of YAML with a replacement character for each that no text may have. */
export function withoutEscapes(values: unknown): unknown {
  return new Escapes('', '', []).clean(values, []);
}

type Keys = readonly (string | number)[];

class Escapes {
  private readonly path: string;
  private readonly yaml: string;
  private readonly findings: Finding[];

  constructor(path: string, yaml: string, findings: Finding[]) {
    this.path = path;
    this.yaml = yaml;
    this.findings = findings;
  }

  /** Keys are those by which a value is found in the file: as YAML reads them. */
  clean(value: unknown, keys: Keys): unknown {
    if (typeof value === 'string') return this.text(value, valueAt(...keys));
    if (Array.isArray(value)) return value.map((entry, index) => this.clean(entry, [...keys, index]));
    if (!isMap(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        this.text(key, keyAt(...keys, key)),
        this.clean(inner, [...keys, key]),
      ]),
    );
  }

  private text(text: string, at: Spot): string {
    const made = forbiddenCharacters(text).find(({ character }) => !this.yaml.includes(character));
    if (made) {
      this.findings.push({
        code: 'control-character',
        path: this.path,
        at,
        message: `Unexpected ${describeForbidden(made.character)} by an escape in quotes, expected text`,
        hint: 'leave out the escape: the `\\` in front of it, and the signs that belong to it',
      });
    }
    return hasForbidden(text) ? withoutForbidden(text) : text;
  }
}

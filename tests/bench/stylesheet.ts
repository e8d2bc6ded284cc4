import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A stylesheet as one text: what it imports first, in place of the imports. */
export function readStylesheet(path: string): string {
  const text = readFileSync(path, 'utf8');
  return text.replace(/^@import "([^"]+)"( \w+)?;$/gm, (_all, imported: string, medium: string | undefined) => {
    const inner = readStylesheet(join(dirname(path), imported));
    return medium === undefined ? inner : `@media${medium} {\n${inner}}`;
  });
}

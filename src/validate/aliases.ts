import type { UrlPath } from '../domain/url-path.ts';
import { valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';
import { readOldPath } from './old-path.ts';
import type { Reader } from './reader.ts';

/** Reads `aliases`: old paths on this site. */
export function readAliases(values: readonly string[] | undefined, reader: Reader): readonly UrlPath[] {
  return (values ?? []).flatMap((value, index) => {
    const path = readOldPath(value);
    if (path !== undefined) return [path];
    reader.note(
      'alias-invalid',
      valueAt('aliases', index),
      `Unexpected old path ${quote(value)}, expected one like \`/news/old-address/\``,
      'write the part of the old address after the host, beginning with `/`',
    );
    return [];
  });
}

import { isUrlPath, type UrlPath } from '../domain/url-path.ts';
import { valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Reader } from './reader.ts';

/** Reads `aliases`: old paths on this site. One without a file's ending is a folder, as browsers ask for it. */
export function readAliases(values: readonly string[] | undefined, reader: Reader): readonly UrlPath[] {
  return (values ?? []).flatMap((value, index) => {
    const path = decode(value.trim());
    const asFolder = /\/$|\.[a-z0-9]+$/i.test(path) ? path : `${path}/`;
    if (isUrlPath(asFolder) && asFolder !== '/') return [asFolder];
    reader.note(
      'alias-invalid',
      valueAt('aliases', index),
      `Unexpected old path ${quote(value)}, expected one like \`/news/old-address/\``,
      'write the part of the old address after the host, beginning with `/`',
    );
    return [];
  });
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

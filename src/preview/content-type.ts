import { basename, extname } from 'node:path';
import { contentType } from 'mime-types';

/** What a file is said to be when it is served, by its name. */
export function contentTypeOf(path: string): string {
  // Rules for hosts, which have no ending: `_redirects`.
  if (/^_\w+$/.test(basename(path))) return 'text/plain; charset=utf-8';
  const type = contentType(extname(path)) || 'application/octet-stream';
  // The one kind of text that we publish and that gets no charset there.
  return type === 'application/xml' ? `${type}; charset=utf-8` : type;
}

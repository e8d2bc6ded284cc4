import { isToolPath } from './guard-route.ts';

/** A request as far as it is judged before anything is done with it. */
export interface RequestLine {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly host: string | undefined;
}

/** What a request asks for, or why it is refused. */
export type Guarded =
  /** `path` is decoded, and safe to look up. */
  | { readonly kind: 'good'; readonly path: string; readonly query: string }
  | { readonly kind: 'refused'; readonly status: 400 | 405; readonly reason: string };

const LONGEST = 2048;
const METHODS: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD', 'POST']);
const REFUSED_METHOD: Guarded = { kind: 'refused', status: 405, reason: 'only GET and HEAD' };
const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
const FORBIDDEN = /[\u0000-\u001f\u007f\\]/;

/**
 * Judges a request before the server sees it. Only addresses of the preview itself can be posted to, where {@link guardRoute} judges more. A page of another site whose name was made to lead here names its own host, so
 * a server for this machine alone answers to this machine's names only.
 *
 * @param hosts The names that the server answers to; `undefined` where it answers to any.
 */
export function guardRequest({ method, url, host }: RequestLine, hosts: ReadonlySet<string> | undefined): Guarded {
  if (!METHODS.has(method)) return REFUSED_METHOD;
  if (!isOwnHost(host, hosts)) return refuse('the Host is not one of this server');
  if (url === undefined || url.length > LONGEST) return refuse('the address is too long');
  if (!url.startsWith('/') || url.startsWith('//')) return refuse('the address is not a path');
  const end = url.search(/[?#]/);
  const written = end < 0 ? url : url.slice(0, end);
  const segments = written.split('/').map(decode);
  for (const segment of segments) {
    if (segment === undefined) return refuse('the address is not well encoded');
    if (segment === '.' || segment === '..') return refuse('the address leads out of itself');
    if (segment.includes('/') || FORBIDDEN.test(segment)) return refuse('the address has a character that no page has');
  }
  const path = segments.join('/').normalize('NFC');
  if (method === 'POST' && !isToolPath(path)) return REFUSED_METHOD;
  return { kind: 'good', path, query: end < 0 ? '' : url.slice(end) };
}

/** Whether a host that a request names, with or without a port, is one of the server. */
export function isOwnHost(host: string | undefined, hosts: ReadonlySet<string> | undefined): boolean {
  const name = HOST.exec(host ?? '')?.[1]?.toLowerCase();
  return name !== undefined && (hosts === undefined || hosts.has(name));
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function refuse(reason: string): Guarded {
  return { kind: 'refused', status: 400, reason };
}

import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { parseUrl } from '../../domain/addresses.ts';
import { MOST_BYTES, type Route, TOOL_FOLDERS } from './route.ts';

/** A request of a route as far as it is judged before its body is read. */
export interface RouteLine {
  readonly method: string | undefined;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** What whoever asks has to know. */
export interface RouteSecrets {
  /** Of every POST. */
  readonly token: string;
  /** Of every request where other machines may ask, as the value of the cookie {@link KEY_COOKIE}; `undefined` where they may not. */
  readonly key: string | undefined;
  readonly port: number;
}

/** The route that a request is for, or why it is refused. */
export type GuardedRoute =
  | { readonly kind: 'good'; readonly route: Route }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string; readonly allow?: string };

/** Begins the name of the cookie; the port follows, for cookies of one host are shared by all its ports. */
export const KEY_COOKIE = 'broadsheet-desk-';

/** Whether a path is of the preview itself. */
export function isToolPath(path: string): boolean {
  return TOOL_FOLDERS.some((folder) => path === `/${folder}` || path.startsWith(`/${folder}/`));
}

/**
 * Judges a request for an address of the preview itself. Whatever changes a file or starts something is a POST: of a page of this
 * very server, with the token that only its pages can read, and in JSON, which no form of another site can send.
 */
export function guardRoute(routes: readonly Route[], line: RouteLine, secrets: RouteSecrets): GuardedRoute {
  const { method, path, headers } = line;
  if (!isOfThisServer(headers)) return refuse(403, 'another site asks');
  if (secrets.key !== undefined && !hasCookie(headers.cookie, `${KEY_COOKIE}${secrets.port}`, secrets.key))
    return refuse(403, 'other machines open the desk by the address with its key, which the terminal shows');
  const here = routes.filter((route) => isAtPath(route, path));
  if (here.length === 0) return refuse(404, 'there is nothing at this address');
  const asked = method === 'HEAD' ? 'GET' : method;
  const route = here.find((one) => one.method === asked);
  if (!route) return { ...refuse(405, 'this address is asked in another way'), allow: allowed(here) };
  if (route.method === 'GET') return { kind: 'good', route };
  if (headers.origin === undefined || parseUrl(headers.origin)?.host !== headers.host)
    return refuse(403, 'the Origin is not this server');
  if (!isSecret(headers['x-broadsheet-token'], secrets.token))
    return refuse(403, 'the token is not the one of this server; load the page again');
  if (!/^application\/json(?:;|$)/i.test(headers['content-type'] ?? '')) return refuse(415, 'the body is not JSON');
  const length = headers['content-length'];
  const most = route.mostBytes ?? MOST_BYTES;
  if (length !== undefined && !(Number(length) <= most)) return refuse(413, `the body has more than ${most} bytes`);
  return { kind: 'good', route };
}

/** Whether two texts are the same, told in a time that says nothing of where they differ. */
export function isSecret(given: unknown, secret: string): boolean {
  const [one, other] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function isAtPath({ path }: Route, asked: string): boolean {
  return path.endsWith('/*') ? asked.startsWith(path.slice(0, -1)) : path === asked;
}

/**
 * Whether a browser says that a page of this server asks, or somebody who follows a link or types the address. What says nothing is no
 * browser of today: its GETs read what it can read anyway, and a POST needs more.
 */
function isOfThisServer(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

function hasCookie(cookies: string | undefined, name: string, value: string): boolean {
  return (cookies ?? '').split(';').some((cookie) => {
    const [key, ...rest] = cookie.trim().split('=');
    return key === name && isSecret(rest.join('='), value);
  });
}

function allowed(routes: readonly Route[]): string {
  return [...new Set(routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].join(', ');
}

function refuse(status: number, reason: string): Extract<GuardedRoute, { readonly kind: 'refused' }> {
  return { kind: 'refused', status, reason };
}

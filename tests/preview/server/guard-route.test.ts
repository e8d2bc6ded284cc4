import { describe, expect, it } from 'vitest';
import { guardRoute, isToolPath, KEY_COOKIE } from '../../../src/preview/server/guard-route.ts';
import { json, type Route } from '../../../src/preview/server/route.ts';

const respond = (): ReturnType<typeof json> => json({});
const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/_desk/stories', respond },
  { method: 'POST', path: '/_desk/open', respond },
  { method: 'POST', path: '/admin/files/*', mostBytes: 10, respond },
];
const SECRETS = { token: 'secret', key: undefined, port: 8080 };
const HEADERS = {
  host: 'localhost:8080',
  origin: 'http://localhost:8080',
  'x-broadsheet-token': 'secret',
  'content-type': 'application/json; charset=utf-8',
};

function guard(
  method: string,
  path: string,
  headers: Readonly<Record<string, string | undefined>> = {},
  secrets: { readonly token: string; readonly key: string | undefined; readonly port: number } = SECRETS,
): unknown {
  const guarded = guardRoute(ROUTES, { method, path, headers: { ...HEADERS, ...headers } }, secrets);
  return guarded.kind === 'good' ? guarded.route.path : guarded.status;
}

describe('a request for a tool of the preview', () => {
  it.each([
    ['GET', '/_desk/stories', '/_desk/stories'],
    ['HEAD', '/_desk/stories', '/_desk/stories'],
    ['POST', '/_desk/open', '/_desk/open'],
    ['POST', '/admin/files/a/b', '/admin/files/*'],
  ])('finds its route: %s %s', (method, path, route) => {
    expect(guard(method, path)).toBe(route);
  });

  it.each([
    ['GET', '/_desk/', 404],
    ['GET', '/_desk/stories/', 404],
    ['GET', '/_desk/constructor', 404],
    ['POST', '/admin/files', 404],
    ['POST', '/_desk/stories', 405],
    ['GET', '/_desk/open', 405],
    ['HEAD', '/_desk/open', 405],
  ])('that no route takes is refused: %s %s', (method, path, status) => {
    expect(guard(method, path)).toBe(status);
  });

  it.each([
    [{ origin: undefined }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'http://localhost:8081' }, 403],
    [{ origin: 'http://localhost:8080.evil.example' }, 403],
    [{ 'x-broadsheet-token': undefined }, 403],
    [{ 'x-broadsheet-token': 'secres' }, 403],
    [{ 'x-broadsheet-token': 'secret2' }, 403],
    [{ 'content-type': 'text/plain' }, 415],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
    [{ 'content-type': 'application/jsonp' }, 415],
    [{ 'content-type': undefined }, 415],
    [{ 'content-length': '65537' }, 413],
    [{ 'content-length': '1e99' }, 413],
    [{ 'content-length': 'x' }, 413],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
  ])('that would change something is refused: %j', (headers, status) => {
    expect(guard('POST', '/_desk/open', headers)).toBe(status);
  });

  it('has as long a body as its route takes', () => {
    expect(guard('POST', '/admin/files/a', { 'content-length': '10' })).toBe('/admin/files/*');
    expect(guard('POST', '/admin/files/a', { 'content-length': '11' })).toBe(413);
  });

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, '/_desk/stories'],
    [{ 'sec-fetch-site': 'none' }, '/_desk/stories'],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, '/_desk/stories'],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 403],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }, 403],
    [{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, 403],
  ])('that reads is of this server, or a link that is followed: %j', (headers, expected) => {
    expect(guard('GET', '/_desk/stories', headers)).toBe(expected);
  });

  it('of another machine has the cookie with the key of this port', () => {
    const secrets = { ...SECRETS, key: 'open' };
    const cookie = (text: string): unknown => guard('GET', '/_desk/stories', { cookie: text }, secrets);

    expect(cookie(`a=b; ${KEY_COOKIE}8080=open`)).toBe('/_desk/stories');
    expect(guard('GET', '/_desk/stories', {}, secrets)).toBe(403);
    expect(cookie(`${KEY_COOKIE}8081=open`)).toBe(403);
    expect(cookie(`${KEY_COOKIE}8080=other`)).toBe(403);
    expect(cookie(`${KEY_COOKIE}8080=open=`)).toBe(403);
    expect(guard('POST', '/_desk/open', {}, secrets)).toBe(403);
  });
});

describe('the addresses of tools', () => {
  it.each(['/_desk', '/_desk/', '/admin/config.yml'])('are the preview’s own: %s', (path) => {
    expect(isToolPath(path)).toBe(true);
  });

  it.each(['/', '/_desks/', '/administration/', '/news/_desk/', '//_desk/'])('are not the site’s: %s', (path) => {
    expect(isToolPath(path)).toBe(false);
  });
});

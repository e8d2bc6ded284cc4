import { describe, expect, it } from 'vitest';
import { guardRequest } from '../../../src/preview/server/guard-request.ts';

const HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

function guard(url: string, { method = 'GET', host = 'localhost:8080' } = {}): unknown {
  const guarded = guardRequest({ method, url, host }, HOSTS);
  return guarded.kind === 'good' ? [guarded.path, guarded.query] : guarded.status;
}

describe('a request that is served', () => {
  it.each([
    ['/', '/', ''],
    ['/2026/11/23/flood/', '/2026/11/23/flood/', ''],
    ['/a?b=%2e%2e/&c', '/a', '?b=%2e%2e/&c'],
    ['/a#b', '/a', '#b'],
    ['/Br%C3%BCcke.png', '/Brücke.png', ''],
    ['/Bru%CC%88cke.png', '/Brücke.png', ''],
    ['/a%20b', '/a b', ''],
    ['/.broadsheet.txt', '/.broadsheet.txt', ''],
    ['/a/...', '/a/...', ''],
    ['/a//b', '/a//b', ''],
  ])('has its path decoded: %s', (url, path, query) => {
    expect(guard(url)).toEqual([path, query]);
  });

  it.each(['localhost', 'LOCALHOST:8080', '127.0.0.1:1', '[::1]:8080'])('names this machine: %s', (host) => {
    expect(guard('/', { host })).toEqual(['/', '']);
  });
});

describe('a request that is refused', () => {
  it.each([
    '',
    'a',
    '*',
    'http://localhost:8080/',
    '//evil.example/',
    '/%',
    '/%e',
    '/%ff',
    '/..',
    '/../a',
    '/a/./b',
    '/%2e%2e%2f',
    '/%2e%2e/a',
    '/.%2e/a',
    '/a%2fb',
    '/a%5cb',
    '/a\\b',
    '/a%00',
    '/a\u0000',
    '/a%0d%0aset-cookie:x',
    '/a%7f',
    `/${'a'.repeat(2048)}`,
  ])('asks for what no page is: %j', (url) => {
    expect(guard(url)).toBe(400);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'get', ''])('is of the method %j', (method) => {
    expect(guard('/', { method })).toBe(405);
  });

  it.each([
    '',
    'evil.example',
    'localhost.evil.example',
    'evil.example:8080',
    '127.0.0.1.evil.example',
    'localhost:8080@evil.example',
    'localhost:port',
    'local host',
    '[::1',
  ])('names another host: %j', (host) => {
    expect(guard('/', { host })).toBe(400);
  });

  it('names no host at all', () => {
    expect(guardRequest({ method: 'GET', url: '/', host: undefined }, HOSTS)).toMatchObject({ status: 400 });
  });
});

it('answers to any name where other machines may ask, as long as it is one', () => {
  expect(guardRequest({ method: 'GET', url: '/', host: 'desk.example:8080' }, undefined).kind).toBe('good');
  expect(guardRequest({ method: 'GET', url: '/', host: '<b>' }, undefined).kind).toBe('refused');
});

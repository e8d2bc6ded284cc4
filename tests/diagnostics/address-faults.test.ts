import { describe, expect, it } from 'vitest';
import { hintForAlmostAddress, hintForImpossible } from '../../src/diagnostics/address-faults.ts';
import { readPath } from '../../src/domain/addresses.ts';

const hintOf = (path: string): string => {
  const read = readPath(path);
  return read.kind === 'impossible' ? hintForImpossible(path, read.part) : 'none';
};

describe('a path that no file can have', () => {
  it.each([
    ['/x/../y/', '/y/'],
    ['/x/%2e%2E/y.html', '/y.html'],
    ['/x/y/..', '/x/'],
    ['/x/./', '/x/'],
    ['/../x', '/x'],
    ['/2014//10/x/', '/2014/10/x/'],
    ['//x/', '/x/'],
  ])('is given as it is followed: %s', (path, meant) => {
    expect(hintOf(path)).toBe(`write \`${meant}\`, which is where it leads`);
    expect(readPath(meant).kind).toBe('path');
  });

  it.each([
    ['/..', 'write the path from the root of the site, without parts that are dots alone'],
    ['/x/..', 'write the path from the root of the site, without parts that are dots alone'],
    ['/a%2Fb/', 'leave it out: no file can have it in its name'],
    ['/a%00b/', 'leave it out: no file can have it in its name'],
    [`/${'x'.repeat(256)}/`, 'shorten it: no name of a file has more than 255 bytes'],
  ])('is told of where nothing can be given: %s', (path, hint) => {
    expect(hintOf(path)).toBe(hint);
  });
});

describe('a text that is almost an address', () => {
  it.each([
    ['www.example.com', 'write `https://www.example.com`'],
    ['example.com/page', 'write `https://example.com/page`'],
    ['https//example.com/', 'write `https://example.com/`'],
    ['https:/example.com/', 'write `https://example.com/`'],
    ['htps://example.com/', 'write `https://example.com/`'],
    ['ttps://example.com/', 'write `https://example.com/`'],
    ['jane@example.com', 'write `mailto:jane@example.com`'],
    ['“https://example.com/”', 'write it without quotes: `https://example.com/`'],
  ])('is shown whole: %s', (written, hint) => {
    expect(hintForAlmostAddress(written)).toBe(hint);
  });

  it.each([
    'report.md',
    'pier.png',
    'my-report',
    '/2026/',
    'https://example.com/',
    'javascript:alert(1)',
    '../a/b.md',
    '',
  ])('is not what is something else: %s', (written) => {
    expect([undefined, 'write `https://example.com/`']).toContain(hintForAlmostAddress(written));
  });
});

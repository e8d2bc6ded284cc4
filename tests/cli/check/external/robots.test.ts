import { describe, expect, it } from 'vitest';
import { readRobots } from '../../../../src/cli/web/robots.ts';

describe('robots.txt', () => {
  it.each([
    ['', '/a', true],
    ['User-agent: *\nDisallow: /a', '/ab', false],
    ['User-agent: *\nDisallow: /a\nAllow: /ab', '/abc', true],
    ['User-agent: *\nDisallow: /\n\nUser-agent: linkcheck\nAllow: /', '/a', true],
    ['User-agent: LinkCheck\nUser-agent: other\nDisallow: /a # no', '/a', false],
    ['User-agent: other\nDisallow: /', '/a', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdfs', true],
    ['User-agent: *\nDisallow:', '/a', true],
  ])('%j lets one ask for %s: %s', (text, path, expected) => {
    expect(readRobots(text, 'LinkCheck').allows(path)).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTILE } from './hostile-addresses.ts';
import { encodeSpaces, readAddress, readSiteAddress } from '../../../src/domain/site/written-address.ts';
import { tries } from '../../tries.ts';

describe('an address', () => {
  it.each(HOSTILE)('is none where it is disguised: %j', (written) => {
    expect(readAddress(written).kind).toBe('fault');
  });

  it.each([
    ['/', 'path'],
    ['/news/?page=2#top', 'path'],
    [' /über/ ', 'path'],
    ['/media/the plan.pdf', 'path'],
    ['/a/@b/', 'path'],
    ['https://example.com', 'web'],
    ['HTTP://Example.com/a?b#c', 'web'],
    ['https://example.com/@name', 'web'],
    ['https://bücher.example/', 'web'],
    ['mailto:desk@post.example', 'mail'],
    ['tel:+442079460000', 'phone'],
    ['#repairs', 'fragment'],
    ['../10/report.md', 'file'],
    ['example.com', 'file'],
  ])('is of a kind: %j', (written, kind) => {
    expect(readAddress(written).kind).toBe(kind);
  });

  it('that is a path of a site is one as browsers read it, of whatever signs', () => {
    const sign = fc.constantFrom(
      '/',
      '\\',
      '.',
      '@',
      ':',
      ' ',
      '\t',
      '\n',
      '\r',
      '%2e',
      '%5c',
      '%2f',
      '%09',
      '?',
      '#',
      'a',
      'evil.example',
      '\u0000',
      '\u00a0',
      'ü',
    );
    const start = fc.constantFrom('/', '', 'https:', 'https://', 'https://post.example', ' ');
    fc.assert(
      fc.property(start, fc.array(sign, { maxLength: 12 }), (before, signs) => {
        const written = before + signs.join('');
        for (const address of [readAddress(written), readAddress(encodeSpaces(written))]) {
          for (const base of ['https://post.example/', 'https://post.example/a/b/'])
            if (address.kind === 'path') expect(new URL(address.path, base).origin).toBe('https://post.example');
          if (address.kind !== 'web') continue;
          const { username, password, protocol, href } = new URL(address.url);
          expect([username, password, href]).toEqual(['', '', address.url]);
          expect(protocol).toMatch(/^https?:$/);
          // The host is what stands between the slashes, to the eye as well.
          expect(written.trim().toLowerCase()).toMatch(/^https?:\/\/[^/@\\?#]+(?:[/?#]|$)/);
        }
      }),
      { numRuns: tries(3000) },
    );
  });

  it('of the site has no empty part, so that no path of it begins with two slashes', () => {
    const kinds = ['https://post.example/', 'https://post.example/the paper/'].map((url) => readSiteAddress(url).kind);
    const others = ['https://post.example//evil.example/', 'https://post.example/%5Cevil/', 'https://a@post.example/'];

    expect(kinds).toEqual(['web', 'web']);
    expect(others.map((url) => readSiteAddress(url).kind)).toEqual(['fault', 'fault', 'fault']);
  });
});

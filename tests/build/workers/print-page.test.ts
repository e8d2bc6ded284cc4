import { describe, expect, it } from 'vitest';
import { findPageTooLarge } from '../../../src/build/rendering/content-faults.ts';
import { packFault, unpackFault } from '../../../src/build/workers/fault-message.ts';
import { printPage } from '../../../src/build/workers/print-pages.ts';
import type { UrlPath } from '../../../src/domain/addresses.ts';
import type { TextParts } from '../../../src/formats/text-parts.ts';

const LIMIT = 50_000_000;

function print(text: () => TextParts): TextParts {
  return printPage({ url: '/topics/tides/' as UrlPath, layout: 'topic', data: {} }, new Map([['topic', text]]));
}

/** What is told of a fault that a thread met. */
function told(text: () => TextParts): ReturnType<typeof findPageTooLarge> {
  try {
    print(text);
    return undefined;
  } catch (fault) {
    return findPageTooLarge(unpackFault(packFault(fault)), []);
  }
}

describe('a page', () => {
  it.each<[string, () => TextParts]>([
    ['bytes', () => [new Uint8Array(LIMIT)]],
    ['signs of one byte', () => 'a'.repeat(LIMIT)],
    ['signs of two bytes', () => ['é'.repeat(LIMIT / 2)]],
  ])('may have fifty million bytes: %s', (_what, text) => {
    expect(told(text)).toBeUndefined();
  });

  it.each<[string, () => TextParts]>([
    ['bytes', () => ['<', new Uint8Array(LIMIT)]],
    ['signs of one byte', () => 'a'.repeat(LIMIT + 1)],
    ['signs of two bytes', () => ['é'.repeat(LIMIT / 2), 'a']],
    ['more than a string can hold', () => 'a'.repeat(2 ** 30)],
  ])('is refused with its address where it has more: %s', (_what, text) => {
    expect(told(text)).toMatchObject({ code: 'page-too-large', message: expect.stringContaining('/topics/tides/') });
  });

  it('whose layout fails is told of with the layout', () => {
    const fail = (): TextParts => {
      throw new RangeError('Invalid array length');
    };
    expect(() => print(fail)).toThrow('The layout topic failed for the page /topics/tides/');
  });
});

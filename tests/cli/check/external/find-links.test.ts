import { describe, expect, it } from 'vitest';
import { findLinks } from '../../../../src/cli/check/external/find-links.ts';

describe('links to other sites', () => {
  const found = (text: string, path = 'content/articles/a.md'): readonly string[] =>
    findLinks({ path, text }, (url) => url.startsWith('https://own.city/')).map(
      ({ url, line, column }) => `${line}:${column} ${url}`,
    );

  it.each<readonly [string, readonly string[]]>([
    ['[a](https://a.city/x).', ['1:5 https://a.city/x']],
    ['[a](https://a.city/x_(y)) and <https://b.city>', ['1:5 https://a.city/x_(y)', '1:32 https://b.city/']],
    ['[a](https://a.city/x)(b)', ['1:5 https://a.city/x']],
    ['[a](https://a.city/x\\_y&amp;z "T")', ['1:5 https://a.city/x_y&z']],
    ['a\n\n[a]: https://a.city/x#part', ['3:6 https://a.city/x']],
    ['source: "https://a.city/x"', ['1:10 https://a.city/x']],
    ["url: 'https://a.city/x'", ['1:7 https://a.city/x']],
    ['`https://a.city/x` and ``a ` https://b.city/``', []],
    ['```\nhttps://a.city/\n```\nhttps://b.city/', ['4:1 https://b.city/']],
    ['<!-- https://a.city/\n--> https://b.city/', ['2:5 https://b.city/']],
    ['https://own.city/x https://a.example/ https://example.com/ https://me@a.city/ https://', []],
  ])('are found where readers can follow them: %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('are found in long and hostile texts', () => {
    expect(found('https://a.city/('.repeat(20_000)).length).toBeLessThanOrEqual(20_000);
    expect(found(`a ${'`'.repeat(5)} ${'<!--'.repeat(100_000)} https://a.city/`)).toHaveLength(1);
    expect(found(`https://a.city/${')'.repeat(100_000)}`)).toEqual(['1:1 https://a.city/']);
  });
});

import { describe, expect, it } from 'vitest';
import type { TextParts } from '../../../src/formats/text-parts.ts';
import type { UrlPath } from '../../../src/domain/addresses.ts';
import { printPage } from '../../../src/build/workers/print-pages.ts';

const PRINTERS = new Map([
  ['story', (data: unknown) => `<p>${String(data)}</p>`],
  [
    'broken',
    (): string => {
      throw new Error('There is no headline');
    },
  ],
]);

function print(layout: string): TextParts {
  return printPage({ url: '/a/' as UrlPath, layout, data: 'A' }, PRINTERS);
}

describe('a page', () => {
  it('is printed through its layout', () => {
    expect(print('story')).toBe('<p>A</p>');
  });

  it('is named where its layout fails, with what went wrong', () => {
    expect(() => print('broken')).toThrow(
      expect.objectContaining({
        message: 'The layout broken failed for the page /a/',
        cause: expect.objectContaining({ message: 'There is no headline' }),
      }),
    );
  });

  it('cannot be printed through a layout that is not there', () => {
    expect(() => print('toString')).toThrow('There is no layout toString');
  });
});

import { describe, expect, it } from 'vitest';
import { describeFault } from '../../src/cli/describe-fault.ts';

function systemFault(code: string): Error {
  return Object.assign(new Error(`${code}: it cannot be written, open '/site/index.html'`), { code, syscall: 'open' });
}

describe('a fault that is not of the content', () => {
  it.each([
    ['ENOSPC', 'make room on the disk'],
    ['EROFS', 'choose an --output'],
    ['EACCES', 'give yourself the right'],
    ['EMFILE', 'close other programs'],
    ['EIO', 'see whether the disk'],
  ])('of the machine, %s, says what to do, without a stack trace', (code, remedy) => {
    const text = describeFault(new Error('Having trouble writing', { cause: systemFault(code) }));
    expect(text).toContain(`${code}: it cannot be written, open '/site/index.html'`);
    expect(text).toContain(`hint: ${remedy}`);
    expect(text).not.toMatch(/^ +at /m);
  });

  it('of a layout names the layout, the page and the place', () => {
    const cause = new TypeError('There is no headline');
    const fault = Object.assign(new Error('Having trouble rendering'), {
      originalError: new Error('The layout article failed for the page /2026/11/23/bridge/', { cause }),
    });
    const text = describeFault(fault);
    expect(text).toContain('The layout article failed for the page /2026/11/23/bridge/');
    expect(text).toContain('TypeError: There is no headline');
    expect(text).toMatch(/describe-fault\.test\.ts:\d+:\d+/);
  });

  it.each([
    ['a text', 'a text'],
    [undefined, 'undefined'],
    [404, '404'],
  ])('may be any value: %j', (value, text) => {
    expect(describeFault(value)).toBe(`Broadsheet met a fault: ${text}`);
  });

  it('may hold itself', () => {
    const fault = new Error('round');
    fault.cause = fault;
    expect(describeFault(fault)).toContain('Error: round');
  });
});

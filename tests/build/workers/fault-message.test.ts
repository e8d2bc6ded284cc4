import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packFault, unpackFault } from '../../../src/build/workers/fault-message.ts';

/** A fault as it comes out of another thread. */
function sent(fault: unknown): Error {
  return unpackFault(structuredClone(packFault(fault)));
}

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (fault) {
    return fault;
  }
}

describe('a fault that was sent to another thread', () => {
  it('keeps what the system said of it', () => {
    const fault = sent(thrownBy(() => readFileSync('/nowhere/at/all')));

    expect(fault).toBeInstanceOf(Error);
    expect(fault).toMatchObject({
      name: 'Error',
      code: 'ENOENT',
      syscall: 'open',
      path: '/nowhere/at/all',
      errno: -2,
      message: expect.stringContaining('no such file'),
    });
  });

  it('keeps its name, its message and where it was thrown', () => {
    const original = new TypeError('not a function');
    const { name, message, stack } = sent(original);

    expect({ name, message, stack }).toEqual({
      name: 'TypeError',
      message: 'not a function',
      stack: original.stack,
    });
  });

  it('keeps its causes', () => {
    const cause = Object.assign(new RangeError('too long'), { code: 'ENOSPC', syscall: 'write' });
    const fault = sent(new Error('The layout failed', { cause: new Error('within', { cause }) }));

    expect(fault.cause).toMatchObject({ message: 'within', cause: { name: 'RangeError', code: 'ENOSPC' } });
    expect(sent(new Error('alone'))).not.toHaveProperty('cause');
  });

  it('may be anything that was thrown', () => {
    expect(sent('a text').message).toBe('a text');
    expect(sent(undefined).message).toBe('undefined');
    expect(sent(new Error('a', { cause: 'a text' })).cause).toMatchObject({ message: 'a text' });
  });

  it('may hold what no thread can be sent', () => {
    const fault = Object.assign(new Error('a'), { code: 'EIO', run: () => 1, self: globalThis });

    expect(sent(fault)).toMatchObject({ message: 'a', code: 'EIO' });
  });

  it('may be its own cause', () => {
    const fault: Error & { cause?: unknown } = new Error('a');
    fault.cause = fault;

    expect(sent(fault).message).toBe('a');
  });
});

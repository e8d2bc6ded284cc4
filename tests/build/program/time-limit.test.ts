import { afterAll, describe, expect, it } from 'vitest';
import { TimeLimitFault, withinTime } from '../../../src/build/program/time-limit.ts';
import { aNewsroomOnDisk, broadsheet, removeNewsrooms } from '../../cli/run.ts';

afterAll(removeNewsrooms);

describe('something that may never end', () => {
  it('hands over what it comes to, and what it throws', () => {
    expect(withinTime(() => [1])).toEqual([1]);
    expect(() => withinTime(() => JSON.parse('{'))).toThrow(SyntaxError);
  });

  it('may have another within it', () => {
    expect(withinTime(() => [withinTime(() => 1), withinTime(() => 2)])).toEqual([1, 2]);
  });

  it.each<[string, () => void]>([
    [
      'a loop',
      () => {
        for (;;);
      },
    ],
    [
      'a loop that catches all',
      () => {
        for (;;) {
          try {
            for (;;);
          } catch {}
        }
      },
    ],
    ['a pattern that tries too many ways', () => void /^(a+)+$/.test(`${'a'.repeat(50)}b`)],
  ])('is ended: %s', (_what, act) => {
    expect(() => withinTime(act, 50)).toThrow(TimeLimitFault);
    expect(withinTime(() => 1)).toBe(1);
  });
});

it('a house rule without an end is told of with its story, and ends the command', () => {
  const folder = aNewsroomOnDisk({
    '.eleventy.ts': "export { default } from 'broadsheet';\n",
    'rules/quick.ts': 'export default () => [];\n',
    'rules/slow.ts': 'export default ({ slug }: { slug: string }) => { while (slug === "bridge"); return []; };\n',
    'content/articles/bridge.md': '---\nheadline: Bridge\ncontributors: Jane Doe\ndate: 2026-11-01\n---\n\nText.\n',
  });

  const { status, stderr } = broadsheet(folder, 'check', '--now', '2026-11-23T12:00:00Z');

  expect(stderr).toContain('rules/slow.ts Unexpected 10 seconds without an end for content/articles/bridge.md');
  expect([status, stderr.includes('    at ')]).toEqual([1, false]);
});

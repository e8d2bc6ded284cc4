import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TimeLimitFault, withinTime } from '../../../src/build/program/time-limit.js';
import { atNight, IS_NIGHT } from '../../at-night.ts';
import { aNewsroomOnDisk, broadsheetBehind, type Ended, removeNewsrooms } from '../../cli/run.ts';

afterAll(removeNewsrooms);

/** Runs the command; but at night its limit is reached sooner, for until then a core is busy with nothing. */
function broadsheet(folder: string, command: string): Promise<Ended> {
  const words = IS_NIGHT ? [] : ['--import', new URL('fast-watch.js', import.meta.url).href];
  return broadsheetBehind(words, folder, command, '--now', '2026-11-23T12:00:00Z');
}

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

it('passes on what is thrown, be it no error, without the line of the program', () => {
  for (const thrown of [null, undefined, 'text', 404]) {
    let caught: unknown = 'nothing';
    try {
      withinTime(() => {
        throw thrown;
      });
    } catch (fault) {
      caught = fault;
    }
    expect(caught).toBe(thrown);
  }
  expect(() =>
    withinTime(() => {
      throw new Error('x');
    }),
  ).toThrow(expect.objectContaining({ stack: expect.stringMatching(/^Error: x\n/) }));
});

describe('a newsroom whose own files never end', () => {
  const STORY = '---\nheadline: Bridge\ncontributors: Jane Doe\ndate: 2026-11-01\n---\n\nText.\n';
  const FILES = {
    '.eleventy.ts': "export { default } from 'broadsheet';\n",
    'content/articles/bridge.md': STORY,
    'content/articles/ferry.md': STORY.replace('Bridge', 'Ferry'),
    'content/pages/about.md': '---\ntitle: About us\n---\nWe.\n',
  };
  const LOOP = 'export default () => { for (;;); };\n';

  it.concurrent.each<[string, Readonly<Record<string, string>>, string, RegExp]>([
    [
      'of a layout, with one of its pages',
      { 'layouts/article.tsx': LOOP },
      'build',
      /^layouts\/article\.tsx Unexpected 10 seconds without an end for the page \/2026\/11\/01\/\w+\/ \(layout `article`\)/m,
    ],
    // Each takes its ten seconds of a core.
    ...atNight<[string, Readonly<Record<string, string>>, string, RegExp]>(
      [
        'of the layout of pages of its own',
        { 'layouts/page.tsx': LOOP },
        'check',
        /^layouts\/page\.tsx Unexpected 10 seconds without an end for the page \/about\/ \(layout `page`\)/m,
      ],
      [
        'of a rule, when it is loaded',
        { 'rules/slow.ts': 'for (;;);\nexport default () => [];\n' },
        'check',
        /^rules\/slow\.ts Unexpected 10 seconds without an end for loading it/m,
      ],
    ),
  ])('is told %s, and the command ends', async (_what, files, command, said) => {
    const folder = aNewsroomOnDisk({ ...FILES, ...files });
    const { status, stderr } = await broadsheet(folder, command);

    expect(stderr).toMatch(said);
    expect(stderr).toContain('\n  hint: look for a loop that never ends');
    expect([status, stderr.includes('    at '), existsSync(join(folder, '_site'))]).toEqual([1, false, false]);
  });
});

it('a house rule without an end is told of with its story, and ends the command', async () => {
  const folder = aNewsroomOnDisk({
    '.eleventy.ts': "export { default } from 'broadsheet';\n",
    'rules/quick.ts': 'export default () => [];\n',
    'rules/slow.ts': 'export default ({ slug }: { slug: string }) => { while (slug === "bridge"); return []; };\n',
    'content/articles/bridge.md': '---\nheadline: Bridge\ncontributors: Jane Doe\ndate: 2026-11-01\n---\n\nText.\n',
  });

  const { status, stderr } = await broadsheet(folder, 'check');

  expect(stderr).toContain('rules/slow.ts Unexpected 10 seconds without an end for content/articles/bridge.md');
  expect([status, stderr.includes('    at ')]).toEqual([1, false]);
});

import { describe, expect, it } from 'vitest';
import type { Budget } from './budget.ts';
import { type Profile, timesByStage } from './profile.ts';
import { STAGES, type Stage, stageOfSource } from './stages.ts';
import { budgetIn, printBudget, withBudget } from './table.ts';

/** Line 1 of the program is of `src/markdown/a.ts`, line 2 of a package, line 3 of `layouts/article.tsx`. */
const MAP = {
  ...{ version: 3, file: 'program.cjs', sourceRoot: '', names: [] },
  ...{ sources: ['src/markdown/a.ts', 'node_modules/some-package/b.js', 'layouts/article.tsx'], sourcesContent: [] },
  mappings: 'AAAA;ACAA;ACAA',
};

const mapOf = (): typeof MAP => MAP;

/** A profile of one moment for each stack, 1 ms each. A stack is innermost last: `1` is line 1 of the program. */
function profileOf(...stacks: readonly (readonly (number | string)[])[]): Profile {
  const nodes: Profile['nodes'][number][] = [node(0, '(root)', '', [])];
  const samples = stacks.map((stack) => {
    let parent = 0;
    for (const frame of stack) {
      const id = nodes.length;
      const [name, url, line] = typeof frame === 'number' ? ['f', '/x/program.cjs', frame - 1] : [frame, frame, 0];
      nodes.push(node(id, name, url, [], line));
      childrenOf(nodes[parent]).push(id);
      parent = id;
    }
    return parent;
  });
  return { nodes, samples, timeDeltas: samples.map(() => 1000) };
}

function childrenOf(parent: Profile['nodes'][0] | undefined): number[] {
  return (parent?.children ?? []) as number[];
}

function node(id: number, functionName: string, url: string, children: number[], lineNumber = 0): Profile['nodes'][0] {
  return { id, callFrame: { functionName, url, lineNumber, columnNumber: 0 }, children };
}

function told(times: Readonly<Record<Stage, number>>): Partial<Record<Stage, number>> {
  return Object.fromEntries(Object.entries(times).filter(([, time]) => time > 0));
}

describe('a moment of a profile', () => {
  it('belongs to the innermost function of a stage', () => {
    const profile = profileOf([3], [3, 1], [1, 3], [3, 1, 2], [2], [1, 'node:internal/crypto/hash'], [3, 'node:fs']);

    expect(told(timesByStage(profile, mapOf))).toEqual({ pages: 3, Markdown: 2, hash: 1, other: 1 });
  });

  it('may be spent on garbage, or waiting', () => {
    expect(told(timesByStage(profileOf([1, '(garbage collector)'], ['(idle)']), mapOf))).toEqual({ garbage: 1 });
  });

  it('is of the compiled file that the profile names', () => {
    const read: string[] = [];
    timesByStage(profileOf([1], ['/x/layouts.cjs'], [2]), (file) => {
      read.push(file);
      return MAP;
    });

    expect(read).toEqual(['/x/program.cjs', '/x/layouts.cjs']);
    expect(() => timesByStage(profileOf(['node:fs']), () => MAP)).toThrow('no compiled program');
  });
});

describe('a stage', () => {
  it.each([
    ['../../src/build/cache/record-log.ts', 'cache'],
    ['../../node_modules/markdown-it/lib/ruler.mjs', 'Markdown'],
    ['../../src/pages/story/clean-markdown.ts', 'clean text'],
    ['../../src/pages/lists/listing.ts', 'pages'],
    ['../../node_modules/gray-matter/index.js', 'front matter'],
    ['node:vm', 'start'],
    ['node:fs', undefined],
  ])('has the code of %s: %s', (source, stage) => {
    expect(stageOfSource(source)).toBe(stage);
  });
});

describe('the table of a budget', () => {
  const none = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  const budget: Budget = {
    ...{ stories: 10_000, node: 'v20.20.0', whole: 1500 },
    stages: { ...none, Markdown: 300, pages: 700, relate: 500 },
    floor: {
      ...{ read: 20, 'front matter': 30, Markdown: 200, search: 100 },
      ...{ pages: 50, 'clean text': 20, write: 60, hash: 20 },
    },
  };

  it('shows each stage that takes something beside its floor, with a reason where it is far above', () => {
    const rows = printBudget(budget)
      .split('\n')
      .filter((line) => line.startsWith('|'));

    expect(rows.slice(2)).toEqual([
      '| Markdown | 300 | 200 | 1.5 |  |',
      expect.stringMatching(/^\| relate \| 500 \| – \| – \| \w/),
      expect.stringMatching(/^\| pages \| 700 \| 50 \| 14 \| \w/),
      '| **all** | **1500** | **500** | **3.0** | |',
    ]);
  });

  it('takes the place of an older one in a document, before its last part', () => {
    const document = '# Speed\n\n## 1,000 stories\n\nFast.\n\n## How to read it\n\nSo.\n';

    const once = withBudget(document, printBudget(budget));
    const twice = withBudget(once, printBudget({ ...budget, stories: 20_000 }));

    expect(once.replace(/^## What.*?(?=^## How)/ms, '')).toBe(document);
    expect(budgetIn(twice)).toContain('20,000 stories');
    expect(twice).not.toContain('10,000 stories');
    expect(withBudget(twice, `${budgetIn(twice)}\n`)).toBe(twice);
  });
});

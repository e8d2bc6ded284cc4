import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { groupByCause, mostUrgent } from '../../src/diagnostics/group-by-cause.ts';
import { printReport } from '../../src/diagnostics/print-report.ts';
import { countByCode, printCounts } from '../../src/diagnostics/summary.ts';
import { editionOf } from '../newsroom/edition.ts';
import { manyStories } from '../newsroom/manuscript.ts';

function aDiagnostic(given: Partial<Diagnostic>): Diagnostic {
  return {
    code: 'contributor-unknown',
    severity: 'error',
    path: 'content/articles/a.md',
    line: 3,
    column: 1,
    length: 1,
    excerpt: undefined,
    message: 'Unexpected contributor `ana`',
    hint: undefined,
    related: [],
    ...given,
  };
}

function sizesOf(diagnostics: readonly Diagnostic[]): readonly number[] {
  return groupByCause(diagnostics).map(({ others }) => 1 + others.length);
}

describe('what has one cause', () => {
  it('is one finding: a contributor who is missing in 90 stories', () => {
    const { diagnostics } = editionOf({ articles: manyStories(90, { contributors: 'ana-ruiz' }) });

    expect(diagnostics).toHaveLength(90);
    expect(sizesOf(diagnostics)).toEqual([90]);
    expect(printReport(diagnostics)).toContain('\n  and 89 more, in 89 files: content/articles/ (89)\n');
  });

  it('is what has one code, one severity, one message and one hint', () => {
    const [one, two] = [aDiagnostic({}), aDiagnostic({ path: 'content/articles/b.md' })];
    expect(sizesOf([one, two])).toEqual([2]);
    expect(sizesOf([one, aDiagnostic({ message: 'Unexpected contributor `bob`' })])).toEqual([1, 1]);
    expect(sizesOf([one, aDiagnostic({ severity: 'warn' })])).toEqual([1, 1]);
    expect(sizesOf([one, aDiagnostic({ hint: 'did you mean `anna`?' })])).toEqual([1, 1]);
  });

  it('is not what needs other words in each place', () => {
    const diagnostics = [1, 2].map((line) => aDiagnostic({ code: 'picture-alt', message: 'the same', line }));
    expect(sizesOf(diagnostics)).toEqual([1, 1]);
  });

  it('says of a few where they are, and of many in which folders, the fullest first', () => {
    const at = (path: string, line = 3): Diagnostic => aDiagnostic({ path: `content/articles/${path}`, line });
    expect(printReport([at('a.md'), at('a.md', 9), at('x/b.md')])).toContain(
      'and 2 more: content/articles/a.md:9, content/articles/x/b.md:3',
    );
    const many = Array.from({ length: 40 }, (_, index) => at(`${index % 7 === 0 ? 'seldom' : index % 8}/${index}.md`));
    const line = printReport([at('a.md'), ...many]).split('\n')[1];
    expect(line).toMatch(/^ {2}and 40 more, in 40 files: content\/articles\/seldom\/ \(6\), .* and \d more folders$/);
  });
});

describe('what is shown of many', () => {
  const warnings = Array.from({ length: 5 }, (_, line) => aDiagnostic({ code: 'body-empty', severity: 'warn', line }));
  const errors = Array.from({ length: 5 }, (_, line) => aDiagnostic({ code: 'picture-alt', line: 10 + line }));
  const rare = aDiagnostic({ code: 'link-broken', line: 99 });
  const all = [...warnings, ...errors, rare];

  it.each([
    [1, [10]],
    [2, [10, 99]],
    [4, [10, 11, 12, 99]],
    [7, [0, 10, 11, 12, 13, 14, 99]],
    [Number.POSITIVE_INFINITY, [0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 99]],
  ])('are errors first, and the first of each code: %d', (limit, lines) => {
    expect(mostUrgent(all, limit, (one) => one).map(({ line }) => line)).toEqual(lines);
  });

  it('is counted by code, errors first', () => {
    expect(printCounts(countByCode(all))).toBe(
      [
        'code         severity  count  files',
        'picture-alt  error         5      1',
        'link-broken  error         1      1',
        'body-empty   warn          5      1',
        '',
      ].join('\n'),
    );
  });
});

import { expect, test } from 'vitest';
import type { Results } from '../measuring/results.ts';
import { aRun } from './made-up.ts';
import { writeReport } from './report.ts';

test('says where it was measured, and has a table for each size', () => {
  const report = reportOf([aRun(), aRun({ stories: 10_000 })]);
  expect(report).toContain('Measured on 2026-11-23: 2 processors, 24 GiB of memory; Broadsheet 0.1.0, Hugo 0.111.3');
  expect(report).toContain('## 1,000 stories');
  expect(report).toContain('## 10,000 stories');
  expect(report).toContain('![Wall time and peak memory of the three programs');
});

test('says which goals were missed', () => {
  const report = reportOf([aRun({ seconds: 9 }), aRun({ program: 'Hugo', seconds: 10 })]);
  expect(report).toContain('| 1,000 stories, cold: wall time at most 0.8 of Hugo’s | 0.90 | **not met** |');
});

test('marks what was disturbed by other programs', () => {
  expect(reportOf([aRun({ others: 1 })])).toContain('| cold * | Broadsheet |');
  expect(reportOf([aRun()])).not.toContain('*|');
});

test('says which program was stopped', () => {
  const report = reportOf([aRun(), aRun({ program: 'Eleventy', end: 'stopped', seconds: 900 })]);
  expect(report).toContain('Plain Eleventy was stopped after 900 s (cold)');
});

function reportOf(runs: Results['runs']): string {
  const results: Results = {
    date: '2026-11-23',
    processors: 2,
    memory: 24 * 2 ** 30,
    versions: { Broadsheet: '0.1.0', Hugo: '0.111.3', Eleventy: '3.1.8', 'Node.js': '20.20.0' },
    storage: 'memory',
    seed: 1,
    timeLimit: 900,
    runs,
  };
  return writeReport(results, 'pictures/benchmark.svg');
}

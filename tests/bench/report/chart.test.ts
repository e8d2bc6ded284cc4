import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { drawChart } from './chart.ts';
import { aRow } from './made-up.ts';
import type { Row } from './rows.ts';

test('is an image with a name and a description', () => {
  const svg = drawn([aRow(), aRow({ program: 'Hugo' })]);
  expect(svg.getAttribute('role')).toBe('img');
  expect(svg.querySelector('title')?.textContent).toBe('Build time and memory of Broadsheet and Hugo');
  expect(svg.querySelector('desc')?.textContent).toContain('1,000 stories, cold: Hugo took 1.00 seconds and 200 MB.');
});

test('a bar is as long as its figure is large', () => {
  const [slow = 0, fast = 0] = ['hugo', 'broadsheet'].map((program) =>
    widthOf(drawn([aRow({ seconds: 1 }), aRow({ program: 'Hugo', seconds: 4 })]), program),
  );
  expect(fast).toBeCloseTo(slow / 4, 0);
});

test('a build that was stopped does not make the other bars short', () => {
  const ended = [aRow({ seconds: 1 }), aRow({ program: 'Hugo', seconds: 4 })];
  const svg = drawn([...ended, aRow({ program: 'Eleventy', seconds: 900, end: 'stopped' })]);
  expect(widthOf(svg, 'hugo')).toBe(widthOf(drawn(ended), 'hugo'));
  expect(svg.textContent).toContain('900, then stopped');
});

test('a program that was not run is named as such', () => {
  const svg = drawn([aRow(), aRow({ program: 'Hugo' }), aRow({ scenario: 'edited' })]);
  expect(svg.textContent).toContain('not run');
});

test('has colours for dark screens', () => {
  expect(drawChart([aRow()])).toContain('prefers-color-scheme: dark');
});

/** The chart, read as XML: what is not well-formed would throw. */
function drawn(rows: readonly Row[]): Element {
  return new JSDOM(drawChart(rows), { contentType: 'image/svg+xml' }).window.document.documentElement;
}

/** Of the first bar of a program, behind its key in the legend. */
function widthOf(svg: Element, program: string): number {
  return Number(svg.querySelectorAll(`rect.${program}`)[1]?.getAttribute('width'));
}

import { expect, it } from 'vitest';
import { printSiteStyles } from '../../src/assets/site-styles.ts';
import { aSite } from '../newsroom/site.ts';

it('has the colours of sections for screens, by day and by night, and none for paper', () => {
  const sections = [
    { id: 'news', title: 'News' },
    { id: 'sport', title: 'Sport', colour: '#1f6b2d' },
  ];
  const css = printSiteStyles(aSite({ sections }));

  expect(css).toMatch(/^@media screen\{\[data-section="sport"\]\{--accent:#1f6b2d\}\}/);
  expect(css).toMatch(/prefers-color-scheme:dark\)\{\[data-section="sport"\]\{--accent:#[\da-f]{6}\}\}/);
  expect(css).not.toContain('"news"');
});

it('has the origin for paper, which addresses within the site leave out', () => {
  expect(printSiteStyles(aSite({}))).toBe('@media print{:root{--origin:"https://ledger.example"}}');
});

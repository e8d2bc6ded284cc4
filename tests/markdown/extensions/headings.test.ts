import { describe, expect, it } from 'vitest';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

function idsIn(markdown: string): readonly string[] {
  return [...htmlOf(markdown).matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
}

/** What the first heading of a text is called. */
function nameIn(markdown: string): string | undefined {
  return idsIn(markdown)[0];
}

describe('a heading', () => {
  it.each([
    ['# One', 'h2'],
    ['One\n===', 'h2'],
    ['## One', 'h2'],
    ['One\n---', 'h2'],
    ['### One', 'h3'],
    ['###### One', 'h6'],
  ])('begins below the headline: %j', (markdown, tag) => {
    expect(htmlOf(markdown)).toBe(`<${tag}><span id="one"></span>One</${tag}>`);
  });

  it('of the first level is reported on its line', () => {
    const { findings } = renderedText('Text\n\n# One\n', { firstLine: 10 });

    expect(pointedAt('Text\n\n# One\n', findings, 10)).toEqual([{ code: 'heading-level', line: 12, text: '#' }]);
  });

  it('of another level is not reported', () => {
    expect(codesOf(renderedText('## One\n\n### Two').findings)).toEqual([]);
  });

  it.each([
    ['## What we know', 'what-we-know'],
    ['## Was jetzt? Über alles!', 'was-jetzt-über-alles'],
    ['## 北京 2026', '北京-2026'],
    ['## ما حدث', 'ما-حدث'],
    ['## Do\u00adnau می\u200cخواهم', 'donau-میخواهم'],
    ['## ???', 'part'],
    ['## `<script>`', 'script'],
    ['## "a" & b', 'a--b'],
  ])('has an identifier in its own script: %s', (markdown, id) => {
    expect(nameIn(markdown)).toBe(id);
  });

  it('has an identifier that no other has', () => {
    const ids = idsIn('## A\n\n## A\n\n## A 2\n\n## A\n\n## !\n\n## ?');

    expect(ids.length).toBeGreaterThan(6);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has an identifier that no footnote has', () => {
    const ids = idsIn('## fn1\n\n## fnref1\n\nOne[^1].\n\n[^1]: Note.');

    expect(new Set(ids).size).toBe(ids.length);
  });
});

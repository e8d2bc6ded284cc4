import { describe, expect, it } from 'vitest';
import { codesOf } from '../../newsroom/findings.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

describe('a definition list', () => {
  it.each([
    ['Span\n: What *turns*', '<dl><dt>Span</dt><dd>What <em>turns</em></dd></dl>'],
    ['Span\n: One\n: Two', '<dl><dt>Span</dt><dd>One</dd><dd>Two</dd></dl>'],
    ['Span\n\n:   One\n\n    Two', '<dl><dt>Span</dt><dd><p>One</p><p>Two</p></dd></dl>'],
    ['A\n: b\n\nC\n: d', '<dl><dt>A</dt><dd>b</dd><dt>C</dt><dd>d</dd></dl>'],
  ])('has terms, and what they mean: %j', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html);
  });

  it.each(['About\n~ 40 %', 'Text\n:no space', ': alone', 'See:\nhere', '`a`\n::b'])('is none: %j', (markdown) => {
    expect(htmlOf(markdown)).not.toContain('<dl>');
  });

  it('is none where they are switched off', () => {
    expect(htmlOf('Span\n: What', { site: { markdown: { definitionLists: false } } })).toBe('<p>Span\n: What</p>');
  });

  it('is told of where it is too deep', () => {
    const deep = Array.from({ length: 40 }, (_, depth) => `${'  '.repeat(depth)}a\n${'  '.repeat(depth)}: `).join('');

    expect(codesOf(renderedText(`${'> '.repeat(30)}a`).findings)).toEqual(['nesting-too-deep']);
    expect(htmlOf(deep).split('<dl>').length).toBeLessThan(25);
  });
});

describe('a task', () => {
  const open = '<span class="task-box" role="img" aria-label="To do">☐</span> ';
  const done = '<span class="task-box done" role="img" aria-label="Done">☑\ufe0e</span> ';

  it.each([
    ['- [ ] a', `<ul><li class="task">${open}a</li></ul>`],
    ['- [x] *a*', `<ul><li class="task">${done}<em>a</em></li></ul>`],
    ['1. [X] a', `<ol><li class="task">${done}a</li></ol>`],
    ['- [ ] a\n\n- b', `<ul><li class="task"><p>${open}a</p></li><li><p>b</p></li></ul>`],
    ['- [x] [a](https://example.com/)', `<ul><li class="task">${done}<a href="https://example.com/">a</a></li></ul>`],
  ])('has a box: %j', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html);
  });

  it.each(['- [ ]', '- [x]y', '- [y] a', '- a [ ] b', '[ ] a', '- [](a.md) b'])('is none: %j', (markdown) => {
    expect(htmlOf(markdown)).not.toContain('task');
  });

  it('is said in the language of the story', () => {
    expect(htmlOf('- [x] a', { language: 'de' })).toContain('aria-label="Erledigt"');
  });

  it('is none where they are switched off', () => {
    expect(htmlOf('- [x] a', { site: { markdown: { taskLists: false } } })).toBe('<ul><li>[x] a</li></ul>');
  });
});

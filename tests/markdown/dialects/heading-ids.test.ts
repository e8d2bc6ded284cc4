import { describe, expect, it } from 'vitest';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

function idsIn(markdown: string): readonly (readonly string[])[] {
  return [...htmlOf(markdown).matchAll(/<h\d>((?:<span id="[^"]*"><\/span>)*)/g)].map(([, spans = '']) =>
    [...spans.matchAll(/id="([^"]*)"/g)].map(([, id = '']) => id),
  );
}

describe('a heading with a name', () => {
  it.each([
    ['## What we know {#known}', 'known', 'What we know'],
    ['## What we know {#known .x}', 'known', 'What we know'],
    ['## What we know{#known}', 'what-we-knowknown', 'What we know{#known}'],
    ['## What we know ## {#known}', 'known', 'What we know'],
    ['## What we know {: #known }', 'known', 'What we know'],
    ['## What we know\n{: #known}', 'known', 'What we know'],
    ['What we know {#known}\n---', 'known', 'What we know'],
    ['## What *we* know {#wissen-über_1.a}', 'wissen-über_1.a', 'What <em>we</em> know'],
    ['## {#known}', 'known', ''],
  ])('is linked to by it: %s', (markdown, id, words) => {
    expect(htmlOf(markdown)).toContain(`<span id="${id}"></span>`);
    expect(htmlOf(markdown).replace(/<\/?h2>|<span id="[^"]*"><\/span>/g, '')).toBe(words);
  });

  it('has no other, and takes it from one that was called so by its words', () => {
    expect(idsIn('## Known\n\n## What we know {#known}')).toEqual([['known-1'], ['known']]);
  });

  it.each([
    ['## A {#content}', 'content'],
    ['## A {#fn1}', 'fn1'],
    ['## A {#a"b}', 'a"b'],
    ['## One {#a}\n\n## A {#a}', 'a'],
  ])('is told of one that it cannot have: %s', (markdown, text) => {
    const { findings, html } = renderedText(markdown);

    expect(pointedAt(markdown, findings)).toMatchObject([{ code: 'heading-id', text }]);
    expect(html).toContain('>A</h2>');
  });

  it.each(['## The sign `{#a}`', '## A \\{#a}', '## A {a}', '## A {}'])(
    'is none where nothing names it: %s',
    (markdown) => {
      expect(codesOf(renderedText(markdown).findings)).toEqual([]);
      expect(htmlOf(markdown)).not.toContain('id="a"></span>A<');
    },
  );

  it('is told of where names are switched off', () => {
    const given = { site: { markdown: { headingIds: false } } };

    expect(codesOf(renderedText('## A {#known}', given).findings)).toEqual(['braces-shown']);
    expect(htmlOf('## A {#known}', given)).toContain('A {#known}</h2>');
  });

  it('may be linked to by its name alone', () => {
    const { fragments, anchors } = renderedText('## A {#known}\n\n[a](#known) [b](#a)');

    expect(anchors).toEqual(['known']);
    expect(fragments.map(({ target }) => target)).toEqual(['known', 'a']);
  });
});

describe('the names of headings', () => {
  it.each([
    ['## Node.js', [['nodejs', 'node-js']]],
    ['## What we know', [['what-we-know']]],
    ['## A & B', [['a--b', 'a-b']]],
    ['## `x_y` -- z', [['x_y----z', 'x-y-z']]],
    ['## 1.5 million', [['15-million', '1-5-million']]],
    ['## Über uns', [['über-uns']]],
    ['## Aṉbu', [['aṉbu']]],
    ['## ???', [['part']]],
    ['## 🎉', [['part']]],
    ['## Correction_1', [['part-correction_1', 'correction-1']]],
    ['## A\n\n## A', [['a'], ['a-1', 'a-2']]],
    ['## A\n\n## A\n\n## A', [['a'], ['a-1'], ['a-2', 'a-3']]],
    ['## A 1\n\n## A\n\n## A', [['a-1'], ['a'], ['a-2']]],
  ])('are those of GitHub, beside those that they had before: %s', (markdown, ids) => {
    expect(idsIn(markdown)).toEqual(ids);
  });

  it('are no names of members of objects', () => {
    expect(idsIn('## constructor\n\n## \\_\\_proto\\_\\_\n\n## \\_\\_proto\\_\\_')).toEqual([
      ['constructor'],
      ['__proto__', 'proto'],
      ['__proto__-1', 'proto-2'],
    ]);
  });
});

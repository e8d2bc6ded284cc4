import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { printMath } from '../../../src/markdown/dialects/math-markup.ts';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { htmlOf, renderedText, type TextGiven } from '../../newsroom/rendered-text.ts';
import { tries } from '../../tries.ts';

const MATH: TextGiven = { site: { markdown: { math: true } } };
const DOLLARS: TextGiven = { site: { markdown: { math: true, dollarMath: true } } };

/** The formulas of a text, in TeX. */
function formulasIn(markdown: string, given = MATH): readonly string[] {
  return [...htmlOf(markdown, given).matchAll(/<math(?: display="block")? alttext="([^"]*)">/g)].map(
    ([, tex = '']) => tex,
  );
}

describe('a formula', () => {
  it('is MathML, with its TeX for those who cannot see it', () => {
    expect(htmlOf('It is \\(x^2\\).', MATH)).toBe(
      '<p>It is <math alttext="x^2"><msup><mi class="letter">x</mi><mn>2</mn></msup></math>.</p>',
    );
    expect(htmlOf('$$\n\\mathbb{R}\n$$', MATH)).toBe(
      '<p class="formula" tabindex="0"><math display="block" alttext="\\mathbb{R}"><mi>ℝ</mi></math></p>',
    );
  });

  it.each([
    ['a $$x$$ b', ['x']],
    ['$$x$$', ['x']],
    ['$$ x $$', ['x']],
    ['$$\nx\n$$', ['x']],
    ['\\[\nx\n\\]', ['x']],
    ['a \\[x\\] b', ['x']],
    ['text\n$$\nx\n$$\ntext', ['x']],
    ['$`x`$', ['x']],
    ['```math\nx\n```', ['x']],
    ['> $$\n> x\n> $$', ['x']],
    ['- $$\n  x\n  $$', ['x']],
    ['$$a$$ and $$b$$', ['a', 'b']],
    ['**\\(x\\)** `\\(y\\)`', ['x']],
    ['| \\(x\\) |\n|---|\n| \\(y\\) |', ['x', 'y']],
    ['## The \\(x\\)', ['x']],
    ['\\(a_b*c_d*e\\)', ['a_b*c_d*e']],
    ['\\(a -- b\\) "c"', ['a -- b']],
  ])('stands in %j', (markdown, formulas) => {
    expect(formulasIn(markdown)).toEqual(formulas);
    expect(renderedText(markdown, MATH).findings).toEqual([]);
  });

  it.each([
    'Food: $$, drinks: $$$',
    '$$$ and $$$',
    '$$ a',
    '\\\\(x\\\\)',
    '\\(x',
    '`$$x$$`',
    '    $$\n    x\n    $$',
    '$5 and $6',
    '$x$',
    '$$\n$$',
  ])('is none in %j', (markdown) => {
    expect(formulasIn(markdown)).toEqual([]);
  });

  it.each([
    ['$x$ and $y_1$', ['x', 'y_1']],
    ['between $5 and $6', []],
    ['$5–$6, $5/$6, US$5$', []],
    ['a $ x $ b', []],
    ['costs $20,000 and he said it was $30,000', []],
    ['\\$x$', []],
    ['$x$y$', ['x']],
  ])('stands between single dollars only where that is asked for, and prices do not: %s', (markdown, formulas) => {
    expect(formulasIn(markdown, DOLLARS)).toEqual(formulas);
    expect(formulasIn(markdown)).toEqual([]);
  });

  it.each([
    ['$$\\frac{a$$', '\\frac{a'],
    ['a \\(\\foo\\)', '\\foo'],
    ['$$\\href{javascript:alert(1)}{x}$$', '\\href{javascript:alert(1)}{x}'],
    ['$$\\includegraphics{https://evil.example/x}$$', '\\includegraphics{https://evil.example/x}'],
    ['$$\\def\\a{b}\\a$$', '\\def\\a{b}\\a'],
  ])('is told of and shown where it cannot be read: %s', (markdown, tex) => {
    const { findings, html } = renderedText(markdown, MATH);

    expect(pointedAt(markdown, findings)).toMatchObject([{ code: 'math-invalid', text: tex }]);
    expect(html).toContain(`<code>${tex}</code>`);
  });

  it('is text where that is switched off, as it is unless it is asked for', () => {
    expect(htmlOf('$$x$$ \\(y\\)')).toBe('<p>$$x$$ (y)</p>');
  });

  it('is bounded, by itself and in a text', () => {
    const long = `$$\n${'x+'.repeat(1500)}x\n$$`;

    expect(formulasIn(long)).toEqual([]);
    expect(codesOf(renderedText(`\`\`\`math\n${'x+'.repeat(1500)}\n\`\`\``, MATH).findings)).toEqual(['math-invalid']);
    expect(formulasIn(`${'$$\nx+y\n$$\n\n'.repeat(8000)}`)).toHaveLength(Math.floor(20_000 / 3));
  });

  it('does not break for what is too deep', () => {
    expect(printMath('{'.repeat(2000), true)).toMatchObject({ fault: expect.any(String) });
  });
});

describe('the markup of a formula', () => {
  const { document } = new JSDOM('').window;

  /** Elements and attributes of a formula that could do anything. */
  function dangersIn(html: string): readonly string[] {
    const template = document.createElement('template');
    template.innerHTML = html;
    return [...template.content.querySelectorAll('*')].flatMap((element) => {
      const isMath = element.namespaceURI === 'http://www.w3.org/1998/Math/MathML';
      const attributes = element
        .getAttributeNames()
        .filter((name) => /^(?:on.*|style|href|src|id|xlink:href)$/.test(name));
      return [...(isMath ? [] : [element.localName]), ...attributes];
    });
  }

  it.each([
    '\\text{<img src=x onerror=alert(1)>}',
    '\\text{</math><script>alert(1)</script>}',
    '\\color{red}{x}',
    '\\boxed{x}',
    '\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}',
    '\\unicode{x3c}',
    '\\hspace{-900em}x\\rule{900em}{900em}\\raisebox{-500em}{x}',
  ])('has nothing that does anything: %s', (tex) => {
    const printed = printMath(tex, true);
    const html = 'html' in printed ? printed.html : '';

    expect(dangersIn(html)).toEqual([]);
    expect(html.replace(/ alttext="[^"]*"/, '')).not.toMatch(/\d{3}em| style=/);
  });

  it('has nothing that does anything, whatever the formula is', () => {
    const part = fc.constantFrom(
      ...[
        '\\text{',
        '\\frac',
        '{',
        '}',
        '^',
        '_',
        '&',
        '<',
        '>',
        '"',
        "'",
        '\\\\',
        'x',
        '\\href',
        '\\class{a}',
        '\\style{',
        '\\id{',
      ],
      ...[
        '\\htmlData',
        '\\color{red}',
        '\\sqrt',
        '<script>',
        'onerror=',
        '\\left(',
        '\\right)',
        '\\ce{',
        '\\begin{array}{c}',
        '\\end{array}',
        '中',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const printed = printMath(parts.join(''), false);
        expect(dangersIn('html' in printed ? printed.html : '')).toEqual([]);
      }),
      { numRuns: tries(500) },
    );
  });

  it('is the same for the same formula, whatever came before', () => {
    const first = printMath('\\ce{H2O} + x', false);
    printMath('\\gdef\\x{y}', false);

    expect(printMath('\\ce{H2O} + x', false)).toEqual(first);
  });
});

import type { VNode } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { RawHtml } from '../../../layouts/parts/html.tsx';
import { readAway, searchableText } from '../../../src/formats/html-text.ts';
import {
  allDirectives,
  type DirectiveProps,
  useOwnDirectives,
} from '../../../src/markdown/directives/own-directives.ts';
import { countWordsRead } from '../../../src/validate/story/count-words.ts';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

type Exports = Readonly<Record<string, unknown>>;

const ATTRIBUTES = {
  list: { kind: 'choice', of: ['daily', 'weekly'], required: true },
  title: { kind: 'text' },
  most: { kind: 'number' },
  terms: { kind: 'address' },
} as const;

/** Prints all that it is given. */
function Letter({ values, language }: DirectiveProps<typeof ATTRIBUTES>): VNode {
  const { list, title, most, terms } = values;
  return (
    <p title={title} lang={language}>
      {terms === undefined ? <b>{list}</b> : <a href={terms}>{list}</a>} {title}{' '}
      {most === undefined ? 'no number' : most + 1}
    </p>
  );
}

/** Prints a text in a frame. */
function Frame({ text }: DirectiveProps): VNode {
  return (
    <section class="frame">
      <RawHtml html={text} />
    </section>
  );
}

function use(files: Readonly<Record<string, Exports | (() => Exports)>>): void {
  const own = Object.entries(files).map(([path, given]) => ({
    path,
    load: typeof given === 'function' ? given : () => given,
    originOf: () => undefined,
    within: <Result,>(act: () => Result) => act(),
  }));
  useOwnDirectives(own);
}

const useLetter = (): void => use({ 'layouts/directives/letter.tsx': { default: Letter, attributes: ATTRIBUTES } });
const useFrame = (): void => use({ 'layouts/directives/frame.tsx': { default: Frame, attributes: {}, form: 'block' } });

afterEach(() => use({}));

describe('a directive of the newsroom’s own', () => {
  it.each<[string, unknown]>([
    ['Promise', Promise.resolve(<b>x</b>)],
    ['Object', { a: 1 }],
    ['Date', new Date(0)],
    ['function', () => <b>x</b>],
    ['symbol', Symbol('x')],
    ['Object', <b>{{ a: 1 } as unknown as string}</b>],
  ])('is refused where it hands over what cannot be printed: %s', (kind, made) => {
    use({ 'layouts/directives/letter.tsx': { default: () => made, attributes: {} } });
    expect(() => htmlOf('::letter')).toThrow(
      expect.objectContaining({
        name: 'OwnFileFault',
        message: expect.stringContaining(`Unexpected value of the kind \`${kind}\` in markup for `),
      }),
    );
  });

  it.each<[unknown, string]>([
    [null, ''],
    [undefined, ''],
    [false, ''],
    ['a < b', 'a &lt; b'],
    [0, '0'],
    [[<b>1</b>, ' ', null, 2], '<b>1</b> 2'],
  ])('may hand over texts, numbers, lists and nothing: %j', (made, printed) => {
    use({ 'layouts/directives/letter.tsx': { default: () => made, attributes: {} } });
    expect(htmlOf('::letter').trim()).toBe(printed);
  });

  it('has its texts counted among the words that readers see, and nothing else of it', () => {
    useLetter();
    expect(countWordsRead('::letter{list=daily title="All of it" most=2 terms=/x/}', 'en', { html: 'text' })).toBe(3);
  });

  it('that throws what is no error is told of by its file', () => {
    const fail = (): never => {
      throw undefined;
    };
    use({ 'layouts/directives/letter.tsx': { default: fail, attributes: {} } });
    expect(() => htmlOf('::letter')).toThrow(/^layouts\/directives\/letter\.tsx Unexpected value that was thrown for /);
  });

  it.each([
    ['::letter{list=daily}', '<p lang="en"><b>daily</b>  no number</p>'],
    ['::letter{list=daily most=0}', '<p lang="en"><b>daily</b>  1</p>'],
    ['::letter{list=daily most=-0.5}', '<p lang="en"><b>daily</b>  0.5</p>'],
    ['::letter{list="weekly" title=" A & B "}', '<p title="A &amp; B" lang="en"><b>weekly</b> A &amp; B no number</p>'],
    ['::letter{list=daily title="  " terms=" "}', '<p lang="en"><b>daily</b>  no number</p>'],
    [
      '::letter{list=daily terms=https://example.com/a?b&c}',
      '<p lang="en"><a href="https://example.com/a?b&amp;c">daily</a>  no number</p>',
    ],
    ['- ::letter{list=daily}', '<ul><li><p lang="en"><b>daily</b>  no number</p></li></ul>'],
    [
      ':::aside\n::letter{list=daily}\n:::',
      '<section class="box background"><p lang="en"><b>daily</b>  no number</p></section>',
    ],
  ])('is given what was written: %s', (markdown, html) => {
    useLetter();

    expect(renderedText(markdown).findings).toEqual([]);
    expect(htmlOf(markdown)).toBe(html);
  });

  it.each([
    ['"><script>alert(1)</script>'],
    ["'><img src=x onerror=alert(1)>"],
    ['</p></article><p>'],
    ['&lt;b&gt;'],
    ['\u0001open0\u0002'],
  ])('prints %j as words and nothing else', (title) => {
    useLetter();
    const quote = title.includes('"') ? "'" : '"';
    const html = htmlOf(`::letter{list=daily title=${quote}${title}${quote}}`);

    expect(html.replace(/<\/?(?:p|b)(?: (?:title|lang)="[^"<>]*")*>/g, '')).not.toMatch(/[<>]/);
    expect(html).not.toContain('\u0001');
  });

  it.each<[string, string, readonly string[]]>([
    ['::letter', 'letter', ['directive-attribute']],
    ['::letter{list=" "}', 'letter', ['directive-attribute']],
    ['::letter{list=dayly}', 'dayly', ['directive-attribute']],
    ['::letter{list=constructor}', 'constructor', ['directive-attribute']],
    ['::letter{list=daily most=ten}', 'ten', ['directive-attribute']],
    ['::letter{list=daily most=1e3}', '1e3', ['directive-attribute']],
    ['::letter{list=daily most=Infinity}', 'Infinity', ['directive-attribute']],
    ['::letter{list=daily titel=x}', 'titel', ['directive-attribute']],
    ['::letter{list=daily __proto__=x}', '::letter', ['directive-attribute']],
    ['::letter{list=daily terms=javascript:alert(1)}', 'javascript:alert(1)', ['url-invalid']],
    ['::letter{list=daily terms="java\tscript:alert(1)"}', 'java\tscript:alert(1)', ['url-invalid']],
    ['::letter{list=daily terms=//example.com/}', '//example.com/', ['url-invalid']],
    ['::letter{list=daily terms=data:text/html,x}', 'data:text/html,x', ['url-invalid']],
    ['::letter{list=daily terms=mailto:a@example.com}', 'mailto:a@example.com', ['url-invalid']],
    ['::letter{list=daily terms=https://a@example.com/}', 'https://a@example.com/', ['url-invalid']],
    ['::letter{list=daily terms=terms.md}', 'terms.md', ['url-invalid']],
    [':::letter{list=daily}\nText\n:::', ':::', ['directive-misused']],
    ['::lettter{list=daily}', 'lettter', ['directive-unknown']],
    ['Read ::letter{list=daily}', '::', ['directive-shown']],
    [':: letter{list=daily}', '::', ['directive-shown']],
  ])('says where it is written wrong: %s', (markdown, words, codes) => {
    useLetter();
    const { findings } = renderedText(`A\n\n${markdown}`);

    expect(codesOf(findings)).toEqual(codes);
    if (words !== '::letter')
      expect(pointedAt(`A\n\n${markdown}`, findings)[0]).toMatchObject({ line: 3, text: words });
  });

  it('is left out where it cannot be printed, and its text is not', () => {
    useLetter();
    expect(htmlOf('A\n\n::letter{list=dayly}\n\nB')).toBe('<p>A</p><p>B</p>');
    use({ 'layouts/directives/frame.tsx': { default: Frame, attributes: ATTRIBUTES, form: 'block' } });
    expect(htmlOf(':::frame\nB\n:::')).toBe('<p>B</p>');
  });

  it('has an address of the site looked up, and prints it below the path of the site', () => {
    useLetter();
    const site = { url: 'https://ledger.example/paper/' };
    const { references, html } = renderedText('::letter{list=daily terms=/terms/}', { site, firstLine: 9 });
    const whole = renderedText('::letter{list=daily terms=https://ledger.example/paper/terms/}', { site });
    const other = renderedText('::letter{list=daily terms=https://example.com/terms/}', { site });

    expect(references).toMatchObject([{ kind: 'link', target: '/terms/', isOfKey: true, place: { lines: [9, 9] } }]);
    expect(html).toContain('href="/paper/terms/"');
    expect(whole.references).toMatchObject([{ target: '/terms/' }]);
    expect(other.references).toEqual([]);
  });

  it('may stand around a text, with other directives in it', () => {
    useFrame();

    expect(htmlOf(':::frame\n- a\n\n:::aside\n*b*\n:::\n:::')).toBe(
      '<section class="frame"><ul><li>a</li></ul><section class="box background"><p><em>b</em></p></section></section>',
    );
    expect(codesOf(renderedText('::frame').findings)).toEqual(['directive-misused']);
    expect(codesOf(renderedText(':::frame\n::story\n:::').findings)).toEqual(['directive-attribute']);
  });

  it('is read by machines but for what is marked as of the page only', () => {
    const Marked = (): VNode => (
      <aside data-page-only>
        <p>Sign up</p>
        <form method="post">
          <input name="email" />
        </form>
      </aside>
    );
    use({ 'layouts/directives/marked.tsx': { default: Marked, attributes: {} } });
    const { html } = renderedText('A\n\n::marked\n\nB');

    expect(html).toContain('<input name="email">');
    expect(readAway(html, { origin: 'https://a.example', page: 'https://a.example/b/' }).replace(/\s+/g, '')).toBe(
      '<p>A</p><p>B</p>',
    );
    expect(searchableText(html).trim().split(/\s+/)).toEqual(['A', 'B']);
  });

  it('may print nothing', () => {
    use({ 'layouts/directives/none.tsx': { default: () => null, attributes: {} } });

    expect(htmlOf('A\n\n::none\n\nB')).toBe('<p>A</p>\n<p>B</p>'.replace('\n', ''));
  });

  it.each([
    [
      'throws',
      () => {
        throw new TypeError('no list');
      },
      'no list',
    ],
    [
      'has an attribute that no text is',
      () => <p style={{ color: 'red' }} />,
      'Unexpected object as the attribute style',
    ],
    ['has a handler', () => <p onScroll={() => {}} />, 'Unexpected function as the attribute onScroll'],
  ])('that %s is a fault which names its file and the story', (_what, component, message) => {
    use({ 'layouts/directives/bad.tsx': { default: component, attributes: {} } });
    const render = (): unknown => renderedText('A\n\n::bad', { path: 'content/articles/a.md', firstLine: 5 });

    expect(render).toThrow('layouts/directives/bad.tsx failed for content/articles/a.md, line 7');
    expect(render).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ message: expect.stringContaining(message) }) }),
    );
  });
});

describe('a file of layouts/directives/', () => {
  const good = { default: Letter, attributes: ATTRIBUTES };

  it.each<[string, Exports | (() => Exports), string]>([
    ['story', good, 'Unexpected name `story`'],
    ['correction', good, 'Unexpected name `correction`'],
    ['Letter', good, 'Unexpected name of a file'],
    ['sign--up', good, 'Unexpected name of a file'],
    ['letter.test', good, 'Unexpected name of a file'],
    ['1st', good, 'Unexpected name of a file'],
    ['letter', { attributes: {} }, 'without a component'],
    ['letter', { default: 'p', attributes: {} }, 'without a component'],
    ['letter', { default: Letter }, 'Unexpected `attributes`'],
    ['letter', { default: Letter, attributes: ['title'] }, 'Unexpected `attributes`'],
    [
      'letter',
      { default: Letter, attributes: { title: 'text' } },
      'Unexpected `attributes` of a directive: `title`, expected a kind: `text`',
    ],
    [
      'letter',
      { default: Letter, attributes: { title: { kind: 'constructor' } } },
      'of a directive: `title`, expected a kind: `text`',
    ],
    [
      'letter',
      { default: Letter, attributes: { list: { kind: 'choice', of: [] } } },
      'of a directive: `list`, expected a list `of` words',
    ],
    [
      'letter',
      { default: Letter, attributes: { 'a b': { kind: 'text' } } },
      'of a directive: `a b`, expected a name of letters',
    ],
    ['letter', { ...good, form: 'inline' }, 'Unexpected `form`'],
    [
      'letter',
      () => {
        throw new Error('at once');
      },
      'Error: at once',
    ],
  ])('that is no directive is told with its path: %s %j', (name, given, message) => {
    use({ [`layouts/directives/${name}.tsx`]: given });

    expect(allDirectives).toThrow(
      expect.objectContaining({ name: 'OwnFileFault', message: expect.stringContaining(message) }),
    );
    expect(allDirectives).toThrow(`layouts/directives/${name}.tsx `);
    expect(allDirectives).toThrow('\n  hint: ');
  });
});

import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import {
  htmlToMarkdown,
  lineOfHtml,
  lineOfText,
  textOfHtml,
} from '../../../../src/cli/import/convert/html-to-markdown.ts';
import { yaml } from '../../../../src/cli/init/front-matter.ts';
import { tries } from '../../../tries.ts';
import { aContext } from '../a-context.ts';

const markdown = new MarkdownIt('commonmark');

/** Words, numbers and signs as they may meet anywhere. */
const someWords = fc
  .array(
    fc.constantFrom(
      ...[
        'quay',
        'Ferry',
        '12',
        '3.',
        '4)',
        '-',
        '+',
        '*',
        '_',
        '!',
        '[',
        ']',
        '(',
        ')',
        '#',
        ':',
        '::',
        '.',
        ',',
        '’',
      ],
      ...['"', "'", '%', '/', '`', '~', '=', '>', '|', '{', '}', '^', '$', 'é', '港', '  ', ' ', ' ', ' ', '–', '?'],
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

function wordsOf(line: string): string {
  const html = markdown.render(line.replace(/\\([{}^~=$|:])/g, '$1'));
  return html
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

describe('words that need no signs', () => {
  it('are the same words when they are read as Markdown, as those that do', () => {
    fc.assert(
      fc.property(someWords, (words) => {
        const expected = words.replace(/\s+/g, ' ').trim();

        expect(wordsOf(lineOfText(words))).toBe(expected);
        expect(wordsOf(htmlToMarkdown(`<p>${words.replaceAll('>', '&gt;')}</p>`, aContext()))).toBe(expected);
      }),
    );
  });

  it.each([
    'Fish &amp; chips &#8217;tis &quot;so&quot; &lt;b&gt;',
    'a &#133; b &#0; &#55296; &#99999; &#150;',
    'a & b &copy; &nbsp; &ampx &amp;amp; &#39;',
    ' a \u00a0 b\tc ',
    '&#160;a&#160;',
  ])('are what a parser makes of them: %s', (html) => {
    expect(textOfHtml(html)).toBe(textOfHtml(`<b></b>${html}`));
    expect(lineOfHtml(html)).toBe(lineOfHtml(`${html}<!-- -->`));
  });

  it.each([
    ['By the quay', 'By the quay'],
    ['By the <em>quay</em>', 'By the *quay*'],
    ['<i>Ferry</i>, <i>two</i>.', '*Ferry*, *two*.'],
    ['a<em>b</em>c', 'a*b*c'],
    ['<em> a </em>b', '*a* b'],
    ['<em>a</em><em>b</em>', '*ab*'],
    ['1. a', '1\\. a'],
    ['<em>12</em> a', '*12* a'],
    ['a ! <em>b</em>', 'a ! *b*'],
    ['a&nbsp;b', 'a\u00a0b'],
    ['- a <em>b</em>', '\\- a *b*'],
  ])('stand beside emphasis as before: %s', (html, expected) => {
    expect(lineOfHtml(html)).toBe(expected);
  });

  it('are printed in front matter as any printer of YAML does it', () => {
    const word = fc.constantFrom(
      ...[
        'true',
        'No',
        'null',
        'on',
        'y',
        'Harbour',
        'news',
        'ünder-way',
        'a-1',
        '12',
        '-',
        ':',
        '#',
        "'",
        '"',
        ',',
        '&',
      ],
      ...['a:', '!', '?', '[', '%', '@', '2019-03-01', '07:30', '~', 'e5', '…', '<<', '=', '(b)', 'N.', 'half/half'],
    );
    const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const key = fc.constantFrom('headline', 'date', 'updated', 'topics', 'y');
    fc.assert(
      fc.property(key, fc.oneof(text, fc.array(text, { maxLength: 3 })), (name, value) => {
        const version = name === 'date' || name === 'updated' ? '1.2' : '1.1';

        expect(yaml({ [name]: value })).toBe(stringify({ [name]: value }, { lineWidth: 0, version }));
      }),
      { numRuns: tries(500) },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { renderedText } from '../../newsroom/rendered-text.ts';
import { each } from '../../at-night.ts';

/** What is said of a text: the code, what it points at, and the hint. */
function slipsIn(markdown: string): readonly (readonly [code: string, text: string, hint: string | undefined])[] {
  const { findings } = renderedText(markdown);
  const places = pointedAt(markdown, findings);
  return findings.map(({ code, hint }, index) => [code, places[index]?.text ?? '', hint]);
}

/** Codes and what they point at. */
function placesIn(markdown: string): readonly (readonly [code: string, text: string])[] {
  return slipsIn(markdown).map(([code, text]) => [code, text]);
}

describe('emphasis that readers see as signs', () => {
  it.each([
    [
      'He said **never and left.',
      '**',
      'write `**` behind the last word that is meant, or `\\*\\*` if readers are to see it',
    ],
    ['He said ** never ** to it.', '**', 'put no space between the signs and the words: `**never**`'],
    ['He said **never ** to it.', '**', 'put no space between the signs and the words: `**never**`'],
    ['The *Aurora * sank.', '*', 'put no space between the signs and the words: `*Aurora*`'],
    ['The _Aurora _ sank.', '_', 'put no space between the signs and the words: `_Aurora_`'],
    ['The _Aurora sank.', '_', 'write `_` behind the last word that is meant, or `\\_` if readers are to see it'],
    [
      'It is ~~closed and open.',
      '~~',
      'write `~~` behind the last word that is meant, or `\\~\\~` if readers are to see it',
    ],
    [
      'It is ==closed and open.',
      '==',
      'write `==` behind the last word that is meant, or `\\=\\=` if readers are to see it',
    ],
    [
      '**Note:**read it.',
      '**',
      'put a space behind the closing signs, `**Note:** `, or the last sign of the words behind them',
    ],
    [
      'The *“Aurora”*sank.',
      '*',
      'put a space behind the closing signs, `*“Aurora”* `, or the last sign of the words behind them',
    ],
    ['It is 2*3*4 metres.', '2*3*4', 'write `2×3×4`, or `2\\*3\\*4`'],
    ['He said **never* to it.', '*', 'write as many `*` before the words as behind them'],
    ['> - Ask *Ana * first', '*', 'put no space between the signs and the words: `*Ana*`'],
    [
      '**The first paragraph.\n\nThe second one.**',
      '**',
      'write `**` behind the last word that is meant, or `\\*\\*` if readers are to see it',
    ],
  ])('is told: %j', (markdown, text, hint) => {
    expect(slipsIn(markdown)).toEqual([['emphasis-shown', text, hint]]);
  });

  it.each([
    'Jones 45* and Smith 23* led.\n\n*not out',
    'Price** and tax*\n\n**without VAT\n\n*estimated',
    '*Names have been changed.',
    'Adults pay £5. *Under twelves pay nothing.',
    'It is 2\\*3\\*4, `2*3*4`, 2*3 and **2**3, A*2*b',
    'Ana (*„Aurora“*) sank. *Yes!* she said. *Who?*, *(she)*',
    '5 * 3 * 2 and a 4* hotel, f*** and s**t and f*ck',
    'Dial *69; find *.pdf and *.md; fill in ____ and __',
    'The files _redirects and _headers, the handle @_jane_, __init__',
    'a == b, a === b, ~5 people, ~10%, x ~~ y',
    'Schüler*in, Kund*innen und jede*r; **Alle Leser*innen und Autor*innen**',
    '`**a` and `_b`',
    '\\*\\*never and \\_Aurora',
  ])('is told of nothing that is none: %j', (markdown) => {
    expect(slipsIn(markdown)).toEqual([]);
  });
});

describe('a list', () => {
  it.each([
    ['• one\n• two\n• three', '•'],
    ['-one\n-two', '-'],
    ['- one\n-two\n- three', '-'],
    ['> * one\n> *two', '*'],
    ['1. one\n2.two', '2.'],
    ['-\u00a0one\n-\u00a0two', '-'],
    ['*one\n*two', '*'],
    ['– one\n– two', '–'],
    ['・一\n・二', '・'],
    ['These:\n2. two\n3. three', '2.'],
    ['1.one\n2.two', '1.'],
    ['a) one\nb) two', 'a)'],
    ['> • one\n> • two', '•'],
  ])('whose lines run together is told once: %j', (markdown, text) => {
    expect(placesIn(markdown)).toEqual([['list-shown', text]]);
  });

  it.each([
    ['1984. That was the year.', '1984.', 'write `1984\\. That was the year.` if it is no list'],
    ['Am\n1. Mai ist frei.', '1.', 'write `1\\. Mai ist frei.` if it is no list'],
    ['- Then.\n\n  1984. That was the year.', '1984.', 'write `1984\\. That was the year.` if it is no list'],
    ['> 3. Oktober: frei.', '3.', 'write `3\\. Oktober: frei.` if it is no list'],
    ['+ 5 degrees are expected.', '+', 'write `\\+ 5 degrees are expected.` if it is no list'],
  ])('that was not meant is told: %j', (markdown, text, hint) => {
    expect(slipsIn(markdown)).toEqual([['list-unmeant', text, hint]]);
  });

  it.each([
    '• one  \n• two',
    '-5 degrees\n-7 degrees',
    '– Bonjour.\n\n– Salut.',
    'The bridge opened in\n1984. It closed in\n2026.',
    '1. One.\n\nText.\n\n2. Two.\n\nText.\n\n3. Three.',
    '1. One.\n2. Two.',
    '1) One',
    '- The rules:\n\n  4. Nobody swims.',
    '1. The rules:\n\n   4. Nobody swims.\n2. The fees:\n\n   - One:\n\n     7. Two.',
    '> - The rules:\n>\n>   4. Nobody swims.',
    '- one\n- two\n\n+ three\n+ four',
    '*One* is first,\n*two* is second',
    '* One is first,\n*two* is second',
    '- From one\n*two*\n-5 degrees',
    '(a) First.\n\n(b) Second.',
  ])('is told of where it is one, or none was meant: %j', (markdown) => {
    expect(slipsIn(markdown)).toEqual([]);
  });
});

describe('code', () => {
  it.each([
    ['Text.\n\n    The second paragraph is indented.', 'code-unmeant'],
    ['\tThe first paragraph is indented.', 'code-unmeant'],
    ['    ## What we know', 'code-unmeant'],
    ['    :::pullquote\n    Words.\n    :::', 'code-unmeant'],
    ['    港口大桥星期一关闭。', 'code-unmeant'],
    ['Text.\n\n```\ncode\n\nAll the rest.', 'code-unclosed'],
    ['~~~\ncode\n```', 'code-unclosed'],
    ['````\ncode\n```', 'code-unclosed'],
    ['- ```\n  code\n\nText.', 'code-unclosed'],
  ])('that words became is told: %j', (markdown, code) => {
    expect(slipsIn(markdown).map(([one]) => one)).toEqual([code]);
  });

  it.each([
    '    npm install broadsheet\n    cd paper',
    '    if (a < b) return "No.";',
    '    # a comment\n    x = 1',
    '    Name  Goals\n    Jane  3',
    '```js\nThe words.\n```',
    '> ~~~~\n> a\n> ~~~~~',
    '- ```\n  code\n  ```',
  ])('is left alone: %j', (markdown) => {
    expect(slipsIn(markdown)).toEqual([]);
  });
});

describe('a line right below something', () => {
  it.each([
    ['It is closed.\n---\nThe council meets.', 'heading-unmeant', '---'],
    ['It is closed, said the mayor, who\ncame by ferry\n-----', 'heading-unmeant', '-----'],
    ['The bridge\n-', 'heading-unmeant', '-'],
    ['kicker: Harbour\n---\nWords.', 'heading-unmeant', '---'],
    ['> It is closed.\nShe left.', 'line-joined', 'She left.'],
    ['> “It is closed.”\n他走了。', 'line-joined', '他走了。'],
    ['| a | b |\n|---|---|\n| 1 | 2 |\nText below.', 'line-joined', 'Text below.'],
    ['| a | b |\n|---|---|\n| 1 | 2\n| 3 | 4 |', 'line-joined', '| 1 | 2'],
    ['## What we know##', 'heading-shown', '##'],
    ['##\n\nText.', 'heading-shown', '##'],
    ['####### Seven', 'heading-shown', '#######'],
  ])('that makes something else of it is told: %j', (markdown, code, text) => {
    expect(placesIn(markdown)).toEqual([[code, text]]);
  });

  it.each([
    'What we know\n------------\n\nText.',
    'Why did it fall?\n---\nText.',
    'Smith & Sons Co.\n----------------',
    'Text.\n\n---\n\nText.',
    '> A quotation that goes on\nOver the next line, as archives have it.',
    '> It is closed.\n> She left.\n\nText.',
    '> It is closed.\nand she left.',
    'a | b\n--|--\n1 | 2\n3',
    '| a | b |\n|---|---|\n| 1 | 2 |\n\nText.',
    '## C#\n\n## What we know ##',
  ])('and is meant so, is left alone: %j', (markdown) => {
    expect(slipsIn(markdown)).toEqual([]);
  });
});

describe('what nobody was to see', () => {
  it.each([
    ['A <!-- ask her', 'comment-shown', '<!--', 'write `-->` where the comment ends, or remove it'],
    ['A <!— ask her', 'comment-shown', '<!—', 'write `-->` where the comment ends, or remove it'],
    ['A \\begin{quote} b', 'shortcode-shown', '\\begin{quote}', 'remove it'],
    ['A <!— ask her —> b', 'comment-shown', '<!— ask her —>', 'write `<!-- ask her -->`'],
    ['A <!–- ask her -–> b', 'comment-shown', '<!–- ask her -–>', 'write `<!-- ask her -->`'],
    ['A <-- ask her --> b', 'comment-shown', '<-- ask her -->', 'write `<!-- ask her -->`'],
    ['A <! ask her> b', 'comment-shown', '<! ask her>', 'write `<!-- ask her -->`'],
    ['A %% ask her %% b', 'comment-shown', '%% ask her %%', 'write `<!-- ask her -->`'],
    ['A {>> ask her <<} b', 'comment-shown', '{>> ask her <<}', 'write `<!-- ask her -->`'],
    ['Caf&eactue;', 'entity-shown', '&eactue;', 'write the character itself, or its name between `&` and `;`'],
    ['A&nbsp B', 'entity-shown', '&nbsp', 'write the character itself, or its name between `&` and `;`'],
    ['A &amp;mdash; B', 'entity-shown', '&amp;mdash;', 'write `&mdash;`, or the character itself'],
  ])('is told: %j', (markdown, code, text, hint) => {
    expect(slipsIn(markdown)).toEqual([[code, text, hint]]);
  });

  it.each([
    'A <-- B, a <- b, x < y, I <3 you, 100%% of %s, 5%% a%%b',
    'AT&T, Q&A, R&D; x&copyright=1, Marks &amp; Sons &mdash; caf&eacute; &copy;',
    '`&amp;mdash;` and `<!— x —>`',
    'A <!-- ask her --> b',
  ])('and is none, is left alone: %j', (markdown) => {
    expect(codesOf(renderedText(markdown).findings)).toEqual([]);
  });
});

describe('a link that readers cannot follow', () => {
  it.each([
    ['[a](https://https://example.com/x)', 'write `https://example.com/x`'],
    ['[a](http://https//example.com/x)', 'write `https://example.com/x`'],
    ['[a](https://example,com/)', 'copy the address from the browser'],
    ['[a](https://examplecom/)', 'copy the address from the browser'],
    ['[a](https://example..com/)', 'copy the address from the browser'],
    ['<a href="https://examplecom/">a</a>', 'copy the address from the browser'],
    ['[a](mailto:jane.example.com)', 'write one like `mailto:name@example.com`'],
    ['[a](tel:abc)', 'write one like `tel:+442079460000`'],
  ])('is told: %s', (markdown, hint) => {
    expect(slipsIn(markdown).map(([code, , one]) => [code, one])).toEqual([['address-doubtful', hint]]);
  });

  it.each([
    ['[a](http://localhost:8080/x/)', 'address-doubtful'],
    ['[a](http://127.0.0.1/x/)', 'address-doubtful'],
    ['[](https://example.com/)', 'link-empty'],
    ['[ ](https://example.com/)', 'link-empty'],
    ['! [a](https://example.com/a.jpg)', 'link-shown'],
    ['[a]（https://example.com/）', 'link-shown'],
    ['> [!QUOTE]\n> Words', 'shortcode-shown'],
    ['> [!NOTE]Words', 'shortcode-shown'],
    ['Words.^[A note.', 'footnote-missing'],
    ['Words.[^1]\n\n[^1]:', 'footnote-missing'],
    ['{++more++} words', 'shortcode-shown'],
  ])('is told: %j', (markdown, code) => {
    expect(slipsIn(markdown).map(([one]) => one)).toEqual([code]);
  });

  it.each([
    '[a](https://example.com) [b](http://example.com:8080/x) [c](https://münchen.example/)',
    '[a](https://93.184.216.34/) [b](https://under_score.example.co.uk/)',
    '[a](mailto:jane@post.example?subject=Bridge) [b](mailto:?subject=Bridge) [c](mailto:a@b.example,c@d.example)',
    '[a](tel:+442079460000) [b](tel:999)',
    '[a](https://web.archive.org/web/2020/https://example.com/)',
    'Wow! [a](https://example.com/)',
  ])('and can, is left alone: %s', (markdown) => {
    expect(slipsIn(markdown)).toEqual([]);
  });
});

it.each(
  each(3, [
    ...[
      '**a ',
      '*a * ',
      '** a',
      '_A ',
      '~~a ',
      '==a ',
      '**a*',
      '• a\n',
      '-a\n',
      '1.a\n',
      'a) b\n',
      '1984. a\n\n',
      '+ 5\n\n',
    ],
    ...[
      '    The a is b.\n\ntext\n\n',
      '```\n',
      'a.\n---\n',
      '> A.\nB\n\n',
      '<!— a ',
      '<! a',
      '%% a ',
      '{>> a ',
      '&amp;amp;',
      '&abc;',
    ],
    ...['[](https://a.example/)', '! [a](b.png)', '[a]（b', '^[a', 'a*b', '*a*b*c'],
  ]),
)('is told of a bounded number of times in a hundred thousand characters of %j', (piece) => {
  const { findings } = renderedText(piece.repeat(100_000 / piece.length));

  expect(findings.length).toBeLessThan(500);
});

import { describe, expect, it } from 'vitest';
import { codesOf } from '../../newsroom/findings.ts';
import { renderedText } from '../../newsroom/rendered-text.ts';
import { slipsIn } from './slips-in.ts';
import { each } from '../../at-night.ts';

describe('markup of another program', () => {
  it.each([
    ['See [https://example.org/a the report].', 'write `[the report](https://example.org/a)`'],
    ['See "the report":https://example.org/a.', 'write `[the report](https://example.org/a)`'],
    ['See [the report|https://example.org/a].', 'write `[the report](https://example.org/a)`'],
    ['See <https://example.org/a|the report>.', 'write `[the report](https://example.org/a)`'],
    ['See link:https://example.org/a[the report].', 'write `[the report](https://example.org/a)`'],
    ['See (the report)(https://example.org/a).', 'write `[the report](https://example.org/a)`'],
    ['- See [the report]{https://example.org/a}.', 'write `[the report](https://example.org/a)`'],
    ['See [the report]<https://example.org/a>.', 'write `[the report](https://example.org/a)`'],
    ['See https://example.org/a<https://example.org/a>.', 'write `<https://example.org/a>`'],
    ['image::bridge.jpg[The bridge]', 'write `![The bridge](bridge.jpg)`'],
    ['.. image:: bridge.jpg', 'write `![what it shows](bridge.jpg)`'],
    ['!bridge.jpg!', 'write `![what it shows](bridge.jpg)`'],
    ['/bridge.jpg "By night"', 'write `![what it shows](bridge.jpg)`'],
    ['!(bridge.jpg)[The bridge]', 'write `![The bridge](bridge.jpg)`'],
    ['!{The bridge}(bridge.jpg)', 'write `![The bridge](bridge.jpg)`'],
    ['[!The bridge](bridge.jpg)', 'write `![The bridge](bridge.jpg)`'],
    ['[image: bridge.jpg]', 'write `![what it shows](bridge.jpg)`'],
    ['[cid:image001.png@01D9]', 'write `![what it shows](file.jpg)`'],
    ['![[bridge.jpg|300]]', 'write `![what it shows](bridge.jpg)`'],
    ['[[Bridge#Past|the past]]', 'write `[the past](Bridge.md#Past)`'],
    ['![The bridge](bridge.jpg =300x200)', 'write `![The bridge](bridge.jpg)`'],
  ])('is told of links and pictures: %s', (markdown, hint) => {
    expect(slipsIn(markdown, 'link-shown').map(([, given]) => given)).toEqual([hint]);
  });

  it.each([
    ['== What we know ==\n\nText.', 'write `## What we know`'],
    ['=== What we know\n\nText.', 'write `### What we know`'],
    ['h3. What we know', 'write `### What we know`'],
    ['**## What we know**', 'write `## What we know`'],
  ])('is told of headings: %j', (markdown, hint) => {
    expect(slipsIn(markdown, 'heading-shown').map(([, given]) => given)).toEqual([hint]);
  });

  it.each([
    ["It is '''never''' so.", 'emphasis-shown', 'write `**never**`'],
    ['It was ~quite wrong~ right.', 'emphasis-shown', 'write `~~quite wrong~~`'],
    ['It was ~wrong~ right.', 'emphasis-shown', 'write `~~wrong~~`'],
    ['%% ask the mayor', 'comment-shown', 'write `<!-- ask the mayor -->`'],
    ['{/* ask the mayor */}', 'comment-shown', 'write `<!-- ask the mayor -->`'],
    ['It is [Comment [JD1]: ask] so.', 'comment-shown', 'write `<!-- ask -->`, or remove it'],
    ['It=E2=80=99s so.', 'text-garbled', 'write `’`'],
    ['A &#x2014 b', 'entity-shown', 'write the character itself, or its name between `&` and `;`'],
    ['```markdown\n## What we know\n\nText.\n```', 'code-unmeant', 'remove this line, and the last one'],
  ])('is told: %j', (markdown, code, hint) => {
    expect(slipsIn(markdown, code).map(([, given]) => given)).toEqual([hint]);
  });

  it.each([
    ['bq. We know.', ['bq. We know.']],
    ['{quote}\nWe know.\n{quote}', ['{quote}', '{quote}']],
    ['It is \\textbf{so}.\\newpage', ['\\textbf{so}', '\\newpage']],
    ['It closed【4†source】 today.', ['【4†source】']],
    ['It closed citeturn0search1 today.', ['citeturn0search1']],
    ['Thanks to <@U0123ABC>.', ['<@U0123ABC>']],
    ['<%= title %> closes', ['<%= title %>']],
    ['We won :tada: again.', [':tada:']],
    ['It is closed. ^a1b2c3', ['^a1b2c3']],
    ['![A bridge|300](bridge.jpg)', ['|300']],
    ["'''js\nlet a\n'''", ["'''js", "'''"]],
    ['$$\nE = mc^2\n$$', ['$$\nE = mc^2\n$$'.split('\n')[0]]],
  ])('is told of commands: %j', (markdown, texts) => {
    expect(slipsIn(markdown, 'shortcode-shown').map(([text]) => text)).toEqual(texts);
  });

  it.each([
    'He said "no": https://example.org/ was wrong. {"url":"https://example.org/"}',
    '[the report](https://example.org/a) [1]<https://example.org/a> (see it)(twice)',
    'a == b, === c; A == B ==\n\n==What we know==',
    'H2 profits rose. h2o. The h1. of it.',
    'Stop! bridge.jpg! Wow!',
    '~10 people, ~£5; H~2~O; about ~3 km or ~4',
    'The time 7:30:15, :) and a::b, ratio 1:2:3, :smile',
    '{info} and {a: 1}, C:\\temp\\emphasis and \\emphasise',
    '【速報】† and †source, x^2, 2^a1b2c3',
    '`{quote}` `<%= a %>` `:tada:` `citeturn0search1` `"a":https://example.org/`',
    '```md\nx\n```\n\nText.',
    "Say ‘‘ and ’’ and “”; 5'10'' and 6''.",
    '[![A bridge](bridge.jpg)](/about/)',
    '[//]: # (ask the mayor)\n\nText.',
    'a/b/c.jpg and /etc/fstab\n\n/r/bridges is a forum.',
    '![Red|blue](bridge.jpg)',
  ])('is not what looks like it: %j', (markdown) => {
    const codes = codesOf(renderedText(markdown).findings);

    expect(codes.filter((code) => !/^(?:link-broken|picture-missing)$/.test(code))).toEqual([]);
  });

  it('is no emoji and no formula where these have a dialect', () => {
    const site = { markdown: { emoji: true, math: true } };

    expect(codesOf(renderedText('We won :tada:\n\n$$\nE = mc^2\n$$', { site }).findings)).toEqual([]);
  });
});

describe('marks of a quotation that are two signs each', () => {
  it.each([
    ["The mayor: ''We'll rebuild it.''", "''We'll rebuild it.''", "We'll rebuild it."],
    ["``We will,'' she said.", "``We will,''", 'We will,'],
    [",,Wir bauen'', sagte sie.", ",,Wir bauen''", 'Wir bauen'],
    [',,Wir bauen“, sagte sie.', ',,Wir bauen“', 'Wir bauen'],
    ['Sie: >>Wir bauen.<<', '>>Wir bauen.<<', 'Wir bauen.'],
    ['>>Wir bauen<<, sagte sie.', 'Wir bauen<<', 'Wir bauen'],
    ['Elle : << Nous bâtirons >>.', '<< Nous bâtirons >>', 'Nous bâtirons'],
  ])('are told: %s', (markdown, text, words) => {
    expect(slipsIn(markdown, 'quotation-shown')).toEqual([
      [text, `write \`"${words}"\`: the marks become those of the language`],
    ]);
  });

  it.each([
    "5'' and 6''",
    "'' '' ''",
    'a >> b << c, x << 2, 1 >> 3; cout << a;',
    '>> Quoted twice.\n>> And on.',
    'a,, b, c,, d',
    "`''a''` and ``a'' ``",
    '“‘Go,’ he said,” \'Go\', "go"',
  ])('are not what looks like them: %j', (markdown) => {
    expect(codesOf(renderedText(markdown).findings)).toEqual([]);
  });
});

describe('lines of a list that is none', () => {
  it.each([
    '→ a\n→ b',
    '✅ a\n✅ b',
    '(1) a\n(2) b',
    '1 . a\n2 . b',
    'i. a\nii. b\niii. c',
    'o\ta\no\tb',
    '\uf0b7 a\n\uf0b7 b',
  ])('are told: %j', (markdown) => {
    expect(codesOf(renderedText(markdown).findings)).toEqual(['list-shown']);
  });

  it.each(['✅ a\n❌ b', '★★★ a\n★★ b', '§ 1 a\n§ 2 b', 'o livro\no mar', 'i. e. so\nand on', '(1) a, (2) b'])(
    'are not what looks like them: %j',
    (markdown) => {
      expect(codesOf(renderedText(markdown).findings)).toEqual([]);
    },
  );
});

it.each([
  ['Team\tPoints\nRovers\t30', 'Team\tPoints'],
  ['||Team||Points||\n|Rovers|30|', '||Team||Points||'],
])('tells of a table that another program pasted: %j', (markdown, text) => {
  expect(slipsIn(markdown, 'table-shown').map(([at]) => at)).toEqual([text]);
});

it.each(['Team\tPoints and on\nwithout', 'A\tline'])('says nothing of single tabs: %j', (markdown) => {
  expect(codesOf(renderedText(markdown).findings)).toEqual([]);
});

it.each(
  each(3, [
    ...[
      '[https://a.b c]',
      '"a":https://a.b ',
      '[a|https://a.b]',
      '<https://example.org/|c>',
      '(a)(https://a.b)',
      '== A\n',
      '~a ~',
      ':tada:',
    ],
    ...[
      "''a''",
      "''a",
      ',,a',
      ',,a“',
      '>>a<<',
      '<< a',
      "'''a'''",
      '``a',
      '→ a\n',
      'a\tb\n',
      '<b>',
      '<b>a<b>',
      '[Comment [',
      '=E2=80=99',
    ],
  ]),
)('is told of a bounded number of times in a hundred thousand characters of %j', (piece) => {
  expect(renderedText(piece.repeat(100_000 / piece.length)).findings.length).toBeLessThan(600);
});

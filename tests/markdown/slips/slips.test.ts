import { describe, expect, it } from 'vitest';
import { codesOf } from '../../newsroom/findings.ts';
import { renderedText } from '../../newsroom/rendered-text.ts';
import { slipsIn } from './slips-in.ts';
import { each } from '../../at-night.ts';

describe('a link or a picture that is printed as it was written', () => {
  it.each([
    ['[a b](my report.pdf)', '[a b](my report.pdf)', 'write `[a b](<my report.pdf>)`'],
    ['![a](old pier.png "Dawn")', '![a](old pier.png "Dawn")', 'write `![a](<old pier.png> "Dawn")`'],
    ['x [a](<b c) y', '[a](<b c)', 'write `[a](b%20c)`'],
    ['[a](b.pdf “Title”)', '[a](b.pdf “Title”)', 'write `[a](b.pdf "Title")`'],
    ['![a](b.png At dawn)', '![a](b.png At dawn)', 'write `![a](b.png "At dawn")`'],
    ['see [a](https://example.com/x', '[a](https://example.com/x', 'write `[a](https://example.com/x)`'],
    ['[a] (b.pdf)', '[a] (b.pdf)', 'write `[a](b.pdf)`'],
    ['[a]  (/x/)', '[a]  (/x/)', 'write `[a](/x/)`'],
    ['![a] (b c.png)', '![a] (b c.png)', 'write `![a](<b c.png>)`'],
    ['![a] (b.png "C d")', '![a] (b.png "C d")', 'write `![a](b.png "C d")`'],
    ['[a](/my report/)', '[a](/my report/)', 'write `[a](</my report/>)`'],
    ['[a](tel:+44 20 123)', '[a](tel:+44 20 123)', 'write `[a](tel:+4420123)`'],
    ['[a](https://example.com/x(y).', '[a](https://example.com/x(y)', 'write `[a](https://example.com/x(y))`'],
    ['!(The pier)[/a/b.png]', '[/a/b.png]', 'write `![The pier](/a/b.png)`'],
    ['[a b\n\nc](https://example.com/) d', '](https://example.com/)', 'write `[words](https://example.com/)`'],
    ['![The pier]', '![The pier]', 'write `![The pier](file.jpg)`, or `\\!` if it is no picture'],
    ['![The pier', '![The pier', 'write `![The pier](file.jpg)`'],
    ['[a(https://example.com/)', '[a(https://example.com/)', 'write `[a](https://example.com/)`'],
    ['(the report)[https://example.com/]', '[https://example.com/]', 'write `[the report](https://example.com/)`'],
    ['[[The pier]]', '[[The pier]]', 'write `[The pier](<The pier.md>)`'],
    ['[[pier.md|the pier]]', '[[pier.md|the pier]]', 'write `[the pier](pier.md)`'],
    ['![[pier.png]]', '![[pier.png]]', 'write `![what it shows](pier.png)`'],
    ['> - *x [a](b c.pdf)* y', '[a](b c.pdf)', 'write `[a](<b c.pdf>)`'],
    ['x^[A [note](b c.pdf).]', '[note](b c.pdf)', 'write `[note](<b c.pdf>)`'],
    ['`[a](b c.pdf)` and [a](b c.pdf)', '[a](b c.pdf)', 'write `[a](<b c.pdf>)`'],
    ['| a | b |\n|---|---|\n| x | [x](y z) |', '[x](y z)', 'write `[x](path)`, or `\\[` if it is no link'],
    ['[a](../10/old story.md)', '[a](../10/old story.md)', 'write `[a](<../10/old story.md>)`'],
  ])('is told: %s', (markdown, text, hint) => {
    expect(slipsIn(markdown, 'link-shown')).toEqual([[text, hint]]);
  });

  it.each([
    '[The mayor](who resigned last week) said',
    '[The mayor](who resigned last week. He is 61.) said',
    '[Ana Ruiz](mayor of St. John, 45) said',
    '[The mayor](and/or her deputy) said',
    '[The fee]($5 / £4 a day)',
    '[The mayor](Jane "Jay" Doe) said',
    '[The report](see https://council.example/ for more)',
    '[The mayor](St. John, who resigned',
    '[The mayor](i.e. the last one',
    '[Der Bürgermeister](der letzte Woche zurücktrat) sagte',
    '[Le maire](qui a démissionné) a dit',
    '[Il sindaco](che si è dimesso) ha detto',
    '[El alcalde](que dimitió el 1. de mayo) dijo',
  ])('is not told to become a link to words that are no path: %s', (markdown) => {
    const [, label] = /^\[(.*)\]/.exec(markdown) ?? [];

    expect(slipsIn(markdown, 'link-shown').map(([, hint]) => hint)).toEqual([
      `write \`[${label}](path)\`, or \`\\[\` if it is no link`,
    ]);
  });

  it.each([
    'a](b) c',
    'x](who knows)',
    '\\](https://example.com/)',
    '`](https://example.com/)`',
    '[a [b](https://example.com/) c](d)',
  ])('is not what has brackets of its own: %s', (markdown) => {
    expect(slipsIn(markdown, 'link-shown').filter(([text]) => text.startsWith(']'))).toEqual([]);
  });

  it('is not told to become a picture of words that are no path', () => {
    expect(slipsIn('![The pier](by night)', 'link-shown')).toEqual([
      ['![The pier](by night)', 'write `![The pier](file.jpg)`, or `\\!` if it is no picture'],
    ]);
  });

  it('is pointed at on its line and column, also after another that looks the same', () => {
    const markdown = 'Text.\n\n> one\n>   two [a](b c) and `[a](b c)` [a](b c)\n';
    const { findings } = renderedText(markdown, { firstLine: 7 });

    expect(findings.map(({ at }) => at)).toMatchObject([
      { line: 10, column: 9 },
      { line: 10, column: 33 },
    ]);
  });
});

describe('a label without an address', () => {
  it.each([
    ['A[1].\n\n[1]: A note here.', '[1]:', 'write `[^1]` in both places, if this is a note'],
    ['[a]: https://example.com/ x y\n\nSee [a].', '[a]:', 'write `[a]: https://example.com/ "x y"`'],
    ['> [a]: /2026/ “x”', '[a]:', 'write `[a]: /2026/ "x"`'],
  ])('is told where the address is printed: %s', (markdown, text, hint) => {
    expect(slipsIn(markdown, 'reference-missing')).toEqual([[text, hint]]);
  });

  it.each([
    '[Laughter]: I know.',
    '[1]: the first\n\n[2]: the second',
    'A [1]: b',
    '[sic]: [sic]',
    'A[^1].\n\n[^1]: B',
  ])('is none in words: %s', (markdown) => {
    expect(slipsIn(markdown, 'reference-missing')).toEqual([]);
  });

  it.each([
    ['[a b][c]', '[c]', 'write `[a b](path)`, or add a line `[c]: path`'],
    ['[a b][]', '[]', 'write `[a b](path)`, or add a line `[a b]: path`'],
    ['![a][1]', '[1]', 'write `![a](path)`, or add a line `[1]: path`'],
    ['[a][1] and [b][2]\n\n[1]: https://example.com/', '[2]', 'write `[b](path)`, or add a line `[2]: path`'],
  ])('is told: %s', (markdown, text, hint) => {
    expect(slipsIn(markdown, 'reference-missing')).toEqual([[text, hint]]);
  });

  it.each([
    ['[Q]: Why?', '[Q]:'],
    ['Text.\n\n> [Jane Doe]: Yes.', '[Jane Doe]:'],
    ['[Große  Straße]: /x/', '[Große  Straße]:'],
    ['[a][b]\n\n[b]: https://example.com/\n[c]: https://example.com/c', '[c]:'],
  ])('or with one that no link has is told: %s', (markdown, text) => {
    expect(slipsIn(markdown, 'definition-unused').map(([at]) => at)).toEqual([text]);
  });

  it.each(['[a]\n\n[A]: https://example.com/', '![a][b]\n\n[b]: bridge.jpg', '# [a]\n\n[a]: /x/'])(
    'is not told where a link has it: %s',
    (markdown) => {
      expect(slipsIn(markdown, 'definition-unused')).toEqual([]);
    },
  );
});

describe('a note', () => {
  it.each([
    ['a[^2]', '[^2]'],
    ['a[^x][^y]\n\n[^x]: X.', '[^y]'],
    ['a[^two words]', '[^two words]'],
    ['- *a[^2]*', '[^2]'],
  ])('that is not there is told where it is referred to: %s', (markdown, text) => {
    expect(slipsIn(markdown, 'footnote-missing').map(([at]) => at)).toEqual([text]);
  });

  it.each([
    ['a[^archve]\n\n[^archive]: X.', 'did you mean `archive`?'],
    ['a[^a b]', 'write `[^a-b]` in both places: a label has no spaces'],
    ['[^2] The note.', 'write `[^2]: …` with a colon at once behind it, if this is the note'],
  ])('gets the hint that fits: %s', (markdown, hint) => {
    expect(slipsIn(markdown, 'footnote-missing').map(([, given]) => given)).toEqual([hint]);
  });

  it.each([
    ['a[^1]\n\n[^1]: X.\n[^3]: Y.', ['[^3]']],
    ['a\n\n[^x]:\n', ['[^x]']],
    ['a[^1]\n\n[^1]: X.\n\n[^1]: Y.', ['[^1]']],
    ['a[^1]\n\n[^1]: X.', []],
  ])('that is left out is told: %j', (markdown, texts) => {
    expect(slipsIn(markdown, 'footnote-unused').map(([at]) => at)).toEqual(texts);
  });

  it('is printed with one number, however often the text refers to it', () => {
    const { html } = renderedText('a[^1] b[^x] c[^1]\n\n[^1]: One.\n[^x]: Two.');

    expect([...html.matchAll(/id="(fnref[^"]*)">(\[\d+\])/g)].map(([, id, shown]) => [id, shown])).toEqual([
      ['fnref1', '[1]'],
      ['fnref2', '[2]'],
      ['fnref1:1', '[1]'],
    ]);
    expect([...html.matchAll(/href="#(fnref[^"]*)"/g)].map(([, id]) => id)).toEqual(['fnref1', 'fnref1:1', 'fnref2']);
  });
});

describe('a heading without a space', () => {
  it.each([
    ['##Night', '##', 'write `## Night`'],
    ['a\n###*Night*', '###', 'write `### *Night*`'],
    ['##\u00a0Night', '##', 'write `## Night`'],
    ['> ##1903', '##', 'write `## 1903`'],
    ['#Was nun geschieht\n\nText', '#', 'write `## Was nun geschieht`, or `\\#` if it is no heading'],
    ['#The 2026 vote\n\nText', '#', 'write `## The 2026 vote`, or `\\#` if it is no heading'],
    ['#L’été en ville\n\nText', '#', 'write `## L’été en ville`, or `\\#` if it is no heading'],
    ['#\u00a0Berlin\n\nText', '#', 'write `## Berlin`, or `\\#` if it is no heading'],
    ['#What we know\n\nText', '#', 'write `## What we know`, or `\\#` if it is no heading'],
    ['##背景', '##', 'write `## 背景`'],
  ])('is told: %j', (markdown, text, hint) => {
    expect(slipsIn(markdown, 'heading-shown')).toEqual([[text, hint]]);
  });

  it.each([
    '#MeToo',
    ...['#Brexit', '#Berlin', '#Łódź', '#ÉTÉ', '#NHS', '#Ferry 🎉', '#背景'].map((tag) => `${tag}\n\nText`),
    '#Chapter 2\n\nText',
    '#Danke @ana_ruiz und allen\n\nText',
    '#Ferry news https://example.com/\n\nText',
    '#MeToo came back\n\nText',
    'We walked. #Ferry',
    '#ferry\n\nText',
    '#Ferry #Tram\n\nText',
    '#1 in the charts\n\nText',
    '#Ferry is back.\n\nText',
    'a\n#Ferry\n\nText',
    '\\##Night',
    '`##Night`',
    '    ##Night',
    'C## and F#m',
  ])('is not what looks like one: %j', (markdown) => {
    expect(slipsIn(markdown, 'heading-shown')).toEqual([]);
  });
});

describe('braces that belong to nothing', () => {
  it('are told to stand right behind their picture', () => {
    expect(slipsIn('![a](a.png) {.wide}', 'braces-shown')).toEqual([
      ['{.wide}', 'write `){.wide}`, without a space between them'],
    ]);
  });

  it.each([
    ['![a](bridge.jpg) {credit="x"}', '{credit="x"}', 'write `){credit="x"}`, without a space between them'],
    ['a\n{: .x}', '{: .x}', 'remove it: only pictures have attributes, `credit` and `decorative`'],
    ['a {:.x #y}', '{:.x #y}', 'remove it: only pictures have attributes, `credit` and `decorative`'],
    ['## Head {#id}', '{#id}', 'remove it: a heading has an identifier that is made of its words'],
    [
      '[a](https://example.com/){target="_blank"}',
      '{target="_blank"}',
      'remove it: only pictures have attributes, `credit` and `decorative`',
    ],
    [
      'a {credit=Ana}',
      '{credit=Ana}',
      'write it behind the picture that it belongs to: `![what it shows](file.jpg){credit=Ana}`',
    ],
  ])('are told where no dialect has them: %s', (markdown, text, hint) => {
    const given = { site: { markdown: { attributes: false, headingIds: false } } };

    expect(slipsIn(markdown, 'braces-shown', given)).toEqual([[text, hint]]);
  });
});

describe('a table', () => {
  it.each([
    ['| a | b |\n| 1 | 2 |', '| a | b |', 'write `| --- | --- |` under `| a | b |`'],
    ['a | b | c\n1 | 2 | 3', 'a | b | c', 'write `| --- | --- | --- |` under `a | b | c`'],
    ['| a | b |\n|---|\n| 1 | 2 |', '|---|', 'write `| --- | --- |` under `| a | b |`'],
    ['| a | b |', '| a | b |', 'write `| --- | --- |` under `| a | b |`'],
  ])('without its line of hyphens is told: %j', (markdown, text, hint) => {
    expect(slipsIn(markdown, 'table-shown')).toEqual([[text, hint]]);
  });

  it.each([
    ['| a | b |\n|---|---|\n| 1 | 2 | 3 |', ['3']],
    ['a | b\n--|--\n1 | 2 | x | y', ['x']],
    ['> | a |\n> |---|\n> | `x|y` |', ['y`']],
    ['| a | b |\n|---|---|\n| 1 | 2 | |\n| 1 |', []],
    ['| a |\n|---|\n| x \\| y |', []],
  ])('with a row that is too long is told: %j', (markdown, texts) => {
    expect(slipsIn(markdown, 'table-row-long').map(([text]) => text)).toEqual(texts);
  });
});

it.each([
  'He said it [sic] (loudly) […] and [...] went [on]. [sic](see there)',
  'The cost is $5 [€4.60] {or so}, in [0,1](x, y), m[i][j], f(x)[1], [1][2], [a-z].',
  'A set {1, 2, 3}, {x} and {n=1}; 5 * 3; a | b; |x| + |y|; x || y',
  'At 7:30: std::vector, a::b, C++ and :-) are text. # 1, No. #1, #MeToo',
  'https://example.com/a[b]c?x={y}#z and <https://example.com/%7Bx%7D>',
  'Wow![sic] Stop![1] Really?! [Laughter.] [Editor’s note: it was.] Watch [video]',
  '\\[a](b c) \\![a] \\[^1] \\{: .x} \\{{ x }} [a\\](b c) \\| a \\| b \\|',
  '`[a](b c)` `![a]` `[^2]` `{: .x}` `{{ x }}` `[gallery ids="1"]` `::story{slug=a}`',
  '```\n[a](b c)\n##a\n{{ x }}\n| a | b |\n[x]: y\n```',
  '    [a](b c) {{ x }} [^2]\n    ##a',
  '[a](<b c.pdf>)[b](https://example.com/(x)) ![c](bridge.jpg "d"){credit="e"}',
  '“[We] know,” she said. [Note: the [inner] one.]',
  'Words by Ana Ruiz | Pictures by Jo Li',
  '---\n***\n\n- [ ] to do\n- [x] done',
])('says nothing of what is no slip: %s', (markdown) => {
  const codes = codesOf(renderedText(markdown).findings);

  expect(codes.filter((code) => !/^(?:link-broken|media-missing|picture-missing)$/.test(code))).toEqual([]);
});

it.each(
  each(3, [
    ...['[', '![', '[a](', '[a](b c)', '[a][b]', '[[a]]', '[a] (', '{', '{: .', '{{', '{%', '{a=b ', '[^a]', '::story'],
    ...['\n##a', '|a', 'a|\n', '| - |\n', '[/b]', '[b]x[/b]', '(a)[b', ']', '[a]: b\n', '[^a]: b\n\n', '-', '|-'],
  ]),
)('is told of a bounded number of times in a hundred thousand characters of %j', (piece) => {
  const { findings } = renderedText(piece.repeat(100_000 / piece.length));

  expect(findings.length).toBeLessThan(500);
});

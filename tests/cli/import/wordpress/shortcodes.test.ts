import { describe, expect, it } from 'vitest';
import { replaceShortcodes } from '../../../../src/cli/import/sources/wordpress/text/shortcodes.ts';
import { textOf } from './archive.ts';
import { aWxr } from './wxr.ts';

/** Shows what was found: `{name a=1|inner}`. */
function found(text: string): string {
  return replaceShortcodes(
    text,
    ({ name }) => name !== 'no',
    ({ name, attributes, inner }) =>
      `{${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' ')}${inner === undefined ? '' : `|${inner}`}}`,
  );
}

describe('shortcodes', () => {
  it.each([
    ['a [x] b', 'a {x} b'],
    ['[x a="1" b=\'2\' c=3 D="4"]', '{x a=1 b=2 c=3 d=4}'],
    ['[x one "two words" three=3 four]', '{x 0=one 1=two words 2=four three=3}'],
    ['[x a = "1" b= "2"]', '{x a=1 b=2}'],
    ['[x=https://v.example/?a=1&b=2]', '{x 0=https://v.example/?a=1&b=2}'],
    ['[x a=“1” b=&#8221;2&#8221;]', '{x a=1 b=2}'],
    ['[x<br />\na="1"<br />\nb="2"]', '[x<br />\na="1"<br />\nb="2"]'],
    ['[x a="1"<br />\nb="2"]', '{x a=1 b=2}'],
    ['[x /] y [x a=1 /]', '{x} y {x a=1}'],
    ['[x src=https://v.example/a/]', '{x src=https://v.example/a}'],
    ['[x]in[/x]', '{x|in}'],
    ['[x][/x]', '{x|}'],
    ['[x][y]in[/y][/x]', '{x|{y|in}}'],
    ['[x][x]in[/x]out[/x]', '{x|{x}in}out'],
    ['[x][y][/x][/y]', '{x|{y}}'],
    ['[/x] stays', '[/x] stays'],
    ['[X]other[/x]', '{X}other[/x]'],
    ['[[x]] and [[x a="1"]in[/x]] and [[x] y', '[x] and [x a="1"]in[/x] and [{x} y'],
    ['[no a="1"]in[/no]', '[no a="1"]in[/no]'],
    ['[1] [^1] [ x] [x y [z]', '[1] [^1] [ x] [x y {z}'],
    ['[x-y_z a-b="1"] [x.y] [x:y] [é]', '{x-y_z a-b=1} [x.y] [x:y] [é]'],
    ['[__proto__ a=1]in[/__proto__] [constructor constructor=1]', '{__proto__ a=1|in} {constructor constructor=1}'],
    ['[x a="<b>1</b>"]', '{x a=<b>1</b>}'],
    ['[x a="1]', '{x 0=a="1}'],
    ['[[x]] [x]in[/x]', '[x] {x|in}'],
  ])('are found by the rules of WordPress: %s', (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it('stand in each other as deep as somebody writes them', () => {
    const depth = 10_000;
    const names = Array.from({ length: depth }, (_, index) => `x${index}`);
    const text = `${names.map((name) => `[${name}]`).join('')}in${names
      .toReversed()
      .map((name) => `[/${name}]`)
      .join('')}`;

    expect(
      replaceShortcodes(
        text,
        () => true,
        ({ inner }) => inner ?? '',
      ),
    ).toBe('in');
  });

  it.each([
    ['brackets', '['.repeat(1_000_000)],
    ['beginnings', '[x]'.repeat(200_000)],
    ['ends of another', `${'[x]'.repeat(100_000)}${'[/y]'.repeat(100_000)}`],
    ['quotation marks', `[x ${'"y'.repeat(300_000)}`],
    ['spaces', `[x y${' '.repeat(1_000_000)}z]`],
  ])('are none in a million %s', (_, text) => {
    expect(
      replaceShortcodes(
        text,
        () => false,
        () => '!',
      ),
    ).toBe(text);
  });
});

describe('brackets of editors', () => {
  it.each([
    '“They \\[the council] knew,” he said \\[sic].',
    'See \\[1] and \\[note 3]; she \\[laughs] left \\[re-elected].',
    '\\[Editor’s note: this was first printed in May]',
    '\\[UPDATE] The bridge is open.',
    'A picture \\[via https://photos.example/3] of it',
  ])('are none: %s', async (markdown) => {
    expect(await textOf(aWxr([{ content: markdown.replaceAll('\\', '') }]))).toEqual({ markdown, notes: [] });
  });

  it.each(['[poll id="3"]', '[poll /]', '[poll][/poll]', '[daily_poll]'])(
    'are not what looks like a program: %s',
    async (shortcode) => {
      const { markdown, notes } = await textOf(aWxr([{ content: `Before ${shortcode} behind` }]));

      expect(markdown).toBe('Before  behind'.replace('  ', ' '));
      expect(notes).toMatchObject([{ kind: 'lost', detail: shortcode.replace('[/poll]', '') }]);
    },
  );

  it.each(['[newsletter]', '[newsletter https://lists.example/3]'])(
    'are not what is alone in its paragraph: %s',
    async (shortcode) => {
      const { markdown, notes } = await textOf(aWxr([{ content: `One\n\n${shortcode}\n\nTwo` }]));

      expect(markdown).toBe('One\n\nTwo');
      expect(notes).toMatchObject([{ kind: 'lost', what: 'shortcode `[newsletter]`', detail: shortcode }]);
    },
  );
});

describe('a mapping file', () => {
  it('says what stands in the place of a shortcode, with what is in it as Markdown', async () => {
    const content =
      'One [box title="T"]<strong>two</strong>[/box] three.\n\n> [poll 3]\n\n<blockquote>[lines]</blockquote>';
    const { markdown, notes } = await textOf(aWxr([{ content }]), {
      mapping: {
        box: ({ attributes, content: inner }) => `<<${attributes['title']}: ${inner}>>`,
        poll: ({ attributes, content: inner }) => `poll ${attributes['0']} ${inner}`,
        lines: () => ':::aside\nwords\n:::',
      },
    });

    expect(markdown).toBe('One <<T: **two**>> three.\n\n\\> poll 3 undefined\n\n> :::aside\n> words\n> :::');
    expect(notes).toEqual([]);
  });

  it('counts over what is known of a shortcode, and is asked of what else may be none', async () => {
    const { markdown } = await textOf(aWxr([{ content: '[gallery ids="1"] and [sic]' }]), {
      mapping: { gallery: () => 'GALLERY', sic: () => '*sic*' },
    });

    expect(markdown).toBe('GALLERY and *sic*');
  });

  it('may have a shortcode within another', async () => {
    const { markdown, notes } = await textOf(
      aWxr([{ content: '[outer][inner]x[/inner] [other a="1"]y[/other][/outer]' }]),
      {
        mapping: { outer: ({ content }) => `(${content})`, inner: ({ content }) => `<${content}>` },
      },
    );

    expect(markdown).toBe('(<x> y)');
    expect(notes).toHaveLength(1);
  });
});

describe('shortcodes of page builders', () => {
  const raw = Buffer.from(encodeURIComponent('<p>Fähre & Brücke</p>')).toString('base64');

  it.each([
    ['[vc_custom_heading text="What we know" font_container="tag:h3"]', '### What we know'],
    ['[my_heading tag="h2" title="What we know"]', '## What we know'],
    ['[vc_btn title="Read on" link="url:https%3A%2F%2Fa.example%2Fb|title:B"]', '[Read on](https://a.example/b)'],
    ['[button url="https://a.example/"]Read on[/button]', '[Read on](https://a.example/)'],
    ['[button text="Read on" url="https://a.example/"]', '[Read on](https://a.example/)'],
    ['[su_quote cite="Jane Doe"]Never.[/su_quote]', '> Never.\n>\n> — Jane Doe'],
    [`[vc_raw_html]${raw}[/vc_raw_html]`, 'Fähre & Brücke'],
    ['[et_pb_blurb title="Ferries"]<p>None.</p>[/et_pb_blurb]', '**Ferries**\n\nNone.'],
  ])('say what their attributes say: %s', async (content, expected) => {
    expect((await textOf(aWxr([{ content }]))).markdown).toBe(expected);
  });

  it.each([
    ['[vc_raw_html]no code[/vc_raw_html]', 'no code'],
    ['[vc_btn title="Read on" link="javascript:alert(1)"]', ''],
    ['[su_quote]Never.[/su_quote]', 'Never.'],
  ])('leave alone what is none: %s', async (content, expected) => {
    const { markdown, notes } = await textOf(aWxr([{ content }]));

    expect(markdown).toBe(expected);
    expect(notes.map(({ kind }) => kind)).toEqual(['lost']);
  });
});

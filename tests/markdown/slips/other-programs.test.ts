import { describe, expect, it } from 'vitest';
import { slipsIn } from './slips-in.ts';

describe('a command of another program', () => {
  it.each([
    ['{{< figure src="a.png" >}}', ['{{< figure src="a.png" >}}']],
    ['{{% notice %}}a{{% /notice %}}', ['{{% notice %}}', '{{% /notice %}}']],
    ['{% include a.html %}', ['{% include a.html %}']],
    ['{%- if a -%}b{%- endif -%}', ['{%- if a -%}', '{%- endif -%}']],
    ['a {{ page.title }} b', ['{{ page.title }}']],
    ['{# a note #}', ['{# a note #}']],
    ['[caption id="1" align="left"]a[/caption]', ['[caption id="1" align="left"]']],
    ['[gallery ids="1,2"]', ['[gallery ids="1,2"]']],
    ['[gallery]', ['[gallery]']],
    ['[embed]https://example.com/[/embed]', ['[embed]']],
    ['[su_box title="a"]', ['[su_box title="a"]']],
    ['[b]a[/b]', ['[b]']],
    ['[/caption]', ['[/caption]']],
  ])('is told: %s', (markdown, texts) => {
    expect(slipsIn(markdown, 'shortcode-shown').map(([text]) => text)).toEqual(texts);
  });

  it.each([
    ['{{< youtube 1 >}}', 'write `::embed{url="https://example.com/" title="What it is"}`'],
    ['{{< figure >}}', 'write `![what it shows](file.jpg "Caption")`'],
    ['[gallery]', 'write `:::gallery`, a line for each picture, and `:::`'],
    ['{% x %}', 'write `::embed{url="https://example.com/" title="What it is"}`'],
    ['{% y %}', 'write what it stands for, or put it between backticks if it is meant to be seen'],
  ])('gets what to write instead: %s', (markdown, hint) => {
    expect(slipsIn(markdown, 'shortcode-shown').map(([, given]) => given)).toEqual([hint]);
  });
});

describe('a box of another program', () => {
  it.each([
    [
      '!!! note\n    Words.',
      '!!! note',
      'write `> [!NOTE]`, and `> ` before each line below it, without spaces in front',
    ],
    ['!!! note', '!!! note', 'write `> [!NOTE]`, and `> ` before each line below it, without spaces in front'],
    [
      '!!! warning "By the way"\n\n    Words.',
      '!!! warning "By the way"',
      'write `> [!WARNING] By the way`, and `> ` before each line below it, without spaces in front',
    ],
    ['???+ danger inline end\nx', '???+ danger inline end', expect.stringContaining('`> [!CAUTION]`')],
  ])('is told: %s', (markdown, text, hint) => {
    expect(slipsIn(markdown, 'shortcode-shown')).toEqual([[text, hint]]);
  });

  it.each(['!!! Note that it rains.', 'No!!! note', '!!!', '??? quoi ?', '!!! wow', '!!! tip the driver'])(
    'is not what looks like it: %s',
    (markdown) => {
      expect(slipsIn(markdown, 'shortcode-shown')).toEqual([]);
    },
  );
});

describe('a directive that does not begin its line', () => {
  it.each([
    ['Read ::story{slug=a} now', '::', 'write `::story{slug=a}` on a line of its own'],
    [':: story{slug=a}', '::', 'write `::story{slug=a}` on a line of its own'],
    [':story{slug=a}', ':', 'write `::story{slug=a}` on a line of its own'],
    [':: factbox', '::', 'write `:::factbox` on a line of its own'],
    ['a ::map{x=1}', '::', 'write `::map{x=1}` on a line of its own'],
  ])('is told: %s', (markdown, text, hint) => {
    expect(slipsIn(markdown, 'directive-shown')).toEqual([[text, hint]]);
    expect(slipsIn(markdown, 'braces-shown')).toEqual([]);
  });
});

describe('a directive with wide colons', () => {
  it.each([
    ['：：story{slug=bridge}', '：：', 'write `::story{slug=bridge}` on a line of its own'],
    [
      '：：：correction｛date＝"2026-11-23"｝\n訂正。',
      '：：：',
      'write `:::correction{date="2026-11-23"}` on a line of its own',
    ],
    ['訂正。\n:：：', ':：：', 'write `:::` on a line of its own'],
    ['　：： story ｛slug=bridge｝', '：：', 'write `::story{slug=bridge}` on a line of its own'],
  ])('is told: %s', (markdown, text, hint) => {
    expect(slipsIn(markdown, 'directive-shown')).toEqual([[text, hint]]);
  });

  it.each(['：：', '記者：山田', '時刻：：未定', '：：未定', '「：：：」', '::： x'])(
    'is not what looks like it: %s',
    (markdown) => {
      expect(slipsIn(markdown, 'directive-shown')).toEqual([]);
    },
  );
});

describe('a table that is drawn', () => {
  it.each([
    [
      '+------+-----+\n| Name | Age |\n+======+=====+\n| Ana  | 3   |\n+------+-----+',
      '+------+-----+',
      'write `| Name | Age |`, below it `| --- | --- |`, and then a line like the first for each row',
    ],
    [
      'Name    Age\n------  ---\nAna     3',
      '------  ---',
      'write `| Name | Age |`, below it `| --- | --- |`, and then a line like the first for each row',
    ],
    [
      '=====  =====\nName   Age\n=====  =====\nAna    3\n=====  =====',
      '=====  =====',
      'write `| Name | Age |`, below it `| --- | --- |`, and then a line like the first for each row',
    ],
  ])('is told: %s', (markdown, text, hint) => {
    expect(slipsIn(markdown, 'table-shown')).toEqual([[text, hint]]);
  });

  it.each(['--- ---', 'a\n--- x ---', '+1 +2', 'A + B\n+ C', '+---+', 'a --- b --- c', '```\n+--+--+\n|a|b|\n```'])(
    'is not what looks like it: %s',
    (markdown) => {
      expect(slipsIn(markdown, 'table-shown')).toEqual([]);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { HUGO } from '../../../../../src/cli/import/sources/folder/calls/hugo.ts';
import { jsxSyntax, withoutModules } from '../../../../../src/cli/import/sources/folder/calls/jsx.ts';
import { liquidSyntax } from '../../../../../src/cli/import/sources/folder/calls/liquid.ts';
import { ZOLA } from '../../../../../src/cli/import/sources/folder/calls/zola.ts';
import { rewrite } from '../text/rewrite.ts';

const VIDEO = '::embed{url="https://www.youtube.com/watch?v=abcdefghijk"}';

const values: Readonly<Record<string, string>> = {
  'page.title': 'The title',
  'site.baseurl': '/old',
  'site.url': 'https://old.example',
};
const lookUp = (path: string): string | undefined => (Object.hasOwn(values, path) ? values[path] : undefined);
const LIQUID = liquidSyntax(lookUp);

function liquid(text: string) {
  return rewrite(text, { syntax: LIQUID, values, references: { '2019-01-02-a': '/old/a/' } });
}

describe('commands of Hugo', () => {
  it.each([
    ['{{< youtube abcdefghijk >}}', VIDEO],
    [
      '{{<youtube id="abcdefghijk" title="Film">}}',
      '::embed{url="https://www.youtube.com/watch?v=abcdefghijk" title="Film"}',
    ],
    ['{{< vimeo 12 >}}', '::embed{url="https://vimeo.com/12"}'],
    ['{{< x user="ana" id="12" >}}', '::embed{url="https://x.com/ana/status/12"}'],
    ['{{< tweet 12 >}}', '::embed{url="https://x.com/i/status/12"}'],
    ['{{< instagram Cabc_1 hidecaption >}}', '::embed{url="https://www.instagram.com/p/Cabc_1/"}'],
    ['{{< gist ana 12ab "f.md" >}}', '::embed{url="https://gist.github.com/ana/12ab"}'],
    [
      '{{< figure src="a.jpg" alt="A \\"b\\"" caption=`C "d"` attr="E" />}}',
      '![A "b"](/media/a.jpg "C \\"d\\""){credit="E"}',
    ],
    ['{{< figure src="a b.jpg" >}}', '![](</media/a b.jpg>)'],
    ['{{< video src="/v/a.mp4" poster="p.jpg" >}}', '::video{src="/media/a.mp4" poster="/media/p.jpg"}'],
    ['{{< audio src="a.mp3" >}}', '::audio{src="/media/a.mp3"}'],
    [
      '{{< details summary="A <b>" >}}\n**c**\n{{< /details >}}',
      '<details>\n<summary>A &lt;b></summary>\n\n**c**\n\n</details>',
    ],
    ['[b]({{< ref "a.md" >}})', '[b](/new/a/)'],
    ['[b]({{% relref path="a.md" lang="de" %}} "c")', '[b](/new/a/ "c")'],
    ['{{</* youtube a */>}}', '\\{\\{< youtube a >}}'],
    ['{{%/* b */%}}', '\\{\\{% b %}}'],
    ['a {{< comment >}}to *do*{{< /comment >}} b', 'a  b'],
    ['{{< img "a.jpg" "What it shows" >}}', '![What it shows](/media/a.jpg)'],
    ['{{< imgproc "a.jpg" Resize "250x" >}}C{{< /imgproc >}}', '![](/media/a.jpg "C")'],
    ['`{{</* a */>}}` and `{{%/* b */%}}`', '`{{< a >}}` and `{{% b %}}`'],
    ['a {{< youtube abcdefghijk >}} b', `a\n\n${VIDEO}\n\nb`],
    ['- a\n- {{< youtube abcdefghijk >}}\n- b', `- a\n- ${VIDEO}\n\n- b`],
    ['> a\n> {{< youtube abcdefghijk >}}', `> a\n>\n> ${VIDEO}`],
    [
      '## {{< youtube abcdefghijk >}}',
      '## [https://www.youtube.com/watch?v=abcdefghijk](https://www.youtube.com/watch?v=abcdefghijk)',
    ],
  ])('%s', (text, expected) => {
    expect(rewrite(text, { syntax: HUGO, references: { 'a.md': '/old/a/' } }).text).toBe(expected);
  });

  it('makes a fence of what is highlighted, and does not look into it', () => {
    const code = 'a {{< b >}}\n\n\n    ```\n<i>';

    expect(
      rewrite(`x\n{{< highlight go "linenos=table" >}}\n${code}\n{{< /highlight >}}\ny`, { syntax: HUGO }).text,
    ).toBe(`x\n\n\`\`\`\`go\n${code}\n\`\`\`\`\n\ny`);
  });

  it('makes a fence of it within a list, too', () => {
    const text = '1. a\n\n   {{< highlight sh >}}\n   b\n     c\n   {{< /highlight >}}\n2. d';

    expect(rewrite(text, { syntax: HUGO }).text).toBe('1. a\n\n   ```sh\n   b\n     c\n   ```\n\n2. d');
  });

  it('asks the mapping file first, with what is within it, and looks at the addresses that come of it', () => {
    const calls: unknown[] = [];
    const { text } = rewrite('{{< box kind="a" "b" >}}\n*c* {{< vimeo 1 >}}\n{{< /box >}}', {
      syntax: HUGO,
      shortcode: (call) => {
        if (call.name !== 'box') return undefined;
        calls.push({ ...call.attributes });
        return `:::aside{title="${call.attributes['kind']}"}\n[d](/old/d)${call.content}\n:::`;
      },
    });

    expect(calls).toEqual([{ kind: 'a', 0: 'b' }]);
    expect(text).toBe(':::aside{title="a"}\n[d](/new/d)\n*c*\n\n::embed{url="https://vimeo.com/1"}\n\n:::');
  });

  it('keeps the words of commands that nobody knows, however they stand in each other', () => {
    const { text, notes } = rewrite('{{< a >}}one {{< b >}}two{{< /b >}} {{% c %}}three{{< /a >}} {{< /d >}}', {
      syntax: HUGO,
    });

    expect(text).toBe('one two three ');
    expect(notes.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      'changed shortcode `{{< b >}}`',
      'lost shortcode `{{< c >}}`',
      'changed shortcode `{{< a >}}`',
      'changed end of a command that never began',
    ]);
  });

  it('takes names of the language that it is written in for names', () => {
    const { notes } = rewrite('{{< __proto__ >}}x{{< /__proto__ >}}{{< constructor __proto__="a" toString="b" >}}', {
      syntax: HUGO,
    });

    expect(notes.map(({ what }) => what)).toEqual(['shortcode `{{< __proto__ >}}`', 'shortcode `{{< constructor >}}`']);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it.each([
    ['beginnings', '{{< a >}}'.repeat(3000)],
    ['pairs in each other', `${'{{< a >}}'.repeat(3000)}x${'{{< /a >}}'.repeat(3000)}`],
    ['ends', '{{< /a >}}'.repeat(3000)],
    ['pairs that overlap', '{{< a >}}{{< b >}}{{< /a >}}{{< /b >}}'.repeat(1000)],
  ])('reads thousands of %s', (_, text) => {
    expect(rewrite(text.replaceAll('}}{{', '}} {{'), { syntax: HUGO }).text.replace(/\s/g, '')).toBe(
      text.includes('x') ? 'x' : '',
    );
  });

  it.each(['{{< ', '{{< a "', '{{% a `', '{{</* a'])('leaves %s as it is if it has no end', (opening) => {
    const text = `${opening.repeat(2000)}x`;

    expect(rewrite(text, { syntax: HUGO }).text.length).toBe(text.length);
  });
});

describe('commands of Zola', () => {
  it.each([
    ['{{ gist(url="https://gist.github.com/a/1") }}', '::embed{url="https://gist.github.com/a/1"}'],
    ['{{ youtube(id="abcdefghijk") }}', VIDEO],
    ['{% box(kind="a") %}\n*b*\n{% end %}', '*b*'],
    ['{{/* a(b=1) */}} `{%/* c() */%}`', '\\{\\{ a(b=1) }} `{% c() %}`'],
    ['{{ no call }} {% nor this %}', '{{ no call }} {% nor this %}'],
  ])('%s', (text, expected) => {
    expect(rewrite(text, { syntax: ZOLA }).text).toBe(expected);
  });
});

describe('commands of Jekyll and Eleventy', () => {
  it.each([
    ['{% include youtube.html id="abcdefghijk" %}', VIDEO],
    ['{% include video id="abcdefghijk" provider="youtube" %}', VIDEO],
    ['{% image "a.jpg", "B" %}', '![B](/media/a.jpg)'],
    ['{% gist ana/12 %}', '::embed{url="https://gist.github.com/ana/12"}'],
    ['![a]({{ site.baseurl }}/b.jpg)', '![a](/media/b.jpg)'],
    ["[a]({{ '/b/' | relative_url }}) [c]({{ '/d/' | absolute_url }})", '[a](/new/b/) [c](/new/d/)'],
    ['[a]({% post_url 2019-01-02-a %}#b)', '[a](/new/a/#b)'],
    ['{{ page.title | upcase }} {{ "x" | append: "y" }}', 'THE TITLE xy'],
    ['a {% comment %} b {% endcomment %}c {# d #}e {#id}', 'a c e {#id}'],
    ['{% raw %}{{ a }} <b>{% c %}</b>{% endraw %}', '\\{{ a }} <b>\\{% c %}</b>'],
    ['{% raw %}\n`{{ a }}`\n{% endraw %}', '`{{ a }}`'],
    ['```\n{% raw %}{{ a }}{% endraw %} {{ b }} {% if c %}\n```', '```\n{{ a }} {{ b }} {% if c %}\n```'],
    ['a {% if b %}c{% else %}d{% endif %} e', 'a cd e'],
    ['{%- highlight ruby -%}\n{{ a }}\n{%- endhighlight -%}', '```ruby\n{{ a }}\n```'],
  ])('%s', (text, expected) => {
    expect(liquid(text).text).toBe(expected);
  });

  it('says what it does not run', () => {
    const { text, notes } = liquid(
      '{% for a in b %}\nc {{ a.d | e }}\n{% endfor %}\n\n{% include f.html g="h" %}\n{% box %}i{% endbox %}',
    );

    expect(text.trim()).toBe('c \n\ni');
    expect(notes.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      'changed command `{% for %}`',
      'lost expression of a template',
      'lost shortcode `{% include f.html %}`',
      'changed shortcode `{% box %}`',
    ]);
  });
});

describe('components of MDX', () => {
  const read = (text: string) => {
    const { text: plain, bindings } = withoutModules(text);
    return rewrite(plain, { syntax: jsxSyntax(bindings) });
  };

  it.each([
    ['<YouTube id="abcdefghijk" />', VIDEO],
    ['import a from \'./a.jpg\';\n\n<Image src={a} alt="B" />', '![B](/media/a.jpg)'],
    ['export const a = \'b\';\n\nc {a} {1} {"d"} {/* e */}', 'c b 1 d '],
    ['<Box a={{ b: "}" }} c="d">\n\n**e**\n\n</Box>', '**e**'],
    ['<Tabs>\n  <Tab>\n    **a**\n\n    b\n  </Tab>\n</Tabs>', '**a**\n\nb'],
    ['<Link href="/old/a">b</Link> and <>c</>', '[b](/new/a) and c'],
    ['<div className="a" style={{ b: 1 }}>c</div>', 'c'],
    [
      '`<A />` and\n\n```jsx\nimport b from "c";\n<B c={d} />\n```',
      '`<A />` and\n\n```jsx\nimport b from "c";\n<B c={d} />\n```',
    ],
    ['import {\n  a,\n} from "b";\nexport function c() {\n\n  return 1;\n}\n\nd', 'd'],
  ])('%s', (text, expected) => {
    expect(read(text).text).toBe(expected);
  });

  it.each(['<A ', '<A b={', '{', '<A b="'])('leaves %s as it is if it has no end', (opening) => {
    expect(read(opening.repeat(1000)).text).toContain(opening.trim());
  });
});

describe('a command that nobody knows, around words', () => {
  it.each([
    ['{{< box title="Ferries" >}}\nNone.\n{{< /box >}}', '**Ferries**\n\nNone.'],
    ['{{< tab "In short" >}} None. {{< /tab >}}', '**In short**\n\nNone.'],
    ['{{% notice tip "In short" %}}\nNone.\n{{% /notice %}}', '**In short**\n\nNone.'],
    ['{{% notice tip %}}\nNone.\n{{% /notice %}}', 'None.'],
    ['{{< quote author="Jane Doe" >}}Never.{{< /quote >}}', 'Never.\n\n— Jane Doe'],
    ['See {{< tooltip title="A boat" >}}ferries{{< /tooltip >}} here.', 'See ferries here.'],
  ])('keeps its title and who said it: %s', (text, expected) => {
    expect(rewrite(text, { syntax: HUGO }).text.trim()).toBe(expected);
  });
});

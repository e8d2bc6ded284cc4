import { describe, expect, it } from 'vitest';
import { printBlocks } from '../../../../src/cli/import/sources/wordpress/text/blocks.ts';
import { textOf } from './archive.ts';
import { aWxr } from './wxr.ts';

function printed(text: string): string {
  return printBlocks(text, {
    printVoid: (name, attributes) => `{${name} ${JSON.stringify(attributes)}}`,
    printClassic: (html) => `(${html})`,
    leaveOut: () => undefined,
  }).trim();
}

describe('comments of blocks', () => {
  it.each([
    ['<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->', '<p>a</p>'],
    ['<!-- wp:core/paragraph {"x":"a > b"} --><p>a</p><!-- /wp:core/paragraph -->', '<p>a</p>'],
    ['a<!-- wp:spacer /-->b', '(a){spacer {}}(b)'],
    ['<!-- wp:my-plugin/box {"a":{"b":[1]}} /-->', '{my-plugin/box {"a":{"b":[1]}}}'],
    ['<!-- wp:x {"a":"\\u002d\\u002d\\u003e"} /-->', '{x {"a":"-->"}}'],
    ['<!-- wp:x {"a": /-->', '{x {}}'],
    ['<!-- wp:x {"__proto__":{"y":1}} /-->', '{x {"__proto__":{"y":1}}}'],
    ['<!-- wp:a --><!-- wp:b -->x<!-- /wp:a -->y', 'x(y)'],
    ['<!-- /wp:a -->x<!-- wp:b -->', '(x)'],
    ['<!-- wp:freeform -->x<!-- /wp:freeform -->', '(x)'],
    ['<!-- wp:query --><div><!-- wp:query -->x<!-- /wp:query --></div><!-- /wp:query -->y', '(y)'],
    ['<!--wp:x--> <!-- wp:X --> <!-- other -->', '(<!--wp:x--> <!-- wp:X --> <!-- other -->)'],
    ['<!-- wp:code {"language":"js"} --><pre>x</pre><!-- /wp:code -->', '<pre data-lang="js">x</pre>'],
    ['<!-- wp:code {"language":"\\" onclick=\\"x"} --><pre>x</pre><!-- /wp:code -->', '<pre>x</pre>'],
  ])('%s', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  it.each([
    ['beginnings of comments', '<!--'],
    ['beginnings of blocks', '<!-- wp:a -->'],
    ['ends of blocks', '<!-- /wp:a -->'],
    ['patterns', '<!-- wp:query -->'],
  ])('survive 200,000 %s', (_, bait) => {
    expect(printed(`words ${bait.repeat(200_000)}`)).toContain('words');
  });
});

describe('blocks that several posts show', () => {
  const block = (id: number, content: string) => ({ id, type: 'wp_block', content });

  it('stand in their places, one within another', async () => {
    const wxr = aWxr([
      { content: '<!-- wp:block {"ref":2} /-->' },
      block(2, '<!-- wp:paragraph --><p>Outer</p><!-- /wp:paragraph --><!-- wp:block {"ref":3} /-->'),
      block(3, 'Inner\n\nof old'),
    ]);

    expect((await textOf(wxr)).markdown).toBe('Outer\n\nInner\n\nof old');
  });

  it('end where they show themselves', async () => {
    const wxr = aWxr([
      { content: '<!-- wp:block {"ref":2} /-->' },
      block(
        2,
        '<!-- wp:paragraph --><p>Two</p><!-- /wp:paragraph --><!-- wp:block {"ref":3} /--><!-- wp:block {"ref":3} /-->',
      ),
      block(3, '<!-- wp:paragraph --><p>Three</p><!-- /wp:paragraph --><!-- wp:block {"ref":2} /-->'),
    ]);

    expect((await textOf(wxr)).markdown).toBe('Two\n\nThree\n\nThree');
  });

  it('grow no text without end', async () => {
    const chain = Array.from({ length: 30 }, (_, index) =>
      block(index + 2, `<!-- wp:block {"ref":${index + 3}} /--><!-- wp:block {"ref":${index + 3}} /-->`),
    );
    const { markdown } = await textOf(aWxr([{ content: 'Words <!-- wp:block {"ref":2} /-->' }, ...chain]));

    expect(markdown).toBe('Words');
  });
});

describe('titles that a block has in its attributes', () => {
  const block = (name: string, attributes: object, html: string): string =>
    `<!-- wp:${name} ${JSON.stringify(attributes)} -->${html}<!-- /wp:${name} -->`;
  const markdown = async (content: string): Promise<string> => (await textOf(aWxr([{ content }]))).markdown;

  it.each([
    [block('tab', { label: 'One' }, '<section><p>First.</p></section>'), '**One**\n\nFirst.'],
    [
      block(
        'ub/tabbed-content-block',
        { tabsTitle: ['One', 'Two'] },
        block('ub/tab-block', {}, '<p>First.</p>') + block('ub/tab-block', {}, '<p>Second.</p>'),
      ),
      '**One**\n\nFirst.\n\n**Two**\n\nSecond.',
    ],
    [
      block('kadence/tabs', { titles: [{ text: 'One' }, { text: 'Two' }] }, block('kadence/tab', {}, '<p>First.</p>')),
      '**One**\n\nFirst.\n\n**Two**',
    ],
    [
      block('ub/content-toggle-panel-block', { panelTitle: 'Who pays?' }, '<p>We do.</p>'),
      '<details>\n<summary>Who pays?</summary>\n\nWe do.\n\n</details>',
    ],
  ])('stand over what is in it: %s', async (content, expected) => {
    expect(await markdown(content)).toBe(expected);
  });

  it.each([
    ['what its text has', block('uagb/faq-child', { question: 'Who &amp; why?' }, '<p>Who &amp; why?</p><p>We.</p>')],
    ['what names a look', block('x/box', { title: 'h2', header: 'is-style-plain' }, '<p>Who &amp; why?</p><p>We.</p>')],
    ['what is for programs', block('group', { title: 'A group' }, '<p>Who &amp; why?</p><p>We.</p>')],
    [
      'what nobody saw',
      block('x/box', { ariaLabel: 'A box', metadata: { title: 'B' } }, '<p>Who &amp; why?</p><p>We.</p>'),
    ],
  ])('are not said twice, nor at all where they are no words: %s', async (_, content) => {
    expect(await markdown(content)).toBe('Who & why?\n\nWe.');
  });
});

import { describe, expect, it } from 'vitest';
import { archiveOf, textOf } from './archive.ts';
import { aWxr } from './wxr.ts';

const QUAY = 'https://gazette.example/news/wp-content/uploads/2019/03/quay.jpg';

async function markdownOf(content: string): Promise<string> {
  return (await textOf(aWxr([{ content }]))).markdown;
}

describe('captions from before 3.4', () => {
  it('may have quotation marks as entities', async () => {
    expect(
      await markdownOf(
        `[caption caption="The &quot;old&quot; quay" width="300"]<img src="${QUAY}" alt="Q" />[/caption]`,
      ),
    ).toBe('![Q](/media/2019/03/quay.jpg "The \\"old\\" quay")');
  });

  it('have attributes in quotation marks that a program made of straight ones', async () => {
    expect(await markdownOf(`[caption caption=&#8220;Old quay&#8221;]<img src="${QUAY}" alt="Q" />[/caption]`)).toBe(
      '![Q](/media/2019/03/quay.jpg "Old quay")',
    );
  });
});

describe('notes of plugins', () => {
  it('keep the spaces on both sides of their marks', async () => {
    expect(await markdownOf('One [mfn]First[/mfn] and [fn]second[/fn].')).toBe(
      'One [^1] and [^2].\n\n[^1]: First\n\n[^2]: second',
    );
  });
});

describe('an address of the site alone in its line', () => {
  const other = { id: 2, title: 'The other', link: 'https://gazette.example/news/other/' };

  it.each([
    ['https://gazette.example/news/other/', '[The other](/other/)'],
    ['http://www.gazette.example/news/other', '[The other](http://www.gazette.example/news/other)'],
    ['https://gazette.example/news/gone/', '[https://gazette.example/news/gone/](/gone/)'],
  ])('leads there with the title of what is there: %s', async (address, expected) => {
    const { markdown } = await textOf(aWxr([{ content: address }, other]));

    expect(markdown).toBe(expected);
  });
});

describe('a player', () => {
  it.each([
    ['[youtube=https://www.youtube.com/watch?v=a1&w=640&h=390]', 'https://www.youtube.com/watch?v=a1'],
    [
      '[documentcloud url="https://www.documentcloud.org/documents/1-x"]',
      'https://www.documentcloud.org/documents/1-x',
    ],
  ])('is an embed: %s', async (shortcode, url) => {
    expect(await markdownOf(shortcode)).toBe(`::embed{url="${url}"}`);
  });
});

describe('a block that opens below its heading', () => {
  it('has the heading without the sign beside it', async () => {
    const item =
      '<!-- wp:accordion-item --><div class="wp-block-accordion-item"><h3 class="wp-block-accordion-heading"><button class="wp-block-accordion-heading__toggle"><span class="wp-block-accordion-heading__toggle-title">Head</span><span aria-hidden="true">+</span></button></h3><div class="wp-block-accordion-panel"><p>Body</p></div></div><!-- /wp:accordion-item -->';

    expect(await markdownOf(item)).toBe('<details>\n<summary>Head</summary>\n\nBody\n\n</details>');
  });
});

describe('words in custom fields', () => {
  it('are told of by the name of the field', async () => {
    const { notes } = await archiveOf(
      aWxr([
        {
          meta: [
            ['subtitle', 'Second blaze in a week'],
            ['views', '1204'],
            ['layout', 'full_width'],
            ['stored', 'a:1:{s:3:"two words";i:1;}'],
            ['_hidden', 'Two words'],
            ['source', 'https://two words.example'],
          ],
        },
      ]),
    );

    expect(notes.map(({ kind, what, detail }) => [kind, what, detail])).toEqual([
      ['lost', 'words in the custom field `subtitle`', '1, such as “Second blaze in a week”'],
    ]);
  });
});

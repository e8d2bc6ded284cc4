import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tries } from '../../../tries.ts';
import { textOf } from './archive.ts';
import { aWxr } from './wxr.ts';

/** Words that nothing else in a text has, so that each can be looked for. */
const words = fc
  .array(
    fc.constantFrom(
      'bridge',
      'Brücke',
      'мост',
      'جسر',
      '橋',
      '&amp;',
      '[sic]',
      'a&b',
      '1 < 2',
      '*',
      '_x_',
      '#',
      '>',
      '`',
      '$5',
      '::',
      ']]>',
      '\\',
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(' '));

const numbered = fc.nat({ max: 999_999 }).map((number) => `word${number}`);

const line = fc.tuple(numbered, words).map((parts) => parts.join(' '));

const inline = fc.oneof(
  line,
  line.map((text) => `<em>${text}</em>`),
  line.map((text) => `<a href="https://x.example/">${text}</a>`),
  line.map((text) => `[box_unknown]${text}[/box_unknown]`),
  line.map((text) => `[tip a="1"]${text}[/tip]`),
  line.map((text) => `[footnote]${text}[/footnote]`),
  line.map((text) => `<code>${text}</code>`),
);

const paragraph = fc.array(inline, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));

const classic = fc.oneof(
  paragraph,
  fc.tuple(paragraph, paragraph).map((lines) => lines.join('\n')),
  paragraph.map((text) => `<blockquote>${text}</blockquote>`),
  paragraph.map((text) => `<div>${text}\n\n${text}</div>`),
  paragraph.map((text) => `<ul>\n<li>${text}</li>\n</ul>`),
  line.map((text) => `[caption id="attachment_1"]<img src="https://gazette.example/a.jpg" alt="" /> ${text}[/caption]`),
  paragraph.map((text) => `[columns]\n\n${text}\n\n[/columns]`),
  line.map((text) => `<h2>${text}</h2>`),
  line.map((text) => `<pre>${text}</pre>`),
);

const block = fc.oneof(
  paragraph.map((text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`),
  line.map((text) => `<!-- wp:heading -->\n<h2>${text}</h2>\n<!-- /wp:heading -->`),
  paragraph.map(
    (text) =>
      `<!-- wp:quote --><blockquote class="wp-block-quote"><p>${text}</p><cite>${text}</cite></blockquote><!-- /wp:quote -->`,
  ),
  paragraph.map(
    (text) =>
      `<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>${text}</p></blockquote></figure><!-- /wp:pullquote -->`,
  ),
  line.map((text) => `<!-- wp:verse --><pre class="wp-block-verse">${text}\n${text}</pre><!-- /wp:verse -->`),
  line.map(
    (text) =>
      `<!-- wp:image --><figure class="wp-block-image"><img src="https://gazette.example/a.jpg"/><figcaption>${text}</figcaption></figure><!-- /wp:image -->`,
  ),
  paragraph.map(
    (text) =>
      `<!-- wp:columns --><div><!-- wp:column --><div><!-- wp:paragraph --><p>${text}</p><!-- /wp:paragraph --></div><!-- /wp:column --></div><!-- /wp:columns -->`,
  ),
  line.map(
    (text) =>
      `<!-- wp:table --><figure class="wp-block-table"><table><tbody><tr><td>${text}</td><td>x</td></tr></tbody></table></figure><!-- /wp:table -->`,
  ),
  paragraph.map((text) => `<!-- wp:cover --><div class="wp-block-cover"><p>${text}</p></div><!-- /wp:cover -->`),
);

it.each([
  ['of before the block editor', fc.array(classic, { minLength: 1, maxLength: 6 })],
  ['of blocks', fc.array(block, { minLength: 1, maxLength: 6 })],
  ['of both', fc.array(fc.oneof(classic, block), { minLength: 1, maxLength: 6 })],
] as const)('loses no word of a text %s', async (_, parts) => {
  await fc.assert(
    fc.asyncProperty(parts, async (written) => {
      const content = written.join('\n\n');
      const { markdown } = await textOf(aWxr([{ content }]));
      const count = (text: string, word: string): number => text.split(new RegExp(`${word}(?!\\d)`)).length - 1;
      for (const word of new Set(content.match(/word\d+/g)))
        expect(count(markdown, word), markdown).toBe(count(content, word));
    }),
    { numRuns: tries(25) },
  );
});

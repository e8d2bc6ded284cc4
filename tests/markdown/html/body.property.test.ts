import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { asHtml } from '../../../src/domain/html.ts';
import { BLOCKS, INLINE } from '../../../src/markdown/html/elements.ts';
import { fillSlots } from '../../../src/markdown/slots.ts';
import { anyText } from '../../newsroom/any-text.ts';
import { renderedText } from '../../newsroom/rendered-text.ts';
import { tries } from '../../tries.ts';

/** Everything that is kept, tags that may close what is around, and Markdown that may be around. */
const PIECES = [
  ...[...Object.keys(INLINE), ...Object.keys(BLOCKS)].flatMap((name) => [`<${name}>`, `</${name}>`]),
  ...[
    '</body>',
    '</main>',
    '</article>',
    '<script>',
    '</script>',
    '<svg>',
    '<p title="',
    '<!--',
    '-->',
    '">',
    '<b id=a class=b>',
  ],
  ...[
    'a',
    '*',
    '**',
    '`',
    '[',
    '](https://example.com/)',
    '> ',
    '- ',
    '## ',
    '\n',
    '\n\n',
    ' ',
    ':::aside\n',
    '\n:::\n',
    '[^1]',
  ],
];
const anyHtml = (): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => `${pieces.join('')}\n\n[^1]: <b>`);

const KEPT: ReadonlySet<string> = new Set([
  ...Object.keys(INLINE),
  ...Object.keys(BLOCKS).filter((name) => name !== 'h1'),
  // Of our own directives and pictures.
  ...['aside', 'article', 'picture', 'source', 'audio', 'video', 'track', 'cite', 'nav', 'header', 'footer'],
]);
const VOID = /^(?:br|hr|img|wbr|source|track)$/;

function printed(text: string): string {
  const { html, references } = renderedText(text);
  // A card stands for two slots.
  const tags = { open: '<a href="/x/">', close: '</a>' };
  return fillSlots(html, (part, index) => asHtml(references[index]?.kind === 'link' ? tags[part] : ''));
}

/** What of the tags of some HTML is not closed in its order. */
function unbalanced(html: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)(?:\s[^>]*)?>/g)) {
    if (VOID.test(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}

describe('the body of a story with any HTML', () => {
  const texts = fc.oneof(anyHtml(), anyText());

  it('is balanced, and has no element but those that are kept', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(texts, (text) => {
        const html = printed(text);

        expect(unbalanced(html)).toEqual([]);
        const names = [...html.matchAll(/<\/?([a-z][a-z0-9-]*)/g)].map(([, name = '']) => name);
        expect(names.filter((name) => !KEPT.has(name))).toEqual([]);
        const tags = [...html.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag.replace(/="[^"]*"/g, '='));
        expect(tags.filter((tag) => /\s(?:data-part|style|on\w*)=/.test(tag))).toEqual([]);
      }),
      { numRuns: tries(1500) },
    );
  });

  it('stays within what it is printed in', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(texts, (text) => {
        const page = `<main><article><div id="body">${printed(text)}</div><p id="after">x</p></article></main>`;
        const { document } = new JSDOM(page).window;
        const article = document.querySelector('body > main > article');

        expect([...(article?.children ?? [])].map(({ id }) => id)).toEqual(['body', 'after']);
        expect(document.body.children).toHaveLength(1);
      }),
      { numRuns: tries(300) },
    );
  });
});

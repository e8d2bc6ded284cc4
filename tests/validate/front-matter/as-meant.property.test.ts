import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { ArticleRecord } from '../../../src/domain/story/article.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { documentOf } from '../../newsroom/document-of.ts';
import { editionOf, renderedPage } from '../../newsroom/edition.ts';
import { aSetting } from '../../newsroom/site.ts';
import { readArticle } from '../../../src/newsroom/newsroom.ts';
import { pinpoint } from '../../../src/diagnostics/pinpoint.ts';
import { tries } from '../../tries.ts';
import { anyLine } from './any-line.ts';

/** Where a text can stand in the front matter of a story: how it is written, and what of the story it is; nothing where something else was lost. */
interface Place {
  readonly name: string;
  readonly write: (text: string) => string;
  readonly read: (article: ArticleRecord) => string | undefined;
  /** Whether a comma is a part of the text, and not what divides it from the next. */
  readonly hasCommas: boolean;
}

const PLACES: readonly Place[] = [
  { name: 'a key', write: (text) => `kicker: ${text}`, read: ({ kicker }) => kicker, hasCommas: true },
  { name: 'the last key', write: (text) => `dateline:   ${text}  `, read: ({ dateline }) => dateline, hasCommas: true },
  {
    name: 'a list',
    write: (text) => `topics:\n  - Ferry\n  - ${text}`,
    read: ({ topics }) => topics[1],
    hasCommas: true,
  },
  {
    name: 'a list in brackets',
    write: (text) => `topics: [Ferry, ${text}]`,
    read: ({ topics }) => topics[1],
    hasCommas: false,
  },
  {
    name: 'a group of keys',
    write: (text) => `image:\n  src: bridge.jpg\n  alt: ${text}`,
    read: ({ picture }) => picture?.alt,
    hasCommas: true,
  },
  {
    name: 'a group of keys in braces',
    write: (text) => `image: { src: bridge.jpg, alt: ${text} }`,
    read: ({ picture }) => picture?.alt,
    hasCommas: true,
  },
  {
    name: 'a group of keys in braces, not the last',
    write: (text) => `image: { alt: ${text}, src: bridge.jpg }`,
    read: ({ picture }) => picture?.alt,
    hasCommas: true,
  },
  {
    name: 'a credit in a list',
    write: (text) => `image:\n  src: bridge.jpg\n  alt: A bridge\n  credit: ${text}`,
    read: ({ picture }) => picture?.credit,
    hasCommas: true,
  },
  {
    name: 'a key with another one behind it',
    write: (text) => `kicker: ${text}\ndateline: OLD QUAY`,
    read: ({ kicker, dateline }) => (dateline === 'OLD QUAY' ? kicker : undefined),
    hasCommas: true,
  },
  {
    name: 'a list that is not set in',
    write: (text) => `topics:\n- Ferry\n- ${text}`,
    read: ({ topics }) => topics[1],
    hasCommas: true,
  },
  {
    name: 'a file of Windows',
    write: (text) => `kicker: ${text}\r\ndateline: OLD QUAY\r`,
    read: ({ kicker, dateline }) => (dateline === 'OLD QUAY' ? kicker : undefined),
    hasCommas: true,
  },
];

/** Where a text stands without what would be quotes, on lines of its own or behind others. */
const BELOW: readonly (Omit<Place, 'hasCommas'> & { readonly meant: (text: string) => string })[] = [
  {
    name: 'a second line',
    write: (text) => `kicker: Bridge\n  ${text}`,
    meant: (text) => `Bridge ${text}`,
    read: ({ kicker }) => kicker,
  },
  {
    name: 'a folded text',
    write: (text) => `kicker: >-\n  ${text}\n  end`,
    meant: (text) => `${text} end`,
    read: ({ kicker }) => kicker,
  },
  {
    name: 'a text with its line ends',
    write: (text) => `kicker: |\n  ${text}\ndateline: OLD QUAY`,
    meant: (text) => text,
    read: ({ kicker, dateline }) => (dateline === 'OLD QUAY' ? kicker : undefined),
  },
];

/** Where Markdown is read: its signs may go, no letter and no digit may. */
const LINES: readonly Omit<Place, 'hasCommas'>[] = [
  { name: 'a headline', write: (text) => `headline: ${text}`, read: ({ headline }) => headline.text },
  { name: 'a dek', write: (text) => `dek: ${text}`, read: ({ dek }) => dek?.text },
  {
    name: 'a correction',
    write: (text) => `corrections:\n  - date: 2026-11-24\n    text: ${text}`,
    read: ({ corrections }) => corrections[0]?.text.text,
  },
  {
    name: 'a caption',
    write: (text) => `image:\n  src: bridge.jpg\n  alt: A bridge\n  caption: ${text}`,
    read: ({ picture }) => picture?.caption?.text,
  },
];

const HEAD = ['headline: Harbour bridge closes', 'contributors: Jane Doe', 'date: 2026-11-23 07:30'];
const setting = aSetting({});

function publish(yaml: string): { readonly article: ArticleRecord; readonly found: readonly Diagnostic[] } {
  const head = yaml.startsWith('headline: ') ? [...HEAD.slice(1), '# A comment'] : HEAD;
  const file = { path: 'content/articles/a.md', text: `---\n${[...head, yaml].join('\n')}\n---\nText\n` };
  const { value, findings } = readArticle(file, setting);
  return {
    article: value,
    found: pinpoint(findings, { textOf: () => file.text, standards: {}, dateOf: () => undefined }),
  };
}

/** A text between quotes with a comment behind it, which whoever writes quotes means as one. */
const COMMENTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s+#(?:\s|$)/;

/** What someone means who writes a text without thinking of YAML: the text, or where all of it is in quotes, what is in them. */
function meantBy(text: string): string {
  const [, inDouble] = /^"((?:[^"\\]|\\.)*)"$/.exec(text) ?? [];
  const [, inSingle] = /^'((?:[^']|'')*)'$/.exec(text) ?? [];
  if (inDouble !== undefined)
    return inDouble
      .replace(/\\u00e9/g, 'é')
      .replace(/\\(["\\/])/g, '$1')
      .trim();
  return (inSingle?.replaceAll("''", "'") ?? text).trim();
}

it('on the page a text stands character by character as it was written, or something is said of it', async () => {
  await fc.assert(
    fc.asyncProperty(anyLine(), async (text) => {
      const yaml = [...HEAD, `kicker: ${text}`, `image: { src: bridge.jpg, alt: ${text} }`].join('\n');
      const newsroom = { articles: { 'bridge.md': `---\n${yaml}\n---\nText\n` } };
      fc.pre(!COMMENTED.test(text));
      fc.pre(editionOf(newsroom).diagnostics.length === 0);
      const page = documentOf(await renderedPage(newsroom, '/2026/11/23/bridge/'));
      const shown = [page.querySelector('main')?.textContent, page.querySelector('main img')?.getAttribute('alt')];

      expect(oneLine(shown[0] ?? '')).toContain(oneLine(meantBy(text)));
      expect(oneLine(shown[1] ?? '')).toBe(oneLine(meantBy(text.replace(/,\s*$/, ''))));
    }),
    { numRuns: tries(100) },
  );
});

/** What is said of words, whatever stands around them. */
const OF_WORDS: readonly string[] = [
  ...['markup-in-key', 'quotation-shown', 'emphasis-shown', 'entity-shown', 'text-garbled', 'control-character'],
];

/** Pages show any white space as one space. */
function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim();
}

describe.each(PLACES)('in $name', ({ name, write, read, hasCommas }) => {
  // Before a closing brace it is no part of a text.
  const hasTrailingComma = name.includes('braces');

  it('a text is published character by character as it was written, or something is said at its line', () => {
    fc.assert(
      fc.property(anyLine(), (text) => {
        fc.pre(hasCommas || !text.includes(','));
        fc.pre(!COMMENTED.test(text));
        const { article, found } = publish(write(text));
        const first = HEAD.length + 2;
        const last = first + write(text).split('\n').length;

        expect(
          // An empty text is as good as none.
          (oneLine(read(article)) ?? '') === oneLine(meantBy(hasTrailingComma ? text.replace(/,\s*$/, '') : text)) ||
            found.some(({ line }) => line >= first && line <= last),
          `${write(text)} → ${read(article)}`,
        ).toBe(true);
      }),
      { numRuns: tries(400) },
    );
  });

  it('a text between quotes is published as it is, and nothing is said', () => {
    fc.assert(
      fc.property(anyLine(), fc.constantFrom('QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const), (text, kind) => {
        // Tabs are written as an escape, of which something is said.
        fc.pre(!text.includes('\t'));
        const quoted = stringify(text, { defaultStringType: kind, lineWidth: 0 }).trim();
        const { article, found } = publish(write(quoted));

        // Slips are spoken of however they are quoted.
        const codes = found.map(({ code }) => code).filter((code) => !OF_WORDS.includes(code));
        expect({ text: oneLine(read(article)), codes }).toEqual({
          text: oneLine(text),
          codes: [],
        });
      }),
      { numRuns: tries(150) },
    );
  });
});

describe.each(BELOW)('in $name', ({ write, read, meant }) => {
  it('a text is published character by character as it was written, or something is said at its line', () => {
    fc.assert(
      fc.property(anyLine(), (text) => {
        // A comment on a line of its own is meant as one.
        fc.pre(!/^#(?:\s|$|[^\p{L}\p{N}])/u.test(text) || write(text).includes('>') || write(text).includes('|'));
        const { article, found } = publish(write(text));

        expect(
          oneLine(read(article)) === oneLine(meant(text)) || found.some(({ line }) => line > HEAD.length + 1),
          `${write(text)} → ${read(article)}`,
        ).toBe(true);
      }),
      { numRuns: tries(400) },
    );
  });
});

describe.each(LINES)('in $name', ({ write, read }) => {
  it('no letter and no digit of a text is lost, or something is said at its line', () => {
    fc.assert(
      fc.property(anyLine(), (text) => {
        fc.pre(!COMMENTED.test(text));
        const { article, found } = publish(write(text));

        expect(
          lettersOf(read(article) ?? '') === lettersOf(meantBy(text)) || found.some(({ line }) => line > HEAD.length),
          `${write(text)} → ${read(article)}`,
        ).toBe(true);
      }),
      { numRuns: tries(400) },
    );
  });
});

function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalText } from '../../../src/disk/read-text.ts';
import { editFrontMatter } from '../../../src/newsroom/front-matter/edit-front-matter.ts';
import { parseManuscript } from '../../../src/parse/manuscript.ts';
import { plain } from '../../../src/validate/shape.ts';
import { anyText } from '../any-text.ts';
import { tries } from '../../tries.ts';

function read(source: string): unknown {
  const { frontMatter } = parseManuscript({ path: '', text: normalText(source) });
  return frontMatter.kind === 'read' ? plain(frontMatter.values ?? {}) : frontMatter.kind;
}

const KEYS = ['headline', 'date', 'draft', 'topics', 'image', 'dek', 'own'];
/** An empty line that ends with `\\n` behind one that ends with `\\r` would be the end of that. */
const LINE_ENDS = fc
  .constantFrom(['\n', '\r\n'], ['\r', '\r\n'])
  .chain((ends) => fc.array(fc.constantFrom(...ends), { minLength: 1, maxLength: 5 }));
const scalar = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        '#',
        ': ',
        '- ',
        '"',
        "'",
        '\n',
        ' ',
        'a',
        '\t',
        '…',
        '1',
        '{',
        ',',
        '&',
        '\\',
        '|',
        'م',
        '😀',
        '\r',
      ),
      { maxLength: 8 },
    )
    .map((all) => all.join('')),
  fc.constantFrom(
    'yes',
    'No',
    'null',
    '~',
    '0x1f',
    '1_000',
    '1e3',
    '.inf',
    '2026-11-23',
    '2026-11-23 07:30',
    '12:30:45',
    '=',
    '<<',
    '---',
    '...',
    '!a',
  ),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 4 }),
  fc.dictionary(fc.constantFrom('src', 'alt', 'a: b', '1', '__proto__', ''), scalar),
  fc.array(fc.dictionary(fc.constantFrom('id', 'date', 'text'), scalar), { maxLength: 3 }),
);
/** Ways in which people write a key. */
const written = fc.constantFrom(
  'KEY: plain text',
  "KEY:   'quoted' # with a comment",
  '"KEY": "quoted"',
  'KEY:',
  'KEY: # nothing yet',
  'KEY: |\n  block\n\n  # no comment\n',
  'KEY: >+ # folded\n   text\n\n\n',
  'KEY:\n- a\n- b # b\n# at the edge',
  'KEY:\n  - a\n\n  # within\n  - b: c\n    d: e\n  # below',
  'KEY:\n    src: a # a\n    # b\n    alt: b',
  'KEY: [a, # one\n  b]',
  'KEY: { src: a, alt: b }  # all',
  'KEY: text that\n  goes on',
  'KEY:\n  below',
  '# above\nKEY: true',
  '# apart\n\nKEY: 007',
);

function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)/g) ?? [];
}

describe('editing any front matter', () => {
  const file = fc
    .tuple(
      fc.shuffledSubarray(KEYS),
      fc.array(written, { minLength: 7, maxLength: 7 }),
      LINE_ENDS,
      fc.constantFrom('', '\ufeff'),
      fc.constantFrom('', '\n', '\nText: yes\n---\nmore'),
    )
    .map(([keys, ways, ends, mark, body]) => {
      const blocks = keys.map((key, index) => ({ key, text: (ways[index] ?? '').replace('KEY', key) }));
      let line = 0;
      const withEnds = (text: string): string => text.replace(/\n/g, () => ends[line++ % ends.length] ?? '\n');
      const texts = blocks.map(({ key, text }) => ({ key, text: withEnds(`${text}\n`) }));
      const fence = withEnds('---\n');
      const end = withEnds(body);
      return { blocks: texts, source: `${mark}${fence}${texts.map(({ text }) => text).join('')}---${end}`, body: end };
    });
  const changes = fc.dictionary(fc.constantFrom(...KEYS), fc.option(value, { nil: undefined }));

  it('is read again as what was wanted, and keeps all lines of other keys and the body', () => {
    let edits = 0;
    fc.assert(
      fc.property(file, changes, ({ blocks, source, body }, wanted) => {
        const before = read(source) as Record<string, unknown>;
        const edit = editFrontMatter(source, new Map(Object.entries(wanted)));
        if (edit.kind === 'unsure') {
          expect(edit.reason).toBe('value');
          return;
        }
        edits += 1;
        const after = new Map(Object.entries({ ...before, ...wanted }).filter(([, one]) => one !== undefined));
        expect(new Map(Object.entries(read(edit.text) as object))).toEqual(after);
        let at = 0;
        for (const { key, text } of blocks) {
          const isChanged = Object.hasOwn(wanted, key);
          const kept = linesOf(text).filter((line) => !isChanged || line.startsWith('#'));
          for (const part of kept) {
            at = edit.text.indexOf(part, at);
            expect(at, part).toBeGreaterThanOrEqual(0);
            at += part.length;
          }
        }
        expect(edit.text.endsWith(`---${body}`)).toBe(true);
      }),
      { numRuns: tries(2000) },
    );
    expect(edits).toBeGreaterThan(tries(1200));
  });

  it('never throws, and changes nothing but what it can read', () => {
    fc.assert(
      fc.property(anyText(), changes, (text, wanted) => {
        const source = `---\n${text}\n---\n`;
        const edit = editFrontMatter(source, new Map(Object.entries(wanted)));
        if (edit.kind === 'unsure') return;
        const before = read(source);
        expect(typeof before).toBe('object');
      }),
      { numRuns: tries(500) },
    );
  });
});

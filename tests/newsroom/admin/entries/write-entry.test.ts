import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeEntry } from '../../../../src/newsroom/admin/entries/write-entry.ts';
import { anyText } from '../../any-text.ts';
import { aFile } from '../../manuscript.ts';
import { differingLines, opened, saved, STORIES, textSaved } from '../a-collection.ts';
import { tries } from '../../../tries.ts';

const STORY = `---
# Ask Jane before this goes out.
headline:   'Bridge closes'   # the lawyers have seen it
contributors:
  - jane-doe
  - name: John Roe
    credit: contributed
    phone: "555"
date: 2026-11-23 07:30
updated: 2026-11-24
mystery: [1, 2]
topics: [ Ferries , "Swing Bridge" ]
live: true
image:
    src: bridge.jpg
    # as the agency has it
    alt: ""
factCheck:
  claim: It is shut.
  claimant: Jo Li
  rating: Mostly false
  date: 2026-11-01
translations: { es: puente, fr: pont }
---

The city _closed_ the bridge.

- one
- two
`;

describe('a file that nobody changed', () => {
  it.each([
    ['as it is', STORY],
    ['with the line ends of Windows', STORY.replaceAll('\n', '\r\n')],
    ['with line ends of both kinds', STORY.replace('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${STORY}`],
    ['without an end of its last line', STORY.trimEnd()],
    ['without a text', '---\nheadline: A\n---'],
    ['without keys', '---\n---\nText\n'],
    ['with keys twice in capitals', '---\nHeadline: A\nheadline: B\n---\n'],
    [
      'with values that no field can show',
      '---\nheadline: {a: b}\ndate: [1]\ncontributors: {x: [1, {y: z}]}\nimage: a.jpg\n---\n',
    ],
    ['with __proto__ as a key', '---\nheadline: A\n__proto__: {a: 1}\nimage: {__proto__: 1, src: a.jpg}\n---\n'],
    ['with nothing as values', '---\nheadline:\ncontributors:\nimage:\n---\n'],
    ['with an anchor', '---\nheadline: &a A\ndek: *a\n---\nText\n'],
  ])('stays byte for byte %s', (_what, source) => {
    expect(textSaved(source)).toBe(source);
  });

  it('stays byte for byte whatever its front matter says', () => {
    const keys = fc.dictionary(
      fc.constantFrom(
        'headline',
        'contributors',
        'date',
        'image',
        'topics',
        'live',
        'liveStrip',
        'factCheck',
        'mystery',
        'translations',
      ),
      fc.jsonValue({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(keys, anyText(), fc.constantFrom('\n', '\r\n'), (values, body, end) => {
        const source = aFile(values, body).replaceAll(/\r\n?|\n/g, end);
        expect(textSaved(source)).toBe(source);
      }),
      { numRuns: tries(200) },
    );
  });

  it('stays as it is where the editor writes its Markdown in another way', () => {
    const normalise = (markdown: string): string => markdown.replaceAll('_', '*').replaceAll(/^- /gm, '* ').trim();
    const { body } = opened(STORY);
    const written = saved(STORY, { body: normalise(String(body)) }, normalise);
    expect(written).toEqual({ kind: 'written', text: STORY });
  });
});

describe('a file that was changed', () => {
  it.each([
    [
      { headline: 'Bridge opens' },
      ["headline:   'Bridge closes'   # the lawyers have seen it"],
      ["headline:   'Bridge opens'   # the lawyers have seen it"],
    ],
    [{ dek: 'Ferries: every ten minutes' }, [], ['dek: "Ferries: every ten minutes"']],
    [{ draft: true }, [], ['draft: true']],
    [{ free: false }, [], ['free: false']],
    [{ liveStrip: { off: true } }, [], ['liveStrip: false']],
    [{ live: { on: false } }, ['live: true'], []],
    [{ live: { on: true, start: '2026-11-23 18:00' } }, ['live: true'], ['live:', '  start: 2026-11-23 18:00']],
    [{ updated: '' }, ['updated: 2026-11-24'], []],
    [{ image: { src: 'bridge.jpg', alt: 'A bridge.' } }, ['    alt: ""'], ['    alt: A bridge.']],
    [{ topics: ['Ferries', 'Trams'] }, ['topics: [ Ferries , "Swing Bridge" ]'], ['topics: [Ferries, Trams]']],
    [
      {
        factCheck: {
          claim: 'It is shut.',
          claimant: { organization: 'Harbour Ltd' },
          date: '2026-11-01',
          rating: { name: 'Mostly false' },
        },
      },
      ['  claimant: Jo Li'],
      ['  claimant:', '    organization: Harbour Ltd'],
    ],
    [
      { contributors: [{ who: 'jane-doe' }, { who: 'John Roe', credit: 'editing' }] },
      ['    credit: contributed'],
      ['    credit: editing'],
    ],
    [
      { contributors: [{ who: 'jane-doe' }, { who: 'John Roe', credit: 'contributed' }, { who: 'Ana Ruiz' }] },
      [],
      ['  - Ana Ruiz'],
    ],
    [
      {
        translations: [
          { name: 'es', value: 'puente-2' },
          { name: 'fr', value: 'pont' },
        ],
      },
      ['translations: { es: puente, fr: pont }'],
      ['translations: { es: puente-2, fr: pont }'],
    ],
    [
      { body: '\nThe city _closed_ the tunnel.\n\n- one\n- two\n' },
      ['The city _closed_ the bridge.'],
      ['The city _closed_ the tunnel.'],
    ],
  ])('differs in those lines only: %j', (changes, gone, added) => {
    expect(differingLines(STORY, textSaved(STORY, changes))).toEqual([gone, added]);
  });

  it.each([
    ['live: {start: 2026-11-23}', { live: { on: false, start: '2026-11-23' } }, ''],
    ['live:\n  start: 2026-11-23\n  ours: 1', { live: { on: false } }, ''],
    ['live: true', { live: { on: null } }, ''],
    // Nobody has turned it on.
    ['dek: A', { live: { start: '2026-11-23' } }, 'dek: A\nlive:\n  start: 2026-11-23\n'],
    // What no field can show is none of its business.
    [
      'translations: { es: puente, fr: [a, b] }',
      { translations: [{ name: 'es', value: 'puente-2' }] },
      'translations: { es: puente-2, fr: [ a, b ] }\n',
    ],
    ['translations:\n  es: puente\n  fr: [a, "b"]', { translations: [] }, 'translations:\n  fr: [a, "b"]\n'],
    [
      'topics:\n  - [x]\n  - a\n  - {b: "c"}\n  - d',
      { topics: ['d', 'e'] },
      'topics:\n  - [x]\n  - {b: "c"}\n  - d\n  - e\n',
    ],
    ['topics:\n  - a\n  - {b: "c"}\n  - d', { topics: ['A', 'd'] }, 'topics:\n  - A\n  - {b: "c"}\n  - d\n'],
    ['topics:\n  - a\n  - {b: "c"}', { topics: [] }, 'topics:\n  - {b: "c"}\n'],
    ['topics: [a, b]', { topics: [] }, ''],
  ])('has of %j with %j: %j', (before, changes, after) => {
    expect(textSaved(`---\nheadline: A\n${before}\n---\nText\n`, changes)).toBe(
      `---\nheadline: A\n${after}---\nText\n`,
    );
  });

  it('keeps the comments and quotes of the entries of a list that stay', () => {
    const source =
      '---\nheadline: A\ncontributors:\n  - jane-doe # by phone\n  # until noon\n  - "John Roe"\n---\nText\n';
    const contributors = [{ who: 'jane-doe' }, { who: 'John Roe' }, { who: 'Ana Ruiz' }];
    expect(textSaved(source, { contributors })).toBe(source.replace('Roe"\n', 'Roe"\n  - Ana Ruiz\n'));
  });

  it.each([
    ['without an end of its last line', '---\nheadline: A\n---\nText', 'Other', '---\nheadline: A\n---\nOther'],
    [
      'of one line in a file of Windows',
      '---\r\nheadline: A\r\n---\r\nText',
      'One\n\nTwo',
      '---\r\nheadline: A\r\n---\r\nOne\r\n\r\nTwo',
    ],
    [
      'of none in a file of Windows',
      '---\r\nheadline: A\r\n---',
      'One\n\nTwo',
      '---\r\nheadline: A\r\n---\r\nOne\r\n\r\nTwo\r\n',
    ],
    [
      'with empty lines at its end',
      '---\nheadline: A\n---\n\nText\n\n\n',
      'Other',
      '---\nheadline: A\n---\n\nOther\n\n\n',
    ],
  ])('ends as it did, a text %s', (_what, source, body, after) => {
    expect(textSaved(source, { body })).toBe(after);
  });

  it('keeps what a person wrote into an entry of a list that no field shows', () => {
    const text = textSaved(STORY, { contributors: [{ who: 'John Roe', credit: 'contributed', place: 'Oslo' }] });
    expect(text).toContain('phone: "555"');
  });

  it('has a list of one written as one name', () => {
    expect(textSaved(STORY, { contributors: [{ who: 'Ana Ruiz' }] })).toContain('\ncontributors: Ana Ruiz\ndate:');
  });

  it('changes one line of a text below its key, whose last line has an end that no field shows', () => {
    const source = '---\nheadline: >\n  Bridge closes\n  early\ndek: |\n  One\n  two\n---\nText\n';
    expect(textSaved(source, { headline: 'Tunnel closes early' })).toBe(source.replace('Bridge', 'Tunnel'));
  });

  it('writes an empty text for a picture that adds nothing', () => {
    const text = textSaved('---\nheadline: A\n---\nText\n', { image: { src: 'a.jpg', alt: '""' } });
    expect(text).toBe('---\nheadline: A\nimage:\n  src: a.jpg\n  alt: ""\n---\nText\n');
  });

  it('keeps the line ends of each system, of a text too', () => {
    const source = STORY.replaceAll('\n', '\r\n');
    const text = textSaved(source, {
      headline: 'Bridge opens',
      body: '\nThe city _closed_ the tunnel.\n\n- one\n- two\n- three\n',
    });
    expect(text).not.toMatch(/[^\r]\n/);
    expect(differingLines(source, text)[1]).toEqual([
      "headline:   'Bridge opens'   # the lawyers have seen it\r",
      'The city _closed_ the tunnel.\r',
      '- three\r',
    ]);
  });

  it.each([
    ['has no front matter', 'Text\n', 'cannot be read'],
    ['has front matter that cannot be read', '---\nheadline: "A\n---\nText\n', 'cannot be read'],
    ['has its keys in braces', '---\n{headline: A}\n---\nText\n', 'text editor'],
  ])('is not written where it %s', (_what, source, reason) => {
    expect(saved(source, { headline: 'B', dek: 'C' })).toEqual({
      kind: 'refused',
      reason: expect.stringContaining(reason),
    });
  });
});

it('keeps what a key says that takes it from the one that changes', () => {
  const written = saved('---\nheadline: &a A\ndek: *a\n---\nText\n', { headline: 'B' });
  expect(written).toEqual({ kind: 'written', text: '---\nheadline: &a B\ndek: A\n---\nText\n' });
});

it('is not written where keys are taken from elsewhere', () => {
  const written = saved('---\n<<: { dek: D }\nheadline: A\n---\nText\n', { headline: 'B' });
  expect(written).toEqual({ kind: 'refused', reason: expect.stringContaining('text editor') });
});

it('writes a new story as a careful person would', () => {
  const entry = {
    headline: 'Harbour lights go out: “nobody” knows why',
    date: '2026-11-23 07:30',
    draft: true,
    free: true,
    noindex: false,
    contributors: [{ who: 'jane-doe' }, { who: 'John Roe', credit: 'photography' }],
    image: { src: 'quay.jpg', alt: 'Dark lamps.', caption: '' },
    topics: ['Ferries'],
    live: { on: false },
    body: 'The lamps went dark.\n',
    broadsheet_name: 'harbour-lights',
  };
  expect(writeEntry(entry, STORIES.form, (markdown) => markdown)).toEqual({
    kind: 'written',
    text: `---
headline: "Harbour lights go out: “nobody” knows why"
contributors:
  - jane-doe
  - name: John Roe
    credit: photography
date: 2026-11-23 07:30
topics: [Ferries]
image:
  src: quay.jpg
  alt: Dark lamps.
draft: true
---

The lamps went dark.
`,
  });
});

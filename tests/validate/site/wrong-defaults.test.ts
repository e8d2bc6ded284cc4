import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { type EditionMade, editionOf } from '../../newsroom/edition.ts';
import { aFile } from '../../newsroom/manuscript.ts';

/** Lines of YAML in which something is wrong, as a story or `defaults` may have them. */
const WRONG = [
  'topics: ["!!!"]',
  'topics: [Ca, Ça]',
  'topics: ["*bridges* now"]',
  'topics: [" "]',
  'topics: bridges, harbour',
  'topics: [No]',
  'topics: [012]',
  'topics: {a: b}',
  'topics: [[a]]',
  'topics: [bridges #harbour]',
  'contributors: [Jane Doe, Jane Doe]',
  'contributors: [jane-doe, Jane Doe]',
  'contributors: By Jane Doe',
  'contributors: "*Jane* Doe"',
  'contributors: No',
  'contributors: [{name: A, credit: wrote}]',
  'contributors: [{id: nobody}]',
  'contributors: [{name: "<b>A</b>"}]',
  'contributors: [{name: A, id: b}]',
  'contributors: [{credit: byline}]',
  'contributors: [{nam: A}]',
  'contributors: " "',
  'contributors: Jane Doe # the editor',
  'contributors: Jane Do',
  'contributors: Twin',
  'contributors: [{name: Jo, place: "*x*"}]',
  'contributors: [{name: Jo, credit: reported-from}]',
  'kicker: "*Harbour*"',
  'kicker: " "',
  'kicker: No',
  'kicker: 12',
  'kicker: Pier #4',
  'kicker: &x',
  'kicker: ~',
  'kicker: [Harbour]',
  'dateline: "*LEEDS*"',
  'dateline: 12',
  'dateline: LEEDS #2',
  'liveStrip: true',
  'liveStrip: {text: Live}',
  'liveStrip: {text: Live, url: /nothing/}',
  'liveStrip: {text: Live, url: /about/#none}',
  'liveStrip: {text: Live, url: /plan.pdf}',
  'liveStrip: {text: Live, url: /draft/}',
  'liveStrip: {text: "*Live*", url: /}',
  'liveStrip: {text: No, url: /}',
  'liveStrip: {url: "ftp://example.com/"}',
  'liveStrip: {url: /, until: 2026-02-30}',
  'liveStrip: {url: /, label: " "}',
  'liveStrip: {adress: /}',
  'language: x_y',
  'language: Nope',
  'language: 5',
  'label: opinon',
  'label: [opinion]',
  'layout: x',
  'layout: 5',
  'noindex: yes',
  'noindex: 5',
  'free: 5',
  'series: The Long Repair',
  'series: 5',
  'section: nwes',
  'section: " "',
  'section: [news]',
];

/** A newsroom with two stories that have a line of YAML themselves, or by one of two ways of `defaults`. */
function made(line: string, where: 'story' | 'group' | 'list'): EditionMade {
  const defaults = {
    story: '',
    group: `defaults:\n  ${line}\n`,
    list: `defaults:\n  - { folder: archive, noindex: true }\n  - before: 2027-01-01\n    ${line}\n`,
  }[where];
  const own = where === 'story' ? `${line}\n` : '';
  const by = line.startsWith('contributors') ? '' : 'contributors: Jane Doe\n';
  const story = (name: string): string => `---\nheadline: ${name}\ndate: 2026-11-20\n${by}${own}---\nText.\n`;
  const known = 'series: [{ id: repairs, title: Repairs }]\nsections: [{ id: news, title: News }]\n';
  return editionOf({
    site: `title: T\nurl: https://t.example/\n${known}${defaults}`,
    articles: where === 'story' ? { 'a.md': story('A') } : { 'archive/a.md': story('A'), 'b.md': story('B') },
    contributors: {
      'jane-doe.md': aFile({ name: 'Jane Doe' }, ''),
      'twin.md': aFile({ name: 'Twin' }, ''),
      'other.md': aFile({ name: 'Twin' }, ''),
    },
    pages: {
      'about.md': aFile({ title: 'About' }, 'Text.\n'),
      'draft.md': aFile({ title: 'Draft', draft: true }, 'Text.\n'),
    },
  });
}

/** What is said of what, without its place in the file. */
function said({ code, excerpt, column, length }: Diagnostic): string {
  return `${code} ‹${excerpt?.slice(column - 1, column - 1 + length)}›`;
}

describe('what is wrong with a default', () => {
  it.each(WRONG)('is what would be wrong with it in a story, told once, where it stands: %s', (line) => {
    const inStory = made(line, 'story').diagnostics.map(said);

    expect(inStory).not.toEqual([]);
    for (const where of ['group', 'list'] as const) {
      const { diagnostics } = made(line, where);
      expect(diagnostics.map(({ path }) => path)).toEqual(diagnostics.map(() => 'content/site.yaml'));
      expect(diagnostics.map(said)).toEqual(inStory);
    }
  });

  it('is told of by the languages of the site, too', () => {
    const site = {
      languages: [{ language: 'de', title: 'Bote' }],
      defaults: { contributors: 'Von Anna Schmidt' },
    };
    const keys = { headline: 'A', date: '2026-11-20', language: 'de' };
    const { diagnostics } = editionOf({ site, articles: { 'a.md': aFile(keys, 'Text.\n') } });

    expect(diagnostics.map(({ path, code }) => [path, code])).toEqual([['content/site.yaml', 'contributor-by']]);
  });

  it.each([
    { topics: ['!!!'] },
    { contributors: ['Jane Doe', 'Jane Doe'] },
    { kicker: '*Harbour*' },
    { liveStrip: { text: 'Live', url: '/nothing/' } },
  ])('is told of also where no story lacks the key: %j', (defaults) => {
    const own = { headline: 'A', date: '2026-11-20', contributors: 'Jo', topics: ['A'], kicker: 'B', liveStrip: false };
    const { diagnostics } = editionOf({ site: { defaults }, articles: { 'a.md': aFile(own, 'Text.\n') } });

    expect(diagnostics.map(({ path }) => path)).toEqual(['content/site.yaml']);
  });

  it('takes nothing away from what is told of a story’s own', () => {
    const keys = { headline: 'A', date: '2026-11-20', contributors: 'Jo', topics: ['Bridges', '!!!'], kicker: '*B*' };
    const site = { defaults: { topics: ['!!!'], kicker: '*Harbour*' } };
    const { diagnostics } = editionOf({ site, articles: { 'a.md': aFile(keys, 'Text.\n') } });

    expect(diagnostics.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'content/articles/a.md topic-nameless',
      'content/articles/a.md markup-in-key',
      'content/site.yaml topic-nameless',
      'content/site.yaml markup-in-key',
    ]);
  });

  it('has a file published to which its live strip leads', () => {
    const site = { defaults: { liveStrip: { text: 'Live', url: '/articles/plan.pdf' } } };
    const articles = { 'a.md': aFile({ headline: 'A', date: '2026-11-20', contributors: 'Jo' }, 'Text.\n') };
    const { edition, diagnostics } = editionOf({ site, articles, media: { 'content/articles/plan.pdf': 'file' } });

    expect(diagnostics).toEqual([]);
    expect(edition.files).toEqual(['content/articles/plan.pdf']);
  });
});

import { describe, expect, it } from 'vitest';
import { CATALOGUE, type DiagnosticCode, STANDARDS } from '../../src/diagnostics/catalogue.ts';
import { severityOf } from '../../src/diagnostics/severity.ts';
import { useHouseRules } from '../../src/validate/rules/house-rules.ts';
import { editionOf } from '../newsroom/edition.ts';
import { aStory, type Keys } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

/** What is said of a newsroom: file, severity and code, of each. */
function said(newsroom: NewsroomGiven): readonly string[] {
  return editionOf(newsroom).diagnostics.map(
    ({ path, severity, code }) => `${path.slice('content/'.length)} ${severity} ${code}`,
  );
}

function saidOfStory(standards: unknown, keys: Keys, text?: string): readonly string[] {
  return said({ site: { standards }, articles: { 'a.md': aStory(keys, text) } });
}

describe('the severity of a code', () => {
  it.each<[DiagnosticCode, Keys, string | undefined]>([
    ['key-unknown', { colour: 'red' }, undefined],
    ['section-unknown', { section: 'nowhere' }, undefined],
    ['layout-unknown', { layout: 'article-nowhere' }, undefined],
    ['contributor-unknown', { contributors: 'nobody' }, undefined],
    ['link-broken', {}, 'See [it](nowhere.md).\n'],
    ['story-unknown', { related: ['nowhere'] }, undefined],
    ['picture-missing', {}, '![A bridge](nowhere.png)\n'],
    ['media-missing', {}, '::audio{src=nowhere.mp3 transcript="Bells."}\n'],
    ['alias-invalid', { aliases: ['old ledger'] }, undefined],
    ['url-invalid', { canonical: 'wire.example' }, undefined],
    ['date-order', { updated: '2026-11-22' }, undefined],
    ['translation-unknown', { translations: { es: 'nada' } }, undefined],
  ])('is the one that a newsroom sets: %s', (code, keys, text) => {
    expect(saidOfStory({}, keys, text)).toEqual([`articles/a.md error ${code}`]);
    expect(saidOfStory({ [code]: 'warn' }, keys, text)).toEqual([`articles/a.md warn ${code}`]);
    expect(saidOfStory({ [code]: 'off' }, keys, text)).toEqual([]);
    expect(saidOfStory({ [code]: { before: '2026-11-24', severity: 'warn' } }, keys, text)).toEqual([
      `articles/a.md warn ${code}`,
    ]);
    expect(saidOfStory({ [code]: { before: '2026-11-23', severity: 'warn' } }, keys, text)).toEqual([
      `articles/a.md error ${code}`,
    ]);
  });

  it.each(['soon', '2026-13-45', '23.11.2014', null, undefined])(
    'is today’s for a story whose date cannot be read, whatever it is for older ones: %j',
    (date) => {
      const standards = { 'section-unknown': { before: '2026-11-24', severity: 'off' } };
      const ofDate = date === null || date === undefined ? 'key-missing' : 'date-invalid';

      expect(saidOfStory(standards, { section: 'nowhere', date })).toEqual([
        `articles/a.md error ${ofDate}`,
        'articles/a.md error section-unknown',
      ]);
    },
  );

  it('may become an error where it was a warning', () => {
    expect(saidOfStory({ 'body-empty': 'error' }, {}, '')).toEqual(['articles/a.md error body-empty']);
  });

  it('is that of the first entry of a list that fits the date of the story', () => {
    const standards = {
      'link-broken': [
        { before: '2010-01-01', severity: 'off' },
        { before: '2020-01-01', severity: 'warn' },
        { severity: 'error' },
      ],
    };
    const text = 'See [it](nowhere.md).\n';
    const articles = {
      'a.md': aStory({ date: '2009-12-31' }, text),
      'b.md': aStory({ date: '2010-01-01' }, text),
      'c.md': aStory({ date: '2020-01-01' }, text),
    };

    expect(said({ site: { standards }, articles })).toEqual([
      'articles/b.md warn link-broken',
      'articles/c.md error link-broken',
    ]);
  });

  it('of a house rule is a warning, unless the newsroom says something else', () => {
    const rule = { default: () => [{ message: 'No' }] };
    useHouseRules([
      { path: 'rules/no-bridges.ts', load: () => rule, originOf: () => undefined, within: (act) => act() },
    ]);
    const asSaid = [
      saidOfStory({}, {}),
      saidOfStory({ 'no-bridges': 'error' }, {}),
      saidOfStory({ 'no-bridges': 'off' }, {}),
      saidOfStory({ 'no-bridges': { before: '2026-11-24', severity: 'error' } }, {}),
      saidOfStory({ 'no-bridges': { before: '2026-11-23', severity: 'error' } }, {}),
    ];
    useHouseRules([]);

    const [warning, error] = ['articles/a.md warn no-bridges', 'articles/a.md error no-bridges'];
    expect(asSaid).toEqual([[warning], [error], [], [error], [warning]]);
    expect(saidOfStory({ 'no-bridges': 'error' }, {})).toEqual(['site.yaml error standard-unknown']);
  });

  it('stays an error where it is about safety', () => {
    for (const code of Object.keys(CATALOGUE) as DiagnosticCode[]) {
      const off = { standards: { [code]: [{ severity: 'off', before: undefined } as const] }, dateOf: () => 0 };
      const isSettable = STANDARDS.includes(code);
      expect(severityOf({ code, path: 'content/articles/a.md' }, off)).toBe(isSettable ? 'off' : 'error');
    }
    expect(STANDARDS).not.toContain('link-unsafe');
    expect(STANDARDS).not.toContain('picture-unsafe');
  });

  it.each(['published', 'status', 'Private', 'embargo', 'publish-date', 'drafts', 'draf'])(
    'stays an error where a key that nobody knows may hold the story back: %s',
    (key) => {
      expect(saidOfStory({ 'key-unknown': 'off' }, { [key]: 'x' })).toEqual(['articles/a.md error key-unknown']);
    },
  );

  it('stays an error in site.yaml, by which all else is judged', () => {
    expect(said({ site: { standards: { 'key-unknown': 'off' }, sektions: [] } })).toEqual([
      'site.yaml error key-unknown',
    ]);
  });

  it('of an unknown key that is passed over takes nothing else away', () => {
    const keys = { contributors: [{ name: 'Jane Doe', email: 'x' }], live: { end: '2026-11-24 08:00', colour: 'red' } };
    const { edition, diagnostics } = editionOf({
      site: { standards: { 'key-unknown': 'off' } },
      articles: { 'a.md': aStory(keys) },
    });

    expect(diagnostics).toEqual([]);
    expect(edition.stories[0]?.credits.map(({ name }) => name)).toEqual(['Jane Doe']);
    expect(edition.stories[0]?.entry.live?.end).toBe(Date.UTC(2026, 10, 24, 8));
  });
});

describe('a standard that cannot be set', () => {
  it.each([
    ['link-unsafe', 'remove the line: this is always an error, because it keeps readers safe'],
    ['yaml-broken', 'remove the line: this is always an error, because nothing can be published without it'],
    ['picture-atl', 'did you mean `picture-alt`?'],
  ])('is told of with what to do: %s', (code, hint) => {
    const { diagnostics } = editionOf({ site: { standards: { [code]: 'off' } } });
    expect(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.hint])).toEqual([['standard-unknown', hint]]);
  });

  it('is told of at the severity, with the nearest', () => {
    const { diagnostics } = editionOf({ site: 'title: T\nurl: https://t.example/\nstandards:\n  picture-alt: warm\n' });
    expect(diagnostics.map(({ code, line, column, hint }) => [code, line, column, hint])).toEqual([
      ['value-choice', 4, 16, 'did you mean `warn`?'],
    ]);
  });
});

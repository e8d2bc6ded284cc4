import { afterEach, describe, expect, it } from 'vitest';
import { pinpoint } from '../../../src/diagnostics/pinpoint.ts';
import { groupByCause } from '../../../src/diagnostics/group-by-cause.ts';
import { readArticle } from '../../../src/newsroom/newsroom.ts';
import { houseCodes, houseRules, type Rule, useHouseRules } from '../../../src/validate/rules/house-rules.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { aSetting } from '../../newsroom/site.ts';
import { aStory, type Keys } from '../../newsroom/manuscript.ts';

type Exports = Readonly<Record<string, unknown>>;

const ORIGIN = { path: 'rules/a-rule.ts', line: 7, column: 9 };

function use(files: Readonly<Record<string, Exports | (() => Exports)>>): void {
  const own = Object.entries(files).map(([path, given]) => ({
    path,
    load: typeof given === 'function' ? given : () => given,
    originOf: () => ORIGIN,
    within: <Result>(act: () => Result) => act(),
  }));
  useHouseRules(own);
}

/** What a rule says of a story, as it is told. */
function told(rule: Rule, keys: Keys = {}, body = 'Text.\n', standards = {}): readonly Diagnostic[] {
  use({ 'rules/a-rule.ts': { default: rule } });
  const file = { path: 'content/articles/a.md', text: aStory(keys, body) };
  const { findings } = readArticle(file, aSetting({}));
  return pinpoint(findings, { textOf: () => file.text, standards, dateOf: () => undefined });
}

afterEach(() => use({}));

describe('a house rule', () => {
  it('is asked of a story as it was understood, and of its text as it was written', () => {
    const asked: unknown[] = [];
    told(
      ({ headline, path, topics }, text) => {
        asked.push(headline.text, path, topics, text);
        return [];
      },
      { headline: '*Bridge* closes', topics: ['Bridges'] },
      'One *two*.\r\n\r\n::story{slug=a}\r\n',
    );

    expect(asked.slice(0, 4)).toEqual([
      'Bridge closes',
      'content/articles/a.md',
      ['Bridges'],
      expect.stringContaining('One *two*.'),
    ]);
  });

  it.each<[string, ReturnType<Rule>[number]['at'], number, string]>([
    ['the story', undefined, 1, '-'],
    ['a key', { key: 'headline' }, 2, '"An exclusive bridge"'],
    ['words of a key', { key: 'headline', words: 'exclusive' }, 2, 'exclusive'],
    ['words that are written in another way', { key: 'headline', words: 'none such' }, 2, '"An exclusive bridge"'],
    ['a key in a key', { key: ['corrections', 0, 'text'] }, 5, '"Wrong."'],
    ['a key that is not there', { key: 'dek' }, 1, '-'],
    ['the first sign of the text', { index: 0, length: 3 }, 7, 'One'],
    ['a later line of the text', { index: 10, length: 5 }, 9, 'three'],
    ['one sign', { index: 10 }, 9, 't'],
    ['no signs', { index: 10, length: 0 }, 9, 't'],
    ['the end of the text', { index: 16 }, 10, ''],
  ])('tells line and column of %s', (_what, at, line, words) => {
    const keys = { headline: 'An exclusive bridge', corrections: [{ date: '2026-11-23', text: 'Wrong.' }] };
    const [found] = told(() => [{ message: 'No', at }], keys, 'One two.\n\nthree\n');
    const { excerpt = '', column = 1, length = 1 } = found ?? {};

    expect(found).toMatchObject({ code: 'a-rule', severity: 'warn', message: 'No', path: 'content/articles/a.md' });
    expect(found?.line).toBe(at && 'index' in at ? line : found?.line);
    if (words !== '-') expect(excerpt.slice(column - 1, column - 1 + length)).toBe(words);
  });

  it('is as grave as the newsroom says, for stories of all dates or older ones', () => {
    const rule: Rule = () => [{ message: 'No', hint: 'write yes' }];
    const severityIn = (standards: object): unknown => told(rule, {}, 'Text.\n', standards)[0]?.severity;

    expect(severityIn({})).toBe('warn');
    expect(severityIn({ 'a-rule': [{ severity: 'error', before: undefined }] })).toBe('error');
    expect(severityIn({ 'a-rule': [{ severity: 'off', before: undefined }] })).toBe(undefined);
    expect(severityIn({ 'another-rule': [{ severity: 'error', before: undefined }] })).toBe('warn');
  });

  it('has all that it finds with the same words told once', () => {
    const found = told(
      (_article, text) => [...text.matchAll(/no/g)].map(({ index }) => ({ message: 'No', at: { index } })),
      {},
      'no, no, no\n',
    );

    expect(found).toHaveLength(3);
    expect(groupByCause(found)).toHaveLength(1);
  });

  it.each<[string, () => unknown]>([
    ['throws', () => (undefined as unknown as { x: string }).x],
    [
      'throws what is no error',
      () => {
        throw null;
      },
    ],
    [
      'throws what cannot be printed',
      () => {
        throw Object.create(null);
      },
    ],
    ['returns nothing', () => undefined],
    ['returns a promise', async () => []],
    ['returns texts', () => ['no']],
    ['returns nothing in its list', () => [undefined]],
    ['has no message', () => [{ hint: 'x' }]],
    ['has an empty message', () => [{ message: ' ' }]],
    ['has a hint that is no text', () => [{ message: 'No', hint: 1 }]],
    ['has a place that is none', () => [{ message: 'No', at: {} }]],
    ['has a place that is a text', () => [{ message: 'No', at: 'headline' }]],
    ['has no place', () => [{ message: 'No', at: null }]],
    ['has a key that is none', () => [{ message: 'No', at: { key: [{}] } }]],
    ['has an index before the text', () => [{ message: 'No', at: { index: -1 } }]],
    ['has an index behind the text', () => [{ message: 'No', at: { index: 1e6 } }]],
    ['has an index that is no number', () => [{ message: 'No', at: { index: Number.NaN } }]],
  ])('that %s is told by its file, with its own code', (_what, rule) => {
    const [found, ...others] = told(rule as Rule);

    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'a-rule', severity: 'warn', path: 'content/articles/a.md', line: 1 });
    expect(found?.message).toMatch(/^Unexpected fault in `rules\/a-rule\.ts`, expected findings: ./);
    expect(found?.related).toEqual([{ ...ORIGIN, message: 'thrown here' }]);
  });

  it('does not keep others from being asked', () => {
    const failing = (): never => {
      throw new Error('x');
    };
    use({ 'rules/a.ts': { default: failing }, 'rules/b.ts': { default: () => [{ message: 'No' }] } });
    const { findings } = readArticle({ path: 'content/articles/a.md', text: aStory() }, aSetting({}));

    expect(findings.map(({ code }) => code)).toEqual(['a', 'b']);
  });

  it('is asked of no story whose front matter cannot be read', () => {
    use({ 'rules/a.ts': { default: () => [{ message: 'No' }] } });
    const { findings } = readArticle({ path: 'content/articles/a.md', text: 'No front matter.\n' }, aSetting({}));

    expect(findings.map(({ code }) => code)).toEqual(['front-matter-missing']);
  });
});

describe('a file of rules/', () => {
  it('gives its name to what it finds', () => {
    use({ 'rules/no-exclusive.ts': {}, 'rules/a1.ts': {}, 'rules/constructor.ts': {} });

    expect(houseCodes()).toEqual(['no-exclusive', 'a1', 'constructor']);
  });

  it.each<[string, Exports | (() => Exports), string]>([
    ['headline-long', { default: () => [] }, 'Unexpected code `headline-long`'],
    ['link-unsafe', { default: () => [] }, 'Unexpected code `link-unsafe`'],
    ['No_Way', { default: () => [] }, 'Unexpected name of a file'],
    ['no-', { default: () => [] }, 'Unexpected name of a file'],
    ['no-way.test', { default: () => [] }, 'Unexpected name of a file'],
    ['no-way', {}, 'without a rule'],
    ['no-way', { default: [] }, 'without a rule'],
    [
      'no-way',
      () => {
        throw new Error('at once\nand more');
      },
      'Error: at once\n',
    ],
  ])('that is no rule is told with its path: %s', (name, given, message) => {
    use({ [`rules/${name}.ts`]: given });

    expect(houseRules).toThrow(
      expect.objectContaining({ name: 'OwnFileFault', message: expect.stringContaining(message) }),
    );
    expect(houseRules).toThrow(/^rules\//);
    expect(houseRules).toThrow('\n  hint: ');
  });
});

import { describe, expect, it } from 'vitest';
import { editionOf } from '../../newsroom/edition.ts';
import { aFile, aStory, type Keys } from '../../newsroom/manuscript.ts';

/** What is said of a page with these keys, in short. */
function toldOf(keys: Keys, name = 'about.md'): readonly string[] {
  const { diagnostics } = editionOf({ pages: { [name]: aFile(keys, 'Text.\n') } });
  return diagnostics.map(({ code, hint }) => `${code}: ${hint}`);
}

const TITLE = { title: 'About us' };

describe('a Markdown page', () => {
  it('is laid out as a page, with nothing but a title', () => {
    const { edition, diagnostics } = editionOf({ pages: { 'about.md': aFile(TITLE, 'Text.\n') } });

    expect(diagnostics).toEqual([]);
    expect(edition.ownPages[0]).toMatchObject({ url: '/about/', head: { title: 'About us', layout: 'page' } });
  });

  it.each([
    ['no title', {}, 'key-missing'],
    ['a number as title', { title: 2026 }, 'value-type'],
    ['an empty title', { title: ' ' }, 'key-missing'],
    ['an unknown key', { ...TITLE, subtitle: 'x' }, 'key-unknown'],
    ['a slip of a key', { ...TITLE, desription: 'x' }, 'key-unknown: did you mean `description`?'],
    ['an unknown layout', { ...TITLE, layout: 'pge' }, 'layout-unknown: did you mean `page`?'],
    ['no layout at all', { ...TITLE, layout: false }, 'value-type'],
    ['a draft that is neither', { ...TITLE, draft: 'perhaps' }, 'value-type'],
    ['no language', { ...TITLE, language: '12' }, 'language-invalid'],
    ['a key that has Eleventy do something', { ...TITLE, pagination: { data: 'x' } }, 'key-unknown'],
    ['another engine', { ...TITLE, templateEngineOverride: 'njk' }, 'key-unknown'],
  ])('is told of %s', (_what, keys: Keys, told) => {
    const all = toldOf(keys);

    expect(all).toHaveLength(1);
    expect(all[0]).toContain(told);
  });

  it('without front matter is told of that', () => {
    const { diagnostics } = editionOf({ pages: { 'a.md': 'Text.\n', 'b.md': '' } });

    expect(diagnostics.map(({ code }) => code)).toContain('front-matter-missing');
    expect(diagnostics.map(({ code }) => code)).toContain('file-empty');
  });
});

describe('the value of `written`', () => {
  it.each(['2014-05-01', '"2014-05-01"', '2014-05-01 10:30'])('is a date, with quotes or without: %s', (written) => {
    const page = aFile(TITLE, 'Text.\n').replace('---\n', `---\nwritten: ${written}\n`);
    expect(editionOf({ pages: { 'about.md': page } }).diagnostics).toEqual([]);
  });
});

describe('a template', () => {
  it('may have any keys, or none', () => {
    expect(
      toldOf({ layout: false, permalink: '/x.xml', tags: ['a'], founded: 1926, data: { a: [1] } }, 'x.njk'),
    ).toEqual([]);
    expect(editionOf({ pages: { 'x.html': '<!doctype html><title>x</title>' } }).diagnostics).toEqual([]);
  });

  it.each([
    [{ titlee: 'About' }, '`title`'],
    [{ ...TITLE, layuot: 'page' }, '`layout`'],
    [{ ...TITLE, drafts: true }, '`draft`'],
  ])('is told of slips: %j', (keys: Keys, meant) => {
    expect(toldOf(keys, 'x.njk')).toEqual([`key-unknown: did you mean ${meant}?`]);
  });

  it.each(['page', 'pkg', 'eleventy', 'collections'])('is told of a key that is Eleventy’s own: %s', (key) => {
    expect(toldOf({ ...TITLE, [key]: { a: 1 } }, 'x.njk')).toEqual(['key-unknown: give it another name']);
  });

  it.each([
    { title: 7 },
    { ...TITLE, draft: 'x' },
    { ...TITLE, tags: [{ a: 1 }] },
    { ...TITLE, templateEngineOverride: ['a'] },
  ])('is told of a value of another kind: %j', (keys: Keys) => {
    expect(toldOf(keys, 'x.njk')[0]).toContain('value-type');
  });
});

describe('a key by which other programs keep a page from readers', () => {
  const HELD: readonly Keys[] = [
    { published: false },
    { public: 'no' },
    { status: 'draft' },
    { visibility: 'private' },
    { password: 'secret' },
    { private: true },
    { hidden: 'yes' },
    { 'publish-on': '2027-01-01' },
    { embargo: '2027-01-01' },
    { expires: '2027-01-01' },
    { robots: 'noindex, nofollow' },
    { 'no-index': true },
    { isDraft: true },
    { Draft: true },
  ];
  const files = {
    'a Markdown page': ['a.md', TITLE],
    'a Markdown page with an own layout': ['a.md', { ...TITLE, layout: 'own.njk' }],
    'a template': ['a.njk', TITLE],
  } as const;

  it.each(
    Object.entries(files).flatMap(([what, [name, keys]]) => HELD.map((held) => [held, what, { name, keys }] as const)),
  )('is an error whatever standards say: %j in %s', (held, _what, { name, keys }) => {
    const site = { standards: { 'key-unknown': 'off' } };
    const { diagnostics } = editionOf({ site, pages: { [name]: aFile({ ...keys, ...held }, 'Text.\n') } });

    expect(diagnostics.filter(({ code }) => code !== 'layout-unknown')).toMatchObject([
      { code: 'key-unknown', severity: 'error', hint: expect.stringMatching(/`(?:draft|noindex)/) },
    ]);
  });

  it.each<Keys>([
    { published: true },
    { published: '2019-05-01' },
    { publishedAt: '2019-05-01' },
    { status: 'open' },
    { state: 'California' },
    { private: 'Our privacy policy' },
    { hidden: false },
    { archived: 'no' },
    { password: null },
    { robots: 'index, follow' },
    { expires: 'never' },
  ])('is data of a template and of an own layout with another value: %j', (keys) => {
    const pages = {
      'a.md': aFile({ ...TITLE, layout: 'own.njk', ...keys }, 'Text.\n'),
      'b.njk': aFile(keys, 'Text.\n'),
    };

    expect(editionOf({ pages }).diagnostics.map(({ code }) => code)).toEqual(['layout-unknown']);
  });

  it('may be Eleventy’s own in a template', () => {
    expect(toldOf({ ...TITLE, eleventyExcludeFromCollections: true }, 'x.njk')).toEqual([]);
  });

  it.each([
    'published: no',
    'status: null',
    'password: &x secret',
    'hidden: ! yes',
    'robots: ~',
    'Draft: !!str yes',
    'published:',
  ])('is not hidden by what YAML makes of its value: %s', (line) => {
    const site = { standards: { 'key-unknown': 'warn' } };
    const pages = { 'a.md': `---\ntitle: About us\n${line}\n---\nText.\n` };
    const articles = { 'a.md': aStory().replace('---\n', `---\n${line}\n`) };
    const { diagnostics } = editionOf({ site, pages, articles });

    expect(diagnostics.map(({ path, code, severity }) => `${path} ${severity} ${code}`)).toEqual([
      'content/articles/a.md error key-unknown',
      'content/pages/a.md error key-unknown',
    ]);
  });
});

describe('the day on which a page was written', () => {
  const site =
    'title: The Ledger\nurl: https://ledger.example/\nstandards:\n  picture-alt: { before: 2020-01-01, severity: warn }\n';
  const severities = (written: string | undefined): readonly string[] => {
    const keys = written === undefined ? TITLE : { ...TITLE, written };
    const { diagnostics } = editionOf({
      site,
      pages: { 'about.md': aFile(keys, '![](/media/a.jpg)\n') },
      media: { 'a.jpg': [8, 6] },
    });
    return diagnostics.map(({ code, severity }) => `${severity} ${code}`);
  };

  it.each([
    ['2019-12-31', ['warn picture-alt']],
    ['2020-01-01', ['error picture-alt']],
    [undefined, ['error picture-alt']],
    ['soon', ['error date-invalid', 'error picture-alt']],
  ])('is what `standards` judge it by: %s', (written, expected) => {
    expect([...severities(written)].sort()).toEqual(expected);
  });

  it('is data of a template like any other', () => {
    expect(toldOf({ ...TITLE, written: 7 }, 'x.njk')).toEqual([]);
  });
});

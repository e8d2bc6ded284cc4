import { describe, expect, it } from 'vitest';
import { editionOf } from '../../newsroom/edition.ts';
import { aStory, type Keys } from '../../newsroom/manuscript.ts';

type Given = Readonly<Record<string, Keys>>;

function editionWith(stories: Given, given: Parameters<typeof editionOf>[1] = {}): ReturnType<typeof editionOf> {
  const articles = Object.entries(stories).map(([name, keys]) => [`${name}.md`, aStory(keys)]);
  return editionOf({ site: { language: 'en' }, articles: Object.fromEntries(articles) }, given);
}

/** The languages of each story’s group, by slug. */
function groupsOf(stories: Given, given: Parameters<typeof editionOf>[1] = {}): Readonly<Record<string, string>> {
  const { edition } = editionWith(stories, given);
  return Object.fromEntries(
    edition.stories.flatMap(({ entry: { slug }, translations }) =>
      translations ? [[slug, translations.stories.map(({ language }) => language).join(' ')]] : [],
    ),
  );
}

function problemsOf(stories: Given, given: Parameters<typeof editionOf>[1] = {}): readonly string[] {
  return editionWith(stories, given).diagnostics.map(({ code, path, line }) => `${code} ${path.slice(17)}:${line}`);
}

describe('translations', () => {
  it('hold both ways, whoever names the other', () => {
    expect(groupsOf({ a: {}, b: { language: 'es', translations: { en: 'a' } } })).toEqual({ a: 'en es', b: 'en es' });
    expect(groupsOf({ a: { translations: { es: 'b' } }, b: { language: 'es' } })).toEqual({ a: 'en es', b: 'en es' });
  });

  it('hold for all that are translations of one of them', () => {
    const stories = {
      a: { translations: { es: 'b' } },
      b: { language: 'es' },
      c: { language: 'fr', translations: { es: 'b' } },
      d: { language: 'de', translations: { fr: 'c' } },
      e: {},
    };

    expect(groupsOf(stories)).toEqual({ a: 'en de es fr', b: 'en de es fr', c: 'en de es fr', d: 'en de es fr' });
    expect(problemsOf(stories)).toEqual([]);
  });

  it('begin with the main language, and otherwise with the oldest', () => {
    const stories = {
      a: { language: 'ar', date: '2026-11-22', translations: { es: 'b' } },
      b: { language: 'es', date: '2026-11-21' },
    };

    expect(groupsOf(stories)).toEqual({ a: 'es ar', b: 'es ar' });
    expect(groupsOf({ ...stories, c: { language: 'en-GB', translations: { es: 'b' } } })['a']).toBe('en-GB ar es');
  });

  it('know which is the oldest', () => {
    const { edition } = editionWith({ a: { translations: { es: 'b' } }, b: { language: 'es', date: '2026-11-21' } });

    expect(edition.stories.map(({ translations }) => translations?.original)).toEqual([
      '/2026/11/21/b/',
      '/2026/11/21/b/',
    ]);
  });

  it.each(['b', './b.md', 'b.md', '/articles/b.md', '../articles/b.md'])('may be named as %s', (name) => {
    expect(problemsOf({ a: { translations: { es: name } }, b: { language: 'es' } })).toEqual([]);
    expect(groupsOf({ a: { translations: { es: name } }, b: { language: 'es' } })).toEqual({ a: 'en es', b: 'en es' });
  });

  it('are found by language where several stories have one slug', () => {
    const stories = {
      a: { slug: 'flood', translations: { es: 'flood', fr: 'flood' } },
      b: { slug: 'flood', language: 'es', date: '2026-11-21' },
      c: { slug: 'flood', language: 'fr', date: '2026-11-20' },
    };

    expect(problemsOf(stories)).toEqual([]);
    expect(groupsOf(stories)).toEqual({ flood: 'en es fr' });
  });

  it('may be in a country’s kind of the language', () => {
    expect(groupsOf({ a: { translations: { es: 'b' } }, b: { language: 'es-MX' } })).toEqual({
      a: 'en es-MX',
      b: 'en es-MX',
    });
  });

  it.each<readonly [what: string, stories: Given, problems: readonly string[]]>([
    ['nothing', { a: { translations: { es: 'nothing' } } }, ['translation-unknown a.md:5']],
    ['a file that is not there', { a: { translations: { es: '../es/b.md' } } }, ['translation-unknown a.md:5']],
    ['a file outside', { a: { translations: { es: '../../../b.md' } } }, ['translation-unknown a.md:5']],
    ['itself', { a: { translations: { es: 'a' } } }, ['translation-itself a.md:5']],
    [
      'a story in another language',
      { a: { translations: { es: 'b' } }, b: { language: 'fr' } },
      ['translation-language a.md:5'],
    ],
    ['one in its own language', { a: { translations: { en: 'b' } }, b: {} }, ['translation-duplicate a.md:5']],
    [
      'a second one through another story',
      { a: { translations: { es: 'b' } }, b: { language: 'es' }, c: { translations: { es: 'b' } } },
      ['translation-duplicate c.md:5'],
    ],
    [
      'a draft',
      { a: { translations: { es: 'b' } }, b: { language: 'es', draft: true } },
      ['translation-unpublished a.md:5'],
    ],
    [
      'a story under embargo',
      { a: { translations: { es: 'b' } }, b: { language: 'es', date: '2026-12-01' } },
      ['translation-unpublished a.md:5'],
    ],
    [
      'one that is published with it',
      { a: { date: '2026-12-01', translations: { es: 'b' } }, b: { language: 'es', date: '2026-12-01' } },
      [],
    ],
    ['a draft, in a draft', { a: { draft: true, translations: { es: 'b' } }, b: { language: 'es', draft: true } }, []],
    [
      'a second one, in a draft',
      { a: { translations: { es: 'b' } }, b: { language: 'es' }, c: { draft: true, translations: { es: 'b' } } },
      [],
    ],
  ])('are told of where a story names %s', (_what, stories, problems) => {
    expect(problemsOf(stories)).toEqual(problems);
  });

  it('are told of before an embargo ends, so that its build does not fail', () => {
    const stories = {
      a: { translations: { es: 'b' } },
      b: { language: 'es' },
      c: { date: '2026-12-01', translations: { es: 'b' } },
    };

    expect(problemsOf(stories)).toEqual(['translation-duplicate c.md:5']);
  });

  it('leave out what is not published, until it is', () => {
    const stories = { a: { translations: { es: 'b' } }, b: { language: 'es', date: '2026-12-01' } };

    expect(groupsOf(stories)).toEqual({});
    expect(groupsOf(stories, { now: '2026-12-02' })).toEqual({ a: 'en es', b: 'en es' });
  });

  it('are the same whatever the order in which the stories are read', () => {
    const stories = {
      a: { translations: { es: 'b' } },
      b: { language: 'es', translations: { fr: 'c' } },
      c: { language: 'fr' },
    };
    const reversed = Object.fromEntries(Object.entries(stories).reverse());

    expect(groupsOf(reversed)).toEqual(groupsOf(stories));
  });
});

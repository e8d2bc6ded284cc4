import { describe, expect, it } from 'vitest';
import { anArticle } from '../../newsroom/article.ts';
import { codesOf } from '../../newsroom/findings.ts';
import { slugFrom, slugFromPath } from '../../../src/validate/story/slug.ts';

describe('a slug', () => {
  it.each([
    ['Harbour bridge closes', 'harbour-bridge-closes'],
    ['Ünïcode', 'uenicode'],
    ['U\u0308ni\u0308code', 'uenicode'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Ελλάδα', 'ellada'],
    ['Привет', 'privet'],
    ['it’s 5%', 'its-5'],
    ['foo_bar.baz', 'foo-bar-baz'],
    ['iPhone XR', 'iphone-xr'],
    ['party 🎉', 'party'],
    ['2026', '2026'],
    ['Do\u00adnau\u200bdampf \u200eSchiff', 'donaudampf-schiff'],
    ['fire 👩\u200d🚒 \ufe0f', 'fire'],
  ])('is made of the words of a text: %s', (text, slug) => {
    expect(slugFrom(text)).toBe(slug);
  });

  it.each(['北京', '新闻 2026', '東京 Olympics', '🎉', '', '   ', '???', '…'])(
    'is not made where a word has no Latin letters: %j',
    (text) => {
      expect(slugFrom(text)).toBeUndefined();
    },
  );

  it.each([
    ['content/articles/2026/11/flood.md', 'flood'],
    ['content/articles/2026-11-23-flood.md', 'flood'],
    ['content/articles/2026-11-23.md', '2026-11-23'],
    ['content/articles/Flood Night.MD', 'flood-night'],
    ['content/articles/a/../flood.md', 'flood'],
    ['content/articles/2026-11-23-北京.md', undefined],
  ])('is that of the file name, without a date before it: %s', (path, slug) => {
    expect(slugFromPath(path)).toBe(slug);
  });
});

describe('a story whose file name makes no slug', () => {
  it('asks for one', () => {
    expect(codesOf(anArticle({}, { path: 'content/articles/北京.md' }).findings)).toEqual(['slug-missing']);
  });

  it('may have one of its own', () => {
    const { value, findings } = anArticle({ slug: 'beijing' }, { path: 'content/articles/北京.md' });

    expect([value.slug, findings]).toEqual(['beijing', []]);
  });

  it('is told apart from another such story', () => {
    const [one, other] = ['北京', '上海'].map(
      (name) => anArticle({}, { path: `content/articles/${name}.md` }).value.slug,
    );

    expect(one).not.toBe(other);
  });

  it('is told once where its slug is wrong too', () => {
    expect(codesOf(anArticle({ slug: '北京' }, { path: 'content/articles/北京.md' }).findings)).toEqual([
      'slug-invalid',
    ]);
  });
});

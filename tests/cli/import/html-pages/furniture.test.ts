import { describe, expect, it } from 'vitest';
import { page, PROSE, prose, readOne, WHOLE } from './pages.ts';

/** Names of no language, as programs make them. */
const box = (inside: string, tag = 'div'): string => `<${tag} class="x9f _a1">${inside}</${tag}>`;

describe('what is no part of an article, whatever its elements are called', () => {
  it.each([
    [
      'a sign-up in German',
      box('<h3>Der Freitagsbrief</h3><p>Jede Woche das Beste.</p><input type="email"><button>Los</button>'),
    ],
    ['a sign-up in Arabic', box('<p>النشرة البريدية كل جمعة</p><form><input name="m"></form>', 'section')],
    ['a search in Japanese', box('<p>記事を探す</p><input type="search">', 'aside')],
    [
      'buttons for passing on in French',
      box(
        '<a href="https://www.facebook.com/sharer/sharer.php?u=x">Partager</a> <a href="https://twitter.com/intent/tweet?x">Publier</a>',
      ),
    ],
    [
      'buttons for passing on in Hindi',
      box(
        '<li><a href="https://api.whatsapp.com/send?text=x">व्हाट्सऐप पर भेजें</a></li><li><a href="mailto:?subject=x">ईमेल</a></li>',
        'ul',
      ),
    ],
    ['its tags in Polish', box('<a rel="tag" href="/t/most">Most</a>, <a rel="tag" href="/t/port">Port</a>')],
    [
      'its neighbours in Russian',
      box(
        '<a rel="prev" href="/1">Паромы переполнены, и никто не знает, что делать</a><a rel="next" href="/2">Дальше</a>',
      ),
    ],
    [
      'other stories in Portuguese',
      box('<h3>Veja mais</h3><a href="/a">As balsas estão cheias de gente</a><a href="/b">A ponte antiga</a>', 'aside'),
    ],
  ])('is left out and told of: %s', async (_what, other) => {
    const { markdown, notes } = await readOne(page(prose(other)));

    expect(markdown).toBe(WHOLE);
    expect(notes.map(({ what }) => what)).toContain('block of a page that is no part of its text');
  });

  it.each([
    [
      'a list of tasks',
      '<ul><li><input type="checkbox" checked> The plate is renewed</li></ul>',
      'The plate is renewed',
    ],
    [
      'one link to where a post was passed on',
      '<p>See <a href="https://x.com/intent/tweet?x">this</a> post.</p>',
      'post.',
    ],
    ['an aside of words', '<aside><p>The bridge was built in 1903 and renewed twice since.</p></aside>', 'in 1903'],
  ])('is not %s', async (_what, inside, words) => {
    expect((await readOne(page(prose(inside)))).markdown).toContain(words);
  });
});

describe('the text that a page has in its structured data', () => {
  const data = (articleBody: string): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Bridge closes', articleBody })}</script>`;
  const more = 'Wer die Brücke kennt, weiß, dass sie im Herbst immer schon ein wenig gesungen hat.';

  it('says what is no part of it: boxes with links or buttons of which nothing is in it', async () => {
    const other = box(`<p>${more}</p><a href="/mehr">Weiter in der App, die es nur hier gibt</a>`);
    const said = PROSE.join(' ');

    expect((await readOne(page(prose(other), data(said)))).markdown).toBe(WHOLE);
    expect((await readOne(page(prose(other)))).markdown).toContain(more);
  });

  it('says what is a part of it, whatever that is called or hidden by', async () => {
    const own = `<div class="newsletter promo" style="display: none"><p>${more}</p><button>+</button></div>`;

    expect((await readOne(page(prose(own), data(`${PROSE.join(' ')} ${more}`)))).markdown).toContain(more);
    expect((await readOne(page(prose(own)))).markdown).not.toContain(more);
  });

  it('takes nothing away where it is another text, or only the beginning', async () => {
    const other = box(`<p>${more}</p><a href="/mehr">Weiter hier entlang, es ist nicht weit</a>`);

    for (const body of [
      'Something else that nobody has written into this page at all. '.repeat(20),
      PROSE[0]?.slice(0, 90) ?? '',
    ])
      expect((await readOne(page(prose(other), data(body)))).markdown).toContain(more);
  });

  it('lets no banner in that asks for another browser', async () => {
    const banner = '<div><p>Your browser is not supported. Please update to a newer version to read on.</p></div>';
    const said = `Your browser is not supported. Please update to a newer version to read on. ${PROSE.join(' ')}`;

    expect((await readOne(page(banner + prose(), data(said)))).markdown).toBe(WHOLE);
  });
});

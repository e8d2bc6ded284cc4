import { describe, expect, it } from 'vitest';
import { pagesOf, editionOf } from '../newsroom/edition.ts';
import { aFile, aStory } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

const PLAN = aFile({ title: 'Takeover plan', draft: true }, 'Not yet: [a picture](bridge.jpg).\n');

/** What is said of a newsroom, in short. */
function toldOf(newsroom: NewsroomGiven): readonly string[] {
  const { diagnostics } = editionOf(newsroom);
  return diagnostics.map(({ path, line, code }) => `${path.replace('content/', '')}:${line} ${code}`);
}

describe('a draft among pages', () => {
  it('is no page of the edition, and has no address', () => {
    const { edition, diagnostics } = editionOf({ pages: { 'plan.md': PLAN, 'x.njk': aFile({ draft: true }, 'x') } });

    expect(diagnostics).toEqual([]);
    expect(edition.ownPages).toEqual([]);
    expect(edition.heldBackPages).toEqual([
      { path: 'content/pages/plan.md', url: '/plan/', headline: 'Takeover plan', reason: 'draft', until: undefined },
      { path: 'content/pages/x.njk', url: '/x/', headline: 'content/pages/x.njk', reason: 'draft', until: undefined },
    ]);
  });

  it('may have the address of another page until it is published', () => {
    const pages = { 'plan.md': PLAN, 'other.md': aFile({ title: 'Plan', permalink: '/plan/' }, 'Text.\n') };

    expect(toldOf({ pages })).toEqual([]);
  });

  it('has no link in texts, and each is told of', () => {
    const articles = { 'a.md': aStory({}, 'See [a](../pages/plan.md), [b](/plan/), [c](/plan).') };

    expect(toldOf({ pages: { 'plan.md': PLAN }, articles })).toEqual(Array(3).fill('articles/a.md:6 link-unpublished'));
  });

  it('has no link of site.yaml, and each is told of', () => {
    const site = {
      navigation: [
        { label: 'Plan', url: '/plan/' },
        { label: 'Home', url: '/' },
      ],
      publisher: { name: 'Ledger Ltd', ethics: '/plan/index.html', contact: '/plan#top' },
      social: [
        { label: 'Plan', url: '/plan' },
        { label: 'Plan', url: 'http://ledger.example/plan?a=b' },
      ],
      languages: [{ language: 'es', navigation: [{ label: 'Plan', url: 'https://LEDGER.example/plan/index.html' }] }],
    };
    const { edition, diagnostics } = editionOf({ site, pages: { 'plan.md': PLAN } });

    expect(diagnostics.map(({ code }) => code)).toEqual(Array(6).fill('link-unpublished'));
    expect(edition.site.navigation).toEqual([{ label: 'Home', url: '/' }]);
    expect(edition.site.publisher).toMatchObject({ ethics: undefined, contact: undefined });
    expect(edition.site.social).toEqual([]);
    expect(edition.site.languages[0]?.navigation).toEqual([]);
  });
});

describe('a file of content/public/', () => {
  const at = (name: string, newsroom: NewsroomGiven = {}): readonly string[] =>
    editionOf({ ...newsroom, publicFiles: [name] }).diagnostics.map(
      ({ path, code, related }) => `${code} ${path} ${related.map((place) => place.path).join()}`,
    );

  it.each(['index.html', 'feed.xml', 'robots.txt', '404.html', 'sitemap.xml', '.broadsheet.txt', '.broadsheet.lock'])(
    'stands in the place of nothing that we make: %s',
    (name) => {
      expect(at(name)).toEqual([`url-duplicate content/public/${name} content/site.yaml`]);
    },
  );

  it('stands in the place of no page, whichever of the two is told', () => {
    const pages = { 'about.md': aFile({ title: 'About' }, 'Text.\n') };
    const articles = { 'bridge.md': aStory() };

    expect(at('about/index.html', { pages })).toEqual([
      'url-duplicate content/public/about/index.html content/pages/about.md',
    ]);
    expect(at('about', { pages })).toHaveLength(1);
    expect(at('2026/11/23/bridge/index.html', { articles })).toEqual([
      'url-duplicate content/articles/bridge.md content/public/2026/11/23/bridge/index.html',
    ]);
    expect(at('media/bridge.jpg')).toHaveLength(1);
  });

  it.each(['ads.txt', 'CNAME', '.well-known/security.txt', '.nojekyll', 'old/page.html', 'a b/c%d.txt'])(
    'may have any other place: %s',
    (name) => {
      expect(at(name)).toEqual([]);
    },
  );

  it('is what texts may link to, by its address and by its path', () => {
    const articles = { 'a.md': aStory({}, '[a](/plan.html), [b](../public/plan.html) and [c](/old/).') };

    expect(toldOf({ articles, publicFiles: ['plan.html', 'old/index.html'] })).toEqual([]);
  });

  it.each(['favicon.ico', 'icon.svg', 'site.webmanifest'])('takes the place of an icon of ours: %s', (name) => {
    expect(at(name)).toEqual([]);
    expect(pagesOf({ publicFiles: [name] }).map(({ url }) => url)).not.toContain(`/${name}`);
  });
});

describe('media beside pages', () => {
  it('are published with the page that shows them, and told of where none does', () => {
    const media = { 'content/pages/map.svg': [64, 48], 'content/pages/old.pdf': 'file' } as const;
    const pages = { 'about.md': aFile({ title: 'About' }, '![The quay.](map.svg)\n') };
    const { edition, diagnostics } = editionOf({ pages, media });

    expect(edition.files).toEqual(['content/pages/map.svg']);
    expect(diagnostics.map(({ path, code }) => `${path} ${code}`)).toEqual(['content/pages/old.pdf file-misplaced']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { type Redirect, targetAt } from '../../../src/domain/redirects/redirects.ts';
import { outputPath, type UrlPath } from '../../../src/domain/addresses.ts';
import type { Finding } from '../../../src/diagnostics/finding.ts';
import { type Claim, claimOfSite } from '../../../src/diagnostics/claim.ts';
import { Addresses } from '../../../src/relate/addresses/addresses.ts';
import { editionOf } from '../../newsroom/edition.ts';
import { aFile, aStory } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { tries } from '../../tries.ts';

function pageAt(from: UrlPath, url: UrlPath): Redirect {
  return { from, query: '', hasPage: true, to: targetAt(url) };
}

/** Each diagnostic as its code, its file, and the other files that it names. */
function clashesIn(newsroom: NewsroomGiven, drafts = false): readonly string[] {
  const short = ({ code, path, related }: Diagnostic): string =>
    [code, path, ...related.map((place) => place.path)].join(' ').replaceAll('content/', '');
  return editionOf(newsroom, { drafts }).diagnostics.map(short);
}

describe('the permalink of a story', () => {
  it.each([
    ['/2014/Foo/', '/2014/foo'],
    ['/2014/Foo_Bar.html', '/2014/foo_bar.html'],
    ['/2014/foo', '/2014/foo/'],
  ])('is an error in both stories where the other is no other file: %s, %s', (one, other) => {
    const articles = { 'a.md': aStory({ permalink: one }), 'b.md': aStory({ permalink: other }) };

    expect(clashesIn({ articles }).toSorted()).toEqual([
      'url-duplicate articles/a.md articles/b.md',
      'url-duplicate articles/b.md articles/a.md',
    ]);
  });

  it('is no address of two stories whose dates cannot be read', () => {
    const articles = { 'a/flood.md': aStory({ date: 'soon' }), 'b/flood.md': aStory({ date: 'later' }) };

    expect(clashesIn({ articles })).toEqual(['date-invalid articles/a/flood.md', 'date-invalid articles/b/flood.md']);
  });

  it('has a bundle take the name of its folder without it', () => {
    const { edition } = editionOf({ articles: { '2026/harbour-bridge/index.md': aStory() } });

    expect(edition.stories.map(({ url }) => url)).toEqual(['/2026/11/23/harbour-bridge/']);
  });
});

const ADMIN = { backend: 'github', repository: 'a/b', auth: 'https://auth.example' };

describe('two pages with one address', () => {
  it.each<[string, NewsroomGiven, string]>([
    [
      'stories',
      { articles: { 'a/flood.md': aStory(), 'b/flood.md': aStory() } },
      'url-duplicate articles/b/flood.md articles/a/flood.md',
    ],
    [
      'a story under embargo and another',
      {
        articles: {
          'a.md': aStory({ slug: 'x', date: '2027-01-01' }),
          'b.md': aStory({ slug: 'x', date: '2027-01-01' }),
        },
      },
      'url-duplicate articles/b.md articles/a.md',
    ],
    [
      'a story and a section',
      { site: { permalink: '/{slug}/', sections: [{ id: 'news', title: 'News' }] }, articles: { 'news.md': aStory() } },
      'url-duplicate articles/news.md site.yaml',
    ],
    [
      'a page and a section',
      {
        site: { sections: [{ id: 'about', title: 'About' }] },
        pages: { 'about.md': aFile({ title: 'About' }, 'Text') },
      },
      'url-duplicate pages/about.md site.yaml',
    ],
    [
      'a page and the home page',
      { pages: { 'index.md': aFile({ title: 'Home' }, 'Text') } },
      'url-duplicate pages/index.md site.yaml',
    ],
    [
      'a page and the feed',
      { pages: { 'feed.njk': aFile({ permalink: '/feed.xml' }, 'Text') } },
      'url-duplicate pages/feed.njk site.yaml',
    ],
    [
      'a page and the published editor',
      { site: { admin: ADMIN }, pages: { 'admin.md': aFile({ title: 'Admin' }, 'Text') } },
      'url-duplicate pages/admin.md site.yaml',
    ],
    [
      'a public file and the published editor',
      { site: { admin: ADMIN }, publicFiles: ['admin/index.html'] },
      'url-duplicate public/admin/index.html site.yaml',
    ],
    [
      'an old address of a story and the published editor',
      { site: { admin: ADMIN }, articles: { 'a.md': aStory({ aliases: ['/admin/'] }) } },
      'alias-collision articles/a.md site.yaml',
    ],
    [
      'a section and the published editor',
      { site: { admin: ADMIN, sections: [{ id: 'admin', title: 'Admin' }] } },
      'url-duplicate site.yaml site.yaml',
    ],
    [
      'a story and the home page’s file',
      { site: { permalink: '/{slug}.html' }, articles: { 'index.md': aStory() } },
      'url-duplicate articles/index.md site.yaml',
    ],
    [
      'a story and the page for addresses that lead nowhere',
      { site: { permalink: '/{slug}.html' }, articles: { '404.md': aStory() } },
      'url-duplicate articles/404.md site.yaml',
    ],
  ])('are told of with both files: %s', (_what, newsroom, clash) => {
    expect(clashesIn(newsroom)).toEqual([clash]);
  });

  it('are no clash with an editor that is not published', () => {
    expect(clashesIn({ pages: { 'admin.md': aFile({ title: 'Admin' }, 'Text') } })).toEqual([]);
  });

  it('are no clash where one of them is a draft', () => {
    const articles = { 'a.md': aStory({ slug: 'x' }), 'b.md': aStory({ slug: 'x', draft: true }) };

    expect(clashesIn({ articles })).toEqual([]);
    expect(clashesIn({ articles }, true)).toEqual([]);
  });

  it('are none where the same slug is of another day', () => {
    expect(
      clashesIn({ articles: { 'a.md': aStory({ slug: 'x' }), 'b.md': aStory({ slug: 'x', date: '2026-11-22' }) } }),
    ).toEqual([]);
  });
});

describe('an old address', () => {
  it('leads to the story', () => {
    const { edition } = editionOf({ articles: { 'a.md': aStory({ aliases: ['/old', '/old/a.html'] }) } });

    expect(edition.redirects).toEqual([
      pageAt('/old/' as UrlPath, '/2026/11/23/a/' as UrlPath),
      pageAt('/old/a.html' as UrlPath, '/2026/11/23/a/' as UrlPath),
    ]);
  });

  it.each<[string, string, string]>([
    ['the story’s own', '/2026/11/23/a/', 'articles/a.md'],
    ['another story’s', '/2026/11/23/b/', 'articles/b.md'],
    ['another story’s old one', '/older/', 'articles/b.md'],
    ['a section’s', '/news', 'site.yaml'],
    ['the feed’s', '/feed.xml', 'site.yaml'],
    ['a contributor’s', '/contributors/jane-doe/', 'contributors/jane-doe.md'],
    ['a page’s', '/about/', 'pages/about.md'],
    ['the home page’s file', '/index.html', 'site.yaml'],
    ['a section’s file', '/news/index.html', 'site.yaml'],
    ['a picture’s', '/media/bridge.jpg', 'media/bridge.jpg'],
  ])('may not be %s', (_whose, alias, holder) => {
    const newsroom: NewsroomGiven = {
      site: { sections: [{ id: 'news', title: 'News' }] },
      contributors: { 'jane-doe.md': aFile({ name: 'Jane Doe' }, '') },
      pages: { 'about.md': aFile({ title: 'About' }, 'Text') },
      articles: {
        'a.md': aStory({ aliases: [alias], topics: ['Floods'] }),
        'b.md': aStory({ aliases: alias === '/older/' ? ['/older/'] : [] }),
      },
    };
    const [first, second] = alias === '/older/' ? ['articles/b.md', 'articles/a.md'] : ['articles/a.md', holder];

    expect(clashesIn(newsroom)).toEqual([`alias-collision ${first} ${second}`]);
  });

  it('may not be a topic’s either', () => {
    const articles = { 'a.md': aStory({ aliases: ['/topics/floods/'], topics: ['Floods'] }) };

    expect(clashesIn({ articles })).toEqual([expect.stringContaining('articles/a.md')]);
  });

  it('of a story under embargo is checked before its day comes', () => {
    const articles = { 'a.md': aStory(), 'b.md': aStory({ date: '2027-01-01', aliases: ['/2026/11/23/a/'] }) };

    expect(clashesIn({ articles })).toEqual(['alias-collision articles/b.md articles/a.md']);
  });
});

describe('addresses', () => {
  it('are given out while all their files can lie in one folder', () => {
    const segment = fc.constantFrom('a', 'b', 'index.html', 'c.xml');
    const url = fc
      .tuple(fc.array(segment, { maxLength: 4 }), fc.boolean())
      .map(([segments, isFolder]) => `/${segments.join('/')}${isFolder && segments.length > 0 ? '/' : ''}` as UrlPath);
    fc.assert(
      fc.property(fc.array(url, { maxLength: 12 }), (urls) => {
        const findings: Finding[] = [];
        const addresses = new Addresses(findings);
        const files: string[] = [];
        for (const one of urls) {
          const before = findings.length;
          addresses.claim(claimOfSite(one, one));
          const file = outputPath(one);
          const fits = files.every((other) => other !== file && !isWithin(other, file) && !isWithin(file, other));

          expect([urls, one, findings.length === before]).toEqual([urls, one, fits]);
          expect(addresses.has(one)).toBe(fits || addresses.urls.includes(one));
          if (fits) files.push(file);
        }
      }),
      { numRuns: tries(2_000) },
    );
  });

  it('do not share one with a file that goes with a page, whichever is claimed first', () => {
    const page = fc.constantFrom('/a/', '/A/', '/a/b/', '/index.md/', '/a/index.md/');
    const other = fc.constantFrom(
      ...['/a', '/a/index.md', '/a/INDEX.MD', '/A/index.json', '/a/index.md/', '/a/index.md/x', '/a/index.md/x/y/'],
      ...[
        '/a/b',
        '/a/b/index.json',
        '/a/b/index.json/',
        '/a/map.svg',
        '/index.md',
        '/a/index.md/index.md',
        '/a/b/c/d/',
      ],
    );
    const claims = fc.array(
      fc.oneof(
        other,
        page.map((url) => ({ url })),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(claims, (wanted) => {
        const [whole, apart] = [new Claiming(), new Claiming()];
        for (const one of wanted) {
          if (typeof one === 'string') for (const claiming of [whole, apart]) claiming.claim(one);
          else {
            whole.claimPage(one.url);
            apart.claimPageAndFiles(one.url);
          }
        }

        expect([wanted, whole.said()]).toEqual([wanted, apart.said()]);
      }),
      { numRuns: tries(5_000) },
    );
  });
});

/** Whether a file would lie below another, as if that were a folder. */
function isWithin(file: string, other: string): boolean {
  return file.startsWith(`${other}/`);
}

const FILES = ['index.md', 'index.json'];

/** Claims addresses, for pages with files that go with them: all at once, or each by itself. */
class Claiming {
  private readonly findings: Finding[] = [];
  private readonly addresses = new Addresses(this.findings);
  private readonly asked = new Set<string>();
  private readonly pages = new Set<string>();

  claim(url: string): boolean {
    const before = this.findings.length;
    this.asked.add(url);
    this.addresses.claim(claimOfSite(url as UrlPath, url));
    return this.findings.length === before;
  }

  claimPage(page: string): void {
    if (!this.claimFirst(page)) return;
    const claimOf = (name: string): Claim => claimOfSite(`${page}${name}` as UrlPath, name);
    this.addresses.claimBeside({ page: page as UrlPath, beside: FILES, claimOf });
  }

  claimPageAndFiles(page: string): void {
    if (!this.claimFirst(page)) return;
    for (const name of FILES) this.claim(`${page}${name}`);
  }

  /** How many addresses were taken, and which of those that were asked for, and of those that files would have, are there. */
  said(): readonly [number, readonly string[]] {
    const files = [...this.pages].flatMap((page) => FILES.map((name) => `${page}${name}`));
    const asked = [...this.asked, ...files, '/b/index.md'];
    return [this.findings.length, [...new Set(asked)].sort().filter((url) => this.addresses.has(url))];
  }

  private claimFirst(page: string): boolean {
    this.pages.add(page);
    return this.claim(page);
  }
}

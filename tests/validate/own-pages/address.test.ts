import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUrlPath } from '../../../src/domain/addresses.ts';
import { type AddressKeys, ownAddress } from '../../../src/validate/own-pages/address.ts';

/** The address of a file, or the code and the hint of what is wrong. */
function addressOf(name: string, keys: AddressKeys = {}): string {
  const address = ownAddress(`content/pages/${name}`, keys);
  if (address.kind === 'address') return address.url;
  return address.kind === 'wrong' ? `${address.finding.code}: ${address.finding.hint}` : address.kind;
}

describe('the address of a page by the name of its file', () => {
  it.each([
    ['about.md', '/about/'],
    ['About.MD', '/About/'],
    ['index.md', '/'],
    ['es/index.md', '/es/'],
    ['rules/rules.md', '/rules/'],
    ['2026-01-01-plan.md', '/2026-01-01-plan/'],
    ['v1.2.md', '/v1.2/'],
    ['feed.xml.njk', '/feed.xml/'],
    ['关于.md', '/关于/'],
    ['Über_uns.md', '/Über_uns/'],
  ])('is that name: %s', (name, url) => {
    expect(addressOf(name)).toBe(url);
  });

  it.each([
    ['About us.md', '/about-us/'],
    ["what's-on.md", '/whats-on/'],
    ['What’s on.md', '/whats-on/'],
    ['R&D.md', '/r-and-d/'],
    ['50% off.md', '/50-percent-off/'],
    ['a+b (1).md', '/a-b-1/'],
    ['关于 我们.md', '/关于-我们/'],
    ['Our Team/Who we are.md', '/our-team/who-we-are/'],
    ['a\nb.md', '/a-b/'],
    ['[id].md', '/id/'],
    ['a\\b.md', '/a-b/'],
  ])('is made of it, where it is no part of an address: %j', (name, url) => {
    const address = addressOf(name);

    expect(isUrlPath(address), address).toBe(true);
    expect([url, url.replace(/-(?:and|percent)-/, '-')]).toContain(address);
  });

  it.each(['!.md', '% %.md', '….md', '🎉.md', '...md'])('is none where nothing is left of it: %s', (name) => {
    expect(addressOf(name)).toContain('permalink-invalid: rename it');
    expect(addressOf(name, { permalink: '/party/' })).toBe('/party/');
  });
});

describe('a permalink', () => {
  it.each([
    ['/about/', '/about/'],
    ['about/', '/about/'],
    ['/rules.html', '/rules.html'],
    ['/rules/index.html', '/rules/'],
    ['/humans.txt', '/humans.txt'],
    ['/.well-known/x.json', '/.well-known/x.json'],
    ['/关于/', '/关于/'],
    ['/', '/'],
  ])('is the address: %s', (permalink, url) => {
    expect(addressOf('p.md', { permalink })).toBe(url);
    expect(addressOf('p.njk', { permalink })).toBe(url);
  });

  it.each([
    ['/noslash', '`/noslash/`'],
    ['/Notes', '`/Notes/`'],
    ['/a b/', '`/a-b/`'],
    ['../x/', '`/x/`'],
    ['/a/../b/', '`/a/b/`'],
    ['/a/?x=1', '`/a/`'],
    ['/a/#b', '`/a/`'],
    ['/caf%C3%A9/', '`/café/`'],
    ['https://quay.example/about/', '`/about/`'],
    ['//about/', '`/about/`'],
    ['/a//b/', '`/a/b/`'],
    ['/{{ title }}/', '`/p/`; nothing is filled in here'],
    ['/:year/:title/', '`/p/`; nothing is filled in here'],
    [7, '`/p/`'],
    [true, '`/p/`'],
    [['/a/'], '`/a/`'],
    [{ build: '/a/' }, '`/a/`'],
    [['/a/', '/b/'], '`/p/`'],
    ['https://quay.example/', '`/p/`'],
  ])('of a Markdown page is refused where it is none: %j', (permalink, meant) => {
    const told = addressOf('p.md', { permalink });

    expect(told).toMatch(/^permalink-invalid: write `\//);
    expect(told).toContain(meant);
    if (typeof permalink === 'string') expect(told).not.toContain(`write \`${permalink}\``);
  });

  it('that is too long is told to be shortened', () => {
    expect(addressOf('p.md', { permalink: `/${'a'.repeat(300)}/` })).toContain('shorten its names');
    expect(addressOf('p.md', { permalink: '/a'.repeat(3000) })).toContain('shorten it');
  });

  it('may be false for a template, and for a Markdown page a draft is the way', () => {
    expect(addressOf('p.njk', { permalink: false })).toBe('none');
    expect(addressOf('p.md', { permalink: false })).toContain('`draft: true`');
  });

  it.each([
    [{ permalink: '/{{ x }}/' }],
    [{ permalink: '{% if x %}/a/{% endif %}' }],
    [{ permalink: { build: '/a/' } }],
    [{ permalink: '/a/', pagination: { data: 'x' } }],
    [{ eleventyComputed: { permalink: '/a/' } }],
  ])('of a template may be one that Eleventy computes: %j', (keys) => {
    expect(addressOf('p.njk', keys)).toBe('computed');
  });

  it.each(['/_redirects', '/_headers', '/.htaccess', '/web.config', '/sw.js', '/a/.git/config.html', '/_worker.js/'])(
    'is not that of a file that hosts obey: %s',
    (permalink) => {
      for (const path of ['p.njk', 'p.html', 'p.md'])
        expect(addressOf(path, { permalink, eleventyAllowMissingExtension: true })).toContain('permalink-invalid');
    },
  );

  it('is not made by a name that hosts obey', () => {
    expect(addressOf('web.config.md', {})).toContain('permalink-invalid');
    expect(addressOf('.well-known/a.md', {})).toBe('/.well-known/a/');
  });

  it('never makes an address that is none, of whatever text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (name, permalink) => {
        for (const keys of [{}, { permalink }]) {
          const address = ownAddress(`content/pages/${name.replaceAll('/', '')}x.md`, keys);
          expect(address.kind === 'wrong' || (address.kind === 'address' && isUrlPath(address.url))).toBe(true);
        }
      }),
    );
  });
});

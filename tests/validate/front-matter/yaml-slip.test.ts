import { describe, expect, it } from 'vitest';
import { editionOf } from '../../newsroom/edition.ts';

function told(yaml: string): { readonly at: string; readonly what: string | undefined; readonly hint: string } {
  const text = `---\nheadline: Harbour bridge closes\ncontributors: Jane Doe\ndate: 2026-11-23 07:30\n${yaml}\n---\nText\n`;
  const { diagnostics } = editionOf({ articles: { 'a.md': text } });
  const [first] = diagnostics.filter(({ code }) => code === 'yaml-broken');
  const what = /^Unexpected (.*), expected YAML/.exec(first?.message ?? '')?.[1];
  return { at: `${first?.line}:${first?.column}`, what, hint: first?.hint ?? '' };
}

describe('what made YAML unreadable', () => {
  it.each([
    ["dek: 'Tis the season", '5:6', 'quote that is not closed', `"'Tis the season"`],
    ["dek: 'Tis the season\nkicker: two's", '5:6', 'quote that is not closed', `"'Tis the season"`],
    ["dek: 'one\nkicker: the boys'", '5:6', 'quote that is not closed', `"'one"`],
    ["dek: 'Tis the season' to be jolly", '5:22', 'text after the closing quote', `"'Tis the season' to be jolly"`],
    [`dek: "Bridge" closes for "good"`, '5:14', 'text after the closing quote', `'"Bridge" closes for "good"'`],
    ["dek: 'It's over'", '5:10', 'text after the closing quote', `"It's over"`],
    ['image: { src: bridge.jpg, alt: @mayor says }', '5:32', '`@`', '"@mayor says"'],
    ['image: { src: bridge.jpg, alt: Mayor: no }', '5:37', '`:` in a text', '"Mayor: no"'],
    ['image: { src: bridge.jpg, alt: "It" says }', '5:36', 'text after the closing quote', `'"It" says'`],
    ['topics: [One, *Two*, Three]', '5:15', '`*`', '"*Two*"'],
    ['dek: "C:\\docs"', '5:9', '`\\` between double quotes', "'C:\\docs'"],
    ['dek: “Mayor: no”', '5:6', '`“`', '"Mayor: no"'],
  ])('is shown with what mends it: %s', (yaml, at, what, mended) => {
    const found = told(yaml);

    expect({ at: found.at, what: found.what }).toEqual({ at, what });
    expect(found.hint).toContain(`\`${mended}\``);
  });

  it.each([
    ['dek：Wide', '5:4', '`：`'],
    ['dek:\u00a0Bridge\nkicker: A', '5:5', 'no-break or wide space (U+00A0)'],
    [' dek: indented', '5:2', 'indentation'],
    ['image:\n  src: bridge.jpg\n   alt: A', '7:4', 'indentation'],
    ['dek: Harbour\nbridge closes', '6:1', 'text without a key'],
    ['dek: A\n  # note\n  b', '6:3', 'comment within a text'],
    ['dek: A # note\n  b', '5:8', 'comment within a text'],
    ['image: { src: bridge.jpg, alt: A', '5:8', 'group of keys that is not closed'],
    ['- dek: A', '5:1', '`-` before a key'],
    ['dek= A', '5:4', '`dek` without a colon'],
    ['dek ; A', '5:4', '`dek` without a colon'],
    ['dek:\ntext of it', '6:1', 'text in the column of its key'],
    ['dek: |\n\tA', '6:1', 'tab'],
    ['dek: >\n    A\n  B', '7:3', 'indentation'],
    ['dek: |\n  A\n kicker: B', '7:2', 'indentation'],
  ])('is pointed at: %j', (yaml, at, what) => {
    const found = told(yaml);

    expect({ at: found.at, what: found.what }).toEqual({ at, what });
    expect(found.hint).not.toBe('');
  });

  it.each([
    ['- dek: A', 'leave out the hyphen: `dek: A`'],
    ['dek= A', 'write `dek: A`'],
    ['dek:\ntext of it', 'put two spaces before it, if it belongs to `dek:`'],
    ['dek: |\n  A\n kicker: B', 'begin `kicker` in the column in which the key above it begins'],
  ])('is told how to be mended: %j', (yaml, hint) => {
    expect(told(yaml).hint).toBe(hint);
  });

  it.each([
    ['\n\n---\n', 'delete the empty lines above the first `---`'],
    [' ---\n', 'delete what stands before the three hyphens, which may be nothing that can be seen'],
    ['\u200b---\n', 'delete what stands before the three hyphens, which may be nothing that can be seen'],
    ['<!-- layout -->\n---\n', 'move what stands above line 2, `---`, below the second line of `---`'],
    ['—\n', 'write three hyphens, `---`, in the place of `—`, above the keys and below them; a key ends with a colon'],
    [
      '+++\n',
      'write three hyphens, `---`, in the place of `+++`, above the keys and below them; a key ends with a colon',
    ],
    ['', 'write a line `---` above the keys, and another one below them'],
    ['The bridge is closed.\n', 'put these lines first: `---`, `headline: …`, `contributors: …`, `date: …`, `---`'],
    [
      'The bridge is closed.\n\n---\n\nIt is.\n',
      'put these lines first: `---`, `headline: …`, `contributors: …`, `date: …`, `---`',
    ],
  ])('is front matter that does not begin on the first line: %j', (before, hint) => {
    const keys = before.endsWith('.\n') ? '' : 'headline: Harbour bridge closes\ndate: 2026-11-23 07:30\n---\n';
    const { diagnostics } = editionOf({ articles: { 'a.md': `${before}${keys}Text\n` } });

    expect(diagnostics.map((each) => [each.code, each.hint])).toEqual([['front-matter-missing', hint]]);
  });

  it('is a run of empty lines that nobody leaves', () => {
    const [found] = editionOf({
      articles: { 'a.md': `---\nheadline: A\n${'\n'.repeat(200)}dek: B\n---\n` },
    }).diagnostics;

    expect(found).toMatchObject({ code: 'yaml-broken', line: 2, hint: 'remove the empty lines' });
  });
});

describe('what made YAML of other files unreadable', () => {
  it.each([
    ['fronts', 'stories:\n  - a\n  -b\n  - { story: c }\n', '3:3', 'put a space after the hyphen: `- b`'],
    [
      'fronts',
      'stories:\n - a\n  - { story: c }\n',
      '3:3',
      'begin `-` in the column in which that of the line above begins',
    ],
    ['fronts', 'stories:\n  a\n  - { story: c }\n', '2:3', 'write `- a`'],
    [
      'fronts',
      'stories:\n  - story: a, weight: text\n',
      '2:13',
      'write `- { story: a, weight: text }`, or each key on a line of its own',
    ],
    ['fronts', 'stories:\n  - { story: a; weight: text }\n', '2:17', 'put a comma before it: `story: a, weight: text`'],
    ['fronts', 'groups:\n  - title The bridge\n    topic: Bridge\n', '2:10', 'write `- title: The bridge`'],
    ['fronts', 'lead a\nstories: [b]\n', '1:5', 'write `lead: a`'],
    ['fronts', '---\nlead: a\n---\n', '3:1', 'remove the lines of `---`: this file has YAML, and nothing below it'],
    ['redirects', '/a/:/news/\n/b/: /news/\n', '1:4', 'write `/a/: /news/`'],
    ['redirects', '/b/: /news/\n- /a/: /news/\n', '2:1', 'write `/a/: /news/`'],
    ['redirects', '/b/: /news/\n/a/ /news/\n', '2:4', 'write `/a/: /news/`'],
    ['redirects', '/a/ -> /news/\n/b/: /news/\n', '1:4', 'write `/a/: /news/`'],
    ['redirects', '/a/ => https://shop.example/\n/b/: /news/\n', '1:4', 'write `/a/: https://shop.example/`'],
  ])('is shown with what mends it: %s: %j', (kind, text, at, hint) => {
    const files = kind === 'fronts' ? { fronts: { 'home.yaml': text } } : { redirects: text };
    const [first] = editionOf(files).diagnostics.filter(({ code }) => code === 'yaml-broken');

    expect([`${first?.line}:${first?.column}`, first?.hint]).toEqual([at, hint]);
  });
});

describe('a second line of `---` that is missing', () => {
  it.each([
    ['headline: A\ndate: 2026-11-23\n\nThe city closed the bridge.\n', 5, 'add a line `---` above it'],
    ['headline: A\ntopics:\n  - B\n- C\nThe city closed the bridge.\n', 6, 'add a line `---` above it'],
    ['headline: A\n# note\n\ndek: B\n\nNote: a text.\n', 7, 'add a line `---` above it'],
    ['headline: A\n----\nText\n', 3, 'write three hyphens, and nothing before or after them'],
    ['headline: A\n—\nText\n', 3, 'write three hyphens, and nothing before or after them'],
    ['headline: A\n ---\nText\n', 3, 'write three hyphens, and nothing before or after them'],
    ['headline: A\n--- # end\nText\n', 3, 'write three hyphens, and nothing before or after them'],
    ['headline: A\ndek: B\n', 3, 'add a line `---` below it'],
    ['', 1, 'add a line `---` below it'],
  ])('is shown where it should stand: %j', (rest, line, hint) => {
    const { diagnostics } = editionOf({ articles: { 'a.md': `---\n${rest}` } });

    expect(diagnostics.filter(({ code }) => code === 'front-matter-unclosed')).toMatchObject([{ line, hint }]);
  });
});

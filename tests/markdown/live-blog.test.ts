import { describe, expect, it } from 'vitest';
import { cutPosts, markPost } from '../../src/markdown/live-blog.ts';
import { asHtml } from '../../src/domain/html.ts';
import { codesOf, pointedAt } from '../newsroom/findings.ts';
import { renderedText, type TextGiven } from '../newsroom/rendered-text.ts';

const LIVE: TextGiven = {
  site: { timeZone: 'Europe/London' },
  story: { date: { instant: Date.UTC(2026, 10, 23, 7, 30), hasTime: true }, isLive: true, corrections: 0 },
};
const update = (date: string, text = 'Words'): string => `:::update{date="${date}"}\n${text}\n:::\n`;

describe('an update', () => {
  it('has a permanent address made of its time, and a title', () => {
    const markdown = ':::update{date="2026-11-23 14:05" title="The *first* bus"}\nIt crossed.\n\n- a\n:::';
    const { posts } = cutPosts(renderedText(markdown, LIVE).html);

    expect(posts.map(({ html }) => html.replace(/>\n+/g, '>'))).toEqual([
      '<section class="update" id="update-20261123-1405">' +
        '<p class="update-time"><time datetime="2026-11-23T14:05:00+00:00"></time><a href="#update-20261123-1405"><span class="update-day">November 23, 2026 at </span>2:05 PM GMT</a></p>' +
        '<h2 class="update-title">The <em>first</em> bus</h2><p>It crossed.</p><ul><li>a</li></ul></section>',
    ]);
  });

  it.each([
    ['2026-11-23 14:05', 'update-20261123-1405'],
    ['2026-11-23 14:05:09', 'update-20261123-140509'],
    ['2026-11-23T14:05+02:00', 'update-20261123-1205'],
    ['2027-07-01 00:30', 'update-20270630-2330'],
  ])('at %s is called %s', (date, id) => {
    expect(renderedText(update(date), LIVE).posts.map((written) => written.id)).toEqual([id]);
  });

  it('at each of two times that clocks show twice has a name of its own', () => {
    const { posts, findings } = renderedText(update('2027-10-31T01:30+01:00') + update('2027-10-31T01:30+00:00'), LIVE);

    expect(findings).toEqual([]);
    expect(posts.map(({ id }) => id)).toEqual(['update-20271031-0030', 'update-20271031-0130']);
  });

  it('leaves its name to no heading', () => {
    const { html } = renderedText(`## Update 20261123 1405\n\n${update('2026-11-23 14:05')}`, LIVE);

    expect(html.match(/id="[^"]*"/g)).toEqual(['id="part-update-20261123-1405"', 'id="update-20261123-1405"']);
  });

  it('has all of its Markdown, from the line that opens it to the one that closes it', () => {
    const markdown = update('2026-11-23 14:05', 'One two\nthree.\n\nFour').trimEnd();

    expect(renderedText(`Before.\n\n${markdown}\n\nAfter.`, LIVE).posts[0]?.source).toBe(markdown);
  });

  it.each([
    [
      'in a story that is no live blog',
      update('2026-11-23 14:05'),
      { ...LIVE, story: undefined },
      'directive-misused',
      'update',
    ],
    ['in a box', `:::aside\n${update('2026-11-23 14:05')}:::`, LIVE, 'directive-misused', 'update'],
    ['in a quotation', '> :::update{date="2026-11-23 14:05"}\n> a\n> :::', LIVE, 'directive-misused', 'update'],
    [
      'within another',
      `${update('2026-11-23 14:05', update('2026-11-23 14:06').trimEnd())}`,
      LIVE,
      'directive-misused',
      'update',
    ],
    [
      'pinned by another word',
      ':::update{date="2026-11-23 14:05" pinned=no}\na\n:::',
      LIVE,
      'directive-attribute',
      'no',
    ],
    [
      'a key point by a word alone',
      ':::update{date="2026-11-23 14:05" key}\na\n:::',
      LIVE,
      'directive-attribute',
      'key',
    ],
    ['without a date', ':::update\na\n:::', LIVE, 'directive-attribute', 'update'],
    ['with no date', update('yesterday'), LIVE, 'date-invalid', 'yesterday'],
    ['with a day only', update('2026-11-23'), LIVE, 'date-invalid', '2026-11-23'],
    ['on a day that does not exist', update('2026-11-31 10:00'), LIVE, 'date-invalid', '2026-11-31 10:00'],
    ['at a time that clocks skip', update('2027-03-28 01:30'), LIVE, 'time-skipped', '2027-03-28 01:30'],
    ['at a time that clocks show twice', update('2027-10-31 01:30'), LIVE, 'time-twice', '2027-10-31 01:30'],
    ['before its story', update('2026-11-23 07:29'), LIVE, 'date-order', '2026-11-23 07:29'],
    ['with a note', `${update('2026-11-23 14:05', 'a[^1]')}\n[^1]: b`, LIVE, 'footnote-misplaced', '[^'],
  ] as const)('is told of %s', (_where, markdown, given, code, text) => {
    const { findings } = renderedText(markdown, { ...given, firstLine: 9 });

    expect(codesOf(findings)).toEqual([code]);
    expect(pointedAt(markdown, findings, 9)).toMatchObject([{ text }]);
  });

  it('of a time that another has is told of, with the line of that', () => {
    const { findings } = renderedText(update('2026-11-23 14:05') + update('2026-11-23T14:05Z'), {
      ...LIVE,
      firstLine: 9,
    });

    expect(findings).toMatchObject([{ code: 'update-duplicate', hint: expect.stringContaining('line 9') }]);
  });
});

describe('the text of a live blog', () => {
  it('is cut at its posts, and can be put together and cut again', () => {
    const markdown = `Before[^1]\n\n${update('2026-11-23 14:05', 'A')}\nBetween\n\n${update('2026-11-23 13:05', 'B')}\nAfter\n\n[^1]: Note`;
    const cut = cutPosts(renderedText(markdown, LIVE).html);

    expect(cut.before).toMatch(/^<p>Before/);
    expect(cut.posts.map(({ index, html }) => [index, />(A|B)</.exec(html)?.[1]])).toEqual([
      [0, 'A'],
      [1, 'B'],
    ]);
    expect(cut.after).toMatch(/^\s*<p>Between<\/p>\s*<p>After<\/p>\s*.*Note/s);
    expect(cutPosts(asHtml(cut.before + cut.posts.map(markPost).join('') + cut.after))).toEqual(cut);
  });

  it('without posts is what it is', () => {
    const { html } = renderedText('Before\n\n## A', LIVE);

    expect(cutPosts(html)).toEqual({ before: html, posts: [], after: '' });
  });

  it.each(['\u0001begin0\u0002', '\u0001end0\u0002'])('takes nothing that is written for a mark: %j', (mark) => {
    const { html } = renderedText(`${mark}\n\n${update('2026-11-23 14:05', `${mark}A`)}`, LIVE);

    expect(cutPosts(html).posts).toHaveLength(1);
    expect(cutPosts(html).before).toContain('\ufffd');
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import { articleSchema } from '../../../src/validate/story/article-schema.ts';
import { contributorSchema } from '../../../src/validate/contributors.ts';
import { siteSchema } from '../../../src/validate/site/site-schema.ts';
import { IS_NIGHT } from '../../at-night.ts';
import {
  type Files,
  inShort,
  KEYS,
  markdown,
  readFiles,
  readStory,
  removeWritten,
  SITE,
  STORY,
} from './newsroom-on-disk.ts';

afterAll(removeWritten);

describe('a value of the wrong type', () => {
  const wrong: readonly unknown[] = [5, true, 'some text', [['deep']], { nothing: { known: 'here' } }];
  const stands = { article: articleSchema, contributor: contributorSchema, site: siteSchema };
  const needed = { article: KEYS, contributor: 'name: Jane Doe', site: SITE.trimEnd() };
  const cases = Object.entries(stands).flatMap(([kind, { shape }]) =>
    Object.entries(shape).flatMap(([key, schema], index) => {
      const values = wrong.filter((value) => !schema.safeParse(value).success);
      // By day each key with one of them, now this one, now that.
      return (IS_NIGHT ? values : values.filter((_, at) => at === index % values.length)).map(
        (value) => [kind as keyof typeof stands, key, JSON.stringify(value)] as const,
      );
    }),
  );

  it('is tried for every key', () => {
    expect(new Set(cases.map(([kind, key]) => `${kind} ${key}`)).size).toBeGreaterThan(35);
  });

  it.each(cases)('is pointed at in %s: %s: %s', async (kind, key, value) => {
    const others = needed[kind].split('\n').filter((line) => !line.startsWith(`${key}:`));
    const yaml = [...others, `${key}: ${value}`].join('\n');
    const line = others.length + (kind === 'site' ? 1 : 2);
    const files: Record<typeof kind, Files> = {
      article: { [STORY]: markdown(yaml) },
      contributor: { 'content/contributors/jane-doe.md': markdown(yaml) },
      site: { 'content/site.yaml': yaml, [STORY]: markdown(KEYS) },
    };
    const { diagnostics } = await readFiles(files[kind]);

    expect(diagnostics).not.toEqual([]);
    for (const diagnostic of diagnostics) {
      expect(diagnostic.line).toBe(line);
      expect(['value-type', 'value-choice', 'key-unknown', 'key-missing']).toContain(diagnostic.code);
    }
  });

  it.each([
    ['contributors: [5]', '‹5›'],
    ['contributors: [{ id: 5 }]', '‹5›'],
    ['topics: [Bridges, 5]', '‹5›'],
    ['topics: [Bridges: old]', '‹Bridges: old›'],
    ['image: { src: 5, alt: A bridge }', '‹5›'],
    ['corrections: [{ date: 5, text: x }]', '‹5›'],
    ['corrections: [wrong]', '‹wrong›'],
    ['aliases: [/old/, true]', '‹true›'],
    ['liveStrip: { until: 5 }', '‹5›'],
  ])('is pointed at within %s', async (more, meant) => {
    const key = more.split(':')[0] ?? '';
    const keys = [...KEYS.split('\n').filter((line) => !line.startsWith(`${key}:`)), more].join('\n');

    expect(inShort(await readStory({ keys })).map((told) => told.replace(/^\d+ /, ''))).toEqual([
      `value-type ${meant}`,
    ]);
  });

  it('gives back what was written, not what YAML made of it', async () => {
    const { diagnostics } = await readStory({ keys: KEYS.replace('Harbour bridge closes', '007') });

    expect(diagnostics[0]?.hint).toContain('"007"');
  });

  it.each(['label: { toString: x }', 'label: { valueOf: x, toString: y }', 'language: { toString: x }'])(
    'is never run as a method: %s',
    async (more) => {
      expect(inShort(await readStory({ more })).map((told) => told.slice(0, 8))).toEqual(['5 value-']);
    },
  );

  it.each(['language', 'permalink', 'layout', 'noindex'])('is never run as a method in a page: %s', async (key) => {
    const files = { 'content/pages/about.md': markdown(`${key}: { toString: x }`) };

    await expect(readFiles(files)).resolves.toHaveProperty('report');
  });

  it.each([['contributors: [~]'], ['topics: [Bridges, ""]']])('names the key, not its number: %s', async (more) => {
    const key = more.split(':')[0] ?? '';
    const keys = [...KEYS.split('\n').filter((line) => !line.startsWith(`${key}:`)), more].join('\n');
    const { message, hint } = (await readStory({ keys })).diagnostics[0] ?? {};

    expect(`${message} ${hint}`).not.toMatch(/[`\s]\d[`:]/);
  });
});

describe('a key', () => {
  it('is missed at the top', async () => {
    expect(
      inShort(await readStory({ keys: 'headline: A bridge\ncontributors: Jane Doe' })).map((told) => told.slice(2)),
    ).toEqual(['key-missing ‹-›']);
  });

  it.each([
    ['corrections: [{ text: It is longer. }]', '5 key-missing ‹{ text: It is longer. }›'],
    ['image: { alt: A bridge }', '5 key-missing ‹image›'],
    ['image: { src: bridge.svg }', '5 picture-alt ‹image›'],
    ['liveStrip: { text: Watch }', '5 key-missing ‹liveStrip›'],
    ['headlin: Bridge', '5 key-unknown ‹headlin›'],
    ['image: { src: bridge.svg, alt: A bridge, captoin: It turns }', '5 key-unknown ‹captoin›'],
    ['updates: [{ date: 2026-11-23, text: Open, mood: glad }]', '5 key-unknown ‹mood›'],
    ['kicker: One\nkicker: Two', '6 key-duplicate ‹kicker›'],
    ['image:\n  src: bridge.svg\n  src: bridge.svg\n  alt: A bridge', '7 key-duplicate ‹src›'],
    ['image: { src: bridge.svg, alt: A, alt: B }', '5 key-duplicate ‹alt›'],
    ['__proto__: { draft: true }', '5 key-unknown ‹__proto__›'],
    ['constructor: x', '5 key-unknown ‹constructor›'],
    ['toString: x', '5 key-unknown ‹toString›'],
    ['image: { src: bridge.svg, alt: A, __proto__: x }', '5 key-unknown ‹__proto__›'],
    ['2026: x', '5 key-unknown ‹2026›'],
    ['"": x', '5 key-unknown ‹""›'],
    ['~: x', '5 key-unknown ‹~›'],
  ])('is pointed at where it is missing, unknown or doubled: %s', async (more, expected) => {
    expect(inShort(await readStory({ more }))).toEqual([expected]);
  });

  it('never reaches the prototype of anything', async () => {
    await readStory({ more: '__proto__: { polluted: true }\nimage: { __proto__: { polluted: true } }' });

    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });

  it.each([
    ['words: { constructor: { by: x } }', '3 language-invalid ‹constructor›'],
    ['words: { en: { constructor: x } }', '3 key-unknown ‹constructor›'],
    ['words: { en: { __proto__: x } }', '3 key-unknown ‹__proto__›'],
    ['standards: { constructor: error }', '3 standard-unknown ‹constructor›'],
    ['standards: { __proto__: error }', '3 standard-unknown ‹__proto__›'],
    ['permalink: "/{constructor}/{slug}/"', '3 permalink-invalid ‹"/{constructor}/{slug}/"›'],
    ['sections: [{ id: city, title: City }, { id: city, title: Town }]', '3 key-duplicate ‹city›'],
    ['titel: The Harbour Ledger', '3 key-unknown ‹titel›'],
    ['timezone: Europe/London', '3 key-unknown ‹timezone›'],
  ])('of site.yaml is checked likewise: %s', async (more, expected) => {
    const read = await readFiles({ 'content/site.yaml': `${SITE}${more}\n`, [STORY]: markdown(KEYS) });

    expect(inShort(read)).toEqual([expected]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('is no section, layout or contributor either: %s', async (name) => {
    const keys = KEYS.replace('Jane Doe', `[{ id: ${name} }]`);
    const read = await readStory({ keys: `${keys}\nsection: ${name}\nlayout: ${name}` });

    expect(inShort(read)).toEqual([
      `3 contributor-unknown ‹${name}›`,
      `5 section-unknown ‹${name}›`,
      `6 layout-unknown ‹${name}›`,
    ]);
  });

  it('with an invisible character in it is told apart from the one that was meant', async () => {
    const { message } = (await readStory({ more: '\u200bkicker: News' })).diagnostics[0] ?? {};

    expect(message).toContain('\\u200b');
  });
});

describe('a date', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-11-23 25:00', '2026-11-23 07:60', '23/11/2026', 'Monday', '0026-11-23'])(
    'that no calendar or clock shows is refused: %s',
    async (date) => {
      const read = await readStory({ keys: KEYS.replace('2026-11-23 07:30', date) });

      expect(inShort(read)).toEqual([`4 date-invalid ‹${date}›`]);
    },
  );

  it('is told apart from a time that is wrong', async () => {
    const { diagnostics } = await readStory({ keys: KEYS.replace('07:30', '25:00') });

    expect(diagnostics[0]?.hint).not.toContain('calendar');
  });

  it.each([
    ['updated: 2026-11-22', '5 date-order ‹2026-11-22›'],
    ['updated: 2026-11-23 07:29', '5 date-order ‹2026-11-23 07:29›'],
    ['corrections: [{ date: 2026-11-20, text: It is longer. }]', '5 date-order ‹2026-11-20›'],
    ['updates: [{ date: 2026-11-20, text: It is open. }]', '5 date-order ‹2026-11-20›'],
  ])('is not before that of the story: %s', async (more, expected) => {
    expect(inShort(await readStory({ more }))).toEqual([expected]);
  });

  it('of the same day is not before a time of that day', async () => {
    expect((await readStory({ more: 'updated: 2026-11-23' })).diagnostics).toEqual([]);
  });
});

describe('something that does not exist', () => {
  it.each([
    [{ more: 'section: city' }, '5 section-unknown ‹city›'],
    [{ keys: KEYS.replace('Jane Doe', 'jane-doe') }, '3 contributor-unknown ‹jane-doe›'],
    [{ more: 'layout: ../../etc/passwd' }, '5 layout-unknown ‹../../etc/passwd›'],
    [{ more: 'image: { src: boat.svg, alt: A boat }' }, '5 picture-missing ‹boat.svg›'],
    [{ text: ':::asid\nx\n:::\n' }, '6 directive-unknown ‹asid›'],
    [{ text: '> :::asid\n> x\n> :::\n' }, '6 directive-unknown ‹asid›'],
    [{ text: '- One\n\n  :::asid\n  x\n  :::\n' }, '8 directive-unknown ‹asid›'],
    [{ text: ':::pullquote{from="Ruth"}\nx\n:::\n' }, '6 directive-attribute ‹from›'],
    [{ text: '::story{slug=harbor}\n' }, '6 story-unknown ‹harbor›'],
    [{ text: '![A boat](boat.svg)\n' }, '6 picture-missing ‹boat.svg›'],
    [{ text: 'One\ntwo ![A boat](boat.svg)\n' }, '7 picture-missing ‹boat.svg›'],
    [{ text: '[a report](report.md)\n' }, '6 link-broken ‹report.md›'],
    [{ text: '[a report](/2026/11/22/report/)\n' }, '6 link-broken ‹/2026/11/22/report/›'],
    [{ text: '[a report](report.pdf)\n' }, '6 link-broken ‹report.pdf›'],
    [{ text: 'Text[^1].\n\n[^1]: See [it](report.md).\n' }, '8 link-broken ‹report.md›'],
  ])('is pointed at: %j', async (story, expected) => {
    expect(inShort(await readStory(story))).toEqual([expected]);
  });
});

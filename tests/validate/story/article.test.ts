import { describe, expect, it } from 'vitest';
import { codesOf } from '../../newsroom/findings.ts';
import { anArticle } from '../../newsroom/article.ts';
import { articleSchema } from '../../../src/validate/story/article-schema.ts';
import type { Keys } from '../../newsroom/manuscript.ts';

const SITE: Keys = {
  timeZone: 'Europe/London',
  language: 'en-GB',
  sections: [
    { id: 'news', title: 'News' },
    { id: 'sport', title: 'Sport' },
  ],
};

const FACT_CHECK: Keys = { claim: 'It *was* shut.', claimant: 'Jo Li', date: '2026-11-20', rating: 'False' };

/** Key, a good value, and what it becomes in the article. */
const GOOD: readonly (readonly [key: string, value: unknown, article: object])[] = [
  ['headline', ' *Hamlet*  opens ', { headline: { text: 'Hamlet opens', html: '<em>Hamlet</em> opens' } }],
  ['contributors', ' Jane Doe ', { credits: [{ role: 'byline', who: 'Jane Doe', as: 'either' }] }],
  ['date', '2026-07-23 07:30', { date: { instant: Date.parse('2026-07-23T06:30Z'), hasTime: true } }],
  ['date', '2026-07-23', { date: { instant: Date.parse('2026-07-22T23:00Z'), hasTime: false } }],
  ['updated', '2026-11-23 07:30', { updated: { instant: Date.parse('2026-11-23T07:30Z'), hasTime: true } }],
  ['updated', '2026-11-23', { updated: { instant: Date.parse('2026-11-23T00:00Z'), hasTime: false } }],
  ['dek', 'It is *old*', { dek: { text: 'It is old', html: 'It is <em>old</em>' } }],
  ['kicker', ' Transport ', { kicker: 'Transport' }],
  ['shortHeadline', 'Bridge * shut', { shortHeadline: 'Bridge * shut' }],
  ['slug', 'bridge-shut', { slug: 'bridge-shut' }],
  ['slug', 'Foo_Bar.v2--x', { slug: 'Foo_Bar.v2--x' }],
  ['permalink', '/2014/10/Foo_Bar.html', { permalink: '/2014/10/Foo_Bar.html' }],
  ['permalink', '/2014/10/Foo%20Bar', { permalink: '/2014/10/Foo Bar/' }],
  ['permalink', '/2014/10/foo/', { permalink: '/2014/10/foo/' }],
  ['permalink', '/2014/10/foo/index.html', { permalink: '/2014/10/foo/' }],
  ['section', 'sport', { section: 'sport' }],
  ['section', undefined, { section: 'news' }],
  ['related', [' a ', 'b.md'], { related: ['a', 'b.md'] }],
  ['series', ' long-repair ', { series: 'long-repair' }],
  ['topics', ['Bridges', ' City  council '], { topics: ['Bridges', 'City council'] }],
  ['dateline', ' OLD QUAY ', { dateline: 'OLD QUAY' }],
  ['dateline', 'OLD QUAY, 23 Nov —', { dateline: 'OLD QUAY, 23 Nov' }],
  ['dateline', 'OLD QUAY - ', { dateline: 'OLD QUAY' }],
  ['dateline', 'ALFRED-', { dateline: 'ALFRED-' }],
  [
    'image',
    { src: 'bridge.jpg', alt: '' },
    { picture: { alt: '', caption: undefined, credit: undefined, focus: undefined } },
  ],
  [
    'image',
    { src: 'bridge.jpg', alt: ' A bridge ', caption: '*Old*', credit: 'Jo', focus: '30% 40%' },
    { picture: { alt: 'A bridge', caption: { text: 'Old', html: '<em>Old</em>' }, credit: 'Jo', focus: [30, 40] } },
  ],
  ['image', { src: 'bridge.jpg', alt: '', focus: '0, 100' }, { picture: { focus: [0, 100] } }],
  [
    'image',
    { src: 'bridge.jpg', alt: '', credit: 'Jo', licence: 'https://example.com/by' },
    { picture: { credit: 'Jo', licence: 'https://example.com/by' } },
  ],
  ['corrections', [{ date: '2026-11-24', text: 'It is *old*.' }], { corrections: [{ text: { text: 'It is old.' } }] }],
  ['updates', [{ date: '2026-11-23', text: 'Open.' }], { updates: [{ text: { text: 'Open.' } }] }],
  [
    'factCheck',
    FACT_CHECK,
    {
      factCheck: {
        claim: { text: 'It was shut.' },
        claimant: { name: 'Jo Li', isOrganization: false },
        date: { instant: Date.parse('2026-11-20') },
        rating: { name: 'False' },
      },
    },
  ],
  [
    'factCheck',
    {
      ...FACT_CHECK,
      claimant: { organization: ' City Council ' },
      date: '2026-11-23',
      rating: { name: 'Mostly false', value: 1.5, worst: 0, best: 5 },
      url: 'https://example.com/a b',
    },
    {
      factCheck: {
        claimant: { name: 'City Council', isOrganization: true },
        rating: { name: 'Mostly false', scale: { value: 1.5, worst: 0, best: 5 } },
        url: 'https://example.com/a%20b',
      },
    },
  ],
  ['audio', { url: 'https://a.example/', duration: '4:05' }, { audio: { duration: 245, hasTranscript: false } }],
  ['video', { url: 'https://a.example/', title: '*A*' }, { video: { kind: 'video', title: { html: '<em>A</em>' } } }],
  ['live', true, { live: { start: undefined, end: undefined, updates: [] } }],
  ['live', false, { live: undefined }],
  ['liveStrip', false, { liveStrip: false }],
  [
    'liveStrip',
    { url: '/live/', until: '2026-11-24' },
    { liveStrip: { url: '/live/', until: Date.parse('2026-11-24') } },
  ],
  ['aliases', ['/old/path', '/old.html', '/%E5%8C%97/'], { aliases: ['/old/path/', '/old.html', '/北/'] }],
  ['canonical', 'https://example.com/a b', { canonical: 'https://example.com/a%20b' }],
  ['language', 'ES-mx', { language: 'es-MX' }],
  [
    'translations',
    { 'ES-mx': ' puente ', fr: '../fr/pont.md' },
    {
      translations: [
        { language: 'es-MX', key: 'ES-mx', target: 'puente' },
        { language: 'fr', key: 'fr', target: '../fr/pont.md' },
      ],
    },
  ],
  ['draft', true, { draft: true }],
  ['noindex', true, { noindex: true }],
  ['free', false, { free: false }],
  ['free', true, {}],
  ['label', 'satire', { label: 'satire' }],
  ['layout', 'article-feature', { layout: 'article-feature' }],
  ['layout', undefined, { layout: 'article' }],
];

/** Key, a bad value, and the code of what is wrong with it. */
const BAD: readonly (readonly [key: string, value: unknown, code: string])[] = [
  ['headline', undefined, 'key-missing'],
  ['headline', '  ', 'key-missing'],
  ['headline', 2026, 'value-type'],
  ['contributors', undefined, 'key-missing'],
  ['contributors', '', 'key-missing'],
  ['contributors', [], 'key-missing'],
  ['contributors', { name: 'Jane Doe' }, 'value-type'],
  ['date', undefined, 'key-missing'],
  ['date', 'Monday', 'date-invalid'],
  ['date', '2026-02-30', 'date-invalid'],
  ['date', '2026-03-29 01:30', 'time-skipped'],
  ['date', '2026-10-25 01:30', 'time-twice'],
  ['updated', '2026-11-23 07:29', 'date-order'],
  ['updated', '2026-11-22', 'date-order'],
  ['updated', '', 'date-invalid'],
  ['dek', '', 'key-missing'],
  ['dek', ['a'], 'value-type'],
  ['kicker', ' ', 'key-missing'],
  ['shortHeadline', 5, 'value-type'],
  ['slug', 'Bridge shut', 'slug-invalid'],
  ['slug', '../bridge', 'slug-invalid'],
  ['slug', '北京', 'slug-invalid'],
  ['section', 'sports', 'section-unknown'],
  ['related', 'report', 'value-type'],
  ['related', [''], 'key-missing'],
  ['related', [{ slug: 'a' }], 'value-type'],
  ['series', ['long-repair'], 'value-type'],
  ['series', 'Long repair', 'slug-invalid'],
  ['topics', 'Bridges', 'value-type'],
  ['topics', [2026], 'value-type'],
  ['topics', [''], 'key-missing'],
  ['dateline', '', 'key-missing'],
  ['image', 'bridge.jpg', 'value-type'],
  ['image', { alt: 'A bridge' }, 'key-missing'],
  ['image', { src: 'bridge.jpg' }, 'picture-alt'],
  ['image', { src: 'bridge.jpg', alt: '', size: 'big' }, 'key-unknown'],
  ['image', { src: 'nothing.jpg', alt: '' }, 'picture-missing'],
  ['image', { src: 'minutes.pdf', alt: '' }, 'picture-unreadable'],
  ['image', { src: 'https://example.com/a.jpg', alt: '' }, 'picture-remote'],
  ['image', { src: '../../../a.jpg', alt: '' }, 'path-outside'],
  ['image', { src: 'bridge.jpg', alt: '', focus: '101% 0%' }, 'value-choice'],
  ['image', { src: 'bridge.jpg', alt: '', focus: 'left' }, 'value-choice'],
  ['image', { src: 'bridge.jpg', alt: '', credit: 'Jo', licence: 'CC BY' }, 'url-invalid'],
  ['image', { src: 'bridge.jpg', alt: '', licence: 'https://example.com/by' }, 'key-missing'],
  ['corrections', { date: '2026-11-24', text: 'a' }, 'value-type'],
  ['updates', [{ date: 'soon', text: 'a' }], 'date-invalid'],
  ['factCheck', 'False', 'value-type'],
  ['factCheck', { ...FACT_CHECK, claim: undefined }, 'key-missing'],
  ['factCheck', { ...FACT_CHECK, claim: ' ' }, 'key-missing'],
  ['factCheck', { ...FACT_CHECK, claimant: undefined }, 'key-missing'],
  ['factCheck', { ...FACT_CHECK, claimant: { organization: ' ' } }, 'key-missing'],
  ['factCheck', { ...FACT_CHECK, claimant: ['A'] }, 'value-type'],
  ['factCheck', { ...FACT_CHECK, date: undefined }, 'key-missing'],
  ['factCheck', { ...FACT_CHECK, date: 'yesterday' }, 'date-invalid'],
  ['factCheck', { ...FACT_CHECK, date: '2026-11-23 07:31' }, 'date-order'],
  ['factCheck', { ...FACT_CHECK, rating: undefined }, 'key-missing'],
  ['factCheck', { ...FACT_CHECK, rating: '' }, 'key-missing'],
  ['factCheck', { ...FACT_CHECK, rating: 1 }, 'value-type'],
  ['factCheck', { ...FACT_CHECK, rating: { value: 1, best: 5, worst: 1 } }, 'key-missing'],
  ['factCheck', { ...FACT_CHECK, rating: { name: 'A', value: 1 } }, 'key-missing'],
  ['factCheck', { ...FACT_CHECK, rating: { name: 'A', value: 6, best: 5, worst: 1 } }, 'value-choice'],
  ['factCheck', { ...FACT_CHECK, rating: { name: 'A', value: 1, best: 1, worst: 1 } }, 'value-choice'],
  ['factCheck', { ...FACT_CHECK, rating: { name: 'A', value: 'one', best: 5, worst: 1 } }, 'value-type'],
  ['factCheck', { ...FACT_CHECK, url: 'javascript:alert(1)' }, 'url-invalid'],
  ['factCheck', { ...FACT_CHECK, verdict: 'A' }, 'key-unknown'],
  ['audio', 'bells.mp3', 'value-type'],
  ['audio', { title: 'a' }, 'key-missing'],
  ['audio', { src: 'bells.mp3', transcript: 'a' }, 'media-missing'],
  ['video', { url: 'javascript:alert(1)' }, 'url-invalid'],
  ['video', { url: 'https://a.example/', duration: 'long' }, 'value-choice'],
  ['live', 'yes', 'value-type'],
  ['live', { end: '2026-11-24' }, 'date-invalid'],
  ['live', { start: '2026-11-24 10:00', end: '2026-11-24 09:00' }, 'date-order'],
  ['liveStrip', true, 'value-type'],
  ['liveStrip', { text: 'a' }, 'key-missing'],
  ['liveStrip', { url: 'javascript:alert(1)' }, 'url-invalid'],
  ['liveStrip', { url: '/live/', until: 'soon' }, 'date-invalid'],
  ['aliases', '/old/', 'value-type'],
  ['aliases', ['old'], 'alias-invalid'],
  ['aliases', ['/'], 'alias-invalid'],
  ['aliases', ['//evil.example/'], 'alias-invalid'],
  ['aliases', ['/a/../b/'], 'alias-invalid'],
  ['aliases', ['/a#b'], 'alias-invalid'],
  ['permalink', '2014/10/a/', 'permalink-invalid'],
  ['permalink', '/:year/:title/', 'permalink-invalid'],
  ['permalink', '/{yyyy}/{slug}/', 'permalink-invalid'],
  ['permalink', '/', 'permalink-invalid'],
  ['permalink', '//a/', 'permalink-invalid'],
  ['permalink', '/a/../b/', 'permalink-invalid'],
  ['permalink', '/a?p=1', 'permalink-invalid'],
  ['permalink', '/a.php', 'permalink-invalid'],
  ['permalink', 7, 'value-type'],
  ['aliases', ['https://ledger.example/a/'], 'alias-invalid'],
  ['canonical', '/a/', 'url-invalid'],
  ['canonical', 'javascript:alert(1)', 'url-invalid'],
  ['canonical', 'https://user:secret@example.com/', 'url-invalid'],
  ['language', 'english please', 'language-invalid'],
  ['language', 'sw', 'language-without-words'],
  ['translations', 'puente', 'value-type'],
  ['translations', ['puente'], 'value-type'],
  ['translations', { es: ['puente'] }, 'value-type'],
  ['translations', { es: ' ' }, 'key-missing'],
  ['translations', { 'not a language': 'puente' }, 'language-invalid'],
  ['translations', { es: 'puente', ES: 'puente' }, 'translation-duplicate'],
  ['draft', 'yes', 'value-type'],
  ['noindex', 1, 'value-type'],
  ['free', 'no', 'value-type'],
  ['label', 'Opinion', 'value-choice'],
  ['label', { toString: 'a' }, 'value-choice'],
  ['layout', 'page', 'layout-unknown'],
  ['layout', '../article', 'layout-unknown'],
  ['Headline', 'a', 'key-unknown'],
  ['constructor', 'a', 'key-unknown'],
];

describe('a key of a story', () => {
  it.each(GOOD)('takes %s: %j', (key, value, article) => {
    const { value: found, findings } = anArticle({ [key]: value }, { site: SITE });

    expect(findings).toEqual([]);
    expect(found).toMatchObject(article);
  });

  it.each(BAD)('does not take %s: %j', (key, value, code) => {
    const { findings } = anArticle({ [key]: value }, { site: SITE });

    expect(codesOf(findings)).toEqual([code]);
    expect(JSON.stringify(findings[0]?.at)).toContain(`"${key}"`);
  });

  it.each([[GOOD], [BAD]])('is tried with a good and with a bad value', (cases) => {
    const tried = new Set(cases.map(([key]) => key));

    expect(Object.keys(articleSchema.shape).filter((key) => !tried.has(key))).toEqual([]);
  });

  it.each(['updated', 'dek', 'topics', 'image', 'aliases', 'draft', 'language'])(
    'without a value is not there: %s',
    (key) => {
      expect(anArticle({ [key]: null }, { site: SITE }).findings).toEqual([]);
    },
  );
});

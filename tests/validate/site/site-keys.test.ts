import { describe, expect, it } from 'vitest';
import { PICTURE_DEFAULTS } from '../../../src/domain/site/site.ts';
import { siteSchema } from '../../../src/validate/site/site-schema.ts';
import { validateSite } from '../../../src/validate/site/site.ts';
import { baselineOf, mediaOf, SITE } from '../../newsroom/site.ts';
import { codesOf } from '../../newsroom/findings.ts';
import type { Keys } from '../../newsroom/manuscript.ts';

function read(keys: Keys, url?: string): ReturnType<typeof validateSite> {
  return validateSite({ ...SITE, ...keys }, { media: mediaOf(undefined), url, baselineOf });
}

const GOOD: readonly (readonly [key: string, value: unknown, site: object])[] = [
  ['title', ' The Ledger ', { title: 'The Ledger', publisher: { name: 'The Ledger' } }],
  ['url', 'https://ledger.example', { origin: 'https://ledger.example', basePath: '' }],
  ['url', 'http://localhost:8080/paper/', { origin: 'http://localhost:8080', basePath: '/paper' }],
  ['url', 'https://ledger.example/bücher', { basePath: '/bücher' }],
  ['url', 'https://bücher.example/', { origin: 'https://xn--bcher-kva.example' }],
  ['description', 'News', { description: 'News' }],
  ['language', 'ES-mx', { language: 'es-MX' }],
  [
    'languages',
    [{ language: 'es-mx' }, { language: 'zh-hant', title: ' 報 ', description: '新聞', sections: {}, navigation: [] }],
    {
      languages: [
        { language: 'es-MX', home: '/es-mx/', title: 'The Harbour Ledger', sections: undefined, navigation: undefined },
        { language: 'zh-Hant', home: '/zh-hant/', title: '報', description: '新聞', sections: {}, navigation: [] },
      ],
    },
  ],
  ['languages', undefined, { home: '/', languages: [] }],
  ['timeZone', ' Europe/London ', { timeZone: 'Europe/London' }],
  ['timeZone', undefined, { timeZone: 'UTC' }],
  ['permalink', '/{section}/{yyyy}/{slug}.html', { permalink: '/{section}/{yyyy}/{slug}.html' }],
  ['permalink', undefined, { permalink: '/{yyyy}/{mm}/{dd}/{slug}/' }],
  [
    'sections',
    [{ id: 'news', title: 'News', description: 'All' }],
    { sections: [{ id: 'news', title: 'News', description: 'All' }] },
  ],
  [
    'sections',
    [{ id: ' news ', title: 'News', colour: '#0d5260' }],
    { sections: [{ id: 'news', title: 'News', colour: { light: '#0d5260' } }] },
  ],
  ['series', [{ id: 'a-b', title: 'A' }], { series: [{ id: 'a-b', title: 'A', description: undefined }] }],
  ['navigation', [{ label: 'About', url: '/about/' }], { navigation: [{ label: 'About', url: '/about/' }] }],
  ['baseline', ' baseline 2023 ', { baseline: { query: 'baseline 2023' } }],
  ['baseline', undefined, { baseline: { query: 'baseline 2022' } }],
  [
    'unsupportedBrowser',
    undefined,
    {
      unsupportedBrowser: {
        message: {},
        updateUrl: 'https://browsehappy.com/',
        withoutScript: false,
        skip: ['Opera Mini'],
      },
    },
  ],
  [
    'unsupportedBrowser',
    { message: ' Too old. ', updateUrl: '/help/', withoutScript: true, skip: ['KaiOS', ' '] },
    {
      unsupportedBrowser: {
        message: { en: 'Too old.' },
        updateUrl: '/help/',
        withoutScript: true,
        skip: ['KaiOS'],
      },
    },
  ],
  [
    'unsupportedBrowser',
    { message: { en: 'Too old.', 'ES-mx': 'Viejo.' } },
    { unsupportedBrowser: { message: { en: 'Too old.', 'es-MX': 'Viejo.' } } },
  ],
  [
    'liveStrip',
    { url: 'https://example.com', until: '2026-11-24' },
    { liveStrip: { url: 'https://example.com/', until: Date.parse('2026-11-24') } },
  ],
  ['search', false, { search: false }],
  ['cleanText', false, { cleanText: false }],
  ['html', 'text', { html: 'text' }],
  ['html', 'safe', { html: 'safe' }],
  ['markdown', { math: true }, { markdown: { math: true, mark: true } }],
  ['crawlers', { ai: 'refuse' }, { cleanText: false }],
  [
    'publisher',
    { name: 'Ledger Trust', logo: 'map.svg', contact: '/contact/' },
    { publisher: { name: 'Ledger Trust', logo: 'content/media/map.svg', contact: '/contact/' } },
  ],
  [
    'social',
    [{ label: 'Here', url: 'https://example.com/@ledger' }],
    { social: [{ url: 'https://example.com/@ledger' }] },
  ],
  ['hub', ' https://hub.example', { hub: 'https://hub.example/' }],
  ['elsewhere', ['/shop/**', '/forum/*.php'], { elsewhere: ['/shop/**', '/forum/*.php'] }],
  ['elsewhere', undefined, { elsewhere: [] }],
  [
    'icon',
    'icon.png',
    { icon: { picture: { path: 'content/media/icon.png', width: 512, height: 512 }, colour: '#0d5260' } },
  ],
  [
    'pictures',
    { formats: ['webp', 'avif'], quality: 60, widths: [1200, 400, 400], original: 'link' },
    { pictures: { formats: ['avif', 'webp'], quality: 60, widths: [400, 1200], original: 'link', cards: false } },
  ],
  ['pictures', { cards: true }, { pictures: { ...PICTURE_DEFAULTS, cards: true } }],
  ['pictures', {}, { pictures: PICTURE_DEFAULTS }],
  ['pictures', undefined, { pictures: PICTURE_DEFAULTS }],
  ['icon', { colour: '#A12' }, { icon: { picture: undefined, colour: '#aa1122' } }],
  ['icon', undefined, { icon: { picture: undefined, colour: '#0d5260' } }],
  [
    'admin',
    { backend: 'github', repository: 'harbour-post/site', auth: 'https://auth.post.example/' },
    {
      admin: {
        ...{ backend: 'github', repository: 'harbour-post/site', auth: 'https://auth.post.example' },
        ...{ branch: 'main', workflow: 'pull-requests', folder: '' },
      },
    },
  ],
  ['admin', undefined, { admin: undefined }],
  ['crawlers', { ai: 'refuse' }, { crawlers: { ai: 'refuse' } }],
  ['crawlers', undefined, { crawlers: { ai: 'allow' } }],
  ['csp', undefined, { policySources: {} }],
  ['csp', { enabled: false, 'img-src': ['data:'] }, { policySources: undefined }],
  [
    'csp',
    { 'script-src': ['https://stats.example.com', '*.example.org:8443'], 'img-src': ['data:', 'https:'] },
    {
      policySources: {
        'script-src': ['https://stats.example.com', '*.example.org:8443'],
        'img-src': ['data:', 'https:'],
      },
    },
  ],
  [
    'csp',
    { 'script-src': [`sha256-${'A'.repeat(43)}=`, `'sha512-${'b'.repeat(86)}=='`], 'connect-src': [] },
    { policySources: { 'script-src': [`'sha256-${'A'.repeat(43)}='`, `'sha512-${'b'.repeat(86)}=='`] } },
  ],
  ['csp', { 'connect-src': ['wss://live.example.com/feed/*', 'localhost:3000'] }, {}],
  ['pages', 'text', { pages: 'text' }],
  ['pages', undefined, { pages: 'programs' }],
  [
    'standards',
    { 'headline-long': 'off', 'link-broken': 'warn' },
    {
      standards: {
        'headline-long': [{ severity: 'off', before: undefined }],
        'link-broken': [{ severity: 'warn', before: undefined }],
      },
    },
  ],
  [
    'standards',
    { 'picture-alt': [{ before: '2020-01-01', severity: 'off' }, { before: '2026-01-01', severity: 'warn' }, 'error'] },
    {
      standards: {
        'picture-alt': [
          { severity: 'off', before: Date.UTC(2020, 0, 1) },
          { severity: 'warn', before: Date.UTC(2026, 0, 1) },
          { severity: 'error', before: undefined },
        ],
      },
    },
  ],
  // They are read with the stories' own rules, see `defaults.test.ts`.
  ['defaults', { section: 'news' }, { defaults: [] }],
  ['words', { en: { home: 'Front' } }, { words: { en: { home: 'Front' } } }],
];

const BAD: readonly (readonly [key: string, value: unknown, code: string])[] = [
  ['title', undefined, 'key-missing'],
  ['title', ' ', 'key-missing'],
  ['url', undefined, 'key-missing'],
  ['url', 'ledger.example', 'url-invalid'],
  ['url', 'ftp://ledger.example/', 'url-invalid'],
  ['url', 'https://user:secret@ledger.example/', 'url-invalid'],
  ['description', ['a'], 'value-type'],
  ['language', 'English', 'language-invalid'],
  ['language', 'xx', 'language-invalid'],
  ['language', 'en-XX', 'language-invalid'],
  ['language', 'e', 'language-invalid'],
  ['languages', { es: 'Español' }, 'value-type'],
  ['languages', ['es'], 'value-type'],
  ['languages', [{ title: 'Español' }], 'key-missing'],
  ['languages', [{ language: '' }], 'language-invalid'],
  ['languages', [{ language: '../x' }], 'language-invalid'],
  ['languages', [{ language: 'sw' }], 'language-without-words'],
  ['languages', [{ language: 'en-us' }], 'language-duplicate'],
  ['languages', [{ language: 'es' }, { language: 'ES' }], 'language-duplicate'],
  ['languages', [{ language: 'es', title: ' ' }], 'key-missing'],
  ['languages', [{ language: 'es', sections: { news: 'Noticias' } }], 'section-unknown'],
  ['languages', [{ language: 'es', sections: ['news'] }], 'value-type'],
  ['languages', [{ language: 'es', navigation: [{ label: 'A', url: 'javascript:alert(1)' }] }], 'url-invalid'],
  ['languages', [{ language: 'es', colour: 'red' }], 'key-unknown'],
  ['timeZone', 'London', 'time-zone-invalid'],
  ['timeZone', 'GMT+25', 'time-zone-invalid'],
  ['permalink', '/news/', 'permalink-invalid'],
  ['permalink', '{slug}/', 'permalink-invalid'],
  ['permalink', '/{slug}', 'permalink-invalid'],
  ['permalink', '/{year}/{slug}/', 'permalink-invalid'],
  ['permalink', '/../{slug}/', 'permalink-invalid'],
  ['permalink', '/{slug}/?a=b/', 'permalink-invalid'],
  ['series', ['long-repair'], 'value-type'],
  ['series', [{ id: 'Long repair', title: 'A' }], 'slug-invalid'],
  ['sections', { news: 'News' }, 'value-type'],
  ['sections', [{ id: 'news' }], 'key-missing'],
  ['sections', [{ id: 'The News', title: 'News' }], 'slug-invalid'],
  [
    'sections',
    [
      { id: 'news', title: 'A' },
      { id: 'news', title: 'B' },
    ],
    'key-duplicate',
  ],
  ['sections', [{ id: 'news', title: 'News', color: 'red' }], 'key-unknown'],
  ['sections', [{ id: 'news', title: 'News', colour: 'red' }], 'value-choice'],
  ['sections', [{ id: 'news', title: 'News', colour: '#ffcc00' }], 'colour-pale'],
  ['navigation', [{ label: 'About', url: 'about' }], 'url-invalid'],
  ['navigation', [{ label: 'About', url: 'javascript:alert(1)' }], 'url-invalid'],
  ['navigation', [{ label: 'About', url: '//evil.example/' }], 'url-invalid'],
  ['baseline', 'nonsense', 'baseline-invalid'],
  ['baseline', ' ', 'key-missing'],
  ['baseline', ['chrome 100'], 'value-type'],
  ['unsupportedBrowser', 'Too old.', 'value-type'],
  ['unsupportedBrowser', { message: ' ' }, 'key-missing'],
  ['unsupportedBrowser', { message: { 'not a language': 'Too old.' } }, 'language-invalid'],
  ['unsupportedBrowser', { updateUrl: 'javascript:alert(1)' }, 'url-invalid'],
  ['unsupportedBrowser', { withoutScript: 'yes' }, 'value-type'],
  ['unsupportedBrowser', { skip: 'KaiOS' }, 'value-type'],
  ['unsupportedBrowser', { colour: 'red' }, 'key-unknown'],
  ['liveStrip', {}, 'key-missing'],
  ['liveStrip', false, 'value-type'],
  ['publisher', { logo: 'nothing.svg' }, 'picture-missing'],
  ['publisher', { contact: 'desk@ledger.example' }, 'url-invalid'],
  ['search', 'off', 'value-type'],
  ['cleanText', 'markdown', 'value-type'],
  ['html', 'all', 'value-choice'],
  ['markdown', { math: 'yes' }, 'value-type'],
  ['markdown', { maths: true }, 'key-unknown'],
  ['social', ['https://example.com/'], 'value-type'],
  ['hub', 'hub.example', 'url-invalid'],
  ['hub', '/hub/', 'url-invalid'],
  ['elsewhere', '/shop/**', 'value-type'],
  ['elsewhere', ['shop/**'], 'elsewhere-invalid'],
  ['elsewhere', ['/**'], 'elsewhere-invalid'],
  ['elsewhere', ['/*/**'], 'elsewhere-invalid'],
  ['elsewhere', ['/shop**'], 'elsewhere-invalid'],
  ['elsewhere', ['/a?b'], 'elsewhere-invalid'],
  ['elsewhere', ['/a/../b'], 'elsewhere-invalid'],
  ['elsewhere', ['https://ledger.example/shop/'], 'elsewhere-invalid'],
  ['icon', 'none.png', 'picture-missing'],
  ['icon', 'bridge.jpg', 'media-type'],
  ['icon', { src: 'minutes.pdf' }, 'picture-unreadable'],
  ['icon', 7, 'value-type'],
  ['icon', 'map.svg', 'icon-shape'],
  ['icon', { src: 'icon.png', color: '#123' }, 'key-unknown'],
  ['icon', { colour: 'red' }, 'value-choice'],
  ['icon', { colour: '#12345' }, 'value-choice'],
  ['icon', ' ', 'key-missing'],
  ['pictures', 'small', 'value-type'],
  ['admin', { backend: 'svn', repository: 'a/b' }, 'value-choice'],
  ['admin', { backend: 'github', repository: 'a/b' }, 'key-missing'],
  ['admin', { backend: 'gitlab', repository: 'a/b' }, 'key-missing'],
  ['admin', { backend: 'github', repository: 'a"b', auth: 'https://a.example' }, 'value-choice'],
  ['admin', { backend: 'github', repository: 'a/b', auth: 'http://a.example' }, 'value-choice'],
  ['admin', { backend: 'github', repository: 'a/b', auth: 'https://a.example', branch: '../x' }, 'value-choice'],
  ['admin', true, 'value-type'],
  ['crawlers', { ai: 'maybe' }, 'value-choice'],
  ['crawlers', 'refuse', 'value-type'],
  ['pages', 'html', 'value-choice'],
  ['standards', { 'headline-long': 'never' }, 'value-choice'],
  ['standards', { 'link-unsafe': 'off' }, 'standard-unknown'],
  ['standards', { 'yaml-broken': 'warn' }, 'standard-unknown'],
  ['standards', { 'link-brokn': 'off' }, 'standard-unknown'],
  ['standards', { 'link-broken': { before: '2026-02-30', severity: 'warn' } }, 'date-invalid'],
  ['standards', { 'link-broken': { before: '2026-01-01' } }, 'key-missing'],
  ['standards', { 'link-broken': { until: '2026-01-01', severity: 'warn' } }, 'key-unknown'],
  ['standards', { 'link-broken': ['warn', 'of'] }, 'value-choice'],
  ['standards', { 'link-broken': false }, 'value-choice'],
  ['standards', ['link-broken'], 'value-type'],
  ['csp', 'off', 'value-type'],
  ['csp', { 'script-source': ['https://a.example'] }, 'key-unknown'],
  ['csp', { 'object-src': ['https://a.example'] }, 'key-unknown'],
  ['csp', { 'frame-ancestors': ['https://a.example'] }, 'key-unknown'],
  ['csp', { 'script-src': 'https://a.example' }, 'value-type'],
  ...[
    ...["'unsafe-inline'", 'unsafe-inline', "'unsafe-eval'", "'nonce-abc'", "'self'", 'self', 'none', '*', 'https:'],
    ...['data:', 'https://', 'https://a.example;object-src *', 'https://a.example, *', 'https://a.example *', ''],
    ...['https://a.example/?x=1', 'javascript:', '//a.example', 'https://ä.example', "'sha256-short'", '"', '</meta>'],
  ].map((source): (typeof BAD)[number] => ['csp', { 'script-src': [source] }, 'csp-invalid']),
  ['csp', { 'connect-src': [`sha256-${'A'.repeat(43)}=`] }, 'csp-invalid'],
  ['defaults', 'Staff', 'value-type'],
  ['words', { 'not a language': { home: 'a' } }, 'language-invalid'],
  ['words', { en: { hom: 'a' } }, 'key-unknown'],
  ['words', { en: 'a' }, 'value-type'],
  ['sektions', [], 'key-unknown'],
];

describe('a key of site.yaml', () => {
  it.each(GOOD)('takes %s: %j', (key, value, site) => {
    const { value: found, findings } = read({ [key]: value });

    expect(findings).toEqual([]);
    expect(found).toMatchObject(site);
  });

  it.each(BAD)('does not take %s: %j', (key, value, code) => {
    expect(codesOf(read({ [key]: value }).findings)).toEqual([code]);
  });

  it.each([[GOOD], [BAD]])('is tried with a good and with a bad value', (cases) => {
    const tried = new Set(cases.map(([key]) => key));

    expect(Object.keys(siteSchema.shape).filter((key) => !tried.has(key))).toEqual([]);
  });
});

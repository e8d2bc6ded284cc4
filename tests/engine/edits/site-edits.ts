import type { Random } from '../../bench/corpus.ts';
import { words } from '../newsrooms/a-random-story.ts';
import type { Edit } from './edit.ts';

interface SectionDraft {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** What editors write into `site.yaml`, and what goes with it. */
export const SITE_EDITS: Readonly<Record<string, Edit>> = {
  'change the title of the site': ofSite('title', (random) => `The ${words(random, 1)} Ledger`),
  'name another hub for feeds': ofSite('hub', (random) =>
    random.pick([undefined, `https://hub.example/${random.below(9)}`]),
  ),
  'change the description of the site': ofSite('description', (random) => random.pick([undefined, words(random, 3)])),
  'change the pattern of addresses': ofSite('permalink', (random) =>
    random.pick([undefined, '/{section}/{slug}/', '/{yyyy}/{slug}.html', '/{yyyy}/{mm}/{slug}/']),
  ),
  'change the zone of the site': ofSite('timeZone', (random) =>
    random.pick([undefined, 'Asia/Tokyo', 'America/New_York']),
  ),
  'change the language of the site': ofSite('language', (random) => random.pick(['en-GB', 'fr', 'ar'])),
  'change the navigation': ofSite('navigation', (random) =>
    random.pick([undefined, [{ label: words(random, 1), url: '/sport/' }]]),
  ),
  'change the live strip of the site': ofSite('liveStrip', (random) =>
    random.pick([
      undefined,
      { text: words(random, 2), url: 'https://radio.example/' },
      { url: 'https://radio.example/', until: '2026-11-23 22:00' },
    ]),
  ),
  'change what crawlers are told': ofSite('crawlers', (random) =>
    random.pick([undefined, { ai: 'refuse' }, { ai: 'allow' }]),
  ),
  'add or remove a robots.txt': ({ newsroom }) => {
    const path = 'pages/robots.njk';
    if (path in newsroom.pages) delete newsroom.pages[path];
    else newsroom.pages[path] = { keys: { permalink: '/robots.txt', layout: false }, text: 'User-agent: *', links: [] };
    return path;
  },
  'change the publisher': ofSite('publisher', (random) =>
    random.pick([undefined, { name: words(random, 2) }, { logo: 'logo.png', ethics: '/about/' }]),
  ),
  'change words': ofSite('words', (random) =>
    random.pick([
      undefined,
      { en: { published: 'Out {time}' } },
      { fr: { topics: 'Sujets' }, en: { latest: words(random, 1) } },
    ]),
  ),
  'change what becomes of HTML': ofSite('html', (random) => random.pick([undefined, 'safe', 'text'])),
  'change standards': ofSite('standards', (random) =>
    random.pick([
      undefined,
      { 'headline-long': 'off' },
      { 'contributors-joined': 'error' },
      { 'body-empty': 'error', 'html-shown': 'off', 'html-removed': 'error' },
      { 'section-unknown': 'warn', 'contributor-unknown': 'warn', 'picture-missing': 'warn', 'link-broken': 'off' },
      { 'contributor-unknown': { before: aDay(random), severity: 'warn' }, 'picture-alt': 'off' },
      { 'picture-missing': [{ before: aDay(random), severity: 'off' }, 'warn'], 'link-unsafe': 'off' },
    ]),
  ),
  'change defaults': ofSite('defaults', (random) =>
    random.pick<unknown>([
      undefined,
      { contributors: 'Al Staff', section: 'news' },
      { contributors: random.pick(['nobody', 'Al Staff']), topics: [words(random, 1)] },
      { section: random.pick(['sport', 'nowhere']), noindex: random.pick([true, false]) },
      [
        { before: aDay(random), contributors: 'Al Older', label: 'opinion' },
        { folder: random.pick(['2026', 'deep', '.']), contributors: 'Al Deep', kicker: words(random, 1) },
        { contributors: ['Al Staff', { name: 'Al Else', credit: 'editing' }] },
      ],
    ]),
  ),
  'leave keys of a story to the site': ({ newsroom: { stories } }, random) => {
    if (stories.length === 0) return undefined;
    // Without defaults a story without contributors is an error, which must not outlast all that comes after.
    for (const { keys } of stories) keys['contributors'] ??= 'Al Mended';
    const story = random.pick(stories);
    const key = random.pick(['contributors', 'section', 'topics', 'kicker']);
    story.keys[key] = random.pick([undefined, null]);
    return `${story.path}: ${key}`;
  },
  'change social links': ofSite('social', (random) =>
    random.pick([undefined, [{ label: 'Elsewhere', url: 'https://social.example/ledger' }]]),
  ),
  'change what readers of old browsers are told': ofSite('unsupportedBrowser', (random) =>
    random.pick([undefined, { message: words(random, 3) }, { withoutScript: true }]),
  ),
  'change the series of the site': ofSite('series', (random) =>
    random.pick([undefined, [{ id: 'long-repair', title: words(random, 2), description: words(random, 3) }]]),
  ),
  'rename a section': ofSections((sections, random) => {
    const index = random.below(sections.length);
    return sections.map((section, at) => (at === index ? { ...section, title: words(random, 1) } : section));
  }),
  'add a section': ofSections((sections, random) => [
    ...sections,
    { id: `section-${random.below(1000)}`, title: 'More' },
  ]),
  'put sections in another order': ofSections((sections) => [...sections].reverse()),
  'remove a section, and move its stories': ({ newsroom }, random) => {
    const sections = (newsroom.site['sections'] ?? []) as readonly SectionDraft[];
    if (sections.length < 2) return undefined;
    const { id } = random.pick(sections);
    newsroom.site['sections'] = sections.filter((section) => section.id !== id);
    delete newsroom.fronts[id];
    for (const { keys } of newsroom.stories) if (keys['section'] === id) keys['section'] = undefined;
    return id;
  },
};

function ofSite(key: string, make: (random: Random) => unknown): Edit {
  return ({ newsroom: { site } }, random) => {
    site[key] = make(random);
    return JSON.stringify(site[key]) ?? 'none';
  };
}

function ofSections(change: (sections: readonly SectionDraft[], random: Random) => readonly SectionDraft[]): Edit {
  return ({ newsroom: { site } }, random) => {
    const sections = (site['sections'] ?? []) as readonly SectionDraft[];
    if (sections.length === 0) return undefined;
    site['sections'] = change(sections, random);
    return JSON.stringify(site['sections']);
  };
}

/** A day about which stories are dated. */
function aDay(random: Random): string {
  return `2026-11-${String(1 + random.below(28)).padStart(2, '0')}`;
}

import type { Random } from '../../bench/corpus.ts';
import { aRandomMedium } from '../newsrooms/a-random-newsroom.ts';
import { aRandomPerson, randomPersonLinks } from '../newsrooms/a-random-newsroom.ts';
import { buildDesk } from '../builds/build-in-process.ts';
import type { Desk } from '../builds/desk.ts';
import type { Edit } from './edit.ts';
import { FRONT_EDITS } from './front-edits.ts';
import type { Medium, PersonDraft } from '../newsrooms/newsroom.ts';
import { words } from '../newsrooms/a-random-story.ts';

interface SectionDraft {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

const HOUR = 3_600_000;

/** A day about which stories are dated. */
function aDay(random: Random): string {
  return `2026-11-${String(1 + random.below(28)).padStart(2, '0')}`;
}

/** What editors do to all that is no story, and how builds are asked for. */
export const NEWSROOM_EDITS: Readonly<Record<string, Edit>> = {
  ...FRONT_EDITS,
  'let time pass': later(1, 120),
  'let days pass': later(24 * 60, 24 * 60 * 5),
  'go back in time': (desk, random) => {
    desk.settings.now -= (1 + random.below(72)) * HOUR;
    return new Date(desk.settings.now).toISOString();
  },
  'build with drafts, or without': ({ settings }) => {
    settings.drafts = !settings.drafts;
    return String(settings.drafts);
  },
  'build for another address': ({ settings }, random) => {
    settings.url = random.pick([undefined, 'https://preview.example/', 'https://preview.example/branch-é/']);
    return String(settings.url);
  },
  'build a part of the site, or all of it': ({ settings }, random) => {
    settings.shard = random.pick([undefined, undefined, { index: 1, count: 2 }, { index: 2, count: 2 }]);
    return JSON.stringify(settings.shard) ?? 'all';
  },
  'build to another output with the same cache': async (desk) => {
    const { kind } = await buildDesk(desk, { output: 'other-site', cache: 'cache' });
    return kind;
  },

  'rename someone': ofPerson((person, random) => {
    person.keys['name'] = `Al Renamed ${random.below(1000)}`;
  }),
  'rename someone who keeps the former name': ofPerson((person, random) => {
    person.keys['formerNames'] = [person.keys['name']];
    person.keys['name'] = `Al Renamed ${random.below(1000)}`;
  }),
  'change a biography': ofPerson((person, random) => {
    person.text = words(random, 5);
  }),
  'change a role': ofPerson((person, random) => {
    person.keys['role'] = random.pick([undefined, 'Columnist', words(random, 1)]);
  }),
  'change the links of someone': ofPerson((person, random) => {
    person.keys['links'] = randomPersonLinks(random);
  }),
  'change a portrait': (desk, random) =>
    ofPerson((person) => {
      person.picture = random.pick([undefined, ...pathsOf(desk, 'png')]);
    })(desk, random),
  'add someone': ({ newsroom }, random) => aRandomPerson(newsroom, random),
  'delete someone, and credit their name': ({ newsroom }, random) => {
    const ids = Object.keys(newsroom.people);
    if (ids.length === 0) return undefined;
    const id = random.pick(ids);
    const name = String(newsroom.people[id]?.keys['name']);
    delete newsroom.people[id];
    for (const { keys } of newsroom.stories) keys['contributors'] = withName(keys['contributors'], id, name);
    return id;
  },
  'delete someone': ({ newsroom }, random) => {
    const ids = Object.keys(newsroom.people);
    if (ids.length === 0) return undefined;
    const id = random.pick(ids);
    delete newsroom.people[id];
    return id;
  },

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
  'change standards': ofSite('standards', (random) =>
    random.pick([
      undefined,
      { 'headline-long': 'off' },
      { 'contributors-joined': 'error' },
      { 'body-empty': 'error', 'html-shown': 'off' },
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

  'replace a picture by one of another size': ofMedium((medium, random) => ({
    ...medium,
    width: 10 + random.below(90),
  })),
  'replace a picture by one of the same size': ofMedium((medium, random) => ({ ...medium, shade: random.below(256) })),
  'replace a picture by one of the same size and time': (desk, random) => {
    desk.keepsTimes = true;
    return ofMedium((medium) => ({ ...medium, shade: random.below(256) }))(desk, random);
  },
  'add a file': ({ newsroom }, random) => aRandomMedium(newsroom, random),
  'put a picture beside stories that has the name of another': ({ newsroom }, random) => {
    const pictures = Object.keys(newsroom.media).filter((path) => /^media\/[^/]+\.png$/.test(path));
    if (pictures.length === 0) return undefined;
    const path = random.pick(pictures).replace('media', random.pick(['articles', 'articles/2026', 'contributors']));
    newsroom.media[path] = { kind: 'png', width: 5 + random.below(9), height: 7, shade: 3 };
    return path;
  },
  'delete a file': ({ newsroom }, random) => {
    const paths = Object.keys(newsroom.media).filter((path) => path !== 'media/logo.png');
    if (paths.length === 0) return undefined;
    const path = random.pick(paths);
    delete newsroom.media[path];
    return path;
  },
  'delete a file that nothing shows': ({ newsroom }, random) => {
    const shown = JSON.stringify([newsroom.stories, newsroom.people, newsroom.pages]);
    const paths = Object.keys(newsroom.media).filter((path) => path !== 'media/logo.png' && !shown.includes(path));
    if (paths.length === 0) return undefined;
    const path = random.pick(paths);
    delete newsroom.media[path];
    return path;
  },

  'change a page': ({ newsroom }, random) => {
    const paths = Object.keys(newsroom.pages);
    const page = paths.length === 0 ? undefined : newsroom.pages[random.pick(paths)];
    if (page) page.text = `${words(random, 4)} ${random.pick(['', '{{ title }}'])}`.replace('<b>', '');
    return page && String(page.keys['title']);
  },
  'change the title of a page': ofPage((keys, random) => {
    keys['title'] = words(random, 2);
  }),
  'change the address of a page': ofPage((keys, random) => {
    keys['permalink'] = `/at-${random.below(1000)}/`;
  }),
  'change whether a page is indexed': ofPage((keys, random) => {
    keys['noindex'] = random.pick([true, undefined]);
  }),
  'change the language of a page': ofPage((keys, random) => {
    keys['language'] = random.pick(['fr', 'de', undefined]);
  }),
  'change the links of a page': ({ newsroom }, random) => {
    const page = newsroom.pages['pages/about.md'];
    if (!page || newsroom.stories.length === 0) return undefined;
    page.links = [
      { kind: random.pick(['path', 'address', 'card'] as const), story: random.pick(newsroom.stories).number },
    ];
    return JSON.stringify(page.links);
  },
  'add a page': ({ newsroom }, random) => {
    const kind = random.pick(['md', 'njk', 'liquid', 'html']);
    const path = `pages/${random.pick(['', 'deep/er/'])}page-${newsroom.next}.${kind}`;
    newsroom.next += 1;
    newsroom.pages[path] = { keys: { layout: 'page', title: words(random, 2) }, text: 'A page', links: [] };
    return path;
  },
  'add a page for addresses that lead nowhere': ({ newsroom }) => {
    newsroom.pages['pages/404.md'] = {
      keys: { layout: 'page', title: 'Gone', permalink: '/404.html' },
      text: 'Gone.',
      links: [],
    };
    return '404.md';
  },
  'add a page of the newsroom’s own about corrections': ({ newsroom }) => {
    newsroom.pages['pages/corrections.md'] = {
      keys: { layout: 'page', title: 'Corrections' },
      text: 'Write to us.',
      links: [],
    };
    return 'corrections.md';
  },
  'delete a page': ({ newsroom }, random) => {
    const paths = Object.keys(newsroom.pages);
    if (paths.length === 0) return undefined;
    const path = random.pick(paths);
    delete newsroom.pages[path];
    return path;
  },
  'delete all pages': ({ newsroom }) => {
    newsroom.pages = {};
    return 'all';
  },

  'redirect an old address to a story': ({ newsroom }, random) => {
    if (newsroom.stories.length === 0) return undefined;
    const from = `/gone-${random.below(5)}/`;
    newsroom.redirects = { ...newsroom.redirects, [from]: { story: random.pick(newsroom.stories).number } };
    return from;
  },
  'redirect an old address to another': ({ newsroom }, random) => {
    const old = Object.keys(newsroom.redirects ?? {});
    if (old.length === 0) return undefined;
    const from = `/gone-${random.below(5)}/`;
    newsroom.redirects = { ...newsroom.redirects, [from]: { address: random.pick(old) } };
    return from;
  },
  'redirect an old address elsewhere': ({ newsroom }, random) => {
    const address = `https://else.example/${random.below(100)}#é`;
    newsroom.redirects = { ...newsroom.redirects, '/else/': { address } };
    return address;
  },
  'redirect an old address of a story, which cannot be': ({ newsroom }, random) => {
    if (newsroom.stories.length === 0) return undefined;
    const from = `/old/${random.pick(newsroom.stories).number}/`;
    newsroom.redirects = { ...newsroom.redirects, [from]: { address: '/' } };
    return from;
  },
  'remove redirects': ({ newsroom }, random) => {
    newsroom.redirects = random.pick([undefined, {}]);
    return JSON.stringify(newsroom.redirects) ?? 'the file';
  },

  'add a file that belongs nowhere': ({ newsroom }, random) => {
    newsroom.others[random.pick(['articles/notes.txt', 'media/notes.docx', 'plan.md'])] = words(random, 3);
    return 'one';
  },
  'remove files that belong nowhere': ({ newsroom }) => {
    newsroom.others = {};
    return 'all';
  },
  'break the YAML of a story': breakFile(
    ({ newsroom }) => newsroom.stories.map(({ path }) => path),
    '---\nheadline: "no end\n---\n',
  ),
  'leave a key out': breakFile(
    ({ newsroom }) => newsroom.stories.map(({ path }) => path),
    '---\nheadline: No date\n---\nText\n',
  ),
  'break site.yaml': breakFile(() => ['site.yaml'], 'title: [\n'),
  'break a page': breakFile(
    ({ newsroom }) => Object.keys(newsroom.pages).filter((path) => path.endsWith('.njk')),
    '---\nlayout: page\n---\n{% if %}\n',
  ),
  'break a picture': breakFile((desk) => pathsOf(desk, 'png'), 'no picture at all'),
  'put a script into a drawing': breakFile((desk) => pathsOf(desk, 'svg'), '<svg><script>1</script></svg>'),
  'write a file in another encoding': breakFile(
    ({ newsroom }) => newsroom.stories.map(({ path }) => path),
    '\u0000\u0001\u0002',
  ),
};

function later(least: number, most: number): Edit {
  return ({ settings }, random) => {
    settings.now += (least + random.below(most - least)) * 60_000;
    return new Date(settings.now).toISOString();
  };
}

function ofPerson(change: (person: PersonDraft, random: Random) => void): Edit {
  return ({ newsroom: { people } }, random) => {
    const ids = Object.keys(people);
    const id = ids.length === 0 ? undefined : random.pick(ids);
    const person = id === undefined ? undefined : people[id];
    if (person) change(person, random);
    return id;
  };
}

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

function ofMedium(change: (medium: Medium, random: Random) => Medium): Edit {
  return ({ newsroom: { media } }, random) => {
    const path = random.pick(Object.keys(media));
    const medium = media[path];
    if (medium) media[path] = change(medium, random);
    return path;
  };
}

function ofPage(change: (keys: Record<string, unknown>, random: Random) => void): Edit {
  return ({ newsroom: { pages } }, random) => {
    const paths = Object.keys(pages);
    const path = paths.length === 0 ? undefined : random.pick(paths);
    const page = path === undefined ? undefined : pages[path];
    if (page) change(page.keys, random);
    return path;
  };
}

function breakFile(pathsIn: (desk: Desk) => readonly string[], text: string): Edit {
  return (desk, random) => {
    const paths = pathsIn(desk);
    if (paths.length === 0) return undefined;
    const path = random.pick(paths);
    desk.newsroom.others[path] = text;
    return path;
  };
}

function pathsOf({ newsroom: { media } }: Desk, kind: Medium['kind']): readonly string[] {
  return Object.keys(media).filter((path) => media[path]?.kind === kind);
}

/** Credits with a name in place of an id. */
function withName(credits: unknown, id: string, name: string): unknown {
  if (credits === id) return name;
  if (!Array.isArray(credits)) return credits;
  return credits.map((credit: unknown) => {
    if (credit === id) return name;
    if (typeof credit !== 'object' || credit === null || !('id' in credit) || credit.id !== id) return credit;
    return { ...credit, id: undefined, name };
  });
}

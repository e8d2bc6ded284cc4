import type { Random } from '../../bench/corpus.ts';
import { aRandomStory, TOPICS, words } from './a-random-story.ts';
import type { Newsroom } from './newsroom.ts';
import { CARD_WEIGHTS } from '../../../src/domain/fronts.ts';
import { slugFromPath } from '../../../src/validate/story/slug.ts';

/** A newsroom with all that a site can have. `stories` is how many; so many of them are in one section, days apart. */
export function aRandomNewsroom(random: Random, { stories }: { readonly stories: number }): Newsroom {
  const newsroom: Newsroom = {
    site: {
      title: 'The Harbour Ledger',
      url: 'https://ledger.example/',
      language: 'en-GB',
      timeZone: random.pick(['Europe/London', 'Asia/Tokyo', undefined]),
      description: 'News of the harbour',
      sections: [
        { id: 'news', title: 'News', description: 'All the news' },
        { id: 'sport', title: 'Sport' },
        { id: 'culture', title: 'Culture' },
      ],
      navigation: random.pick([
        undefined,
        [
          { label: 'News', url: '/news/' },
          { label: 'All', url: '/archive/' },
        ],
      ]),
      liveStrip: { label: 'Live', text: 'on the radio', url: 'https://radio.example/', until: '2026-11-24 06:00' },
      publisher: {
        name: 'Ledger Ltd',
        contact: '/about/',
        corrections: 'https://ledger.example/corrections',
        logo: 'logo.png',
      },
    },
    stories: [],
    people: {},
    pages: {
      'pages/about.md': { keys: { layout: 'page', title: 'About' }, text: 'About *us* & all.', links: [] },
      'pages/more/counted.njk': {
        keys: { layout: 'page', title: 'Counted', permalink: '/counted/' },
        text: '<p>{% for i in [1, 2, 3] %}{{ i }} {% endfor %}{{ title }}</p>',
        links: [],
      },
    },
    fronts: {},
    media: { 'media/logo.png': { kind: 'png', width: 20, height: 10, shade: 200 } },
    redirects: random.pick([
      undefined,
      { '/shop/': { address: 'https://shop.example/' }, '/us/': { address: '/news/' }, '/first/': { story: 1 } },
    ]),
    publicFiles: { 'public/.well-known/security.txt': 'Contact: mailto:a@ledger.example\n' },
    others: {},
    next: 1,
  };
  for (let count = 4 + random.below(4); count > 0; count -= 1) aRandomMedium(newsroom, random);
  for (let count = 4 + random.below(3); count > 0; count -= 1) aRandomPerson(newsroom, random);
  for (let count = stories; count > 0; count -= 1) newsroom.stories.push(aRandomStory(newsroom, random));
  // The navigation leads to the archive, which is there as soon as one story is published.
  const [first] = newsroom.stories;
  if (first) first.keys['draft'] = undefined;
  if (random.below(2) === 0) newsroom.fronts['home'] = aRandomFront(newsroom, random);
  return newsroom;
}

/** What a file of `content/fronts/` may hold. Its stories are there now, which need not stay so. */
export function aRandomFront(newsroom: Newsroom, random: Random): Record<string, unknown> {
  const stories = (most: number): readonly unknown[] =>
    Array.from({ length: random.below(most + 1) }, () => aStoryOf(newsroom, random)).filter((it) => it !== undefined);
  const sections = (newsroom.site['sections'] ?? []) as readonly { readonly id: string }[];
  const group = (): unknown => {
    const of = random.below(3);
    if (of === 0) return { topic: random.pick(TOPICS), stories: stories(2) };
    if (of === 1 && sections.length > 0) return { section: random.pick(sections).id, stories: stories(2) };
    return { title: words(random, 2), stories: stories(4) };
  };
  return {
    lead: random.pick([undefined, aStoryOf(newsroom, random)]),
    stories: random.pick([undefined, stories(5)]),
    groups: random.pick([undefined, undefined, [], [group()], [group(), group()]]),
    breaking: aRandomBar(newsroom, random),
  };
}

/** How an editor names a story. */
function aStoryOf({ stories }: Newsroom, random: Random): unknown {
  if (stories.length === 0) return undefined;
  const { path, keys } = random.pick(stories);
  const name = random.pick([path, keys['slug'] ?? slugFromPath(path)]);
  return random.pick([name, name, { story: name, weight: random.pick(CARD_WEIGHTS) }]);
}

/** Most of them end while time passes. */
function aRandomBar({ stories }: Newsroom, random: Random): unknown {
  const until = random.pick(['2026-11-23 20:00', '2026-11-24 09:30', '2026-11-26', '2026-12-31']);
  const story = stories.length > 0 ? random.pick(stories).path : undefined;
  return random.pick([
    undefined,
    undefined,
    { text: words(random, 3), url: '/archive/', until },
    { text: words(random, 3), story, until },
    { story, text: story === undefined ? 'Now' : undefined, until },
  ]);
}

const FOLDERS = ['media', 'media', 'media/maps', 'articles/2026', 'articles/2026/11', 'articles'];

/** Adds a picture or a table of numbers to a newsroom; its path. */
export function aRandomMedium(newsroom: Newsroom, random: Random): string {
  const kind = random.pick(['png', 'png', 'svg', 'csv'] as const);
  const path = `${random.pick(FOLDERS)}/file-${newsroom.next}.${kind}`;
  newsroom.next += 1;
  newsroom.media[path] = {
    kind,
    width: 10 + random.below(40),
    height: 10 + random.below(40),
    shade: random.below(256),
  };
  return path;
}

/** Adds someone with a page to a newsroom; their id. */
export function aRandomPerson(newsroom: Newsroom, random: Random): string {
  const { people, media } = newsroom;
  const number = newsroom.next;
  newsroom.next += 1;
  const id = `person-${number}`;
  const pictures = Object.keys(media).filter((path) => media[path]?.kind === 'png');
  people[id] = {
    keys: {
      name: `Jo ${random.pick(['Adams', 'Bø', 'Čapek', 'Díaz'])} ${number}`,
      role: random.pick([undefined, 'Reporter', 'Editor']),
      email: random.pick([undefined, `jo${number}@ledger.example`]),
      formerNames: random.pick([undefined, [`Jo Former ${number}`]]),
      links: randomPersonLinks(random),
    },
    text: words(random, 6),
    picture: pictures.length > 0 && random.below(2) === 0 ? random.pick(pictures) : undefined,
  };
  return id;
}

/** Where someone is to be found, as it may be written. */
export function randomPersonLinks(random: Random): unknown {
  const site = { label: 'Site', url: 'https://jo.example/' };
  return random.pick<unknown>([
    undefined,
    [site],
    ['https://social.example/@jo', site],
    ['mailto:jo@jo.example', '/about/'],
  ]);
}

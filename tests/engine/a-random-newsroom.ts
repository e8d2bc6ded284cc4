import type { Random } from '../bench/corpus.ts';
import { aRandomFront } from './a-random-front.ts';
import { aRandomMedium } from './a-random-medium.ts';
import { aRandomPerson } from './a-random-person.ts';
import { aRandomStory } from './a-random-story.ts';
import type { Newsroom } from './newsroom.ts';

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
    others: {},
    next: 1,
  };
  for (let count = 4 + random.below(4); count > 0; count -= 1) aRandomMedium(newsroom, random);
  for (let count = 4 + random.below(3); count > 0; count -= 1) aRandomPerson(newsroom, random);
  for (let count = stories; count > 0; count -= 1) newsroom.stories.push(aRandomStory(newsroom, random));
  if (random.below(2) === 0) newsroom.fronts['home'] = aRandomFront(newsroom, random);
  return newsroom;
}

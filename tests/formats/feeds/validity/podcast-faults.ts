import { Check } from './check.ts';
import { contentFaults } from './content-faults.ts';
import { childrenOf, nameOf, rootOf, shapeFaults, textsOf } from './elements.ts';

/** What is wrong with a podcast by RSS 2.0, Apple's requirements for podcasts and the Podcast Index's namespace. */
export function podcastFaults(xml: string, self: string): readonly string[] {
  const check = new Check();
  const root = rootOf(xml);
  check.demand(nameOf(root) === 'rss' && root.getAttribute('version') === '2.0', 'no RSS 2.0');
  const [channel] = childrenOf(root, 'channel');
  if (!channel) return [...check.faults, 'no channel'];
  check.faults.push(
    ...shapeFaults(channel, {
      children: {
        ...{ title: 'one', link: 'one', description: 'one', language: 'one', lastBuildDate: 'one', generator: 'one' },
        ...{ 'itunes:author': 'one', 'itunes:type': 'one', 'itunes:explicit': 'one', 'itunes:category': 'one' },
        ...{ 'itunes:image': 'optional', 'atom:link': 'any', item: 'any' },
      },
    }),
  );
  for (const name of ['title', 'description', 'itunes:author']) check.said(textsOf(channel, name)[0], name);
  check.webAddress(textsOf(channel, 'link')[0], 'link');
  check.language(textsOf(channel, 'language')[0], 'language');
  check.mailTime(textsOf(channel, 'lastBuildDate')[0] ?? '', 'lastBuildDate');
  check.demand(/^(?:true|false)$/.test(textsOf(channel, 'itunes:explicit')[0] ?? ''), 'itunes:explicit');
  check.demand(/^(?:episodic|serial)$/.test(textsOf(channel, 'itunes:type')[0] ?? ''), 'itunes:type');
  check.said(childrenOf(channel, 'itunes:category')[0]?.getAttribute('text'), 'itunes:category');
  const own = childrenOf(channel, 'atom:link').filter((link) => link.getAttribute('rel') === 'self');
  check.demand(own.length === 1 && own[0]?.getAttribute('href') === self, 'no link to itself');
  const items = childrenOf(channel, 'item');
  for (const item of items) checkEpisode(item, check);
  for (const image of [channel, ...items].flatMap((element) => childrenOf(element, 'itunes:image'))) {
    check.webAddress(image.getAttribute('href'), 'itunes:image');
    check.demand(!/\.svg$/i.test(image.getAttribute('href') ?? ''), 'a drawing, which players do not show');
  }
  check.unique(
    items.flatMap((item) => textsOf(item, 'guid')),
    'a guid',
  );
  return check.faults;
}

function checkEpisode(item: Element, check: Check): void {
  check.faults.push(
    ...shapeFaults(item, {
      children: {
        ...{ title: 'one', link: 'one', guid: 'one', pubDate: 'one', description: 'one', enclosure: 'one' },
        ...{ 'dc:creator': 'any', 'dc:language': 'optional', 'itunes:duration': 'optional' },
        ...{ 'itunes:author': 'optional', 'itunes:episodeType': 'optional', 'itunes:image': 'optional' },
        'podcast:transcript': 'optional',
      },
    }),
  );
  for (const name of ['title', 'description']) check.said(textsOf(item, name)[0], name);
  check.webAddress(textsOf(item, 'link')[0], 'link of an episode');
  check.mailTime(textsOf(item, 'pubDate')[0] ?? '', 'pubDate');
  check.iri(textsOf(item, 'guid')[0] ?? '', 'guid');
  for (const enclosure of childrenOf(item, 'enclosure')) {
    check.faults.push(...shapeFaults(enclosure, { children: {}, attributes: ['url', 'length', 'type'] }));
    check.webAddress(enclosure.getAttribute('url'), 'enclosure');
    check.demand(/^\d+$/.test(enclosure.getAttribute('length') ?? ''), 'an enclosure without a length');
    check.demand(/^audio\/[a-z0-9-]+$/.test(enclosure.getAttribute('type') ?? ''), 'an enclosure that is no sound');
  }
  for (const duration of textsOf(item, 'itunes:duration')) check.demand(/^\d+$/.test(duration), 'itunes:duration');
  for (const transcript of childrenOf(item, 'podcast:transcript')) {
    check.webAddress(transcript.getAttribute('url'), 'podcast:transcript');
    check.said(transcript.getAttribute('type'), 'type of a transcript');
  }
  for (const html of textsOf(item, 'description')) check.faults.push(...contentFaults(html));
}

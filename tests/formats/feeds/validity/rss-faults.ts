import { Check } from './check.ts';
import { contentFaults } from './content-faults.ts';
import { type Cardinality, childrenOf, nameOf, rootOf, shapeFaults, textsOf } from './elements.ts';
import { mediaFaults } from './media-faults.ts';

const CHANNEL: Readonly<Record<string, Cardinality>> = {
  title: 'one',
  link: 'one',
  description: 'one',
  language: 'optional',
  lastBuildDate: 'optional',
  generator: 'optional',
  image: 'optional',
  'atom:link': 'any',
  item: 'any',
};
const ITEM: Readonly<Record<string, Cardinality>> = {
  title: 'one',
  link: 'one',
  guid: 'one',
  pubDate: 'one',
  'dc:creator': 'any',
  'dc:language': 'optional',
  category: 'any',
  description: 'optional',
  'media:content': 'optional',
  'content:encoded': 'one',
  enclosure: 'optional',
};

/**
 * What is wrong with a feed by RSS 2.0 (rssboard.org/rss-specification), the RSS Best Practices Profile and what the W3C feed
 * validator checks beyond.
 */
export function rssFaults(xml: string, self: string): readonly string[] {
  const check = new Check();
  const root = rootOf(xml);
  check.demand(nameOf(root) === 'rss' && root.getAttribute('version') === '2.0', 'no RSS 2.0');
  check.faults.push(...shapeFaults(root, { children: { channel: 'one' }, attributes: ['version'] }));
  const [channel] = childrenOf(root, 'channel');
  if (!channel) return check.faults;
  check.faults.push(...shapeFaults(channel, { children: CHANNEL }));
  const items = childrenOf(channel, 'item');
  checkChannel(channel, { check, self });
  for (const item of items) checkItem(item, check);
  check.unique(
    items.flatMap((item) => textsOf(item, 'guid')),
    'a guid',
  );
  return check.faults;
}

function checkChannel(channel: Element, { check, self }: { readonly check: Check; readonly self: string }): void {
  for (const name of ['title', 'description', 'generator']) {
    for (const text of textsOf(channel, name)) check.said(text, `${name} of the channel`);
  }
  for (const link of textsOf(channel, 'link')) check.webAddress(link, 'link of the channel');
  for (const language of textsOf(channel, 'language')) check.language(language, 'language of the channel');
  for (const time of textsOf(channel, 'lastBuildDate')) check.mailTime(time, 'lastBuildDate');
  for (const image of childrenOf(channel, 'image')) {
    check.faults.push(...shapeFaults(image, { children: { url: 'one', title: 'one', link: 'one' } }));
    for (const url of textsOf(image, 'url')) check.demand(/\.(?:png|jpe?g|gif)$/i.test(url), `a picture at ${url}`);
    for (const name of ['title', 'link']) {
      check.demand(textsOf(image, name)[0] === textsOf(channel, name)[0], `another ${name} of the image`);
    }
  }
  const links = childrenOf(channel, 'atom:link');
  for (const link of links) check.webAddress(link.getAttribute('href'), 'an atom:link');
  const own = links.filter((link) => link.getAttribute('rel') === 'self');
  check.demand(
    own.length === 1 &&
      own[0]?.getAttribute('href') === self &&
      own[0].getAttribute('type') === 'application/rss+xml' &&
      links.every((link) => /^(?:self|hub)$/.test(link.getAttribute('rel') ?? '')),
    'no link to itself, or others',
  );
}

function checkItem(item: Element, check: Check): void {
  check.faults.push(...shapeFaults(item, { children: ITEM }));
  for (const name of ['title', 'dc:creator', 'category', 'description', 'content:encoded']) {
    for (const text of textsOf(item, name)) check.said(text, `${name} of an item`);
  }
  for (const link of textsOf(item, 'link')) check.webAddress(link, 'link of an item');
  for (const time of textsOf(item, 'pubDate')) check.mailTime(time, 'pubDate of an item');
  for (const guid of childrenOf(item, 'guid')) {
    check.iri(guid.textContent, 'a guid');
    const isPermaLink = guid.getAttribute('isPermaLink') ?? 'true';
    check.demand(/^(?:true|false)$/.test(isPermaLink), 'a guid that is a permalink and is none');
    if (isPermaLink === 'true') check.webAddress(guid.textContent, 'a guid that is a permalink');
  }
  const language = item.getAttribute('xml:lang');
  if (language !== null) check.language(language, 'language of an item');
  check.demand(textsOf(item, 'dc:language')[0] === (language ?? undefined), 'two languages of an item');
  for (const media of childrenOf(item, 'media:content')) check.faults.push(...mediaFaults(media));
  for (const html of textsOf(item, 'content:encoded')) check.faults.push(...contentFaults(html));
}

import { Check } from './check.ts';
import { contentFaults } from './content-faults.ts';

type Value = Readonly<Record<string, unknown>>;

const TOP = [
  ...['version', 'title', 'home_page_url', 'feed_url', 'description', 'icon', 'authors', 'language', 'hubs', 'items'],
];
const ITEM = [
  ...['id', 'url', 'title', 'content_html', 'summary', 'image', 'date_published', 'date_modified', 'authors', 'tags'],
  ...['language', 'attachments'],
];

/** What is wrong with a feed by JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeedFaults(json: string, self: string): readonly string[] {
  const check = new Check();
  const feed = JSON.parse(json) as Value;
  check.demand(!/\\u[0-9a-f]{4}/i.test(json), 'a character that is spelt out: no text has one that must be');
  check.demand(feed['version'] === 'https://jsonfeed.org/version/1.1', 'no JSON Feed 1.1');
  checkKeys(feed, TOP, check);
  for (const key of ['title', 'description']) check.said(feed[key], key);
  check.webAddress(feed['home_page_url'], 'home_page_url');
  check.demand(feed['feed_url'] === self, 'another address of itself');
  if (feed['icon'] !== undefined) check.webAddress(feed['icon'], 'icon');
  check.language(feed['language'], 'language');
  checkAuthors(feed['authors'], check);
  for (const hub of listOf(feed['hubs'], 'hubs', check)) {
    check.said(hub['type'], 'type of a hub');
    check.webAddress(hub['url'], 'url of a hub');
  }
  check.demand(Array.isArray(feed['items']), 'no items');
  const items = listOf(feed['items'], 'items', check);
  for (const item of items) checkItem(item, check);
  check.unique(
    items.map(({ id }) => id),
    'an id',
  );
  return check.faults;
}

function checkItem(item: Value, check: Check): void {
  checkKeys(item, ITEM, check);
  for (const key of ['id', 'title', 'content_html']) check.said(item[key], `${key} of an item`);
  check.webAddress(item['url'], 'url of an item');
  for (const key of ['summary']) if (key in item) check.said(item[key], `${key} of an item`);
  if ('image' in item) check.webAddress(item['image'], 'image of an item');
  for (const key of ['date_published', 'date_modified']) check.time(item[key], `${key} of an item`);
  if ('language' in item) check.language(item['language'], 'language of an item');
  if ('authors' in item) checkAuthors(item['authors'], check);
  if ('tags' in item) {
    const tags = item['tags'] as readonly unknown[];
    check.demand(Array.isArray(tags) && tags.length > 0, 'tags that are no list');
    for (const tag of tags) check.said(tag, 'a tag');
    check.unique(tags, 'a tag');
  }
  check.faults.push(...contentFaults(String(item['content_html'])));
}

function checkAuthors(value: unknown, check: Check): void {
  const authors = listOf(value, 'authors', check);
  check.demand(authors.length > 0, 'no authors');
  for (const author of authors) {
    checkKeys(author, ['name', 'url', 'avatar'], check);
    check.said(author['name'], 'a name');
    if ('url' in author) check.webAddress(author['url'], 'the page of an author');
  }
}

function checkKeys(value: Value, keys: readonly string[], check: Check): void {
  const others = Object.entries(value).filter(([key, inner]) => !keys.includes(key) || inner === null);
  check.demand(others.length === 0, `keys that nothing says: ${others.map(([key]) => key)}`);
}

function listOf(value: unknown, what: string, check: Check): readonly Value[] {
  if (value === undefined) return [];
  check.demand(Array.isArray(value), `${what} that are no list`);
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}

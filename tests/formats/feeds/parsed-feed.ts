import { Readable } from 'node:stream';
import FeedParser from 'feedparser';
import { parseFeed } from 'feedsmith';

/** A feed as a program understood it that knows nothing of Broadsheet. */
export interface ParsedFeed {
  readonly title: string | undefined;
  readonly items: readonly ParsedItem[];
}

export interface ParsedItem {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly published: number | undefined;
  /** The names that the program found; some take the first only. */
  readonly authors: readonly (string | undefined)[];
  readonly content: string | undefined;
}

/** A feed in any of its formats, as feedsmith reads it. */
export function readByFeedsmith(text: string): ParsedFeed {
  const { format, feed } = parseFeed(text);
  if (format === 'rss') {
    const items = (feed.items ?? []).map((item) => ({
      id: item.guid?.value,
      url: item.link,
      title: item.title,
      published: timeOf(item.pubDate),
      authors: item.dc?.creators ?? [],
      content: item.content?.encoded?.trim(),
    }));
    return { title: feed.title, items };
  }
  if (format === 'atom') {
    const items = (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      url: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
      title: entry.title?.value,
      published: timeOf(entry.published),
      authors: (entry.authors ?? []).map(({ name }) => name),
      content: entry.content?.value?.trim(),
    }));
    return { title: feed.title?.value, items };
  }
  if (format === 'json') {
    const items = (feed.items ?? []).map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      published: timeOf(item.date_published),
      authors: (item.authors ?? []).map(({ name }) => name),
      content: item.content_html?.trim(),
    }));
    return { title: feed.title, items };
  }
  throw new Error(`It is read as ${format}`);
}

/** A feed of XML, as feedparser reads it. */
export async function readByFeedparser(text: string): Promise<ParsedFeed> {
  const parser = new FeedParser({ normalize: true, addmeta: false });
  const items: ParsedItem[] = [];
  Readable.from([Buffer.from(text)]).pipe(parser);
  for await (const item of parser) {
    const { guid, link, title, pubdate, author, description } = item as FeedParser.Item;
    items.push({
      id: guid,
      url: link,
      title,
      published: pubdate?.getTime(),
      authors: [author],
      content: description,
    });
  }
  return { title: parser.meta.title, items };
}

function timeOf(time: unknown): number | undefined {
  return typeof time === 'string' ? Date.parse(time) : undefined;
}

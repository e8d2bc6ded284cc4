import { closeSync, createReadStream, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportNote } from '../../archive.ts';
import { type Decoder, decoderOf, findEncoding } from '../decode-text.ts';
import type { FeedHead, FeedItem } from './feed-item.ts';
import { readJsonFeed } from './json-items.ts';
import { type FeedNode, readXmlFeed } from './read-xml-feed.ts';
import { headOf, itemOf } from './xml-items.ts';

export interface FeedFile {
  readonly path: string;
  readonly format: 'xml' | 'json';
}

/** As much of a file as tells what it is. */
const HEAD_BYTES = 65_536;

/** A file as a feed, `undefined` where it is none. */
export function feedFile(path: string): FeedFile | undefined {
  const format = formatOf(headOfFile(path));
  return format && { path, format };
}

/** @returns `undefined` for what is no feed; an export of WordPress is RSS, too, but more than that. */
export function formatOf(head: string): FeedFile['format'] | undefined {
  const start = head
    .slice(0, HEAD_BYTES)
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '');
  if (/^[^\w<]*\{/.test(start)) return /jsonfeed\.org\\?\/version/.test(start) ? 'json' : undefined;
  if (/wordpress\.org\/export\//.test(start) || /<html[\s>]/i.test(start)) return undefined;
  return /<(?:[\w-]+:)?(?:rss|rdf|feed|channel)[\s>]/i.test(start) ? 'xml' : undefined;
}

function headOfFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    return bytes.subarray(0, readSync(file, bytes, 0, HEAD_BYTES, 0)).toString('latin1');
  } finally {
    closeSync(file);
  }
}

/** The items of a file in their order; at its end, `done` is told what else was found. */
export async function* itemsOf(
  file: FeedFile,
  done: (head: FeedHead, notes: readonly ImportNote[]) => void,
): AsyncGenerator<FeedItem> {
  if (file.format === 'json') yield* jsonItems(file, done);
  else yield* xmlItems(file, done);
}

async function* xmlItems(
  { path }: FeedFile,
  done: (head: FeedHead, notes: readonly ImportNote[]) => void,
): AsyncGenerator<FeedItem> {
  const notes: ImportNote[] = [];
  let head: { readonly of: FeedNode; readonly size: number; readonly read: FeedHead } | undefined;
  const readHead = (of: FeedNode | undefined) => {
    if (of && (head?.of !== of || head.size !== of.children.length))
      head = { of, size: of.children.length, read: headOf(of) };
    return head?.read;
  };
  const items = readXmlFeed(decodedChunks(path, notes), (reading) => {
    readHead(reading.head);
    if (reading.fault) notes.push(brokenNote(`${basename(path)}:${reading.fault.line} ${reading.fault.message}`));
  });
  for await (const { node, head: read } of items) yield itemOf(node, readHead(read));
  done(head?.read ?? { authors: [] }, notes);
}

function brokenNote(detail: string): ImportNote {
  return {
    kind: 'look',
    what: 'feed with faults',
    advice: 'read as far as it goes; compare how many stories there are with the old site',
    detail,
  };
}

async function* jsonItems(
  { path }: FeedFile,
  done: (head: FeedHead, notes: readonly ImportNote[]) => void,
): AsyncGenerator<FeedItem> {
  const bytes = readFileSync(path);
  const feed = readJsonFeed(parsed(decoderOf(findEncoding(bytes, () => undefined)).decode(bytes)));
  yield* feed?.items ?? [];
  done(feed?.head ?? { authors: [] }, feed ? [] : [brokenNote(`${basename(path)}: no JSON, or no JSON Feed`)]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* decodedChunks(path: string, notes: ImportNote[]): AsyncGenerator<string> {
  let decoder: Decoder | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
    decoder ??= feedDecoder(chunk as Uint8Array, path, notes);
    yield decoder.decode(chunk as Uint8Array, { stream: true });
  }
  yield decoder?.decode() ?? '';
}

function feedDecoder(bytes: Uint8Array, path: string, notes: ImportNote[]): Decoder {
  const encoding = findEncoding(
    bytes,
    (head) => /<\?xml[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/i.exec(head)?.[1],
  );
  if (encoding.isGuessed || encoding.unknown !== undefined)
    notes.push({
      kind: 'look',
      what: 'encoding that is not known',
      advice: 'look at letters with accents and at quotation marks',
      detail: `${basename(path)}: ${encoding.unknown ?? 'no UTF-8'}, read as ${encoding.label}`,
    });
  return decoderOf(encoding);
}

import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type Archive,
  type ArchiveReader,
  type Entry,
  ImportError,
  type OpenOptions,
  type Outline,
} from '../../archive.ts';
import { quote } from '../../../../diagnostics/wording.ts';
import { entryFactsOf, keyOf, notesOf } from './facts/outline.ts';
import { destinyOf } from './facts/post-types.ts';
import { Survey } from './facts/survey.ts';
import { Pictures, unknownPicture } from './media/pictures.ts';
import { UploadsFolder } from './media/uploads-folder.ts';
import { convertText } from './text/convert-text.ts';
import type { SiteFacts } from './text/text-facts.ts';
import { decodeHead } from './wxr/decode.ts';
import { readWxr } from './wxr/read-wxr.ts';
import { idOf, metaOf, textOf, type WxrItem } from './wxr/records.ts';

/** How much of a file is looked at to know what it is. */
const HEAD = 64 * 1024;

/** Reads exports of WordPress: WXR, in one file or in a folder of several. */
export const wordpress: ArchiveReader = {
  type: 'wordpress',
  reads: 'a WordPress export (WXR): an .xml file, or a folder of them',
  recognises: (path, head) => (head === undefined ? filesIn(path).length > 0 : isWxr(head)),
  open: (path, options) => openExport(path, options),
};

async function openExport(path: string, { media, site }: OpenOptions): Promise<Archive> {
  const files = statSync(path).isDirectory() ? filesIn(path) : [path];
  const survey = new Survey();
  for (const file of files) await survey.read(file, basename(file));
  if (files.length === 0 || survey.isEmpty)
    throw new ImportError(
      `Unexpected ${quote(path)} without an export of WordPress's in it, expected an .xml file as “Tools → Export” makes it, or a folder of them`,
    );
  const hosts = new Set([...survey.hosts, ...(site.hosts ?? []).map((host) => host.replace(/^www\./, ''))]);
  const uploads = new UploadsFolder(media, path, new Set([...hosts, ...survey.attachments.hosts]));
  const pictures = new Pictures(survey.attachments, uploads, hosts);
  const { base, language } = survey;
  return {
    system: 'WordPress',
    site: {
      title: survey.site('title'),
      description: survey.site('description'),
      url: base,
      hosts: [...hosts].flatMap((host) => [host, `www.${host}`]),
      language,
      timeZone: survey.clocks.timeZone(site.language ?? language),
    },
    contributors: survey.people.contributors(survey.attachments),
    outlines: survey.outlines,
    lists: survey.lists(),
    redirects: [
      ...FEEDS.map((feed) => ({ from: `${base ?? '/'}${feed}`, to: '/feed.xml' })),
      ...SITEMAPS.map((name) => ({ from: `${base ?? '/'}${name}.xml`, to: '/sitemap.xml' })),
      ...survey.mediaPages(),
    ],
    endings: ENDINGS,
    beginnings: ['index.php/'],
    notes: survey.notes,
    entries: () =>
      entriesOf(files, survey, {
        attachments: survey.attachments,
        pictures,
        reusable: survey.reusable,
        hosts,
        titleAt: titlesOf(survey.outlines),
      }),
    findMedia: (address) => uploads.find(address),
  };
}

/** Finds what is called like an address that a text has; of the archive's titles a map is made when one is asked for first. */
function titlesOf(outlines: readonly Outline[]): (address: string) => string | undefined {
  const short = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?|\/*(?:#.*)?$/g, '');
  let titles: ReadonlyMap<string, string> | undefined;
  return (address) => {
    titles ??= new Map(
      outlines.flatMap(({ url, otherUrls = [], title }) =>
        title === '' ? [] : [url ?? '', ...otherUrls].map((known): [string, string] => [short(known), title]),
      ),
    );
    return titles.get(short(address));
  };
}

/** What WordPress answers behind the address of a story, a page or a list. */
const ENDINGS: NonNullable<Archive['endings']> = [
  { ending: 'amp/' },
  { ending: 'embed/' },
  { ending: 'trackback/' },
  { ending: 'page/:number/', ofHome: '/archive/' },
  { ending: 'feed/', to: '/feed.xml' },
  { ending: 'feed/:format/', to: '/feed.xml' },
];

/** Its sitemaps, and those of Yoast and Rank Math. */
const SITEMAPS = [
  ...['wp-sitemap', 'sitemap_index', 'post-sitemap', 'page-sitemap', 'category-sitemap', 'post_tag-sitemap'],
  ...['author-sitemap', 'wp-sitemap-posts-post-1', 'wp-sitemap-posts-page-1', 'wp-sitemap-users-1'],
  ...['wp-sitemap-taxonomies-category-1', 'wp-sitemap-taxonomies-post_tag-1'],
];

/** Where WordPress has its feed, in all formats. */
const FEEDS = [
  'feed/',
  'comments/feed/',
  ...['rss', 'rss2', 'rdf', 'atom'].flatMap((format) => [`feed/${format}/`, `?feed=${format}`]),
];

async function* entriesOf(files: readonly string[], survey: Survey, facts: SiteFacts): AsyncGenerator<Entry> {
  let told = 0;
  for (const file of files)
    for await (const record of readWxr(file)) {
      const outline = survey.outlines[told];
      // Each is told of in the order in which it was met first.
      if (record.kind !== 'item' || outline === undefined || keyOf(record.item) !== outline.key) continue;
      const { kind } = destinyOf(record.item);
      if (kind !== outline.kind) continue;
      told += 1;
      yield entryOf(record.item, outline, survey, facts);
    }
}

function entryOf(item: WxrItem, outline: Outline, survey: Survey, facts: SiteFacts): Entry {
  const picture = idOf(metaOf(item, '_thumbnail_id'));
  const translations = survey.translationsOf(item, outline.key);
  return {
    ...entryFactsOf(item, outline),
    image: facts.pictures.leadPicture(picture),
    ...(Object.keys(translations).length > 0 ? { translations } : {}),
    text: (context) => {
      for (const note of notesOf(item)) context.note(note);
      if (picture !== undefined && !facts.attachments.withId(picture)) context.note(unknownPicture(picture));
      const html = item.fields.get('content:encoded') ?? '';
      return convertText(
        { id: idOf(textOf(item.fields, 'wp:post_id')), html, footnotes: metaOf(item, 'footnotes') },
        facts,
        context,
      );
    },
  };
}

/** The files of an export in a folder, in the order of their numbers. */
function filesIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.xml$/i.test(entry.name))
    .map(({ name }) => name)
    .sort(new Intl.Collator('en', { numeric: true }).compare);
  return names.map((name) => join(folder, name)).filter((path) => isWxr(headOf(path)));
}

function headOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEAD);
    return decodeHead(bytes.subarray(0, readSync(file, bytes)));
  } finally {
    closeSync(file);
  }
}

/** Whether a file is WXR, by its beginning, whatever encoding that was read in. */
function isWxr(head: string): boolean {
  const text = head.replaceAll('\0', '');
  return /<rss\b/.test(text) && /wordpress\.org\/export\/|<wp:wxr_version>/.test(text);
}

import { createHash } from 'node:crypto';
import type {
  ArchiveContributor,
  ArchivePicture,
  Category,
  Entry,
  ImportNote,
  Outline,
  TextContext,
} from '../../archive.ts';
import { htmlToMarkdown, lineOfHtml, lineOfText, textOfHtml } from '../../convert/html-to-markdown.ts';
import { parseHtml } from '../../convert/parse-html.ts';
import { readDate } from '../read-date.ts';
import { takeLeadPicture } from '../lead-picture.ts';
import { slugOf } from '../media-folder.ts';
import { makeAddressesWhole } from '../whole-addresses.ts';
import { type FeedHead, type FeedItem, type FeedPerson, uniqueBy } from './feed-item.ts';
import {
  dekOf,
  htmlOf,
  isCutOff,
  isSameFile,
  titleHtml,
  withFiles,
  showsIt,
  withOriginals,
  withPictures,
  withoutFooter,
  withRecordings,
} from './feed-texts.ts';

/** Of what stands in several feeds, or several times in one, an item is told from others by this. */
export function keyOf(item: FeedItem): string {
  const named = item.id?.replace(/\s+/g, ' ').trim() || item.url;
  if (named !== undefined && named !== '') return `item ${named}`;
  const hash = createHash('sha256');
  for (const part of [item.title?.value, item.date, (item.content ?? item.summary)?.value]) hash.update(`${part}\0`);
  return `item ${hash.digest('hex').slice(0, 16)}`;
}

/** An item without its text. Only the first of its categories is taken for a rubric: systems write that one first, and then tags. */
export function outlineOf(item: FeedItem, key: string, head: FeedHead, file: string): Outline {
  const [rubric, ...others] = uniqueBy(item.categories, ({ title }) => title);
  const date = readDate(item.date ?? item.updated ?? '');
  return {
    key,
    place: item.isNumbered ? `${file}, item ${item.line}` : `${file}:${item.line}`,
    kind: item.kind === 'page' ? 'page' : 'story',
    title: item.title === undefined ? '' : textOfHtml(titleHtml(item.title)),
    slug: item.url === undefined ? undefined : slugOf(item.url),
    date: date?.date,
    url: item.url === undefined ? undefined : withoutCounters(item.url),
    otherUrls: item.otherUrls,
    status: item.isDraft ? 'draft' : 'published',
    language: item.language === head.language ? undefined : item.language,
    categories: rubric === undefined ? [] : [categoryOf(rubric)],
    contributors: peopleOf(item, head).map(contributorKey),
    topics: others.map(({ title }) => title),
  };
}

/** An address without what tells its site that somebody comes from a feed. */
function withoutCounters(url: string): string {
  return url.replace(/[?&](?:utm_\w+=[^&#]*&?)+(?=#|$)/, '');
}

function categoryOf({ id, title }: FeedItem['categories'][number]): Category {
  return { id: id ?? title.normalize('NFC').toLowerCase().replace(/\s+/g, '-'), title };
}

/** Who made an item: where it names nobody, those of the whole feed, as Atom has it (RFC 4287, 4.2.1). */
function peopleOf(item: FeedItem, head: FeedHead): readonly FeedPerson[] {
  return item.authors.length > 0 ? item.authors : head.authors;
}

export function contributorKey({ name }: FeedPerson): string {
  return name.normalize('NFC').toLowerCase();
}

export function contributorsOf(item: FeedItem, head: FeedHead): ArchiveContributor[] {
  return peopleOf(item, head).map((person) => ({
    key: contributorKey(person),
    name: person.name,
    ...(person.url === undefined ? {} : { links: [person.url] }),
    image: person.image,
  }));
}

/** An item with its text. */
export function entryOf(item: FeedItem, outline: Outline, head: FeedHead): Entry {
  const updated = readDate(item.updated ?? '')?.date;
  const { image, isInText } = pictureOf(item);
  const headline = item.title === undefined ? '' : lineOfHtml(titleHtml(item.title));
  return {
    ...outline,
    headline: headline === lineOfText(outline.title) ? undefined : headline,
    dek: dekOf(item),
    updated: updated === outline.date ? undefined : updated,
    credits: outline.contributors.map((key) => ({ contributor: { key } })),
    image,
    text: (context) => textOf(item, head, { address: image?.address, isInText }, context),
  };
}

function textOf(item: FeedItem, head: FeedHead, lead: Lead, context: TextContext): string {
  for (const note of [...item.notes, ...doubtsOf(item)]) context.note(note);
  const text = item.content ?? item.summary;
  return htmlToMarkdown(text === undefined ? '' : htmlOf(text), context, [
    (tree) => makeAddressesWhole(tree, item.base),
    (tree) => {
      if (lead.isInText) takeLeadPicture(tree, (address) => isSameFile(address, lead.address ?? ''));
    },
    withOriginals,
    withoutFooter(item, head.url),
    withRecordings(item),
    withPictures(item, lead.address),
    withFiles(item),
  ]);
}

/** The picture over a text, and whether the text begins with it. */
interface Lead {
  readonly address: string | undefined;
  readonly isInText: boolean;
}

/** The picture that a feed gives an item beside its text, with what the text says of it where that begins with the same one. */
function pictureOf(item: FeedItem): { readonly image?: ArchivePicture; readonly isInText: boolean } {
  const pictures = item.media.filter(({ kind }) => kind === 'image');
  const whole = pictures.filter(({ isThumbnail }) => !isThumbnail);
  const [widest] = (whole.length > 0 ? whole : pictures).toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0));
  if (!widest) return { isInText: false };
  const text = item.content ?? item.summary;
  const { tree } = parseHtml(text === undefined ? '' : htmlOf(text));
  makeAddressesWhole(tree, item.base);
  // A small square of what the text shows is nothing to stand over it.
  if (whole.length === 0 && showsIt(tree, widest.url)) return { isInText: false };
  const lead = takeLeadPicture(tree, (address) => isSameFile(address, widest.url));
  const caption = widest.caption === undefined ? undefined : lineOfText(textOfHtml(widest.caption));
  const said = { caption: caption === '' ? undefined : caption, credit: widest.credit || undefined };
  const image = {
    address: widest.url,
    ...said,
    ...Object.fromEntries(Object.entries(lead ?? {}).filter(([, value]) => value)),
  };
  return { image: { ...image, address: widest.url }, isInText: lead !== undefined };
}

/** What an editor should look at before anything else. */
function doubtsOf(item: FeedItem): ImportNote[] {
  const notes: ImportNote[] = [];
  const written = item.date ?? item.updated;
  const date = readDate(written ?? '');
  if (written !== undefined && !date)
    notes.push({ kind: 'look', what: 'date that cannot be read', advice: 'write its `date` by hand', detail: written });
  if (date?.doubt === 'zone')
    notes.push({
      kind: 'look',
      what: 'date in a time zone of an unknown name',
      advice: 'read by the clocks of the site',
      detail: written,
    });
  if (date?.doubt === 'day')
    notes.push({
      kind: 'look',
      what: 'date without a day',
      advice: 'the first day of the month stands there',
      detail: written,
    });

  const text = item.content ?? item.summary;
  if (!text)
    notes.push({ kind: 'look', what: 'item without a text', advice: 'copy the text from the page if it has one' });
  else if (!item.content)
    notes.push({
      kind: 'look',
      what: 'text that the feed calls a description',
      advice: 'it may be an excerpt; compare it with the page',
    });
  if (text && isCutOff(text))
    notes.push({
      kind: 'look',
      what: 'text that ends with `[…]`',
      advice: 'the feed has only its beginning; copy the rest from the page',
    });
  return notes;
}

import type { Edition } from '../../domain/edition.ts';
import type { Page } from '../../domain/page.ts';
import { href } from '../../domain/site/site.ts';
import type { SearchBucket } from '../../domain/search/buckets.ts';
import { SEARCH_FILES, SEARCH_INDEX, type SearchFile, searchFileName } from '../../domain/search/urls.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import type { SearchCards, SearchIndex, SearchWords } from '../../formats/search/search-files.ts';
import { searchPart } from '../../formats/search/search-part.ts';
import { searchWords } from '../../formats/search/search-words.ts';
import { textWords } from '../../formats/search/story-words.ts';
import { printTime } from '../../time/print-time.ts';
import { wordsIn } from '../../words/words.ts';
import { printLabel } from '../story/card.ts';
import type { Imprint } from '../imprint.ts';
import { type BucketSubject, SealedBucket, type SearchDocument } from './bucket-subject.ts';

/** What one of a bucket's files is made of. */
export interface SearchFileSubject {
  readonly url: UrlPath;
  readonly file: SearchFile;
  readonly bucket: BucketSubject;
}

/** The files of all buckets of all languages, those of each beside each other. */
export function listSearchFiles({ searches }: Edition): readonly SearchFileSubject[] {
  return searches.flatMap(({ url, buckets }) =>
    buckets.flatMap((bucket) => {
      const sealed = sealedOf(bucket);
      return SEARCH_FILES.map((file) => ({
        url: `${url}${searchFileName(bucket.name, file)}` as UrlPath,
        file,
        bucket: sealed,
      }));
    }),
  );
}

const sealedBuckets = new WeakMap<SearchBucket, SealedBucket>();

/** A bucket is sealed once for all that refer to it. */
function sealedOf(bucket: SearchBucket): SealedBucket {
  const known = sealedBuckets.get(bucket) ?? new SealedBucket(bucket);
  sealedBuckets.set(bucket, known);
  return known;
}

/** Makes a file of a bucket: how its stories look among results, or in which of them some words are. */
export function makeSearchFile(subject: SearchFileSubject, imprint: Imprint): Page<SearchCards | SearchWords> {
  const { url, file, bucket } = subject;
  const data =
    file === 'cards'
      ? { stamp: bucket.fingerprint, stories: bucket.documents.map((document) => makeCard(document, imprint)) }
      : { stamp: bucket.fingerprint, ...(wordsOf(bucket, imprint)[file] ?? { words: '', stories: [] }) };
  return { url, layout: 'search-file', data };
}

function makeCard({ story, names, topics }: SearchDocument, { edition }: Imprint): SearchCards['stories'][number] {
  const { article, url, section } = story;
  const { site } = edition;
  const { language, headline, dek, label } = article;
  const time = printTime(article.date, language, site.timeZone);
  return {
    url: href(site, url),
    language,
    headline: headline.text,
    ...(dek ? { dek: dek.text } : {}),
    ...(label ? { label: printLabel(label, wordsIn(language, site.words)).text } : {}),
    ...(section ? { section: section.title } : {}),
    time: [time.iso, time.text],
    ...(names.length > 0 ? { names } : {}),
    ...(topics.length > 0 ? { topics } : {}),
  };
}

type PartWords = Omit<SearchWords, 'stamp'>;

/** What was made last: all files of a bucket are made of the same, one after the other. */
let last: { readonly documents: readonly SearchDocument[]; readonly parts: readonly PartWords[] } | undefined;

function wordsOf({ documents }: BucketSubject, imprint: Imprint): readonly PartWords[] {
  if (last && isSame(last.documents, documents)) return last.parts;
  const parts = indexWords(documents, imprint);
  last = { documents, parts };
  return parts;
}

/** Whether these are the same stories, not only like them, with the same names. */
function isSame(one: readonly SearchDocument[], other: readonly SearchDocument[]): boolean {
  if (one.length !== other.length) return false;
  return one.every(({ story, names, topics }, index) => {
    const now = other[index];
    return now?.story === story && isAlike(names, now.names) && isAlike(topics, now.topics);
  });
}

function isAlike(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}

function indexWords(documents: readonly SearchDocument[], imprint: Imprint): readonly PartWords[] {
  const places = new Map<string, number[]>();
  documents.forEach(({ story, names, topics }, index) => {
    const note = (word: string): void => {
      const found = places.get(word);
      if (!found) places.set(word, [index]);
      else if (found.at(-1) !== index) found.push(index);
    };
    const own = imprint.wordsOf(story);
    if (own !== '') for (const word of own.split(' ')) note(word);
    if (story.live) for (const word of textWords(imprint.textOf(story))) note(word);
    for (const text of [...names, ...topics, story.section?.title ?? ''])
      for (const word of searchWords(text)) note(word);
  });
  const parts: { readonly words: string[]; readonly stories: (readonly number[])[] }[] = [];
  for (const word of [...places.keys()].sort()) {
    const part = searchPart(word);
    parts[part] ??= { words: [], stories: [] };
    parts[part].words.push(word);
    parts[part].stories.push(stepsOf(places.get(word) ?? []));
  }
  return parts.map(({ words, stories: found }) => ({ words: words.join(' '), stories: found }));
}

/** Places as steps from one to the next, which are small: `[4, 5, 9]` → `[4, 1, 4]`. */
function stepsOf(places: readonly number[]): readonly number[] {
  return places.map((place, index) => place - (places[index - 1] ?? 0));
}

/** What the list of all buckets of a language is made of. */
export interface SearchIndexSubject extends SearchIndex {
  readonly url: UrlPath;
}

/** The list of each language that readers can search. */
export function listSearchIndexes({ searches }: Edition): readonly SearchIndexSubject[] {
  return searches.map(({ url, buckets }) => ({
    url: `${url}${SEARCH_INDEX}` as UrlPath,
    buckets: buckets.map(listed).reverse(),
  }));
}

function listed(bucket: SearchBucket): SearchIndex['buckets'][number] {
  const sealed = sealedOf(bucket);
  return {
    name: bucket.name,
    // Asked for when the list is made: in a preview a story may be another one by then.
    get stamp() {
      return sealed.fingerprint;
    },
    from: bucket.stories[0]?.entry.day ?? '',
    to: bucket.stories.at(-1)?.entry.day ?? '',
  };
}

/** Makes the list of all buckets of a language. */
export function makeSearchIndex({ url, buckets }: SearchIndexSubject): Page<SearchIndex> {
  return { url, layout: 'search-file', data: { buckets } };
}

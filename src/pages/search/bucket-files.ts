import type { Edition, EditionToBe } from '../../domain/edition.ts';
import type { SearchBucket } from '../../domain/search/buckets.ts';
import { SEARCH_FILES, SEARCH_INDEX, type SearchFile, searchFileName } from '../../domain/search/urls.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import type { SearchCards, SearchIndex, SearchWords } from '../../formats/search/search-files.ts';
import { searchPart } from '../../formats/search/search-part.ts';
import { searchWords } from '../../formats/search/search-words.ts';
import { textWords } from '../../formats/search/story-words.ts';
import { wordsIn } from '../../words/words.ts';
import { makeHeadline, printLabel } from '../story/card.ts';
import type { Materials } from '../surroundings.ts';
import { type BucketSubject, SealedBucket, type SearchDocument } from './bucket-subject.ts';
import { noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import { type Claim, claimOfSite } from '../../diagnostics/claim.ts';
import { searchesToBe } from './searches-to-be.ts';

/** What one of a bucket's files is made of. */
export interface SearchFileSubject {
  readonly url: UrlPath;
  readonly file: SearchFile;
  readonly bucket: BucketSubject;
}

export const searchFile: PageKind<SearchFileSubject, SearchCards | SearchWords> = {
  list: listSearchFiles,
  urlOf: ownUrl,
  layout: () => 'search-file',
  make: makeSearchFile,
  sitemap: { none: 'only the script of the search page reads them' },
  claims: { last: claimSearchFiles },
  // All files of a bucket are made of the same words.
  everyShard: (path) => path.replace(/-[^-]*$/, ''),
  changesAt: noMoments,
  navigation: undefined,
};

/** The files of all buckets of all languages, those of each beside each other. */
function listSearchFiles({ searches }: Edition): readonly SearchFileSubject[] {
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

function* claimSearchFiles({ searches }: EditionToBe): Generator<Claim> {
  for (const { url, buckets } of searches) {
    for (const { name } of buckets) {
      for (const file of SEARCH_FILES) {
        yield claimOfSite(`${url}${searchFileName(name, file)}` as UrlPath, 'a file of the search');
      }
    }
  }
}

const sealedBuckets = new WeakMap<SearchBucket, SealedBucket>();

/** A bucket is sealed once for all that refer to it. */
function sealedOf(bucket: SearchBucket): SealedBucket {
  const known = sealedBuckets.get(bucket) ?? new SealedBucket(bucket);
  sealedBuckets.set(bucket, known);
  return known;
}

/** Makes a file of a bucket: how its stories look among results, or in which of them some words are. */
function makeSearchFile(subject: SearchFileSubject, materials: Materials): SearchCards | SearchWords {
  const { file, bucket } = subject;
  return file === 'cards'
    ? { stamp: bucket.fingerprint, stories: bucket.documents.map((document) => makeCard(document, materials)) }
    : { stamp: bucket.fingerprint, ...(wordsOf(bucket, materials)[file] ?? { words: '', stories: [] }) };
}

function makeCard({ story, names, topics }: SearchDocument, { site }: Materials): SearchCards['stories'][number] {
  const { article, section } = story;
  const { language, headline, dek, label } = article;
  const { href: url, time } = makeHeadline(story, site);
  return {
    url,
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

function wordsOf({ documents }: BucketSubject, materials: Materials): readonly PartWords[] {
  if (last && isSame(last.documents, documents)) return last.parts;
  const parts = indexWords(documents, materials);
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

function indexWords(documents: readonly SearchDocument[], materials: Materials): readonly PartWords[] {
  const places = new Map<string, number[]>();
  documents.forEach(({ story, names, topics }, index) => {
    const note = (word: string): void => {
      const found = places.get(word);
      if (!found) places.set(word, [index]);
      else if (found.at(-1) !== index) found.push(index);
    };
    const own = materials.wordsOf(story);
    if (own !== '') own.split(' ').forEach(note);
    if (story.live) for (const word of textWords(materials.textOf(story))) note(word);
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

export const searchIndex: PageKind<SearchIndexSubject, SearchIndex> = {
  list: listSearchIndexes,
  urlOf: ownUrl,
  layout: () => 'search-file',
  make: makeSearchIndex,
  sitemap: { none: 'only the script of the search page reads it' },
  claims: { follows: claimSearchIndexes },
  everyShard: true,
  changesAt: noMoments,
  navigation: undefined,
};

function claimSearchIndexes(edition: EditionToBe): readonly Claim[] {
  return searchesToBe(edition).map(({ url, what }) =>
    claimOfSite(`${url}${SEARCH_INDEX}` as UrlPath, `the index of ${what}`),
  );
}

/** The list of each language that readers can search. */
function listSearchIndexes({ searches }: Edition): readonly SearchIndexSubject[] {
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
function makeSearchIndex({ buckets }: SearchIndexSubject): SearchIndex {
  return { buckets };
}

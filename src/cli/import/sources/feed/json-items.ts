import {
  type FeedHead,
  type FeedItem,
  type FeedMedium,
  type FeedPerson,
  mediumKind,
  personOf,
  uniqueBy,
  wholeAddress,
} from './feed-item.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Head and items of a JSON Feed of version 1 or 1.1 (jsonfeed.org). Values of another type than the format has are as if they were not there.
 *
 * @returns `undefined` where a value is no such feed.
 */
export function readJsonFeed(
  value: unknown,
): { readonly head: FeedHead; readonly items: readonly FeedItem[] } | undefined {
  if (!isObject(value) || !/jsonfeed\.org\/version\//.test(textOf(value, 'version') ?? '')) return undefined;
  const url = wholeAddress(textOf(value, 'home_page_url'), undefined);
  const base = url ?? wholeAddress(textOf(value, 'feed_url'), undefined);
  return {
    head: {
      title: textOf(value, 'title'),
      description: textOf(value, 'description'),
      url,
      self: wholeAddress(textOf(value, 'feed_url'), undefined),
      language: textOf(value, 'language'),
      authors: authorsOf(value, base),
    },
    items: listOf(value, 'items').map((item, index) => itemOf(item, index + 1, base)),
  };
}

function itemOf(item: Json, number: number, base: string | undefined): FeedItem {
  const url = wholeAddress(textOf(item, 'url'), base);
  const html = textOf(item, 'content_html');
  const plain = textOf(item, 'content_text');
  const about = wholeAddress(textOf(item, 'external_url'), base);
  const id = textOf(item, 'id');
  const itself = id !== undefined && /^https?:/i.test(id) ? wholeAddress(id, undefined) : undefined;
  return {
    line: number,
    isNumbered: true,
    id: id ?? numberText(item['id']),
    url: url ?? itself,
    otherUrls: url !== undefined && itself !== undefined && itself !== url ? [itself] : [],
    title: text('text', textOf(item, 'title')),
    summary: text('text', textOf(item, 'summary')),
    content: text('html', html) ?? text('text', plain),
    base: url ?? base,
    date: textOf(item, 'date_published'),
    updated: textOf(item, 'date_modified'),
    language: textOf(item, 'language'),
    isDraft: false,
    kind: 'story',
    authors: authorsOf(item, base),
    categories: wordsOf(item, 'tags').map((title) => ({ title })),
    media: mediaOf(item, base),
    notes:
      about === undefined || about === url || (html ?? plain ?? '').includes(about)
        ? []
        : [
            {
              kind: 'lost',
              what: 'address of what an item is about',
              advice: 'link to it in the text if readers need it',
              detail: about,
            },
          ],
  };
}

function mediaOf(item: Json, base: string | undefined): FeedMedium[] {
  const pictures = ['image', 'banner_image'].map((key) => wholeAddress(textOf(item, key), base));
  const files = listOf(item, 'attachments').map((attachment): FeedMedium | undefined => {
    const url = wholeAddress(textOf(attachment, 'url'), base);
    if (url === undefined) return undefined;
    return { kind: mediumKind(textOf(attachment, 'mime_type'), url), url, title: textOf(attachment, 'title') };
  });
  return [
    ...pictures.filter((url) => url !== undefined).map((url): FeedMedium => ({ kind: 'image', url })),
    ...files.filter((file) => file !== undefined),
  ];
}

/** Version 1 has one `author`, version 1.1 a list. */
function authorsOf(of: Json, base: string | undefined): FeedPerson[] {
  const single = of['author'];
  const people = [...listOf(of, 'authors'), ...(isObject(single) ? [single] : [])].map(
    (author): FeedPerson | undefined => {
      const person = personOf(textOf(author, 'name') ?? '', wholeAddress(textOf(author, 'url'), base));
      return person && { ...person, image: wholeAddress(textOf(author, 'avatar'), base) };
    },
  );
  return uniqueBy(
    people.filter((person) => person !== undefined),
    ({ name }) => name,
  );
}

function text(type: 'text' | 'html', value: string | undefined): FeedItem['content'] {
  return value === undefined ? undefined : { type, value };
}

function textOf(of: Json, key: string): string | undefined {
  const value = Object.hasOwn(of, key) ? of[key] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Version 1 lets an `id` be a number. */
function numberText(value: unknown): string | undefined {
  return typeof value === 'number' ? `${value}` : undefined;
}

function wordsOf(of: Json, key: string): string[] {
  const value = Object.hasOwn(of, key) ? of[key] : undefined;
  return Array.isArray(value)
    ? value.filter((word): word is string => typeof word === 'string' && word.trim() !== '')
    : [];
}

function listOf(of: Json, key: string): Json[] {
  const value = Object.hasOwn(of, key) ? of[key] : undefined;
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Json = Readonly<Record<string, unknown>>;

/** What the structured data of a page says of its article. Texts are as written, and may have references of HTML in them. */
export interface LinkedArticle {
  readonly headline?: string | undefined;
  readonly description?: string | undefined;
  /** All of its text. */
  readonly body?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  readonly authors: readonly PagePerson[];
  readonly sections: readonly string[];
  readonly keywords: readonly string[];
  readonly image?:
    | { readonly url: string; readonly caption?: string | undefined; readonly credit?: string | undefined }
    | undefined;
}

/** Somebody whom a page names. */
export interface PagePerson {
  readonly name: string;
  readonly url?: string | undefined;
  readonly image?: string | undefined;
}

export interface LinkedData {
  readonly article?: LinkedArticle | undefined;
  /** Whether the page says that it is a list of others, or the front of a site. */
  readonly isList: boolean;
  /** How many scripts were no JSON. */
  readonly broken: number;
}

const ARTICLES = /(?:Article|BlogPosting|Report|LiveBlogPosting|^Review|CriticReview)$/;
const LISTS = /^(?:CollectionPage|ItemList|SearchResultsPage|ProfilePage)$/;

/** What is nested deeper, or comes after so many values, is no description of a page. */
const MOST_VALUES = 20_000;

/** Reads scripts of the type `application/ld+json`: objects, lists, `@graph`, and references by `@id` from one to another. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const values = scripts.map(parsed);
  const nodes = values.flatMap((value) => (value === undefined ? [] : objectsIn(value)));
  const named = new Map(
    nodes.filter((node) => Object.keys(node).length > 1).map((node) => [wordOf(node['@id']), node] as const),
  );
  const lookUp = (value: unknown): unknown => {
    const id = isObject(value) && Object.keys(value).length === 1 ? wordOf(value['@id']) : undefined;
    return id === undefined ? value : (named.get(id) ?? value);
  };
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLES.test(type)));
  // Teasers of other stories are articles, too; that of the page has most to say.
  const [article] = articles.toSorted((a, b) => Object.keys(b).length - Object.keys(a).length);
  return {
    article: article && articleOf(article, lookUp),
    isList: articles.length === 0 && nodes.some((node) => typesOf(node).some((type) => LISTS.test(type))),
    broken: values.filter((value) => value === undefined).length,
  };
}

function parsed(script: string): unknown {
  const bare = script
    .trim()
    .replace(/^(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)/, '')
    .replace(/(?:-->|\/\/\]\]>|\]\]>|\/\*\]\]>\*\/)$/, '')
    .trim()
    .replace(/;$/, '');
  // Ends of lines within strings are the commonest fault.
  for (const text of [bare, bare.replace(/\p{Cc}/gu, ' ')]) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // The next form, or none.
    }
  }
  return undefined;
}

function objectsIn(value: unknown): Json[] {
  const found: Json[] = [];
  const waiting: unknown[] = [value];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined && seen < MOST_VALUES; next = waiting.pop()) {
    seen += 1;
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_VALUES).toReversed());
    if (!isObject(next)) continue;
    found.push(next);
    waiting.push(...Object.values(next).filter((inner) => typeof inner === 'object' && inner !== null));
  }
  return found;
}

function articleOf(article: Json, lookUp: (value: unknown) => unknown): LinkedArticle {
  const page = lookUp(article['mainEntityOfPage']);
  return {
    headline: wordOf(article['headline']) ?? wordOf(article['name']),
    description: wordOf(article['description']),
    body: wordOf(article['articleBody']),
    url: wordOf(article['url']) ?? wordOf(page) ?? (isObject(page) ? wordOf(page['@id']) : undefined),
    language: wordOf(article['inLanguage']),
    published: wordOf(article['datePublished']) ?? wordOf(article['dateCreated']),
    modified: wordOf(article['dateModified']),
    authors: listOf(article['author'] ?? article['creator'])
      .map(lookUp)
      .flatMap((person) => personOf(person, lookUp)),
    sections: listOf(article['articleSection']).flatMap(wordsOf),
    keywords: listOf(article['keywords']).flatMap((keywords) =>
      typeof keywords === 'string' ? keywords.split(/[,;，、،]/) : wordsOf(keywords),
    ),
    image: listOf(article['image'])
      .map(lookUp)
      .map(pictureOf)
      .find((picture) => picture !== undefined),
  };
}

function personOf(person: unknown, lookUp: (value: unknown) => unknown): PagePerson[] {
  if (typeof person === 'string') return [{ name: person }];
  if (!isObject(person)) return [];
  // Some write a person for all of them, whose name is a list.
  return listOf(person['name']).flatMap((name) => {
    const word = wordOf(name);
    if (word === undefined) return [];
    const picture = pictureOf(lookUp(listOf(person['image'])[0]));
    return [{ name: word, url: wordOf(person['url']) ?? wordOf(listOf(person['sameAs'])[0]), image: picture?.url }];
  });
}

function pictureOf(picture: unknown): LinkedArticle['image'] {
  if (typeof picture === 'string' && picture.trim() !== '') return { url: picture.trim() };
  if (!isObject(picture)) return undefined;
  const url = wordOf(picture['contentUrl']) ?? wordOf(picture['url']);
  if (url === undefined) return undefined;
  const credit = wordOf(picture['creditText']) ?? wordOf(picture['copyrightNotice']);
  return { url, caption: wordOf(picture['caption']), credit };
}

function typesOf(node: Json): string[] {
  return listOf(node['@type'])
    .flatMap(wordsOf)
    .map((type) => type.replace(/^.*[/:#]/, ''));
}

function wordsOf(value: unknown): string[] {
  const word = wordOf(value) ?? (isObject(value) ? wordOf(value['name']) : undefined);
  return word === undefined ? [] : [word];
}

function wordOf(value: unknown): string | undefined {
  if (isObject(value)) return wordOf(value['@value']);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  if (isObject(value) && '@list' in value) return listOf(value['@list']);
  return Array.isArray(value) ? value.slice(0, 1000) : value === undefined || value === null ? [] : [value];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

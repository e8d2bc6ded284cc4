/** Structured data of a page, as JSON has it. */
export type Node = Readonly<Record<string, unknown>>;

/** The structured data of a page. Throws where a script is not JSON. */
export function nodesIn(document: Document): readonly Node[] {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  return scripts.flatMap(({ textContent }) => JSON.parse(textContent ?? '') as Node | readonly Node[]);
}

/** What a page's structured data says that the page itself does not: each with both. */
export function contradictionsOf(document: Document, origin: string): readonly string[] {
  const page: SeenPage = { document, origin };
  return nodesIn(document).flatMap((node) => {
    const claims = CLAIMS[String(node['@type'])]?.(node, page) ?? [];
    return claims.flatMap(([what, said, shown]) => {
      const [one, other] = [JSON.stringify(said ?? null), JSON.stringify(shown ?? null)];
      return one === other ? [] : [`${String(node['@type'])} ${what}: ${one}, but the page has ${other}`];
    });
  });
}

interface SeenPage {
  readonly document: Document;
  readonly origin: string;
}

type Claim = readonly [what: string, said: unknown, shown: unknown];
type Claims = (node: Node, page: SeenPage) => readonly Claim[];

const article: Claims = (node, { document, origin }) => {
  const [published, updated] = [...document.querySelectorAll('.header-times time')].map(
    (time) => time.getAttribute('datetime') ?? '',
  );
  const byline = textOf(document.querySelector('.byline')) ?? '';
  const dateOf = (time: unknown, shown: string | undefined): unknown => String(time).slice(0, shown?.length);
  const picture = document.querySelector('.lead-picture');
  // One picture, whole or in the ratios that search engines ask for.
  const images =
    node['image'] === undefined ? [] : ([node['image'] as Node | readonly Node[]].flat() as readonly Node[]);
  const each = (key: string): readonly unknown[] => [...new Set(images.map((image) => cleanedOf(image[key])))];
  const once = (shown: string | undefined): readonly unknown[] => (picture ? [shown] : []);
  const sourceOf = (url: string | undefined): string | undefined => url?.replace(/(\/pictures\/[0-9a-f]{20})-.*/, '$1');
  return [
    ['headline', node['headline'], textOf(document.querySelector('h1'))],
    ['description', node['description'], textOf(document.querySelector('.story-head .dek'))],
    ['datePublished', dateOf(node['datePublished'], published), published],
    ['dateModified', dateOf(node['dateModified'], updated ?? published), updated ?? published],
    ['author', listOf(node['author']).filter(({ name }) => !byline.includes(cleaned(name))), []],
    ['correction', listOf(node['correction']).map(({ text }) => cleaned(text)), correctionsIn(document)],
    [
      'image',
      [...new Set(images.map(({ url }) => sourceOf(String(url))))],
      once(sourceOf(addressOf(picture?.querySelector('img')?.getAttribute('src'), origin))),
    ],
    ['caption', each('caption'), once(textOf(picture?.querySelector('.caption')))],
    ['credit', each('creditText'), once(textOf(picture?.querySelector('.credit')))],
    [
      'licence',
      each('license'),
      once(addressOf(picture?.querySelector('a[rel=license]')?.getAttribute('href'), origin)),
    ],
    [
      'keywords',
      listOf(node['keywords']).map(cleaned),
      [...document.querySelectorAll('.topics a')].map((link) => textOf(link)),
    ],
    ['language', node['inLanguage'], document.documentElement.lang],
  ];
};

/** Corrections stand before updates, each with its words in the last part. */
function correctionsIn(document: Document): readonly unknown[] {
  return [...document.querySelectorAll('.notice.correction')].map((notice) => {
    const [head, ...paragraphs] = notice.children;
    // One within a text has paragraphs of its own, below its title.
    return paragraphs.length > 0
      ? cleaned(paragraphs.map((paragraph) => textOf(paragraph)).join(' '))
      : textOf(head?.querySelector('span:last-of-type') ?? notice);
  });
}

const collection: Claims = (node, { document, origin }) => {
  const links = [...document.querySelectorAll('main a')].map((link) => ({
    url: addressOf(link.getAttribute('href'), origin),
    name: textOf(link),
  }));
  const items = listOf((node['mainEntity'] as Node | undefined)?.['itemListElement']);
  let from = 0;
  const missing = items.filter(({ url, name }) => {
    const index = links.findIndex((link, at) => at >= from && link.url === url && link.name === cleaned(name));
    if (index >= 0) from = index + 1;
    return index < 0;
  });
  return [
    ['name', cleaned(node['name']), textOf(document.querySelector('h1'))],
    ['items that are not there, or in another order', missing, []],
    ['positions', items.map(({ position }) => position), items.map((_, index) => index + 1)],
  ];
};

const breadcrumb: Claims = (node, { document, origin }) => {
  const links = document.querySelectorAll('nav.breadcrumb a, main .page-head .kicker a');
  const heading = textOf(document.querySelector('h1'));
  const steps = listOf(node['itemListElement']).map(({ name, item }) => ({
    name: cleaned(name),
    url: (item as Node)['@id'],
  }));
  const last = { name: heading, url: document.querySelector('link[rel=canonical]')?.getAttribute('href') };
  const shown = [...links].map((link) => ({
    name: textOf(link),
    url: addressOf(link.getAttribute('href'), origin),
  }));
  if (!document.querySelector('article.story')) return [['steps', steps, [...shown, last]]];
  // A story prints its section as its kicker, which may have other words; the navigation has the section's own.
  const urls = [...document.querySelectorAll('.header-kicker a, nav.sections a')].map((link) => {
    return addressOf(link.getAttribute('href'), origin);
  });
  return [
    ['last step', steps.at(-1)?.name, heading],
    ['steps', steps.length, 2],
    ['section', urls.includes(String(steps[0]?.url)), true],
  ];
};

const claimReview: Claims = (node, { document, origin }) => {
  const shown = [...document.querySelectorAll('.fact-check dd')];
  const at = (index: number): unknown => textOf(shown[index]);
  const item = node['itemReviewed'] as Node;
  const rating = node['reviewRating'] as Node;
  const source = (item['appearance'] as Node | undefined)?.['url'];
  return [
    ['claimReviewed', cleaned(node['claimReviewed']), at(0)],
    ['claimant', cleaned((item['author'] as Node)['name']), at(1)],
    ['date', item['datePublished'], shown[2]?.querySelector('time')?.getAttribute('datetime')],
    ['source', source, shown.length > 4 ? addressOf(shown[3]?.querySelector('a')?.getAttribute('href'), origin) : null],
    ['rating', cleaned(rating['alternateName']), textOf(shown.at(-1)?.querySelector('strong'))],
    [
      'scale',
      ['ratingValue', 'worstRating', 'bestRating'].flatMap((key) => rating[key] ?? []).sort(),
      (textOf(shown.at(-1)?.querySelector('.scale'))?.match(/-?[\d.]+/g) ?? []).map(Number).sort(),
    ],
  ];
};

const CLAIMS: Readonly<Record<string, Claims>> = {
  ...Object.fromEntries(
    ['NewsArticle', 'OpinionNewsArticle', 'AnalysisNewsArticle', 'ReviewNewsArticle'].map((type) => [type, article]),
  ),
  AdvertiserContentArticle: article,
  SatiricalArticle: article,
  CollectionPage: collection,
  BreadcrumbList: breadcrumb,
  ClaimReview: claimReview,
  WebSite: (node, { document, origin }) => [
    ['name', cleaned(node['name']), textOf(document.querySelector('.nameplate'))],
    ['url', node['url'], addressOf(document.querySelector('.nameplate a')?.getAttribute('href'), origin)],
  ],
  WebPage: (node, { document }) => [['name', cleaned(node['name']), textOf(document.querySelector('h1'))]],
};

function listOf(value: unknown): readonly Node[] {
  return value === undefined ? [] : (value as readonly Node[]);
}

/** White space is one space to a reader. */
function cleaned(text: unknown): string {
  return String(text).replace(/\s+/g, ' ').trim();
}

function cleanedOf(text: unknown): string | undefined {
  return text === undefined ? undefined : cleaned(text);
}

function textOf(element: Element | null | undefined): string | undefined {
  return element ? cleaned(element.textContent) : undefined;
}

function addressOf(address: string | null | undefined, origin: string): string | undefined {
  return address === null || address === undefined ? undefined : new URL(address, origin).href;
}

import { parseHTML } from 'linkedom';

/** What a page says of itself to machines. */
export interface PageHead {
  readonly title: string;
  readonly description: string | undefined;
  readonly canonical: string | undefined;
  readonly robots: string | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Of the first publication, as it was written. */
  readonly date: string | undefined;
  readonly siteName: string | undefined;
  /** Open Graph and the like, each once. */
  readonly properties: ReadonlyMap<string, string>;
  /** The structured data of each of its scripts: JSON, or the reason why it is none. */
  readonly data: readonly StructuredData[];
}

export type StructuredData =
  | { readonly kind: 'data'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly reason: string };

/** Reads the head of a page, and its structured data, as search engines and social networks do. */
export function readHead(html: string): PageHead {
  const { document } = parseHTML(html);
  const metas = [...document.querySelectorAll('meta')];
  const named = (name: string): string | undefined =>
    metas.find((meta) => meta.getAttribute('name')?.toLowerCase() === name)?.getAttribute('content') ?? undefined;
  const properties = new Map<string, string>();
  for (const meta of metas) {
    const [property, content] = [meta.getAttribute('property'), meta.getAttribute('content')];
    if (property !== null && content !== null && !properties.has(property)) properties.set(property, content);
  }
  const root = document.documentElement;
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  return {
    title: document.querySelector('title')?.textContent?.trim() ?? '',
    description: named('description'),
    canonical: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined,
    robots: named('robots'),
    language: root?.getAttribute('lang') ?? 'en',
    direction: root?.getAttribute('dir') === 'rtl' ? 'rtl' : 'ltr',
    date: properties.get('article:published_time'),
    siteName: properties.get('og:site_name'),
    properties,
    data: scripts.map(({ textContent }) => parse(textContent ?? '')),
  };
}

function parse(text: string): StructuredData {
  try {
    return { kind: 'data', value: JSON.parse(text) as unknown };
  } catch (fault) {
    return { kind: 'broken', reason: (fault as Error).message };
  }
}

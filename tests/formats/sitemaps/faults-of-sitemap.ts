import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryPages, validateXML } from 'xmllint-wasm';

const OURS = join(import.meta.dirname, 'xsd');
/** The published schema, in a package that brings it. */
const PUBLISHED = join(import.meta.dirname, '../../../node_modules/sitemap/schema/sitemap.xsd');

const FILES = {
  'sitemap.xsd': PUBLISHED,
  'sitemap-news.xsd': join(OURS, 'sitemap-news.xsd'),
  'sitemap-image.xsd': join(OURS, 'sitemap-image.xsd'),
};

/** All that a schema says is wrong with sitemaps or indexes: each by what it is called there. */
export async function faultsOfSitemaps(sitemaps: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const entries = Object.entries(sitemaps);
  if (entries.length === 0) throw new Error('There is nothing to validate');
  const isIndex = ([, text]: readonly [string, string]): boolean => text.includes('<sitemapindex');
  const ofIndexes = entries.filter(isIndex);
  const ofPages = entries.filter((entry) => !isIndex(entry));
  return [
    ...(await validate(ofIndexes, readFileSync(join(OURS, 'siteindex.xsd'), 'utf8'))),
    ...(await validate(ofPages, ALL)),
  ];
}

const NAMESPACES = [
  ['http://www.sitemaps.org/schemas/sitemap/0.9', 'sitemap.xsd'],
  ['http://www.google.com/schemas/sitemap-news/0.9', 'sitemap-news.xsd'],
  ['http://www.google.com/schemas/sitemap-image/1.1', 'sitemap-image.xsd'],
] as const;

const ALL = `<schema xmlns="http://www.w3.org/2001/XMLSchema">${NAMESPACES.map(
  ([namespace, location]) => `<import namespace="${namespace}" schemaLocation="${location}"/>`,
).join('')}</schema>`;

async function validate(
  entries: readonly (readonly [name: string, text: string])[],
  schema: string,
): Promise<readonly string[]> {
  if (entries.length === 0) return [];
  const { errors } = await validateXML({
    xml: entries.map(([name, contents]) => ({ fileName: name.replaceAll('/', '_'), contents })),
    schema,
    preload: Object.entries(FILES).map(([fileName, path]) => ({ fileName, contents: readFileSync(path, 'utf8') })),
    maxMemoryPages: 2 * memoryPages.GiB,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FunctionComponent, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { printAtom } from '../formats/feeds/atom.ts';
import type { PartlyPrintedFeed } from '../formats/feeds/feed.ts';
import { printJsonFeed } from '../formats/feeds/json-feed.ts';
import { type Podcast, printPodcast } from '../formats/feeds/podcast.ts';
import { printRss } from '../formats/feeds/rss.ts';
import {
  printSitemap,
  printSitemapIndex,
  type SitemapEntry,
  type SitemapIndexEntry,
} from '../formats/sitemaps/sitemap.ts';
import type { TextParts } from '../formats/text-parts.ts';
import { PROJECT } from '../disk/project.ts';

/** Prints a page's data as the content of its file. */
export type Printer = (data: unknown) => TextParts;

const FOLDER = join(PROJECT, 'layouts');

/** The names of the layouts that can print a story: `article`, and those that begin with `article-`. */
export function storyLayouts(): readonly string[] {
  return layoutNames().filter((name) => /^article(?:-|$)/.test(name));
}

/** The names of the layouts that can print a page of `content/pages/`: `page`, `page-…`, and Eleventy's own kinds. */
export function pageLayouts(): readonly string[] {
  const others = readdirSync(FOLDER).filter((name) => /\.(?:njk|liquid|html|md|11ty\.js)$/.test(name));
  return [...layoutNames().filter((name) => /^page(?:-|$)/.test(name)), ...others];
}

/** Every way to print a page, by name: the layouts of `layouts/`, and the formats that machines read. */
export async function loadPrinters(): Promise<ReadonlyMap<string, Printer>> {
  const printers = new Map<string, Printer>([
    ['rss', (data) => printRss(data as PartlyPrintedFeed)],
    ['atom', (data) => printAtom(data as PartlyPrintedFeed)],
    ['podcast', (data) => printPodcast(data as Podcast)],
    ['json-feed', (data) => printJsonFeed(data as PartlyPrintedFeed)],
    ['sitemap', (data) => printSitemap(data as readonly SitemapEntry[])],
    ['sitemap-index', (data) => printSitemapIndex(data as readonly SitemapIndexEntry[])],
    ['search-file', (data) => JSON.stringify(data)],
    ['verbatim', (data) => String(data)],
  ]);
  for (const name of layoutNames()) {
    const layout = compiledLayouts?.[name] ?? (await importLayout(name));
    printers.set(name, (data) => `<!doctype html>\n${renderToString(h(layout, data as object))}\n`);
  }
  return printers;
}

async function importLayout(name: string): Promise<FunctionComponent> {
  const module: unknown = await import(pathToFileURL(join(FOLDER, `${name}.tsx`)).href);
  return (module as { readonly default: FunctionComponent }).default;
}

let compiledLayouts: Readonly<Record<string, FunctionComponent>> | undefined;

/**
 * Says which layouts were compiled with the program.
 * @public
 */
export function useCompiledLayouts(layouts: Readonly<Record<string, FunctionComponent>>): void {
  compiledLayouts = layouts;
}

function layoutNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => name.slice(0, -'.tsx'.length))
    .sort();
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FunctionComponent, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { printRss, type RssFeed } from '../formats/rss.ts';
import { printSitemap, type SitemapEntry } from '../formats/sitemap.ts';
import { COMPILED, PROJECT } from './project.ts';

/** Prints a page's data as the content of its file. */
export type Printer = (data: unknown) => string;

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
    ['rss', (data) => printRss(data as RssFeed)],
    ['sitemap', (data) => printSitemap(data as readonly SitemapEntry[])],
    ['verbatim', (data) => String(data)],
  ]);
  for (const name of layoutNames()) {
    const file = COMPILED === undefined ? join(FOLDER, `${name}.tsx`) : join(COMPILED, `layouts/${name}.js`);
    const layout = (await import(pathToFileURL(file).href)) as { default: FunctionComponent };
    printers.set(name, (data) => `<!doctype html>\n${renderToString(h(layout.default, data as object))}\n`);
  }
  return printers;
}

function layoutNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => name.slice(0, -'.tsx'.length))
    .sort();
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { aFile, aStory, type Keys } from '../newsroom/manuscript.ts';
import { buildSiteInResident } from '../site/run-broadsheet.ts';
import { serve, type Served } from './serve.ts';

export const HOSTILE = '<img src=x onerror=alert(1)></script>';
const FIRST_YEAR = 2003;
const YEARS = 24;

/** A newsroom on disk in which readers search, and the server of the site that is built from it. */
export class SearchedNewsroom {
  readonly folder: string;
  readonly origin: string;
  private readonly served: Served;

  private constructor(folder: string, served: Served) {
    this.folder = folder;
    this.served = served;
    this.origin = served.origin;
  }

  /** Writes it; there is no site before it is built. */
  static async open(): Promise<SearchedNewsroom> {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-search-'));
    const newsroom = new SearchedNewsroom(folder, await serve(join(folder, 'site')));
    writeAll(newsroom);
    return newsroom;
  }

  write(path: string, text: string): void {
    const target = join(this.folder, 'content', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  story(name: string, keys: Keys, body?: string): void {
    this.write(`articles/${name}.md`, aStory(keys, body));
  }

  async build(): Promise<void> {
    const ended = await buildSiteInResident(join(this.folder, 'content'), join(this.folder, 'site'));
    const { status, stdout, stderr } = ended;
    if (status !== 0) throw new Error(stdout + stderr);
  }

  async close(): Promise<void> {
    await this.served.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function writeAll(newsroom: SearchedNewsroom): void {
  newsroom.write('site.yaml', siteOf('https://ledger.example/', 'en-GB'));
  newsroom.write('contributors/ana-ruiz.md', aFile({ name: 'Ana Ruíz' }, 'She writes.'));
  newsroom.story('heron', {
    headline: 'A heron at the quay',
    section: 'news',
    contributors: ['ana-ruiz'],
    topics: ['Birds'],
  });
  newsroom.story('gulls', {
    headline: `Gulls ${HOSTILE}`,
    dek: 'A *dek* of herons',
    section: 'sport',
    date: '2026-11-20 08:00',
  });
  newsroom.story(
    'text',
    { headline: 'Only in the text', date: '2026-03-02' },
    `Much before it. ${'Words '.repeat(80)} a <b>heronry</b>.`,
  );
  newsroom.story('hidden', { headline: 'A heron that is a draft', draft: true });
  for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year += 1) {
    newsroom.story(`regatta-${year}`, { headline: `Regatta of ${year}`, date: `${year}-05-01`, section: 'sport' });
  }
  newsroom.story('beam', { headline: 'Beam', dek: 'Of a lighthouse', date: '2026-01-04' });
  newsroom.story('keeper', { headline: 'The keeper', date: '2026-01-05' }, 'She sold the lighthouse.');
  newsroom.story('lighthouse', { headline: 'Lighthouse, sold', date: '2026-01-02' });
  newsroom.story('lighthouses', { headline: 'Two lighthouses', date: '2026-01-03' }, 'One is sold.');
  newsroom.story('garza', { headline: 'Una garza en el muelle', language: 'es' });
  newsroom.story('heron-es', { headline: 'Heron, un barco', language: 'es-MX', date: '2026-11-20' });
  newsroom.story('beams', { headline: 'Beams of 1900', date: '2012-01-04' });
  for (let count = 1; count <= 9; count += 1) {
    newsroom.story(
      `wave-${count}`,
      { headline: `Wave ${count}`, date: `2020-02-0${count}` },
      'It went over the breakwater.',
    );
  }
  for (let count = 1; count <= 25; count += 1) {
    newsroom.story(`tern-${count}`, {
      headline: `Tern ${count}`,
      date: `2026-02-${String(26 - count).padStart(2, '0')}`,
    });
  }
}

/** The file `site.yaml` of a site with two sections, and a front in Spanish. */
export function siteOf(url: string, language: string): string {
  const sections = '[{ id: news, title: News }, { id: sport, title: Sport }]';
  const languages = '[{ language: es, title: El Libro }]';
  return `title: The Ledger\nurl: ${url}\nlanguage: ${language}\nsections: ${sections}\nlanguages: ${languages}\n`;
}

/** What a reader sees once a search has ended. */
export async function ended(page: Page): Promise<{ readonly status: string; readonly headlines: readonly string[] }> {
  await page.waitForFunction(() => {
    const root = document.getElementById('search');
    const status = document.querySelector('.search-status')?.textContent ?? '';
    return root !== null && !root.hasAttribute('aria-busy') && status !== '';
  });
  const status = (await page.locator('.search-status').textContent()) ?? '';
  return { status, headlines: await page.locator('.search-results:not([hidden]) h2').allTextContents() };
}

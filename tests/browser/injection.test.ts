import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect } from 'vitest';
import { filesIn } from '../site/demo.ts';
import { broadsheetInResident } from '../cli/run.ts';
import { buildSiteInResident } from '../site/run-broadsheet.ts';
import { test } from './demo-test.ts';
import { attack, PLACES, writeHostileNewsroom } from './hostile-newsroom.ts';
import { serve, type Served } from './serve.ts';
import { Tab, visit } from './visit.ts';

let temporary = '';
let output = '';
let served: Served;

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'broadsheet-hostile-'));
  output = join(temporary, 'site');
  writeHostileNewsroom(join(temporary, 'content'));
  const ended = await buildSiteInResident(join(temporary, 'content'), output);
  if (ended.status !== 0) throw new Error(ended.stdout + ended.stderr);
  served = await serve(output);
});

afterAll(async () => {
  await served?.close();
  rmSync(temporary, { recursive: true, force: true });
});

test('nothing that stands in a text runs, and all of it is shown as it was typed', async ({ browser }) => {
  const tab = new Tab(await browser.newPage());
  const faults: string[] = [];
  const shown: string[] = [];
  for (const file of filesIn(output).filter((name) => name.endsWith('.html'))) {
    const visited = await tab.goTo(`${served.origin}/${file}`);
    const { page } = visited;
    const found = await page.evaluate(() => ({
      ran: '__pwned' in window,
      intruders: document.querySelectorAll(
        'img[src="x"], svg, textarea, script:not([type="application/ld+json"], [src^="/assets/search."]), [onerror], [onload]',
      ).length,
      // Those that every page has: one in its head, one at its end.
      gates: document.querySelectorAll('head > script:not([type]):not([src]), body > script:not([type]):not([src])')
        .length,
      titles: document.querySelectorAll('title').length,
      // biome-ignore lint/performance/useDomNodeTextContent: what is rendered counts
      text: `${document.body.innerText} ${document.title} ${[...document.images].map(({ alt }) => alt).join(' ')}`,
      data: [...document.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]')].map(
        ({ text }) => JSON.parse(text) as unknown,
      ).length,
    }));
    faults.push(...visited.faults.map((fault) => `${file} ${fault}`));
    if (found.ran || found.intruders !== 2 || found.gates !== 2 || found.titles !== 1)
      faults.push(`${file} ${JSON.stringify(found)}`);
    shown.push(asTyped(found.text));
  }
  await tab.page.context().close();
  const all = shown.join('\n');
  expect(shown.length).toBeGreaterThan(5);
  expect(faults).toEqual([]);
  expect([...PLACES, 'alt'].filter((place) => !all.includes(asTyped(attack(place))))).toEqual([]);
});

test('an attack would be noticed', async ({ browser }) => {
  const folder = join(temporary, 'naive');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), `<title>${attack('title')}</title><p>${attack('text')}</p>`);
  const naive = await serve(folder);
  const { page, faults } = await visit(browser, `${naive.origin}/`);
  expect(await page.evaluate(() => '__pwned' in window)).toBe(true);
  expect(faults).not.toEqual([]);
  await page.context().close();
  await naive.close();
});

test('structured data, the feed and the address of a page hold what was typed, and nothing that ends them', () => {
  const page = readFileSync(join(output, '2026/11/21/hostile/index.html'), 'utf8');
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '') as {
    readonly headline: string;
  };
  expect(asTyped(data.headline)).toBe(asTyped(attack('headline')));
  expect(intrudersOf(readFileSync(join(output, 'feed.xml'), 'utf8'))).toEqual([]);
  expect(filesIn(output).filter((file) => !/^[\w./-]+$/.test(file))).toEqual([]);
});

const PROGRAM = 'javascript:window.__pwned=1';
const story = (keys: string, text: string): string =>
  `---\nheadline: A\ncontributors: Jo Li\ndate: 2026-11-20\n${keys}---\n${text}\n`;

/** Links that would run something, by the file and line that hold them. */
const PROGRAMS: Readonly<Record<string, string>> = {
  'content/articles/a-link.md:6': story('', `[x](${PROGRAM})`),
  'content/articles/disguised.md:6': story('', '[x](&#74;ava&Tab;script:alert(1))'),
  'content/articles/data.md:6': story('', '[x](data:text/html,<script>alert(1)</script>)'),
  'content/articles/autolink.md:6': story('', `<${PROGRAM}>`),
  'content/articles/live-strip.md:5': story(`liveStrip: { text: x, url: "${PROGRAM}" }\n`, 'Text.'),
  'content/articles/canonical.md:5': story(`canonical: "${PROGRAM}"\n`, 'Text.'),
  'content/contributors/biography.md:4': `---\nname: Biography\n---\n[x](${PROGRAM})\n`,
  'content/contributors/links.md:3': `---\nname: Links\nlinks: [{ label: x, url: "${PROGRAM}" }]\n---\n`,
  'content/pages/own.md:5': `---\ntitle: A\nlayout: page\n---\n[x](${PROGRAM})\n`,
};
const SITE: readonly string[] = [
  'title: A',
  'url: https://ledger.example/',
  `navigation: [{ label: x, url: "${PROGRAM}" }]`,
  `social: [{ label: x, url: "${PROGRAM}" }]`,
  `liveStrip: { text: x, url: "${PROGRAM}" }`,
  `publisher: { contact: "${PROGRAM}" }`,
];

test('every link that would run something is refused, wherever it stands', async () => {
  const folder = mkdtempSync(join(temporary, 'refused-'));
  for (const [place, text] of Object.entries(PROGRAMS)) {
    const path = join(folder, place.split(':')[0] ?? '');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  writeFileSync(join(folder, 'content/site.yaml'), SITE.join('\n'));
  const { status, stdout } = await broadsheetInResident(folder, 'check', '--json');
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const places = errors.map(({ path, line }) => `${path.slice(path.indexOf('content/'))}:${line}`);
  const wanted = [...Object.keys(PROGRAMS), ...[3, 4, 5, 6].map((line) => `content/site.yaml:${line}`)];
  expect(status).toBe(1);
  expect(places.sort()).toEqual(wanted.sort());
});

interface Diagnostic {
  readonly severity: string;
  readonly path: string;
  readonly line: number;
}

/** What an attack would have brought into a feed: among its own elements, and in the texts that it holds as HTML. */
function intrudersOf(feed: string): readonly string[] {
  const { document } = new JSDOM(feed, { contentType: 'text/xml' }).window;
  const texts = [...document.getElementsByTagName('content:encoded')].map(({ textContent }) => textContent ?? '');
  expect(texts.filter((text) => text.includes('<figure>')).length).toBeGreaterThan(0);
  const intruders = texts.flatMap((text) => [
    ...new JSDOM(text).window.document.querySelectorAll('img[src="x"], svg, script, textarea, [onerror], [onload]'),
  ]);
  return [...document.querySelectorAll('img, svg, script'), ...intruders].map(({ outerHTML }) => outerHTML);
}

/** Quotes are made typographic in a text, white space is not kept. */
function asTyped(text: string): string {
  return text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').toLowerCase().trim();
}

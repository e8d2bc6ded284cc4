import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { contentTypeOf } from '../../src/preview/preview-edition.ts';
import { launchChromium } from '../browser/chromium.ts';
import { buildSite } from '../site/run-broadsheet.ts';

/**
 * Has Lighthouse judge pages of the demo as a phone sees them, the median of five runs each: `npm run lighthouse`, or
 * `npm run lighthouse -- --runs 1`. It needs the registry of npm, for nothing else needs Lighthouse, and a quiet machine. The exit code is 1
 * where a page has less than 100, but for what is said below.
 */

/** The last that Node 20 runs. */
const VERSION = '12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const PAGES: readonly (readonly [what: string, path: string])[] = [
  ['home', '/'],
  ['section', '/news/'],
  ['story with pictures', '/2026/11/19/swing-bridge-closes/'],
  ['live blog', '/2026/11/22/bridge-closure-live/'],
  ['gallery', '/2026/11/22/harbour-in-pictures/'],
  ['search', '/search/'],
];
/** No search engine is to list the search. */
const NOT_INDEXED = '/search/';

type Category = (typeof CATEGORIES)[number];
type Scores = Readonly<Record<Category, number>>;

/** What is used of Lighthouse. */
type Lighthouse = (
  address: string,
  flags: { readonly port: number; readonly output: 'json'; readonly logLevel: 'silent' },
  config: object,
) => Promise<{ readonly lhr: Result }>;

interface Result {
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >;
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly numericValue?: number }>>;
}

const runs = Number(process.argv[process.argv.indexOf('--runs') + 1] ?? 5) || 5;
const temporary = mkdtempSync(join(tmpdir(), 'broadsheet-lighthouse-'));
const port = await freePort();
const browser = await launchChromium(`--remote-debugging-port=${port}`);
try {
  const lighthouse = await loadLighthouse();
  const folder = join(temporary, 'site');
  const { status, stderr } = buildSite('content', folder);
  if (status !== 0) throw new Error(`The demo does not build:\n${stderr}`);
  const host = await serveAsHost(folder);
  process.stdout.write(`${['page', ...CATEGORIES, 'CLS', 'lost by'].join(' | ')}\n`);
  for (const [what, path] of PAGES) {
    const results: Result[] = [];
    for (let run = 0; run < runs; run += 1) {
      const { lhr } = await lighthouse(
        host.origin + path,
        { port, output: 'json', logLevel: 'silent' },
        configFor(path),
      );
      results.push(lhr);
    }
    const scores = Object.fromEntries(
      CATEGORIES.map((category) => [category, median(results.map((result) => scoreOf(result, category)))]),
    ) as unknown as Scores;
    const shift = median(results.map(({ audits }) => audits['cumulative-layout-shift']?.numericValue ?? Number.NaN));
    const lost = new Set(results.flatMap(lostIn));
    process.stdout.write(
      `${[what, ...CATEGORIES.map((category) => scores[category]), shift, [...lost].join(' ')].join(' | ')}\n`,
    );
    if (CATEGORIES.some((category) => scores[category] < 100) || shift > 0) process.exitCode = 1;
  }
  await host.close();
} finally {
  await browser.close();
  rmSync(temporary, { recursive: true, force: true });
}

function configFor(path: string): object {
  const settings = path === NOT_INDEXED ? { skipAudits: ['is-crawlable'] } : {};
  return { extends: 'lighthouse:default', settings: { ...settings, onlyCategories: CATEGORIES } };
}

function scoreOf({ categories }: Result, category: Category): number {
  return Math.round((categories[category]?.score ?? 0) * 100);
}

/** The audits by which a page lost something. */
function lostIn({ categories, audits }: Result): readonly string[] {
  const counted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return counted.flatMap(({ id }) => {
    const score = audits[id]?.score ?? 1;
    return score < 0.9 ? [id] : [];
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Installs Lighthouse beside what is installed, once. */
async function loadLighthouse(): Promise<Lighthouse> {
  const folder = fileURLToPath(new URL(`../../node_modules/.cache/lighthouse/${VERSION}`, import.meta.url));
  const entry = join(folder, 'node_modules/lighthouse/core/index.js');
  if (!existsSync(entry)) {
    mkdirSync(folder, { recursive: true });
    const args = ['install', '--no-save', '--ignore-scripts', '--prefix', folder, `lighthouse@${VERSION}`];
    const { status } = spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`npm could not install Lighthouse ${VERSION}`);
  }
  return ((await import(pathToFileURL(entry).href)) as { readonly default: Lighthouse }).default;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = createSocket();
    socket.listen(0, '127.0.0.1', () => {
      const { port: free } = socket.address() as AddressInfo;
      socket.close(() => resolve(free));
    });
  });
}

/** Serves a site as hosts do: texts compressed, and what has its content in its name kept for ever. */
async function serveAsHost(folder: string): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
  const server = createServer(({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = contentTypeOf(file);
    const isText = /^text\/|json|javascript|xml|svg/.test(type);
    const bytes = readFileSync(file);
    const isNamedByContent = /^\/(?:assets|pictures)\//.test(path);
    response.writeHead(200, {
      'content-type': type,
      'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'public, max-age=60',
      ...(isText ? { 'content-encoding': 'br' } : {}),
    });
    response.end(isText ? brotliCompressSync(bytes) : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${own}`, close };
}

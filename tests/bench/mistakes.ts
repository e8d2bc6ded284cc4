import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { serveSite } from '../../src/preview/serve-site.ts';
import { MISTAKES, NEWSROOM } from '../preview/bar/mistakes.ts';
import { makeCorpus } from './corpus.ts';
import { writeNewsroom } from './sites/broadsheet.ts';

/**
 * Measures how long it takes from the moment at which a mistake is saved until the page that an editor looks at says so, and from that at which
 * it is mended until it says nothing any more, in a preview of many stories: `npx tsx tests/bench/mistakes.ts --stories 5000`.
 */

const { values } = parseArgs({
  options: { stories: { type: 'string', default: '5000' }, dir: { type: 'string', default: tmpdir() } },
});
const folder = mkdtempSync(join(resolve(values.dir), 'broadsheet-mistakes-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));

const content = join(folder, 'content');
const corpus = makeCorpus(Number(values.stories), 1);
writeNewsroom(corpus, content);
const sections = corpus.sections.map((id) => `  - { id: ${id}, title: ${id} }\n`).join('');
const files: Readonly<Record<string, string>> = { ...NEWSROOM, 'site.yaml': NEWSROOM['site.yaml'] + sections };
for (const [path, text] of Object.entries(files)) save(path, text);

let told = (): void => {};
const serving = await serveSite(
  {
    ...{ content, cache: join(folder, 'cache'), now: '2026-11-23 12:00', drafts: true, url: undefined, jobs: 2 },
    ...{ host: '127.0.0.1', port: 0, isPortMovable: false },
  },
  {
    onReread: () => told(),
    onFault: (fault) => process.stderr.write(`${String(fault)}\n`),
    ...{ onWait: () => {}, onUnkept: () => {}, onWatchLimit: () => {}, onProgramChange: () => {} },
  },
);

process.stdout.write(
  `${values.stories} stories\n\n| file | code | told after | mended after |\n| --- | --- | --: | --: |\n`,
);
const all: number[] = [];
for (const { path, code, text, page } of MISTAKES) {
  const isTold = (html: string): boolean => html.includes(`${code}</`);
  const written = path === 'site.yaml' ? text + sections : text;
  const times = [await timeUntil(path, written, page, isTold)];
  times.push(await timeUntil(path, files[path] ?? '', page, (html) => !isTold(html)));
  all.push(...times);
  process.stdout.write(`| ${path} | ${code} | ${times.map((time) => `${Math.round(time)} ms`).join(' | ')} |\n`);
}
all.sort((one, other) => one - other);
process.stdout.write(
  `\nmedian ${Math.round(all[all.length >> 1] ?? 0)} ms, longest ${Math.round(all.at(-1) ?? 0)} ms\n`,
);
await serving.close();
process.exit();

/** Milliseconds until a page is as it should be, once a file is saved. */
async function timeUntil(path: string, text: string, page: string, isGood: (html: string) => boolean): Promise<number> {
  const started = performance.now();
  let read = nextReading();
  save(path, text);
  for (;;) {
    await Promise.race([read, wait(30_000)]);
    if (performance.now() - started > 30_000) throw new Error(`Nothing came of ${path}`);
    read = nextReading();
    const html = await (await fetch(serving.address + page)).text();
    if (isGood(html)) return performance.now() - started;
  }
}

function nextReading(): Promise<void> {
  return new Promise((done) => {
    told = done;
  });
}

function save(path: string, text: string): void {
  const target = join(content, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

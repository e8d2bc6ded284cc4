import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { MISTAKES, NEWSROOM } from '../preview/bar/mistakes.ts';
import { EditedNewsroom, toldOn } from '../preview/bar/served-mistakes.ts';
import { ServeCommand } from '../preview/run-serve.ts';
import { makeCorpus } from './corpus.ts';
import { writeNewsroom } from './sites/broadsheet.ts';

/**
 * Measures how long it takes from the moment at which a mistake is saved until the page that an editor looks at says so, and from that at which
 * it is mended until it says nothing any more, in a preview of many stories: `npm run bench:mistakes -- --stories 5000`.
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
for (const [path, text] of Object.entries(NEWSROOM)) {
  const target = join(content, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, withSections(path, text));
}

const serving = new ServeCommand(folder, ['--now', '2026-11-23 12:00']);
const newsroom = await EditedNewsroom.open(content, await serving.address());
process.stdout.write(
  `${values.stories} stories\n\n| file | code | told after | mended after |\n| --- | --- | --: | --: |\n`,
);
const all: number[] = [];
for (const { path, code, text, page } of MISTAKES) {
  const started = performance.now();
  await newsroom.save(path, withSections(path, text), page, (html) => toldOn(html, code) !== undefined);
  const told = performance.now();
  await newsroom.save(path, withSections(path, NEWSROOM[path]), page, (html) => toldOn(html, code) === undefined);
  const times = [told - started, performance.now() - told];
  all.push(...times);
  process.stdout.write(`| ${path} | ${code} | ${times.map((time) => `${Math.round(time)} ms`).join(' | ')} |\n`);
}
all.sort((one, other) => one - other);
process.stdout.write(
  `\nmedian ${Math.round(all[all.length >> 1] ?? 0)} ms, longest ${Math.round(all.at(-1) ?? 0)} ms\n`,
);
newsroom.close();
await serving.stop();
process.exit();

/** The stories of the bench are in sections of their own. */
function withSections(path: string, text: string): string {
  return path === 'site.yaml' ? text + sections : text;
}

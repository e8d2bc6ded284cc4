import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type ServeCommand as Serve, ServeCommand } from '../preview/run-serve.ts';
import { makeCorpus } from './corpus.ts';
import { copyProject, writeNewsroom } from './sites/broadsheet.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Measures the desk of a newsroom of any size: `npm run bench:desk -- --stories 100000`. It prints how long after `serve` was up the desk had
 * its first stories, and how long searches took; the first of those begins as soon as the stories are there.
 */

const SEARCHES = ['a', 'the', 'section 3', 'person', 'story 2019 05', 'zzzzzz', 'ba', 'topic 12', '北京', 'x'];

const { values } = parseArgs({
  options: { stories: { type: 'string', default: '100000' }, dir: { type: 'string', default: '/dev/shm' } },
});
const folder = mkdtempSync(join(existsSync(values.dir) ? values.dir : tmpdir(), 'broadsheet-desk-'));
try {
  const content = join(folder, 'content');
  const corpus = makeCorpus(Number(values.stories), 1);
  writeNewsroom(corpus, content);
  // A preview starts again whenever its own program changes.
  const project = join(folder, 'project');
  copyProject(PROJECT, project);
  const words = [...corpus.old.headline.split(' ').slice(0, 3), ...SEARCHES];
  for (const kept of ['nothing kept', 'all kept']) {
    const started = performance.now();
    const serve = new ServeCommand(
      folder,
      ['--content', content, '--cache', join(folder, 'cache'), '--port', '8391'],
      project,
    );
    const address = await serve.address();
    print(`${kept}: up after`, performance.now() - started);
    await measure(address, words);
    await stop(serve);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(address: string, words: readonly string[]): Promise<void> {
  const first = await Promise.all(['', 'newsroom', 'stories?count=50'].map((path) => timed(`${address}_desk/${path}`)));
  print('  the desk and its first stories', Math.max(...first));
  print('  the first search', await timed(`${address}_desk/stories?q=${words[0]}`));
  const times: number[] = [];
  for (const word of words) times.push(await timed(`${address}_desk/stories?q=${encodeURIComponent(word)}`));
  times.sort((one, other) => one - other);
  print('  searches, the median', times[Math.floor(times.length / 2)] ?? 0);
  print('  searches, the slowest', times.at(-1) ?? 0);
  print('  the last page', await timed(`${address}_desk/stories?from=99950&count=50`));
  print('  the calendar', await timed(`${address}_desk/calendar`));
  print('  the problems', await timed(`${address}_desk/problems`));
  print('  the changes, by git', await timed(`${address}_desk/changes`));
}

/** Milliseconds until an answer was read. */
async function timed(address: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(address);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}`);
  return performance.now() - started;
}

async function stop(serve: Serve): Promise<void> {
  await serve.stop('SIGTERM');
}

function print(what: string, milliseconds: number): void {
  process.stdout.write(
    `${what} ${milliseconds < 1000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(1)} s`}\n`,
  );
}

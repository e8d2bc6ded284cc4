import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReadTask } from '../../../src/build/workers/read-articles.ts';
import type { SharedSetting } from '../../../src/build/workers/task-context.ts';
import { WorkerPool } from '../../../src/build/workers/worker-pool.ts';
import { aSetting } from '../../newsroom/site.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { temporaryFolder, writeTo } from '../temporary-folder.ts';

const pools: WorkerPool[] = [];
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

function aPool(most: number): WorkerPool {
  const pool = new WorkerPool(most);
  pools.push(pool);
  return pool;
}

const SETTING: SharedSetting = {
  ...aSetting({}),
  media: { diskPaths: new Map(), outside: new Set(), known: new Map(), contents: new Map(), depth: 'pixels' },
};
const root = temporaryFolder();

/** Reads so many stories, from the first of these numbers on. */
function reading(first: number, count: number, records = 'records'): ReadTask {
  const files = Array.from({ length: count }, (_, index) => {
    const name = `${first + index}.md`;
    writeTo(root, { [name]: aStory({ headline: `Story ${first + index}` }) });
    return { path: `content/articles/${name}`, diskPath: join(root, name), known: [] };
  });
  const target = (folder: string) => ({ folder: join(root, folder), name: 'log' });
  return { name: 'read', files, isKept: true, records: target(records), texts: target('texts') };
}

describe('a pool of threads', () => {
  const pool = aPool(2);
  pool.share('setting', SETTING);

  it('does more tasks than it has threads, each once', async () => {
    const tasks = [0, 10, 20, 30, 40].map((first) => reading(first, 10));
    const results = await Promise.all(tasks.map((task) => pool.run(task)));

    expect(results.map((read) => read.map(({ path }) => path))).toEqual(
      tasks.map(({ files }) => files.map(({ path }) => path)),
    );
    expect(results.flat().every(({ kind }) => kind === 'read')).toBe(true);
  });

  it('has room until each thread has a task to do and one to do next', async () => {
    const rooms: boolean[] = [];
    const tasks = [0, 1, 2, 3, 4].map((first) => {
      rooms.push(pool.hasRoom);
      return pool.run(reading(first, 1));
    });
    await Promise.all(tasks);

    expect([...rooms, pool.hasRoom]).toEqual([true, true, true, true, false, true]);
  });

  it('fails a task with what the system said, and goes on', async () => {
    writeTo(root, { 'in-the-way': 'x' });
    const fault: unknown = await pool.run(reading(0, 1, 'in-the-way/records')).catch((error: unknown) => error);
    const [next] = await pool.run(reading(0, 1));

    expect(fault).toBeInstanceOf(Error);
    expect(fault).toMatchObject({ code: 'ENOTDIR', syscall: 'mkdir', path: join(root, 'in-the-way/records') });
    expect(next?.kind).toBe('read');
  });
});

describe('a thread that dies', () => {
  it('fails its task, those that wait and those to come', async () => {
    const pool = aPool(1);
    // No thread can take this, and none expects it.
    pool.share('setting', undefined);
    const faults = await Promise.all([0, 1, 2].map((first) => pool.run(reading(first, 1)).catch((fault) => fault)));
    const later: unknown = await pool.run(reading(3, 1)).catch((fault) => fault);

    expect(pool.hasRoom).toBe(true);
    for (const fault of [...faults, later]) {
      expect(fault).toBeInstanceOf(Error);
      expect(fault).toMatchObject({ message: 'A worker thread of Broadsheet died', cause: { name: 'TypeError' } });
    }
  });
});

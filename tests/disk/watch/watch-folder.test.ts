import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { FolderLook } from '../../../src/disk/watch/watch-folder.ts';
import { FolderWatch } from '../../../src/disk/watch/folder-watch.ts';
import { watchFolder } from '../../../src/disk/watch/watch-folder.ts';

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

class WatchedFolder {
  readonly root = mkdtempSync(join(tmpdir(), 'broadsheet-watch-'));
  readonly changes: string[] = [];
  readonly failures: unknown[] = [];
  readonly listener = {
    onChange: (path: string) => void this.changes.push(path.slice(this.root.length + 1)),
    onWatchLimit: () => {},
  };

  constructor() {
    closing.push(() => rmSync(this.root, { recursive: true, force: true }));
    this.write('2026/a.md');
  }

  at(path: string): string {
    return join(this.root, path);
  }

  write(path: string): void {
    mkdirSync(join(this.root, path, '..'), { recursive: true });
    writeFileSync(this.at(path), `${Math.random()}`);
  }

  /** Waits until each of these was told of, and forgets what was told. */
  async told(...paths: readonly string[]): Promise<void> {
    while (!paths.every((path) => this.changes.includes(path))) await wait(5);
    await wait(30);
    this.changes.length = 0;
  }
}

describe('a watch of folders', () => {
  function watched(): WatchedFolder & { readonly watch: FolderWatch } {
    const folder = new WatchedFolder();
    const watch = new FolderWatch(folder.root, folder.listener, (fault) => folder.failures.push(fault));
    closing.push(() => watch.close());
    return Object.assign(folder, { watch });
  }

  it('tells of files that are changed, added and removed', async () => {
    const folder = watched();
    folder.write('2026/a.md');
    await folder.told('2026/a.md');
    folder.write('2026/b.md');
    await folder.told('2026/b.md');
    rmSync(folder.at('2026/a.md'));
    await folder.told('2026/a.md');
  });

  it('tells of a file that another one takes the place of', async () => {
    const folder = watched();
    folder.write('.aside');
    renameSync(folder.at('.aside'), folder.at('2026/a.md'));
    await folder.told('2026/a.md');
    folder.write('2026/a.md');
    await folder.told('2026/a.md');
  });

  it('has one watch a folder, however many files there are', () => {
    const folder = new WatchedFolder();
    for (let index = 0; index < 50; index += 1) folder.write(`2026/${index}.md`);
    const watch = new FolderWatch(folder.root, folder.listener, () => {});
    closing.push(() => watch.close());

    expect(watch.size).toBe(2);
  });

  it('takes up folders that come, with those in them', async () => {
    const folder = watched();
    folder.write('2027/01/c.md');
    await folder.told('2027');
    expect(folder.watch.size).toBe(4);
    folder.write('2027/01/c.md');
    await folder.told('2027/01/c.md');
  });

  it('drops folders that go', async () => {
    const folder = watched();
    rmSync(folder.at('2026'), { recursive: true });
    await folder.told('2026');
    expect(folder.watch.size).toBe(1);
  });

  it('follows a folder to its new name', async () => {
    const folder = watched();
    renameSync(folder.at('2026'), folder.at('2027'));
    await folder.told('2026', '2027');
    folder.write('2027/a.md');
    await folder.told('2027/a.md');
  });

  it('watches the folder that takes the place of another one', async () => {
    const folder = watched();
    for (let round = 0; round < 5; round += 1) {
      rmSync(folder.at('2026'), { recursive: true });
      folder.write('2026/a.md');
      await folder.told('2026');
      folder.write('2026/a.md');
      await folder.told('2026/a.md');
    }
  });

  it('says nothing of what editors keep beside a file', async () => {
    const folder = watched();
    for (const name of ['.a.md.swp', 'a.md~', '#a.md#', '4913', '.git/index']) folder.write(`2026/${name}`);
    folder.write('2026/b.md');
    while (!folder.changes.includes('2026/b.md')) await wait(5);

    expect(new Set(folder.changes)).toEqual(new Set(['2026/b.md']));
  });

  it('says nothing of a folder whose times alone changed', async () => {
    const folder = watched();
    utimesSync(folder.at('2026'), 1, 1);
    folder.write('2026/b.md');
    while (!folder.changes.includes('2026/b.md')) await wait(5);

    expect(folder.changes).not.toContain('2026');
  });
});

describe('a watch where the system gives none', () => {
  it('looks for itself what was changed, added and removed', async () => {
    const folder = new WatchedFolder();
    const look = new FolderLook(folder.root, folder.listener, 10);
    closing.push(() => look.close());
    folder.write('2026/a.md');
    await folder.told('2026/a.md');
    folder.write('2027/01/c.md');
    await folder.told('2027/01/c.md');
    rmSync(folder.at('2026'), { recursive: true });
    await folder.told('2026/a.md');
  });
});

it('waits for a folder that is removed, and watches the one that comes', async () => {
  const folder = new WatchedFolder();
  const watch = watchFolder(folder.root, folder.listener);
  closing.push(() => watch.close());
  rmSync(folder.root, { recursive: true });
  await folder.told('');
  folder.write('2026/a.md');
  await folder.told('');
  folder.write('2026/a.md');
  await folder.told('2026/a.md');
});

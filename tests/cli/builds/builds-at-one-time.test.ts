import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../../src/disk/project.ts';
import { build, NOW, textsOf } from '../built.ts';
import { FILES } from '../built.ts';
import { aNewsroomOnDisk, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

describe('builds at one time', async () => {
  it.each([
    ['one output and one cache', ['site', 'site', 'site'], ['kept', 'kept', 'kept']],
    ['one output', ['site', 'site', 'site'], ['a', 'b', 'c']],
    ['one cache', ['a', 'b', 'c'], ['kept', 'kept', 'kept']],
  ])('wait for each other where they share %s', async (_what, outputs, caches) => {
    const folder = aNewsroomOnDisk(FILES);
    mkdirSync(join(folder, 'alone'));
    const alone = await build(folder, '--output', 'alone/site', '--cache', 'alone/kept');
    const builds = outputs.map((output, index) =>
      buildMeanwhile(folder, '--output', output, '--cache', caches[index] ?? ''),
    );

    expect(alone.status).toBe(0);
    expect(await Promise.all(builds)).toEqual([0, 0, 0]);
    for (const output of outputs) expect(textsOf(join(folder, output))).toEqual(textsOf(join(folder, 'alone/site')));
    const left = readdirSync(folder).filter((name) => name.includes('.lock') || name.includes('building'));
    expect(left).toEqual([]);
  });

  it('take over from one that was killed', async () => {
    const folder = aNewsroomOnDisk(FILES);
    const first = await build(folder);
    // No process has started at that time.
    const dead = JSON.stringify({ host: hostname(), process: process.pid, started: '0' });
    mkdirSync(join(folder, '._site-building-old/site'), { recursive: true });
    for (const lock of ['._site.lock', '.cache/lock']) writeFileSync(join(folder, lock), dead);

    expect(first.status).toBe(0);
    expect((await build(folder)).document).toMatchObject({ rendered: 0, removed: 0, changed: [] });
    expect(readdirSync(folder).sort()).toEqual(['.cache', '_site', 'content']);
    expect(existsSync(join(folder, '.cache/lock'))).toBe(false);
  });
});

/** Builds while something else happens; the exit code. */
function buildMeanwhile(folder: string, ...args: readonly string[]): Promise<number | null> {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  const command = [join(PROGRAM, 'src/cli/broadsheet.js'), 'build', '--now', NOW, ...args];
  const building = spawn(process.execPath, command, { cwd: folder, env, stdio: 'ignore' });
  return new Promise((resolve) => building.on('close', resolve));
}

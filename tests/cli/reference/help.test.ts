import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { aNewsroomOnDisk, broadsheet, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

describe('help', () => {
  const folder = aNewsroomOnDisk({});

  it.each([[['--help']], [['-h']], [['help']], [['build', '--help']]])('is given for %j', (args) => {
    const { status, stdout, stderr } = broadsheet(folder, ...args);

    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Usage: npx broadsheet');
  });

  it('is given where nothing is asked, which is wrong use', () => {
    expect(broadsheet(folder).status).toBe(2);
  });
});

describe('the version', () => {
  it.each(['--version', '-v'])('is given for %s', (option) => {
    const manifest = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(manifest) as { readonly version: string };

    expect(broadsheet(aNewsroomOnDisk({}), option)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });
});

import { expect, it } from 'vitest';
import { V8_SETTINGS } from '../../src/build/v8-settings.js';
import { PROJECT, run } from '../site/run-broadsheet.ts';

it('V8 is given no setting that this Node does not know, which it would say in each build', () => {
  const { stdout } = run(process.execPath, ['--v8-options'], { cwd: PROJECT });
  const known = new Set(stdout.match(/^ +--[a-z0-9-]+/gm)?.map((option) => option.trim()));
  expect(known.size).toBeGreaterThan(100);
  expect(V8_SETTINGS.map((setting) => setting.split('=')[0] ?? '').filter((name) => !known.has(name))).toEqual([]);
});

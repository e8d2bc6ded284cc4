import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { MediaFound } from '../../../src/domain/media/library.ts';
import { faultOf, hostilePicture, wholeFiles } from './pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-hostile-pictures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wholes = await wholeFiles();
const SEEDS = Array.from({ length: 400 }, (_, index) => index + 1);

describe('a file that may be something else than its name says', () => {
  it('is taken for what it is, or refused with a reason', () => {
    const faults = SEEDS.flatMap((seed) => {
      const { name, bytes } = hostilePicture(wholes, seed);
      return faultOf(name, bytes, folder) ?? [];
    });

    expect(faults).toEqual([]);
  });

  it.each<readonly [string, string, MediaFound]>([
    ['is taken for what its name says', 'html', { kind: 'found', file: { path: 'a.png', width: 1, height: 1 } }],
    ['has the size 0 × 12', 'png', { kind: 'found', file: { path: 'a.png', width: 0, height: 12 } }],
    ['has the size NaN × 12', 'png', { kind: 'found', file: { path: 'a.png', width: Number.NaN, height: 12 } }],
    ['says ', 'png', { kind: 'unreadable', reason: '' }],
    ['is missing', 'png', { kind: 'missing' }],
  ])('would be seen to be taken for something else: %s', (fault, kind, found) => {
    expect(faultOf('a.png', wholes[kind] ?? Buffer.alloc(0), folder, () => found)).toBe(fault);
  });

  it('would be seen to end in a fault', () => {
    const fault = faultOf('a.png', Buffer.alloc(0), folder, () => {
      throw new Error('no');
    });

    expect(fault).toContain('throws Error: no');
  });
});

import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChecked, writeChecked } from '../../src/disk/checked-file.ts';
import { temporaryFolder } from '../build/temporary-folder.ts';

const folder = temporaryFolder();
const path = join(folder, 'kept/state');

describe('a checked file', () => {
  it('gives back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        writeChecked(path, text);

        expect(readChecked(path)).toBe(text);
      }),
      { examples: [[''], ['\n'], ['\r\n'], ['a\n\nb\n'], ['\ufeff']] },
    );
  });

  it('leaves nothing beside it', () => {
    writeChecked(path, 'a');

    expect(readdirSync(dirname(path))).toEqual(['state']);
  });

  it('is put in the place of one that cannot be read', () => {
    const locked = join(folder, 'locked');
    writeChecked(locked, 'a');
    chmodSync(locked, 0o000);
    writeChecked(locked, 'b');

    expect(readChecked(locked)).toBe('b');
  });

  it('takes the place of a folder', () => {
    const inTheWay = join(folder, 'in-the-way/state');
    mkdirSync(join(inTheWay, 'within'), { recursive: true });
    writeChecked(inTheWay, 'a');

    expect(readChecked(inTheWay)).toBe('a');
  });

  it('that cannot be written leaves nothing behind', () => {
    const around = join(folder, 'a-file');
    writeFileSync(around, '');

    expect(() => writeChecked(join(around, 'state'), 'a')).toThrow();
    expect(readdirSync(folder).filter((name) => name.startsWith('a-file'))).toEqual(['a-file']);
  });

  it('gives nothing where it was damaged anywhere', () => {
    writeChecked(path, 'The bridge is shut.');
    const whole = readFileSync(path);
    for (let index = 0; index < whole.length; index += 1) {
      const damaged = Buffer.from(whole);
      damaged[index] = (whole[index] ?? 0) ^ 1;
      writeFileSync(path, damaged);

      expect(readChecked(path)).toBeUndefined();
    }
  });

  it('gives nothing to whoever takes it for something else', () => {
    writeChecked(path, 'The bridge is shut.', 'a story');

    expect([readChecked(path, 'a story'), readChecked(path, 'a state')]).toEqual(['The bridge is shut.', undefined]);
  });

  it.each<[string, () => void]>([
    ['is cut short', () => truncateSync(path, 20)],
    ['is empty', () => truncateSync(path, 0)],
    ['has something behind it', () => appendFileSync(path, ' ')],
    ['has another line end', () => writeFileSync(path, readFileSync(path, 'utf8').replace('\n', '\r\n'))],
    ['is gone', () => rmSync(path)],
  ])('gives nothing where it %s', (_what, damage) => {
    writeChecked(path, 'The bridge is shut.');
    damage();

    expect(readChecked(path)).toBeUndefined();
  });

  it('gives nothing where it is a folder', () => {
    expect(readChecked(folder)).toBeUndefined();
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countChanges, takeSnapshot } from './output.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-changes-'));
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'a/index.html'), 'one');
  writeFileSync(join(folder, 'feed.xml'), 'two');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('all files of a first build are written', () => {
  expect(countChanges(new Map(), takeSnapshot(folder))).toEqual({ files: 2, html: 1, written: 2, removed: 0 });
});

test('nothing is written where no file was touched', () => {
  const before = takeSnapshot(folder);
  expect(countChanges(before, takeSnapshot(folder)).written).toBe(0);
});

test('a file that is replaced by the same bytes is written', () => {
  const before = takeSnapshot(folder);
  rmSync(join(folder, 'feed.xml'));
  writeFileSync(join(folder, 'feed.xml'), 'two');
  expect(countChanges(before, takeSnapshot(folder))).toMatchObject({ files: 2, written: 1, removed: 0 });
});

test('a file that is gone is removed, and a new one is written', () => {
  const before = takeSnapshot(folder);
  rmSync(join(folder, 'feed.xml'));
  writeFileSync(join(folder, 'a/new.html'), 'three');
  expect(countChanges(before, takeSnapshot(folder))).toEqual({ files: 2, html: 2, written: 1, removed: 1 });
});

test('a file whose name starts with a dot is the program’s own', () => {
  writeFileSync(join(folder, '.kept'), '');
  expect(takeSnapshot(folder).size).toBe(2);
});

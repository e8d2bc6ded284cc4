import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PROJECT } from '../../architecture/source-tree.ts';
import { editFile, editLayout, withNeeded } from './scenarios.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-edit-'));
  path = join(folder, 'story.md');
  writeFileSync(path, 'old');
  utimesSync(path, 1_000_000, 1_000_000);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a cold build comes first in any case', () => {
  expect(withNeeded(['settings', 'unchanged'])).toEqual(['cold', 'unchanged', 'settings']);
});

test('a story is published before it is edited', () => {
  expect(withNeeded(['today'])).toEqual(['cold', 'published', 'today']);
});

test('an edited file has the new text and a new time', () => {
  editFile(path, (text) => `${text}, new`);
  expect(readFileSync(path, 'utf8')).toBe('old, new');
  expect(statSync(path).mtimeMs).toBeGreaterThan(1_000_000_000);
});

test('undone, it has the old text and the old time', () => {
  editFile(path, (text) => `${text}, new`)();
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(statSync(path).mtimeMs).toBe(1_000_000_000);
});

test('refuses an edit that changes nothing', () => {
  expect(() => editFile(path, (text) => text.replace('absent', ''))).toThrow('There is nothing to edit');
});

test.each([
  'layouts/article.tsx',
  'tests/bench/sites/hugo-layouts.ts',
  'tests/bench/sites/eleventy-site/src/_includes/story.njk',
])('finds what it edits in the layout of a story of each program: %s', (layout) => {
  const text = readFileSync(join(PROJECT, layout), 'utf8');
  expect(editLayout(text)).toMatch(/<article id="new" class=(?:"story |\{storyClass)/);
});

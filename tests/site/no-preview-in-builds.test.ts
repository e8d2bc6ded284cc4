import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from '../cli/run.ts';
import { aStory } from '../newsroom/manuscript.ts';

afterAll(removeNewsrooms);

it.each([[[]], [['--drafts']]])('has nothing in it that a preview says: build %j', async (options) => {
  const folder = aNewsroomOnDisk({
    'content/articles/a.md': aStory({}, ''),
    'content/articles/draft.md': aStory({ draft: true }),
    'content/articles/broken.md': aStory({ draft: true, label: 'gossip' }),
    'content/articles/later.md': aStory({ date: '2026-12-24' }),
  });

  const { status } = await broadsheetInResident(folder, 'build', '--now', '2026-11-23 12:00', ...options);

  const files = readdirSync(join(folder, '_site'), { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
  expect([status, texts.length > 10]).toEqual([0, true]);
  expect(texts.filter((text) => /broadsheet-(?:bar|trouble)|shadowrootmode|WebSocket/.test(text))).toEqual([]);
});

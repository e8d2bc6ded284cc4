import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { broadsheetInResident } from '../../cli/run.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { contentsOf, demoFolder, filesIn } from '../../site/demo.ts';
import { aPreview, closePreviews, get, NOON, removePreviewNewsrooms } from '../a-preview.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

it('is in no file that a build makes', () => {
  const marks = /broadsheet-(?:bar|trouble|look)|\/_desk\//;
  const files = filesIn(demoFolder()).filter((path) => /\.(?:html|css|js|json|xml|txt)$/.test(path));
  const marked = files.filter((path) => marks.test(readFileSync(join(demoFolder(), path), 'utf8')));

  expect(files.length).toBeGreaterThan(100);
  expect(marked).toEqual([]);
});

it('leaves a build as it is, byte for byte, whatever was looked at in a preview', async () => {
  const preview = await aPreview({ 'articles/bridge.md': aStory(), 'articles/draft.md': aStory({ draft: true }) });
  const { folder } = preview.newsroom;
  const build = async (output: string): Promise<Readonly<Record<string, string>>> => {
    const { status, stderr } = await broadsheetInResident(
      folder,
      'build',
      '--cache',
      'cache',
      '--now',
      NOON,
      '--output',
      output,
    );
    expect([status, stderr]).toEqual([0, '']);
    return contentsOf(join(folder, output));
  };
  const before = await build('before');
  const story = '2026/11/23/bridge/';
  for (const path of [
    story,
    `${story}?broadsheet-look=dark-old`,
    `_desk/views/reader?of=/${story}`,
    '2026/11/23/draft/',
  ])
    expect((await get(preview, path)).status).toBe(200);

  const after = await build('after');
  expect(Object.keys(before).length).toBeGreaterThan(10);
  expect(after).toEqual(before);
});

import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { aStory } from '../../newsroom/manuscript.ts';
import { closePreviews, removePreviewNewsrooms } from '../a-preview.ts';
import { aDesk } from './a-desk.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

describe('the scripts and styles of the desk', () => {
  it('are all to be had, and nothing beside them', async () => {
    const { preview } = await aDesk({ 'articles/a.md': aStory() });
    const names = readdirSync('src/preview/desk/client');
    const statusOf = async (name: string): Promise<number> =>
      (await fetch(`http://127.0.0.1:${preview.serving.port}/_desk/assets/${name}`)).status;

    expect(await Promise.all(names.map(statusOf))).toEqual(names.map(() => 200));
    expect(await statusOf('none.js')).toBe(404);
  });
});

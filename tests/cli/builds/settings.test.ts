import { afterAll, describe, expect, it } from 'vitest';
import { FILES, NOW } from '../built.ts';
import { aNewsroomOnDisk, broadsheetForEach, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

describe('a newsroom whose settings are gone', () => {
  it('is not published without its layouts, nor judged without its rules', async () => {
    const folder = aNewsroomOnDisk({
      ...FILES,
      'content/site.yaml': 'title: The Tide\nurl: https://tide.example/\n',
      'layouts/styles/theme.css': ':root { --accent: #0b5d3b }\n',
    });
    const commands = [
      ['build', '--now', NOW],
      ['check', '--now', NOW],
      ['schema', 'site'],
    ];
    const ended = await broadsheetForEach(folder, commands);

    expect(ended.map(({ status }) => status)).toEqual([1, 1, 0]);
    for (const { stderr } of ended.slice(0, 2))
      expect(stderr).toMatch(/^layouts\/ Unexpected files without \.eleventy\.ts/);
  });
});

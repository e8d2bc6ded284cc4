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

describe('the content of another newsroom', () => {
  it.each<[string, string, boolean]>([
    ['is told that its layouts are not used', 'layouts/styles/theme.css', true],
    ['is told nothing where it has none', 'layouts.md', false],
  ])('%s', async (_what, path, isTold) => {
    const folder = aNewsroomOnDisk({
      ...Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`my paper/${name}`, text])),
      'my paper/content/site.yaml': 'title: The Tide\nurl: https://tide.example/\n',
      'my paper/.eleventy.ts': "export { default } from 'broadsheet';\n",
      [`my paper/${path}`]: '',
    });
    const [ended] = await broadsheetForEach(folder, [['check', '--content', 'my paper/content', '--now', NOW]]);

    expect(ended?.status).toBe(0);
    expect(ended?.stderr.includes('`my paper` are not used here')).toBe(isTold);
    expect(ended?.stderr.includes("cd 'my paper'")).toBe(isTold);
  });
});

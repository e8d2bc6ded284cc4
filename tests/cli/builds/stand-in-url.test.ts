import { afterAll, describe, expect, it } from 'vitest';
import { FILES, NOW } from '../built.ts';
import { aNewsroomOnDisk, broadsheetForEach, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

const TOLD =
  /^Feeds, .* lead to https:\/\/\w+\.example, which stands in for the address of the site: write yours into content\/site\.yaml, or give it with --url$/m;

describe('a build for the address that init writes where none is given', () => {
  it('says so each time, unless another one is given', async () => {
    const folder = aNewsroomOnDisk({ ...FILES, 'content/site.yaml': 'title: The Tide\nurl: https://news.example/\n' });
    const commands = [[], [], ['--url', 'https://tide.example/'], ['--url', 'https://news.example/paper/']];
    const ended = await broadsheetForEach(
      folder,
      commands.map((given) => ['build', '--now', NOW, ...given]),
    );

    expect(ended.map(({ status, stderr }) => [status, stderr.includes('stands in')])).toEqual(
      commands.map(() => [0, false]),
    );
    expect(ended.map(({ stdout }) => TOLD.test(stdout))).toEqual([true, true, false, true]);
  });
});

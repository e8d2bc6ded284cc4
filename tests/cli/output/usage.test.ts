import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aStory } from '../../newsroom/manuscript.ts';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

const newsroom = aNewsroomOnDisk({
  'content/articles/2026/a.md': aStory(),
  'our papers/one/content/site.yaml': '',
  'two/one/content/site.yaml': '',
  'two/other/content/site.yaml': '',
  'none/notes.txt': '',
});

describe('a command in the wrong folder', () => {
  it.each([
    ['content', 'cd ..'],
    ['content/articles/2026', 'cd ../../..'],
    // Whatever is in the folder, the newsroom around it is nearer.
    ['our papers', 'cd ..'],
  ])('in %s names the newsroom around it', async (folder, hint) => {
    const { status, stderr } = await broadsheetInResident(join(newsroom, folder), 'check');

    expect(status).toBe(2);
    expect(stderr).toMatch(/^Unexpected folder `.*` without `content`, expected that of a newsroom\n/);
    expect(stderr).toContain(`  hint: ${hint}\n`);
  });

  it.each([
    [{ 'my paper/content/site.yaml': '', 'notes/a.md': '' }, "cd 'my paper'"],
    [{ 'one/content/site.yaml': '', 'two/content/site.yaml': '' }, 'npx broadsheet init my-paper'],
    [{ 'notes/a.md': '' }, 'npx broadsheet init my-paper'],
  ])('around %j names the only newsroom in it', async (files, hint) => {
    const outside = aNewsroomOnDisk(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`in/${path}`, text])),
    );
    const folder = join(outside, 'in');
    // Its own content is that of a newsroom, too, so that it has to be gone.
    rmSync(join(outside, 'content'), { recursive: true });

    for (const command of [['check'], ['new', 'A', '--yes'], ['build']]) {
      const { status, stderr } = await broadsheetInResident(folder, ...command);
      expect([status, stderr]).toEqual([2, expect.stringContaining(hint)]);
    }
  });

  it('names the folder that was asked for where one was', async () => {
    const { stderr } = await broadsheetInResident(newsroom, 'check', '--content', 'contents');

    expect(stderr).toContain('Unexpected --content `contents`, expected a folder that is there');
  });

  it('names the folders that a build would write to, which nobody has asked for', async () => {
    mkdirSync(join(newsroom, 'content'), { recursive: true });
    const { stderr } = await broadsheetInResident(join(newsroom, 'content'), 'build', '--content', '.');

    expect(stderr).toContain('Unexpected --output `_site`, expected a folder apart from the content folder');
    expect(stderr).not.toContain('undefined');
  });
});

describe('an option', () => {
  it.each<[readonly string[], string]>([
    [
      ['build', '--outptu', 'x'],
      'Unexpected option `--outptu`, expected one that this command has; did you mean `--output`?',
    ],
    [
      ['build', '--outptu=x'],
      'Unexpected option `--outptu`, expected one that this command has; did you mean `--output`?',
    ],
    [['build', '-drafts'], 'Unexpected option `-drafts`, expected one that this command has; did you mean `--drafts`?'],
    [
      ['build', '-output', 'x'],
      'Unexpected option `-output`, expected one that this command has; did you mean `--output`?',
    ],
    [['build', '-v'], 'Unexpected option `-v`, expected one that this command has\n'],
    [['check', '--verbose'], 'Unexpected option `--verbose`, expected one that this command has\n'],
    [['eject', '--all'], 'Unexpected option `--all`, expected none, for this command has no options'],
    [['new', '--headline'], 'Unexpected `--headline` without a value, expected one behind it'],
    [['new', '--headline', '--yes'], 'Unexpected option behind `--headline`, expected its value'],
    [['new', 'A', '--yes=no'], 'Unexpected value of `--yes`, expected it alone, for it takes none'],
    [['check', 'content'], 'Unexpected `content`, expected nothing but options behind this command'],
    [['new', 'A', '–yes'], 'Unexpected dash in `–yes`, expected two hyphens: `--yes`'],
    [['new', 'A', '—section', 'news'], 'Unexpected dash in `—section`, expected two hyphens: `--section`'],
    [['publish', 'a.md', '—date=now'], 'Unexpected dash in `—date=now`, expected two hyphens: `--date`'],
  ])('is told of: %j', async (args, expected) => {
    const { status, stderr } = await broadsheetInResident(newsroom, ...args);

    expect(stderr).toContain(expected);
    expect(stderr).toMatch(/\n {2}hint: npx broadsheet --help\n$/);
    expect(status).toBe(2);
  });

  it('may be a headline with a dash in it', async () => {
    const { status, stdout } = await broadsheetInResident(newsroom, 'new', '–40 degrees', '–', 'and falling', '--yes');

    expect([status, stdout]).toEqual([0, expect.stringContaining('40-degrees')]);
  });
});

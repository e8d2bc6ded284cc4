import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseManuscript } from '../../src/parse/manuscript.ts';
import { aFile } from '../newsroom/manuscript.ts';
import { aNewsroomOnDisk, broadsheetInResident, broadsheetAtOnce, broadsheetForEach, removeNewsrooms } from './run.ts';

afterAll(removeNewsrooms);

const CONTRIBUTORS = { 'content/contributors/jane-doe.md': aFile({ name: 'Jane Doe' }, '') };
const OPTIONS = ['--contributor', 'jane-doe', '--date', '2026-11-23 07:30'];

function valuesIn(folder: string, path: string): unknown {
  const { frontMatter } = parseManuscript({ path, text: readFileSync(join(folder, path), 'utf8') });
  return frontMatter.kind === 'read' ? frontMatter.values : frontMatter;
}

describe('new', async () => {
  const headlines = [
    'Harbour bridge closes',
    'Mayor: "It\'s over" & more',
    '*Hamlet* #1: 50% off @ the quay',
    "'Quoted'",
    '🎉 Party: at the 🎉 quay',
    '新闻 2026：“北京”',
    'null',
    '2026-11-23',
    'true',
    '1_000',
    '[Update] {now} | > - ? : x',
    'Zeile \\ mit \\n Schrägstrich',
    `A very long headline ${'that goes on '.repeat(30)}`.trim(),
  ];
  const folder = aNewsroomOnDisk(CONTRIBUTORS);

  const ended = await broadsheetForEach(
    folder,
    headlines.map((headline) => ['new', headline, ...OPTIONS]),
  );

  it.each(headlines.map((headline, index) => [headline, ended[index]] as const))(
    'makes a file of a headline, and says where: %s',
    (headline, end) => {
      expect(end?.status).toBe(0);
      expect(valuesIn(folder, end?.stdout.trim() ?? '')).toEqual({
        headline,
        contributors: 'jane-doe',
        date: '2026-11-23 07:30',
        draft: true,
      });
    },
  );

  it('makes drafts, of which it is told what is still to do: they have no text yet', async () => {
    const { status, stdout } = await broadsheetInResident(folder, 'check', '--json');
    const { diagnostics, toDo } = JSON.parse(stdout) as Record<string, readonly { code: string }[]>;

    expect([status, diagnostics]).toEqual([0, []]);
    expect(new Set(toDo?.map(({ code }) => code))).toEqual(new Set(['body-empty', 'headline-long']));
  });

  it.each([
    ['Bridge closes', 'Bridge  CLOSES!', 'bridge-closes'],
    ['東京で', '大阪で', 'story-2026-11-23-07-30'],
  ])('takes another name where something has it, and never writes over it: %s, %s', async (one, other, name) => {
    const taken = { [`content/articles/2026/11/${name}-2.md`]: 'mine' };
    const own = aNewsroomOnDisk({ ...CONTRIBUTORS, ...taken });
    symlinkSync('nowhere', join(own, `content/articles/2026/11/${name}-4.md`));
    const ended = await broadsheetForEach(
      own,
      [one, other, one].map((headline) => ['new', headline, ...OPTIONS]),
    );

    const made = [name, `${name}-3`, `${name}-5`].map((file) => `content/articles/2026/11/${file}.md`);
    expect(ended.map(({ status, stdout }) => [status, stdout.trim()])).toEqual(made.map((path) => [0, path]));
    expect(valuesIn(own, made[1] ?? '')).toMatchObject({ headline: other.replace(/\s+/g, ' ') });
    expect(readFileSync(join(own, `content/articles/2026/11/${name}-2.md`), 'utf8')).toBe('mine');
  });

  it('makes as many files as are asked for at one moment', async () => {
    const own = aNewsroomOnDisk(CONTRIBUTORS);
    const all = await Promise.all(Array.from({ length: 4 }, () => broadsheetAtOnce(own, 'new', 'Fire', ...OPTIONS)));

    expect(all.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    expect(new Set(all.map(({ stdout }) => stdout)).size).toBe(4);
    expect(readdirSync(join(own, 'content/articles/2026/11'))).toHaveLength(4);
  });

  it('numbers the files of headlines that make no name', async () => {
    const own = aNewsroomOnDisk(CONTRIBUTORS);
    const ends = await broadsheetForEach(
      own,
      ['東京で', '大阪で', '京都で'].map((headline) => ['new', headline, ...OPTIONS]),
    );

    expect(ends.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(readdirSync(join(own, 'content/articles/2026/11')).toSorted()).toEqual([
      'story-2026-11-23-07-30-2.md',
      'story-2026-11-23-07-30-3.md',
      'story-2026-11-23-07-30.md',
    ]);
  });

  it('refuses a time that clocks skip, and says which to write', async () => {
    const own = aNewsroomOnDisk(CONTRIBUTORS);
    const { status, stderr } = await broadsheetInResident(own, 'new', 'A', '--date', '2026-03-29 01:30');

    expect([status, stderr.includes('write "2026-03-29 02:30"')]).toEqual([2, true]);
  });

  it('takes several contributors, and the clock of the newsroom', async () => {
    const own = aNewsroomOnDisk(CONTRIBUTORS);
    const both = ['--contributor', 'jane-doe', '--contributor', 'Jo Li'];
    const { stdout } = await broadsheetInResident(own, 'new', 'Two', 'words', ...both);

    expect(valuesIn(own, stdout.trim())).toEqual({
      headline: 'Two words',
      contributors: ['jane-doe', 'Jo Li'],
      date: expect.stringMatching(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/),
      draft: true,
    });
  });
});

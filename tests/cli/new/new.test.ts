import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { beginStory } from '../../../src/cli/new/new.ts';
import { parseManuscript } from '../../../src/parse/manuscript.ts';
import { aFile } from '../../newsroom/manuscript.ts';
import { aNewsroomOnDisk, broadsheetInResident, broadsheetAtOnce, broadsheetForEach, removeNewsrooms } from '../run.ts';

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

  it('writes nothing where a folder leads out of the content folder', async () => {
    const own = aNewsroomOnDisk({ ...CONTRIBUTORS, 'content/articles/a.md': '', 'elsewhere/a.md': '' });
    symlinkSync('../../elsewhere', join(own, 'content/articles/2030'));
    const { status, stderr } = await broadsheetInResident(own, 'new', 'A', '--date', '2030-1-5');

    expect([status, stderr]).toEqual([1, expect.stringContaining('Unexpected link or file `content/articles/2030`')]);
    expect(readdirSync(join(own, 'elsewhere'))).toEqual(['a.md']);
  });

  it('refuses a time that clocks skip, and says which to write', async () => {
    const own = aNewsroomOnDisk(CONTRIBUTORS);
    const { status, stderr } = await broadsheetInResident(own, 'new', 'A', '--date', '2026-03-29 01:30');

    expect([status, stderr.includes('write "2026-03-29 02:30"')]).toEqual([2, true]);
  });

  it.each([
    ['story', {}, ''],
    ['live', { live: true }, ':::update{date="2026-11-23 07:30" title=""}\n\n:::\n'],
    ['opinion', { label: 'opinion' }, ''],
    ['interview', { label: 'interview' }, ':::qa{question="" by=""}\n\n:::\n'],
    ['fact-check', { factCheck: { claim: null, claimant: null, date: null, rating: null } }, ''],
    ['gallery', {}, ':::gallery{title=""}\n![](picture-1.jpg){credit=""}\n![](picture-2.jpg){credit=""}\n:::\n'],
  ])(
    'begins a story of the kind %s, with what it needs, in a draft that holds nothing up',
    async (kind, keys, body) => {
      const own = aNewsroomOnDisk(CONTRIBUTORS);
      const { stdout } = await broadsheetInResident(own, 'new', 'Bridge closes', '--kind', kind, ...OPTIONS);
      const path = stdout.trim();
      const check = await broadsheetInResident(own, 'check', '--drafts', '--json');
      const found = JSON.parse(check.stdout) as { readonly diagnostics: readonly { readonly code: string }[] };

      expect(valuesIn(own, path)).toEqual({
        headline: 'Bridge closes',
        contributors: 'jane-doe',
        date: '2026-11-23 07:30',
        ...keys,
        draft: true,
      });
      expect(readFileSync(join(own, path), 'utf8').split('\n---\n\n')[1]).toBe(body);
      expect(check.status).toBe(0);
      expect(found.diagnostics.filter(({ code }) => code !== 'body-empty')).toEqual([]);
    },
  );

  it('shows keys that can be read once their lines are no comments any more', async () => {
    const own = aNewsroomOnDisk({ ...CONTRIBUTORS, 'content/media/bridge.jpg': '' });
    const { stdout } = await broadsheetInResident(own, 'new', 'Bridge closes', ...OPTIONS);
    const path = join(own, stdout.trim());
    const shown = readFileSync(path, 'utf8').replace(/^# (?=[a-zA-Z]+:| {2})/gm, '');
    writeFileSync(path, shown);

    expect(valuesIn(own, stdout.trim())).toMatchObject({
      dek: expect.any(String),
      topics: expect.any(Array),
      image: { src: 'bridge.jpg', alt: expect.any(String) },
    });
  });

  it.each([
    [['--kind', 'poem', 'A'], '--kind: Unexpected `poem`'],
    [['--section', 'sprot', 'A'], '--section: Unexpected `sprot`'],
    [['--contributor', 'jane-do', 'A'], 'did you mean `jane-doe`?'],
    [['--date', 'tomorrow', 'A'], '--date: Unexpected `tomorrow`'],
    [['--headline', 'A', 'B'], 'Unexpected second headline'],
    [['a\u202eb'], 'U+202E'],
    [[], 'expected a headline'],
  ])('makes nothing of %j', async (args, said) => {
    const own = aNewsroomOnDisk(CONTRIBUTORS);
    const { status, stderr } = await broadsheetInResident(own, 'new', ...args);

    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(existsSync(join(own, 'content/articles'))).toBe(false);
  });

  it('asks nothing where what was said cannot be', async () => {
    const own = aNewsroomOnDisk(CONTRIBUTORS);
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = Object.assign(new PassThrough(), { isTTY: true });
    const said = text(output);

    const begun = beginStory(['--content', join(own, 'content'), '--section', 'sprot'], { input, output });

    await expect(begun).rejects.toThrow('--section: Unexpected `sprot`');
    output.end();
    expect(await said).toBe('');
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

import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withdrawFile } from '../../../src/cli/publish/withdraw.ts';
import { aNewsroomInGit, type NewsroomInGit } from '../../build/editing/newsroom-in-git.ts';
import { broadsheetInResident } from '../run.ts';

const PATH = 'content/articles/bridge.md';
const STORY = '---\nheadline: Bridge closes\ncontributors: jane-doe\ndate: 2026-11-20\n---\nText.\n';
const DRAFT = STORY.replace('---\nText', 'draft: true\n---\nText');

function aNewsroomWithStory(): NewsroomInGit {
  return aNewsroomInGit({ [PATH]: STORY });
}

/** Withdraws where somebody sits who writes these lines. */
async function answering(newsroom: NewsroomInGit, lines: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true });
  const said = text(output);
  input.end(lines.map((line) => `${line}\n`).join(''));
  const args = ['--content', join(newsroom.folder, 'content'), join(newsroom.folder, PATH)];
  const status = await withdrawFile(args, { input, output });
  output.end();
  return { status, said: await said };
}

describe('withdraw', () => {
  it('says what it does, and does it', async () => {
    const newsroom = aNewsroomWithStory();
    const args = ['--yes', '--reason', 'It was wrong: nobody was hurt.', PATH];
    const { status, stdout, stderr } = await broadsheetInResident(newsroom.folder, 'withdraw', ...args);

    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      [
        'Bridge closes',
        '  address  https://ledger.example/2026/11/20/bridge/',
        '  changes  content/articles/bridge.md gets draft: true',
        '           content/redirects.yaml gets /2026/11/20/bridge/: { gone: "It was wrong: nobody was hurt." }',
        '  commits  content/articles/bridge.md',
        '           content/redirects.yaml',
        '  message  Withdraw “Bridge closes”',
        '  pushes   main to origin',
        'Pushed to origin.',
        '',
      ].join('\n'),
    );
    expect(newsroom.read(PATH)).toBe(DRAFT);
  });

  it('changes nothing where nobody can be asked, and with --dry-run', async () => {
    const newsroom = aNewsroomWithStory();

    const asked = await broadsheetInResident(newsroom.folder, 'withdraw', PATH);
    expect([asked.status, asked.stderr]).toEqual([2, expect.stringContaining('expected --yes')]);
    const tried = await broadsheetInResident(newsroom.folder, 'withdraw', '--dry-run', '--delete', PATH);
    expect([tried.status, tried.stdout]).toEqual([0, expect.stringContaining('content/articles/bridge.md is removed')]);
    expect([newsroom.read(PATH), newsroom.status()]).toEqual([STORY, '']);
  });

  it.each([
    [[], 'expected the file of a story'],
    [['a.md', 'b.md'], 'expected one file'],
    [['--yes', '--to', ' ', PATH], 'Unexpected empty --to'],
    [['--yes', '--to', 'about', PATH], 'Unexpected target `about`'],
    [['--yes', '--to', '/', '--reason', 'Wrong', PATH], 'Unexpected reason beside an address'],
    [['--yes', 'content/articles/none.md'], 'expected the file of a story'],
  ])('is wrong use: %j', async (args, said) => {
    const newsroom = aNewsroomWithStory();
    const { status, stderr } = await broadsheetInResident(newsroom.folder, 'withdraw', ...args);

    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  it.each([[[]], [['']], [['n']], [['no']]])('does nothing unless it is told to: %j', async (lines) => {
    const newsroom = aNewsroomWithStory();

    expect((await answering(newsroom, lines)).status).toBe(1);
    expect(newsroom.status()).toBe('');
  });

  it('asks, and does it then', async () => {
    const newsroom = aNewsroomWithStory();
    const { status, said } = await answering(newsroom, ['y']);

    expect([status, said]).toEqual([0, expect.stringContaining('Withdraw it? (y/N): ')]);
    expect(newsroom.read(PATH)).toBe(DRAFT);
  });
});

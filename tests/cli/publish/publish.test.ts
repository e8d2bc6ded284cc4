import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishFile } from '../../../src/cli/publish/publish.ts';
import { aNewsroomInGit, type NewsroomInGit } from '../../build/editing/newsroom-in-git.ts';
import { broadsheetInResident } from '../run.ts';

const PATH = 'content/articles/bridge.md';
const DRAFT = '---\nheadline: Bridge closes\ncontributors: jane-doe\ndate: 2026-11-20\ndraft: true\n---\nText.\n';
const IS_OUT = /date: \d{4}-\d\d-\d\d \d\d:\d\d\n---\n/;

function aNewsroomWithDraft(): NewsroomInGit {
  const newsroom = aNewsroomInGit();
  newsroom.write(PATH, DRAFT);
  return newsroom;
}

/** Publishes where somebody sits who writes these lines. */
async function answering(newsroom: NewsroomInGit, lines: readonly string[], terminal: object = {}) {
  const input = Object.assign(new PassThrough(), { isTTY: true, ...terminal });
  const output = Object.assign(new PassThrough(), { isTTY: true });
  const said = text(output);
  input.end(lines.map((line) => `${line}\n`).join(''));
  const args = ['--content', join(newsroom.folder, 'content'), join(newsroom.folder, PATH)];
  const status = await publishFile(args, { input, output });
  output.end();
  return { status, said: await said };
}

describe('publish', () => {
  it('says what it does, and does it', async () => {
    const newsroom = aNewsroomWithDraft();
    const { status, stdout, stderr } = await broadsheetInResident(newsroom.folder, 'publish', '--yes', PATH);

    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Bridge closes\n {2}address {2}https:\/\/ledger\.example\/\d{4}\/\d\d\/\d\d\/bridge\/\n/);
    expect(stdout).toContain('draft is taken out\n');
    expect(stdout).toContain('  commits  content/articles/bridge.md\n  message  Publish “Bridge closes”\n');
    expect(stdout).toMatch(/pushes {3}main to origin\nPushed to origin\.\n$/);
    expect(newsroom.read(PATH)).toMatch(IS_OUT);
  });

  it('changes nothing where nobody can be asked, and with --dry-run', async () => {
    const newsroom = aNewsroomWithDraft();
    const before = newsroom.git('rev-parse', 'HEAD');

    const asked = await broadsheetInResident(newsroom.folder, 'publish', PATH);
    expect([asked.status, asked.stderr]).toEqual([2, expect.stringContaining('expected --yes')]);
    const tried = await broadsheetInResident(newsroom.folder, 'publish', '--dry-run', PATH);
    expect([tried.status, tried.stdout]).toEqual([0, expect.stringContaining('Publish “Bridge closes”')]);
    expect([newsroom.read(PATH), newsroom.git('rev-parse', 'HEAD')]).toEqual([DRAFT, before]);
  });

  it('takes a message, a date, and no push', async () => {
    const newsroom = aNewsroomWithDraft();
    const options = ['--yes', '--no-push', '--date', 'keep', '--message', 'Bridge: "closed" $(x)\n\nAt last.'];
    const { status, stdout } = await broadsheetInResident(newsroom.folder, 'publish', ...options, PATH);

    expect([status, stdout]).toEqual([0, expect.stringMatching(/Committed as [0-9a-f]{10}, and not pushed\.\n$/)]);
    expect(newsroom.git('log', '-1', '--format=%B')).toBe('Bridge: "closed" $(x)\n\nAt last.\n\n');
    expect(newsroom.read(PATH)).toBe(DRAFT.replace('draft: true\n', ''));
  });

  it('tells errors with their places, and ends with 1', async () => {
    const newsroom = aNewsroomInGit();
    newsroom.write(PATH, DRAFT.replace('contributors: jane-doe\n', ''));
    const { status, stderr } = await broadsheetInResident(newsroom.folder, 'publish', '--yes', PATH);

    expect(status).toBe(1);
    expect(stderr).toContain('content/articles/bridge.md:1:1 error Unexpected front matter without `contributors`');
    expect(stderr).toContain('Unexpected errors in the story (1), expected none\n');
  });

  it.each([
    [[], 'expected the file of a story'],
    [['a.md', 'b.md'], 'expected one file'],
    [['--yes', 'content/articles/none.md'], 'expected the file of a story'],
    [['--yes', '--date', 'tomorrow', PATH], 'Unexpected date `tomorrow`'],
    [['--yes', '--message', ' ', PATH], 'Unexpected empty --message'],
  ])('is wrong use: %j', async (args, said) => {
    const newsroom = aNewsroomWithDraft();
    const { status, stderr } = await broadsheetInResident(newsroom.folder, 'publish', ...args);

    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  it('asks about a date that has passed, and whether to publish', async () => {
    const kept = aNewsroomWithDraft();
    const { status, said } = await answering(kept, ['what?', 'keep', 'y']);

    expect(status).toBe(0);
    expect(said).toContain('Its date, 2026-11-20, has passed. Set it to now, or keep it? (now): ');
    expect(kept.read(PATH)).toBe(DRAFT.replace('draft: true\n', ''));
  });

  it('leaves Ctrl-C to git once nobody is asked any more', async () => {
    const newsroom = aNewsroomWithDraft();
    const before = newsroom.git('rev-parse', 'HEAD');
    const modes: (readonly [isRaw: boolean, head: string])[] = [];
    const setRawMode = (isRaw: boolean): void => {
      modes.push([isRaw, newsroom.git('rev-parse', 'HEAD')]);
    };

    expect((await answering(newsroom, ['', 'y'], { setRawMode })).status).toBe(0);
    expect(modes.at(-1)).toEqual([false, before]);
    expect(newsroom.git('rev-parse', 'HEAD')).not.toBe(before);
  });

  it.each([[[]], [['now']], [['', '']], [['', 'n']]])('does nothing unless it is told to: %j', async (lines) => {
    const newsroom = aNewsroomWithDraft();

    expect((await answering(newsroom, lines)).status).toBe(1);
    expect([newsroom.read(PATH), newsroom.status()]).toEqual([DRAFT, `?? ${PATH}\n`]);
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CarriedOut, carryOut } from '../../../src/build/editing/publish/carry-out.ts';
import { openStory } from '../../../src/build/editing/publish/open-story.ts';
import { planPublication } from '../../../src/build/editing/publish/plan-publication.ts';
import type { Refusal } from '../../../src/build/editing/publish/refusal.ts';
import {
  planWithdrawal,
  type Withdrawal,
  type WithdrawalWish,
} from '../../../src/build/editing/withdraw/plan-withdrawal.ts';
import { aNewsroomInGit, type NewsroomInGit, writeHook } from './newsroom-in-git.ts';
import { committedFiles, DRAFT, PATH, publish, stateOf } from './publishing.ts';

const NOW = Date.UTC(2026, 10, 30, 9, 12);
const OUT = DRAFT.replace('draft: true\n', '');
const URL = '/2026/11/20/bridge/';
const REDIRECTS = 'content/redirects.yaml';
const ADDRESSES = 'content/addresses.txt';

async function plan(newsroom: NewsroomInGit, wish: Partial<WithdrawalWish> = {}): Promise<Withdrawal | Refusal> {
  const content = join(newsroom.folder, 'content');
  const story = await openStory({ content, file: join(newsroom.folder, PATH), now: NOW });
  if (story.kind === 'refused') return story;
  return planWithdrawal(story, { now: NOW, isDeleted: false, push: true, ...wish });
}

async function withdraw(newsroom: NewsroomInGit, wish: Partial<WithdrawalWish> = {}): Promise<CarriedOut | Refusal> {
  const planned = await plan(newsroom, wish);
  return planned.kind === 'refused' ? planned : carryOut(planned);
}

describe('withdrawing a story', () => {
  it('makes it a draft, says at its address that it is gone, records the address, commits and pushes', async () => {
    const newsroom = aNewsroomInGit({
      [PATH]: OUT,
      [REDIRECTS]: '# Ours\n/old/: https://old.example/\n',
      [ADDRESSES]: '# Of us.\n/2026/01/01/a/ content/articles/a.md\n# Of z.\n/2026/12/01/z/ content/articles/z.md\n',
    });
    newsroom.write('content/articles/a.md', OUT.replace('2026-11-20 08:00', '2026-01-01'));
    newsroom.write('content/articles/z.md', OUT.replace('2026-11-20 08:00', '2026-12-01'));
    newsroom.git('add', '--all');
    newsroom.git('commit', '--quiet', '--message=More');

    expect(await withdraw(newsroom, { reason: 'It named  somebody,\nwho was not there: wrongly' })).toMatchObject({
      kind: 'carried-out',
      isPushed: true,
    });
    expect(newsroom.read(PATH)).toBe(DRAFT);
    expect(newsroom.read(REDIRECTS)).toBe(
      `# Ours\n/old/: https://old.example/\n${URL}: { gone: "It named somebody, who was not there: wrongly" }\n`,
    );
    expect(newsroom.read(ADDRESSES)).toBe(
      `# Of us.\n/2026/01/01/a/ content/articles/a.md\n${URL} ${PATH}\n# Of z.\n/2026/12/01/z/ content/articles/z.md\n`,
    );
    expect(committedFiles(newsroom)).toEqual([ADDRESSES, PATH, REDIRECTS]);
    expect(newsroom.pushed('log', '-1', '--format=%s', 'main')).toBe('Withdraw “Bridge closes”\n');
    expect(newsroom.status()).toBe('');
  });

  it('makes the list of redirects where there is none, and keeps no record where the newsroom keeps none', async () => {
    const newsroom = aNewsroomInGit({ [PATH]: OUT });

    expect(await withdraw(newsroom)).toMatchObject({ kind: 'carried-out' });
    expect(newsroom.read(REDIRECTS)).toBe(`${URL}: { gone: true }\n`);
    expect(existsSync(join(newsroom.folder, ADDRESSES))).toBe(false);
  });

  it('leads its readers elsewhere, from its earlier addresses too', async () => {
    const newsroom = aNewsroomInGit({
      [PATH]: OUT.replace('contributors', 'aliases: [/earlier/, "/?p=7"]\ncontributors'),
    });

    expect(await withdraw(newsroom, { to: ' /about/ ' })).toMatchObject({ reason: 'errors' });
    expect(await withdraw(newsroom, { to: 'https://elsewhere.example/' })).toMatchObject({ kind: 'carried-out' });
    expect(newsroom.read(REDIRECTS).split('\n')).toEqual([
      `${URL}: https://elsewhere.example/`,
      '/earlier/: https://elsewhere.example/',
      '/?p=7: https://elsewhere.example/',
      '',
    ]);
  });

  it('says it of the address that readers know, whatever is written there since', async () => {
    const newsroom = aNewsroomInGit({ [PATH]: OUT });
    newsroom.write(PATH, OUT.replace('headline: Bridge closes', 'headline: Bridge shut\nslug: shut'));

    expect(await plan(newsroom)).toMatchObject({ url: URL, headline: 'Bridge closes', alsoChanged: [PATH] });
    expect(await withdraw(newsroom)).toMatchObject({ kind: 'carried-out' });
    expect(newsroom.read(PATH)).toContain('slug: shut\n');
    expect(newsroom.read(REDIRECTS)).toBe(`${URL}: { gone: true }\n`);
  });

  it.each(['\r\n', '\n'])('keeps the line ends of the lists, and ends their last line: %j', async (end) => {
    const newsroom = aNewsroomInGit({
      [PATH]: OUT,
      [REDIRECTS]: `/a/: https://a.example/${end}/b/: https://b.example/`,
      [ADDRESSES]: `# One${end}# Two${end}/a/ x.md${end}/b/ y.md`,
    });

    expect(await withdraw(newsroom)).toMatchObject({ kind: 'carried-out' });
    // Of a single line nobody knows how it is to end.
    expect(newsroom.read(REDIRECTS)).toBe(
      `/a/: https://a.example/${end}/b/: https://b.example/${end}${URL}: { gone: true }${end}`,
    );
    expect(newsroom.read(ADDRESSES)).toBe(`# One${end}# Two${end}${URL} ${PATH}${end}/a/ x.md${end}/b/ y.md`);
  });

  it('removes the file, where that is wished, unless something in it would be lost', async () => {
    const newsroom = aNewsroomInGit({ [PATH]: OUT });
    newsroom.write(PATH, `${OUT}More.\n`);
    expect(await withdraw(newsroom, { isDeleted: true })).toMatchObject({ reason: 'file' });
    newsroom.git('restore', PATH);

    expect(await withdraw(newsroom, { isDeleted: true })).toMatchObject({ kind: 'carried-out' });
    expect(existsSync(join(newsroom.folder, PATH))).toBe(false);
    expect(committedFiles(newsroom)).toEqual([PATH, REDIRECTS]);
    expect(newsroom.status()).toBe('');
  });

  it('says nothing at the address of a story that nobody has seen, for it is under embargo', async () => {
    const newsroom = aNewsroomInGit({ [PATH]: OUT.replace('2026-11-20', '2026-12-24') });

    expect(await withdraw(newsroom)).toMatchObject({ kind: 'carried-out' });
    expect(committedFiles(newsroom)).toEqual([PATH]);
  });

  it('finishes what was begun by hand: a draft whose address says nothing yet', async () => {
    const newsroom = aNewsroomInGit({ [PATH]: OUT });
    newsroom.write(PATH, DRAFT);
    newsroom.git('commit', '--quiet', '--all', '--message=Take it back');

    expect(await withdraw(newsroom)).toMatchObject({ kind: 'carried-out' });
    expect(committedFiles(newsroom)).toEqual([REDIRECTS]);
    expect(await withdraw(newsroom)).toMatchObject({ kind: 'refused', reason: 'withdrawn' });
  });

  it('tells of links that lead to it, and of what else is changed', async () => {
    const newsroom = aNewsroomInGit({
      [PATH]: OUT,
      'content/articles/other.md': OUT.replace('The city', 'See [it](2026/11/bridge.md). The city'),
    });
    newsroom.write('content/articles/third.md', OUT);
    const planned = await plan(newsroom);

    expect(planned).toMatchObject({ kind: 'withdrawal', left: ['content/articles/third.md'] });
    expect((planned as Withdrawal).warnings.map(({ code, path }) => [code, path])).toEqual([
      ['link-unpublished', 'content/articles/other.md'],
    ]);
  });

  it.each([
    ['an address that is none', { to: 'about' }, 'target'],
    ['the file of a story', { to: 'content/articles/other.md' }, 'target'],
    ['a reason beside an address', { to: '/', reason: 'Wrong' }, 'target'],
    ['a reason that says nothing', { reason: 'yes' }, 'target'],
    ['a reason that is a story', { reason: 'a '.repeat(300) }, 'target'],
    ['an address at which there is nothing', { to: '/none/' }, 'errors'],
  ] as const)('stops at %s', async (_what, wish, reason) => {
    const newsroom = aNewsroomInGit({ [PATH]: OUT });
    const before = stateOf(newsroom);

    expect(await withdraw(newsroom, wish)).toMatchObject({ kind: 'refused', reason });
    expect(stateOf(newsroom)).toEqual(before);
  });

  it.each([
    ['a draft', DRAFT],
    ['a story that no commit has', OUT],
  ])('stops at %s, for readers know nothing of it', async (_what, text) => {
    const newsroom = aNewsroomInGit();
    newsroom.write(PATH, text);

    expect(await withdraw(newsroom)).toMatchObject({ kind: 'refused', reason: 'withdrawn' });
  });

  it.each([
    ['{ /a/: https://a.example/ }\n', 'on one line'],
    ['/a/: [\n', 'that cannot be read'],
  ])('shows the line to add to a list of redirects %#', async (text) => {
    const newsroom = aNewsroomInGit({ [PATH]: OUT, [REDIRECTS]: text });
    const before = stateOf(newsroom);

    expect(await withdraw(newsroom)).toMatchObject({
      kind: 'refused',
      hint: expect.stringContaining(`\`${URL}: { gone: true }\``),
    });
    expect(stateOf(newsroom)).toEqual(before);
  });

  it('puts all files back where the commit is refused, and where the push is', async () => {
    const newsroom = aNewsroomInGit({
      [PATH]: OUT,
      [ADDRESSES]: '/a/ x.md\n',
      [REDIRECTS]: '/a/: https://a.example/\n',
    });
    const before = [stateOf(newsroom), newsroom.read(ADDRESSES)];
    writeHook(join(newsroom.folder, '.git/hooks/pre-commit'), 'exit 1');
    expect(await withdraw(newsroom)).toMatchObject({ reason: 'commit' });
    expect([stateOf(newsroom), newsroom.read(ADDRESSES)]).toEqual(before);

    writeHook(join(newsroom.folder, '.git/hooks/pre-commit'), 'exit 0');
    writeHook(join(newsroom.remote, 'hooks/pre-receive'), 'exit 1');
    expect(await withdraw(newsroom, { isDeleted: true })).toMatchObject({ reason: 'push' });
    expect([stateOf(newsroom), newsroom.read(ADDRESSES)]).toEqual(before);
  });

  it('does nothing where a list was changed since it was planned', async () => {
    const newsroom = aNewsroomInGit({ [PATH]: OUT });
    const planned = await plan(newsroom);
    newsroom.write(REDIRECTS, '/a/: https://a.example/\n');

    expect(await carryOut(planned as Withdrawal)).toMatchObject({ kind: 'refused', reason: 'busy' });
    expect(newsroom.read(PATH)).toBe(OUT);
  });
});

describe('publishing a story that was withdrawn', () => {
  it.each([{}, { to: 'https://elsewhere.example/' }])('takes out what its addresses say instead: %j', async (wish) => {
    const redirects = '# Ours\n/a/: https://a.example/ # kept\n';
    const newsroom = aNewsroomInGit({
      [PATH]: OUT.replace('contributors', 'aliases: [/earlier/]\ncontributors'),
      [REDIRECTS]: redirects,
    });
    expect(await withdraw(newsroom, wish)).toMatchObject({ kind: 'carried-out' });
    expect(newsroom.read(REDIRECTS)).toContain('/earlier/');

    expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out' });
    expect(newsroom.read(PATH)).toBe(OUT.replace('contributors', 'aliases: [/earlier/]\ncontributors'));
    expect(newsroom.read(REDIRECTS)).toBe(redirects);
    expect(committedFiles(newsroom)).toEqual([PATH, REDIRECTS]);
  });

  it('leaves other lines alone', async () => {
    const newsroom = aNewsroomInGit({ [REDIRECTS]: '/2026/11/20/bridge-2/: { gone: true }\n' });
    newsroom.write(PATH, DRAFT);
    const content = join(newsroom.folder, 'content');
    const story = await openStory({ content, file: join(newsroom.folder, PATH), now: NOW });
    if (story.kind === 'refused') throw new Error(story.message);

    const planned = await planPublication(story, { now: NOW, date: 'keep', again: false, push: true });
    expect(planned).toMatchObject({ kind: 'publication', redirects: [], files: [{ treePath: PATH }] });
  });
});

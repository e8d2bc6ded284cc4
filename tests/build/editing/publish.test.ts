import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { carryOut, type Published } from '../../../src/build/editing/publish/carry-out.ts';
import { openStory } from '../../../src/build/editing/publish/open-story.ts';
import { planPublication, type Publication, type Wish } from '../../../src/build/editing/publish/plan-publication.ts';
import type { Refusal } from '../../../src/build/editing/publish/refusal.ts';
import { aNewsroomInGit, git, type NewsroomInGit } from './newsroom-in-git.ts';

const NOW = Date.UTC(2026, 10, 30, 9, 12);
const PATH = 'content/articles/2026/11/bridge.md';

const draft = (...lines: readonly string[]): string =>
  [
    '---',
    'headline: Bridge closes',
    'contributors: jane-doe',
    ...lines,
    'draft: true',
    '---',
    '',
    'The city closed it.',
    '',
  ].join('\n');
const DRAFT = draft('date: 2026-11-20 08:00 # begun');

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function plan(newsroom: NewsroomInGit, wish: Partial<Wish> = {}, path = PATH): Promise<Publication | Refusal> {
  const story = await openStory({
    content: join(newsroom.folder, 'content'),
    file: join(newsroom.folder, path),
    now: NOW,
  });
  return story.kind === 'refused' ? story : planPublication(story, { now: NOW, again: false, push: true, ...wish });
}

async function publish(newsroom: NewsroomInGit, wish: Partial<Wish> = {}, path = PATH): Promise<Published | Refusal> {
  const planned = await plan(newsroom, wish, path);
  return planned.kind === 'refused' ? planned : carryOut(planned);
}

/** All that may be other after a failure: files, index, branch and remote. */
function stateOf(newsroom: NewsroomInGit): unknown {
  return [
    newsroom.status(),
    newsroom.git('rev-parse', 'HEAD'),
    newsroom.git('diff', '--cached'),
    newsroom.pushed('for-each-ref'),
    existsSync(join(newsroom.folder, PATH)) ? newsroom.read(PATH) : '',
  ];
}

const committedFiles = (newsroom: NewsroomInGit): readonly string[] =>
  newsroom.pushed('show', '--name-only', '--format=', 'main').trim().split('\n');

describe('publishing a story', () => {
  it('takes it out of draft, dates it now where its date has passed, commits and pushes it', async () => {
    const newsroom = aNewsroomInGit();
    newsroom.write(PATH, DRAFT);

    expect(await publish(newsroom)).toMatchObject({ kind: 'published', isPushed: true });
    expect(newsroom.read(PATH)).toBe(
      DRAFT.replace('2026-11-20 08:00 # begun', '2026-11-30 09:12 # begun').replace('draft: true\n', ''),
    );
    expect(newsroom.pushed('show', `main:${PATH}`)).toBe(newsroom.read(PATH));
    expect(newsroom.pushed('log', '-1', '--format=%s', 'main')).toBe('Publish “Bridge closes”\n');
    expect(newsroom.status()).toBe('');
  });

  it.each([
    ['none, for now', [], {}, 'date: 2026-11-30 09:12'],
    ['an empty one, for now', ['date:'], {}, 'date: 2026-11-30 09:12'],
    ['one that is kept', ['date: 2026-11-20 08:00'], { date: 'keep' }, 'date: 2026-11-20 08:00'],
    ['another one', ['date: 2026-11-20'], { date: { written: '2026-11-29 18:00' } }, 'date: 2026-11-29 18:00'],
    ['an embargo, which is kept', ['date: 2026-12-24 18:00'], {}, 'date: 2026-12-24 18:00'],
    ['an embargo, which is lifted', ['date: 2026-12-24 18:00'], { date: 'now' }, 'date: 2026-11-30 09:12'],
  ] as const)('decides about the date: %s', async (_what, lines, wish, expected) => {
    const newsroom = aNewsroomInGit();
    newsroom.write(PATH, draft(...lines));
    const planned = await plan(newsroom, wish);

    expect(planned).toMatchObject({ kind: 'publication', isAhead: expected.includes('2026-12') });
    expect((planned as Publication).text).toContain(`${expected}\n`);
    expect(newsroom.read(PATH)).toBe(draft(...lines));
  });

  it('keeps the date of a story that was out before', async () => {
    const newsroom = aNewsroomInGit({ [PATH]: DRAFT.replace('draft: true\n', '') });
    newsroom.write(PATH, DRAFT);
    newsroom.git('commit', '--quiet', '--all', '--message=Take it back');

    expect(await publish(newsroom)).toMatchObject({ kind: 'published' });
    expect(newsroom.read(PATH)).toBe(DRAFT.replace('draft: true\n', ''));
  });

  it('commits the pictures and the contributors that are new, and nothing else that is changed or staged', async () => {
    const newsroom = aNewsroomInGit({
      'content/articles/other.md': draft('date: 2026-11-20').replace('Bridge', 'Port'),
    });
    newsroom.write(
      PATH,
      DRAFT.replace('jane-doe', '[jane-doe, jo-li]').replace(
        'The city',
        '![A bridge](bridge.png)\n\n![A map](map.png)\n\n::table{src=figures.csv title="Figures"}\n\nThe city',
      ),
    );
    newsroom.write('content/articles/2026/11/bridge.png', PIXEL);
    newsroom.write('content/media/map.png', PIXEL);
    newsroom.write('content/media/figures.csv', 'a,b\n1,2\n');
    newsroom.write('content/media/unused.png', PIXEL);
    newsroom.write('content/contributors/jo-li.md', '---\nname: Jo Li\nimage: { src: jo.png, alt: Jo Li }\n---\n');
    newsroom.write('content/contributors/jo.png', PIXEL);
    newsroom.write('content/contributors/someone-else.md', '---\nname: Someone Else\n---\n');
    newsroom.write('content/articles/other.md', 'changed, and staged');
    newsroom.git('add', 'content/articles/other.md');
    const staged = newsroom.git('diff', '--cached');

    expect(await publish(newsroom)).toMatchObject({ kind: 'published' });
    expect(committedFiles(newsroom)).toEqual([
      'content/articles/2026/11/bridge.md',
      'content/articles/2026/11/bridge.png',
      'content/contributors/jo-li.md',
      'content/contributors/jo.png',
      'content/media/figures.csv',
      'content/media/map.png',
    ]);
    expect(newsroom.git('diff', '--cached')).toBe(staged);
    expect(newsroom.status()).toBe(
      'M  content/articles/other.md\n?? content/contributors/someone-else.md\n?? content/media/unused.png\n',
    );
  });

  it('stops at errors of the story, and tells them', async () => {
    const newsroom = aNewsroomInGit();
    newsroom.write(PATH, DRAFT.replace('jane-doe', 'jane-dö').replace('draft', 'section: sport\ndraft'));
    const before = stateOf(newsroom);
    const end = await publish(newsroom);

    expect(end).toMatchObject({ kind: 'refused', reason: 'errors', message: expect.stringContaining('in the story') });
    expect((end as Refusal).diagnostics?.map(({ code }) => code)).toContain('section-unknown');
    expect(stateOf(newsroom)).toEqual(before);
  });

  it('checks what will be there, not what is only here: a section that is not committed', async () => {
    const newsroom = aNewsroomInGit();
    newsroom.write('content/site.yaml', `${newsroom.read('content/site.yaml')}  - id: sport\n    title: Sport\n`);
    newsroom.write(PATH, DRAFT.replace('draft', 'section: sport\ndraft'));

    expect(await plan(newsroom)).toMatchObject({
      reason: 'errors',
      hint: expect.stringContaining('content/site.yaml'),
    });
    newsroom.git('commit', '--quiet', '--all', '--message=Sport');
    expect(await plan(newsroom)).toMatchObject({ kind: 'publication', remote: { ahead: 1 } });
  });

  it('does not stop at errors of another story that is not committed, nor of another draft', async () => {
    const newsroom = aNewsroomInGit({ 'content/articles/draft.md': '---\ndraft: true\n---\n' });
    newsroom.write('content/articles/new.md', '---\nheadline: New\n---\nNo date.');
    newsroom.write(PATH, DRAFT);

    expect(await plan(newsroom)).toMatchObject({ kind: 'publication', left: ['content/articles/new.md'] });
  });

  it('stops at errors of what is committed, for nothing is built while they are there', async () => {
    const newsroom = aNewsroomInGit({ 'content/articles/bad.md': '---\nheadline: Bad\n---\nNo date.' });
    newsroom.write(PATH, DRAFT);

    expect(await publish(newsroom)).toMatchObject({
      reason: 'errors',
      message: expect.stringContaining('other files'),
    });
  });

  it('counts on what is committed where it is gone here: a story that others lead to, a picture', async () => {
    const newsroom = aNewsroomInGit({
      'content/articles/port.md': DRAFT.replace('Bridge', 'Port').replace('draft: true\n', ''),
      'content/articles/map.md': DRAFT.replace('Bridge', 'Map')
        .replace('draft: true\n', '')
        .replace('The city', '![A map](map.svg){credit="Jane Doe"}\n\nThe city'),
      'content/articles/map.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>\n',
    });
    newsroom.write(PATH, DRAFT.replace('The city', 'See [the port](/articles/port.md). The city'));
    rmSync(join(newsroom.folder, 'content/articles/port.md'));
    newsroom.git('rm', '--quiet', 'content/articles/map.svg');

    expect(await plan(newsroom)).toMatchObject({
      kind: 'publication',
      left: ['content/articles/map.svg', 'content/articles/port.md'],
    });
  });

  it.each(['True', 'TRUE', 'true # until noon'])(
    'takes a story out of draft that says it so: draft: %s',
    async (written) => {
      const newsroom = aNewsroomInGit();
      newsroom.write(PATH, DRAFT.replace('draft: true', `draft: ${written}`));

      expect(await publish(newsroom)).toMatchObject({ kind: 'published' });
      expect(newsroom.read(PATH)).not.toContain('draft');
    },
  );

  it('takes a story for a draft that was committed as `draft: True`', async () => {
    const newsroom = aNewsroomInGit({ [PATH]: DRAFT.replace('true', 'True') });
    newsroom.write(PATH, DRAFT.replace('draft: true\n', ''));

    expect(await publish(newsroom, { date: 'keep' })).toMatchObject({ kind: 'published' });
    expect(newsroom.pushed('log', '-1', '--format=%s', 'main')).toBe('Publish “Bridge closes”\n');
  });

  it('publishes no story that is published, unless as an update', async () => {
    const published = DRAFT.replace('draft: true\n', '');
    const newsroom = aNewsroomInGit({ [PATH]: published });

    expect(await publish(newsroom)).toMatchObject({
      reason: 'published',
      hint: expect.stringContaining('nothing has'),
    });
    newsroom.write(PATH, published.replace('closed', 'opened'));
    expect(await publish(newsroom)).toMatchObject({ reason: 'published', hint: expect.stringContaining('--again') });
    expect(await publish(newsroom, { again: true })).toMatchObject({ kind: 'published' });
    expect(newsroom.read(PATH)).toBe(
      published.replace('closed', 'opened').replace('# begun\n', '# begun\nupdated: 2026-11-30 09:12\n'),
    );
    expect(newsroom.pushed('log', '-1', '--format=%s', 'main')).toBe('Update “Bridge closes”\n');
  });

  it.each(['2026-11-20 08:00', '2026-12-24 18:00'])(
    'publishes nothing again where nothing is other: dated %s',
    async (date) => {
      const published = DRAFT.replace('2026-11-20 08:00 # begun', date).replace('draft: true\n', '');
      const newsroom = aNewsroomInGit({ [PATH]: published });
      const isAhead = date > '2026-12';

      const end = await publish(newsroom, { again: true });

      // A story that is out is updated by the moment.
      expect(end).toMatchObject(isAhead ? { kind: 'refused', reason: 'published' } : { kind: 'published' });
      expect(newsroom.read(PATH).includes('updated')).toBe(!isAhead);
    },
  );

  it('publishes a story of a folder that is a repository of its own', async () => {
    const newsroom = aNewsroomInGit({ '.gitignore': 'content/articles/\n' });
    const articles = join(newsroom.folder, 'content/articles');
    newsroom.write('content/articles/port.md', DRAFT.replace('Bridge', 'Port').replace('draft: true\n', ''));
    git(articles, 'init', '--quiet', '--initial-branch=main');
    for (const [key, value] of [
      ['name', 'Ed'],
      ['email', 'ed@ledger.example'],
    ] as const)
      git(articles, 'config', `user.${key}`, value);
    git(articles, 'add', '--all');
    git(articles, 'commit', '--quiet', '--message=Begin');
    newsroom.write(PATH, DRAFT.replace('The city', 'See [the port](/articles/port.md). The city'));
    newsroom.write('content/articles/new.md', '---\nheadline: New\n---\nNo date.');
    rmSync(join(articles, 'port.md'));

    expect(await plan(newsroom, { push: false })).toMatchObject({
      kind: 'publication',
      left: ['port.md', 'new.md'],
      files: [{ treePath: '2026/11/bridge.md' }],
    });
  });

  it('publishes a new story that was never a draft, with the date that it has', async () => {
    const newsroom = aNewsroomInGit();
    newsroom.write(PATH, DRAFT.replace('draft: true\n', ''));

    expect(await publish(newsroom)).toMatchObject({ kind: 'published' });
    expect(newsroom.read(PATH)).toBe(DRAFT.replace('draft: true\n', ''));
  });

  it('commits without pushing if that is wanted, and pushes that later', async () => {
    const newsroom = aNewsroomInGit();
    newsroom.write(PATH, DRAFT);

    expect(await publish(newsroom, { push: false })).toMatchObject({ kind: 'published', isPushed: false });
    expect(committedFiles(newsroom)).not.toContain(PATH);
    expect(await publish(newsroom)).toEqual({ kind: 'published', commit: undefined, isPushed: true });
    expect(committedFiles(newsroom)).toEqual([PATH]);
  });

  it.each(['-x.md', ':(top)*.md', 'a b "c" $(touch x).md', '*.md', 'brücke.md'])(
    'takes any name of a file for itself: %s',
    async (name) => {
      const newsroom = aNewsroomInGit();
      const path = `content/articles/${name}`;
      newsroom.write(path, DRAFT.replace('draft', 'slug: bridge\ndraft'));
      newsroom.write('content/articles/other.md', DRAFT.replace('Bridge', 'Port'));

      expect(await publish(newsroom, {}, path)).toMatchObject({ kind: 'published' });
      expect(newsroom.pushed('-c', 'core.quotePath=false', 'show', '--name-only', '-z', '--format=', 'main')).toBe(
        `${path}\0`,
      );
      expect(newsroom.status()).toBe('?? content/articles/other.md\n');
    },
  );

  it('keeps byte order mark, line ends and permissions of the file', async () => {
    const newsroom = aNewsroomInGit();
    newsroom.git('config', 'core.autocrlf', 'false');
    const source = `\ufeff${DRAFT.replaceAll('\n', '\r\n')}`;
    newsroom.write(PATH, source);
    chmodSync(join(newsroom.folder, PATH), 0o755);
    await publish(newsroom, { date: 'keep' });

    expect(newsroom.read(PATH)).toBe(source.replace('draft: true\r\n', ''));
    expect(statSync(join(newsroom.folder, PATH)).mode & 0o777).toBe(0o755);
  });
});

describe('a story that cannot be published', () => {
  const put = (newsroom: NewsroomInGit): void => newsroom.write(PATH, DRAFT);

  it.each<[string, (newsroom: NewsroomInGit) => void, object]>([
    [
      'without a repository',
      ({ folder }) => rmSync(join(folder, '.git'), { recursive: true }),
      { reason: 'repository' },
    ],
    ['without a remote', ({ git: run }) => run('remote', 'remove', 'origin'), { reason: 'remote' }],
    ['without a branch', ({ git: run }) => run('switch', '--quiet', '--detach'), { reason: 'repository' }],
    [
      'where a merge is going on',
      ({ folder }) => writeFileSync(join(folder, '.git/MERGE_HEAD'), ''),
      { reason: 'repository', message: expect.stringContaining('a merge') },
    ],
    ['whose file is ignored', ({ write }) => write('.gitignore', '2026/'), { reason: 'file' }],
    [
      'whose front matter shares values',
      ({ write }) => write(PATH, DRAFT.replace('true', '&a true').replace('---\n\n', 'noindex: *a\n---\n\n')),
      { reason: 'front-matter', hint: expect.stringContaining('take out `draft`') },
    ],
    ['that cannot be read', ({ write }) => write(PATH, '---\nheadline: "A\n---\n'), { reason: 'front-matter' }],
    [
      'in another encoding',
      ({ write }) => write(PATH, Buffer.from('---\nheadline: \xe9\n---\n', 'latin1')),
      { reason: 'front-matter' },
    ],
  ])('is left as it is: %s', async (_what, break_, expected) => {
    const newsroom = aNewsroomInGit();
    put(newsroom);
    break_(newsroom);
    const before = readFileSync(join(newsroom.folder, PATH));

    expect(await publish(newsroom)).toMatchObject({ kind: 'refused', ...expected });
    expect(readFileSync(join(newsroom.folder, PATH))).toEqual(before);
  });

  it.each<[string, (newsroom: NewsroomInGit) => string]>([
    ['nothing', () => 'content/articles/nothing.md'],
    ['a folder', () => 'content/articles'],
    ['a file outside of content/', ({ write }) => written('bridge.md', write)],
    ['a contributor', () => 'content/contributors/jane-doe.md'],
    ['a hidden file', ({ write }) => written('content/articles/.b/a.md', write)],
    [
      'a link',
      ({ write, folder }) => {
        write('content/articles/a.md', DRAFT);
        symlinkSync('a.md', join(folder, 'content/articles/b.md'));
        return 'content/articles/b.md';
      },
    ],
    [
      'a file in a folder that leads elsewhere',
      ({ write, folder }) => {
        write('elsewhere/a.md', DRAFT);
        mkdirSync(join(folder, 'content/articles'), { recursive: true });
        symlinkSync('../../elsewhere', join(folder, 'content/articles/x'));
        return 'content/articles/x/a.md';
      },
    ],
  ])('is none: %s', async (_what, make) => {
    const newsroom = aNewsroomInGit();
    expect(await plan(newsroom, {}, make(newsroom))).toMatchObject({ kind: 'refused', reason: 'no-story' });
  });

  it.each<[string, (newsroom: NewsroomInGit) => void, object]>([
    [
      'a hook refuses the commit',
      ({ folder }) => writeHook(join(folder, '.git/hooks/pre-commit'), 'echo "No capitals"; exit 1'),
      { reason: 'commit', said: expect.stringContaining('No capitals') },
    ],
    [
      'a hook refuses the push',
      ({ folder }) => writeHook(join(folder, '.git/hooks/pre-push'), 'echo "Not on Mondays" >&2; exit 1'),
      { reason: 'push', said: expect.stringContaining('Not on Mondays') },
    ],
    [
      'the remote refuses it',
      ({ remote }) => writeHook(join(remote, 'hooks/pre-receive'), 'echo "Closed"; exit 1'),
      { reason: 'push', said: expect.stringContaining('Closed'), hint: expect.stringContaining('does not take it') },
    ],
    [
      'somebody has pushed before',
      (newsroom) => {
        const other = `${newsroom.folder}/other`;
        git(newsroom.folder, 'clone', '--quiet', newsroom.remote, other);
        git(
          other,
          '-c',
          'user.name=A',
          '-c',
          'user.email=a@b.c',
          'commit',
          '--quiet',
          '--allow-empty',
          '--message=Before',
        );
        git(other, 'push', '--quiet');
        rmSync(other, { recursive: true });
      },
      { reason: 'push', hint: expect.stringContaining('git pull --rebase --autostash') },
    ],
    [
      'the remote is gone',
      ({ remote }) => rmSync(remote, { recursive: true }),
      { reason: 'push', said: expect.stringContaining('does not appear to be a git repository') },
    ],
    [
      'a password would be asked for',
      ({ git: run }) => {
        run('config', 'core.sshCommand', 'echo "Permission denied (publickey)." >&2; exit 255; #');
        run('remote', 'set-url', 'origin', 'ssh://git@post.invalid/x.git');
      },
      { reason: 'push', hint: expect.stringContaining('who you are') },
    ],
  ])('leaves everything as it was, with what was staged, if %s', async (_what, break_, expected) => {
    const newsroom = aNewsroomInGit({ 'content/articles/other.md': DRAFT.replace('Bridge', 'Port') });
    newsroom.write(PATH, DRAFT);
    newsroom.write('content/articles/other.md', DRAFT.replace('Bridge', 'Harbour'));
    newsroom.git('add', 'content/articles/other.md');
    break_(newsroom);
    const isGone = !existsSync(newsroom.remote);
    const state = (): unknown =>
      isGone ? [newsroom.status(), newsroom.git('rev-parse', 'HEAD'), newsroom.read(PATH)] : stateOf(newsroom);
    const before = state();

    expect(await publish(newsroom)).toMatchObject({
      kind: 'refused',
      ...expected,
      hint: expect.stringContaining('as it was before'),
    });
    expect(state()).toEqual(before);
  });

  it('leaves alone what was changed while it was asked about', async () => {
    const newsroom = aNewsroomInGit();
    newsroom.write(PATH, DRAFT);
    const planned = (await plan(newsroom)) as Publication;
    newsroom.write(PATH, DRAFT.replace('city', 'town'));

    expect(await carryOut(planned)).toMatchObject({ kind: 'refused', reason: 'busy' });
    expect(newsroom.read(PATH)).toBe(DRAFT.replace('city', 'town'));
  });
});

function written(path: string, write: NewsroomInGit['write']): string {
  write(path, DRAFT);
  return path;
}

function writeHook(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

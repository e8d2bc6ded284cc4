import { chmodSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CarriedOut } from '../../../src/build/editing/publish/carry-out.ts';
import { whatIsLeft } from '../../../src/build/editing/publish/what-is-left.ts';
import type { Publication } from '../../../src/build/editing/publish/plan-publication.ts';
import type { Refusal } from '../../../src/build/editing/publish/refusal.ts';
import { atNight } from '../../at-night.ts';
import { aNewsroomInGit, git, writeHook } from './newsroom-in-git.ts';
import { DRAFT, PATH, PIXEL, committedFiles, draft, plan, publish, stateOf } from './publishing.ts';

describe('publishing a story', () => {
  it('takes it out of draft, dates it now where its date has passed, commits and pushes it', async () => {
    const newsroom = aNewsroomInGit();
    newsroom.write(PATH, DRAFT);

    expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out', isPushed: true });
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

    expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out' });
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

    expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out' });
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

  it.each(['True', ...atNight('TRUE', 'true # until noon')])(
    'takes a story out of draft that says it so: draft: %s',
    async (written) => {
      const newsroom = aNewsroomInGit();
      newsroom.write(PATH, DRAFT.replace('draft: true', `draft: ${written}`));

      expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out' });
      expect(newsroom.read(PATH)).not.toContain('draft');
    },
  );

  it('takes a story for a draft that was committed as `draft: True`', async () => {
    const newsroom = aNewsroomInGit({ [PATH]: DRAFT.replace('true', 'True') });
    newsroom.write(PATH, DRAFT.replace('draft: true\n', ''));

    expect(await publish(newsroom, { date: 'keep' })).toMatchObject({ kind: 'carried-out' });
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
    expect(await publish(newsroom, { again: true })).toMatchObject({ kind: 'carried-out' });
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
      expect(end).toMatchObject(isAhead ? { kind: 'refused', reason: 'published' } : { kind: 'carried-out' });
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

  it('tells what a hook has changed of it, and does not take that back with the next commit', async () => {
    const newsroom = aNewsroomInGit();
    newsroom.write(PATH, DRAFT);
    const change = 'echo By a hook. >> "$f"; git add "$f"';
    writeHook(join(newsroom.folder, '.git/hooks/pre-commit'), `f=${PATH}; ${change}`);

    const end = (await publish(newsroom)) as CarriedOut;

    expect(end).toMatchObject({ kind: 'carried-out', isPushed: true, changed: [PATH] });
    expect(whatIsLeft(end)).toEqual([expect.stringMatching(/^A hook of git has changed `.*bridge\.md`/)]);
    expect(newsroom.pushed('show', `main:${PATH}`)).toContain('By a hook.');
    expect(newsroom.status()).toBe('');
  });

  it('says that a submodule is to be committed in the repository around it, too', async () => {
    const inner = aNewsroomInGit({ [PATH]: DRAFT });
    const outer = aNewsroomInGit();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.remote, 'paper');
    const folder = join(outer.folder, 'paper');
    git(folder, 'config', 'user.name', 'Ed');
    git(folder, 'config', 'user.email', 'ed@ledger.example');

    const end = (await publish({ ...inner, folder })) as CarriedOut;

    expect(end).toMatchObject({ kind: 'carried-out', isPushed: true, outer: realpathSync(outer.folder) });
    expect(whatIsLeft(end)).toEqual([expect.stringContaining('is a submodule of')]);
  });

  it('publishes a new story that was never a draft, with the date that it has', async () => {
    const newsroom = aNewsroomInGit();
    newsroom.write(PATH, DRAFT.replace('draft: true\n', ''));

    expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out' });
    expect(newsroom.read(PATH)).toBe(DRAFT.replace('draft: true\n', ''));
  });

  it('commits without pushing if that is wanted, and pushes that later', async () => {
    const newsroom = aNewsroomInGit();
    newsroom.write(PATH, DRAFT);

    expect(await publish(newsroom, { push: false })).toMatchObject({ kind: 'carried-out', isPushed: false });
    expect(committedFiles(newsroom)).not.toContain(PATH);
    expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out', commit: undefined, isPushed: true });
    expect(committedFiles(newsroom)).toEqual([PATH]);
  });

  it.each(['-x.md', 'a b "c" $(touch x).md', ...atNight(':(top)*.md', '*.md', 'brücke.md')])(
    'takes any name of a file for itself: %s',
    async (name) => {
      const newsroom = aNewsroomInGit();
      const path = `content/articles/${name}`;
      newsroom.write(path, DRAFT.replace('draft', 'slug: bridge\ndraft'));
      newsroom.write('content/articles/other.md', DRAFT.replace('Bridge', 'Port'));

      expect(await publish(newsroom, {}, path)).toMatchObject({ kind: 'carried-out' });
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

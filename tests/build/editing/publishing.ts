import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { carryOut, type CarriedOut } from '../../../src/build/editing/publish/carry-out.ts';
import { openStory } from '../../../src/build/editing/publish/open-story.ts';
import { planPublication, type Publication, type Wish } from '../../../src/build/editing/publish/plan-publication.ts';
import type { Refusal } from '../../../src/build/editing/publish/refusal.ts';
import { textsIn } from '../temporary-folder.ts';
import type { NewsroomInGit } from './newsroom-in-git.ts';

const NOW = Date.UTC(2026, 10, 30, 9, 12);
export const PATH = 'content/articles/2026/11/bridge.md';

export const draft = (...lines: readonly string[]): string =>
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
export const DRAFT = draft('date: 2026-11-20 08:00 # begun');

export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function plan(
  newsroom: NewsroomInGit,
  wish: Partial<Wish> = {},
  path = PATH,
): Promise<Publication | Refusal> {
  const story = await openStory({
    content: join(newsroom.folder, 'content'),
    file: join(newsroom.folder, path),
    now: NOW,
  });
  return story.kind === 'refused' ? story : planPublication(story, { now: NOW, again: false, push: true, ...wish });
}

export async function publish(
  newsroom: NewsroomInGit,
  wish: Partial<Wish> = {},
  path = PATH,
): Promise<CarriedOut | Refusal> {
  const planned = await plan(newsroom, wish, path);
  return planned.kind === 'refused' ? planned : carryOut(planned);
}

/** All that may be other after a failure: files, index, branch and remote. */
export function stateOf(newsroom: NewsroomInGit): unknown {
  return [
    // With the commit, and with the names of what is staged.
    newsroom.git('status', '--porcelain=v2', '--branch', '--untracked-files=all'),
    textsIn(join(newsroom.remote, 'refs')),
    existsSync(join(newsroom.folder, PATH)) ? newsroom.read(PATH) : '',
  ];
}

export const committedFiles = (newsroom: NewsroomInGit): readonly string[] =>
  newsroom.pushed('show', '--name-only', '--format=', 'main').trim().split('\n');

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BuildMemory } from '../../../src/build/build.ts';
import type { Newsroom, StoryDraft } from '../newsrooms/newsroom.ts';
import type { Shard } from '../../../src/plan/plan-pages.ts';
import { aWorkFolder } from '../../work-folder.ts';

/** A newsroom at work, with two stories and a page; nothing of it is on disk yet. Its folder goes with the test. */
export function aDesk(changes: Partial<Newsroom> = {}): Desk {
  const folder = aWorkFolder('desk');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'content'));
  return {
    folder,
    newsroom: {
      site: { title: 'The Harbour Ledger', url: 'https://ledger.example/', sections: [{ id: 'news', title: 'News' }] },
      stories: [aDraft(1), aDraft(2)],
      people: {},
      pages: { 'pages/about.md': { keys: { layout: 'page', title: 'About' }, text: 'About us.', links: [] } },
      fronts: {},
      media: {},
      redirects: undefined,
      publicFiles: {},
      others: {},
      next: 3,
      ...changes,
    },
    settings: { now: Date.UTC(2026, 10, 24), drafts: false, url: undefined, shard: undefined },
    jobs: 1,
    keepsTimes: false,
    isLater: true,
    isClean: false,
    tells: 'nothing',
    memory: undefined,
  };
}

function aDraft(number: number): StoryDraft {
  return {
    number,
    path: `articles/story-${number}.md`,
    keys: { headline: `Story ${number}`, contributors: 'Jane Doe', date: `2026-11-${10 + number} 07:30` },
    paragraphs: ['The city closed the bridge.'],
    links: [],
    related: [],
    image: undefined,
    figures: [],
    comment: '',
  };
}

/** A newsroom at work: its files, what it has built, and how it builds. */
export interface Desk {
  /** Absolute path of the folder that holds `content`, `site`, `cache`, and copies of them. */
  readonly folder: string;
  newsroom: Newsroom;
  settings: {
    /** The moment of publication, in milliseconds since 1970. */
    now: number;
    drafts: boolean;
    url: string | undefined;
    shard: Shard | undefined;
  };
  readonly jobs: number;
  /** Whether files of the next writing keep the times that they had, as a copying program may do it. */
  keepsTimes: boolean;
  /** Whether builds come an hour after the files were written: those that are younger are looked at more closely. */
  readonly isLater: boolean;
  /** What builds are told of what changed: nothing, so that they look at all; the files; or the folders that those are in. */
  tells: 'nothing' | 'files' | 'folders';
  /** What a process has of the last build that builds again and again. */
  readonly memory: BuildMemory | undefined;
  /** Whether builds begin as if nothing had been built before. */
  readonly isClean: boolean;
}

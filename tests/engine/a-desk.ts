import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { aWorkFolder } from './a-work-folder.ts';
import type { Desk } from './desk.ts';
import type { Newsroom, StoryDraft } from './newsroom.ts';

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
      others: {},
      next: 3,
      ...changes,
    },
    settings: { now: Date.UTC(2026, 10, 24), drafts: false, url: undefined, shard: undefined },
    jobs: 1,
    keepsTimes: false,
    isLater: true,
    isClean: false,
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

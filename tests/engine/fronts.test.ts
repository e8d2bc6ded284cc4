import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aDesk } from './builds/desk.ts';
import { checkDesk } from './builds/check-desk.ts';
import type { Desk } from './builds/desk.ts';

const HOUR = 3_600_000;

function home({ folder }: Desk): string {
  return readFileSync(join(folder, 'site/index.html'), 'utf8');
}

/** The address of a portrait. */
const FACE = /<img src="([^"]+)"/;

describe('a front, while nothing but time passes', () => {
  it('has its bar of breaking news until that ends', async () => {
    const desk = aDesk({ fronts: { home: { breaking: { text: 'It is now', until: '2026-11-24 06:00' } } } });
    await checkDesk(desk);
    expect(home(desk)).toContain('It is now');
    desk.settings.now += 6 * HOUR;

    expect(await checkDesk(desk)).toBe('published');
    expect(home(desk)).not.toContain('It is now');
  });

  it('has a story when its embargo ends', async () => {
    const desk = aDesk({ fronts: { home: { lead: 'story-1' } } });
    const [story] = desk.newsroom.stories;
    if (story) story.keys['date'] = '2026-11-24 06:00';
    await checkDesk(desk);
    expect(home(desk)).not.toContain('Story 1');
    desk.settings.now += 6 * HOUR;

    expect(await checkDesk(desk)).toBe('published');
    expect(home(desk)).toMatch(/class="card lead[^>]*>.*?Story 1/);
  });
});

describe('a front, where something that it shows changes', () => {
  it('has the face and the name that the writer of an opinion has now', async () => {
    const desk = aDesk({
      people: { jane: { keys: { name: 'Jane Doe' }, text: '', picture: 'media/one.png' } },
      media: {
        'media/one.png': { kind: 'png', width: 5, height: 5, shade: 1 },
        'media/two.png': { kind: 'png', width: 7, height: 7, shade: 2 },
      },
    });
    const [story] = desk.newsroom.stories;
    if (story) Object.assign(story.keys, { label: 'opinion', contributors: 'jane' });
    await checkDesk(desk);
    const [, before] = FACE.exec(home(desk)) ?? [];
    expect(existsSync(join(desk.folder, 'site', before ?? ''))).toBe(true);
    const { jane } = desk.newsroom.people;
    if (jane) Object.assign(jane, { keys: { name: 'Jane Roe' }, picture: 'media/two.png' });

    expect(await checkDesk(desk)).toBe('published');
    const [, after] = FACE.exec(home(desk)) ?? [];
    expect(existsSync(join(desk.folder, 'site', after ?? ''))).toBe(true);
    expect(after).not.toBe(before);
    expect(home(desk)).toMatch(new RegExp(`${after}.*Jane Roe`));
  });

  it('is filled where a story that it names is gone, and has it again when that comes back', async () => {
    const desk = aDesk({ fronts: { home: { lead: 'story-1', groups: [{ title: 'Both', stories: ['story-2'] }] } } });
    const { stories } = desk.newsroom;
    await checkDesk(desk);
    desk.newsroom.stories = stories.slice(1);
    expect(await checkDesk(desk)).toBe('published');
    expect(home(desk)).not.toContain('Story 1');
    desk.newsroom.stories = stories;

    expect(await checkDesk(desk)).toBe('published');
    expect(home(desk)).toMatch(/class="card lead[^>]*>.*?Story 1.*Both.*Story 2/);
  });
});

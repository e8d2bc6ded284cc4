import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aStory } from '../../newsroom/manuscript.ts';
import { build, textsOf } from '../built.ts';
import { FILES } from '../built.ts';
import { aNewsroomOnDisk, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

describe('the same content', async () => {
  it('makes another site when an embargo ends, and again when time goes back', async () => {
    const folder = aNewsroomOnDisk({ ...FILES, 'content/articles/held.md': aStory({ date: '2026-11-23 13:00' }) });
    const pages = async (now: string): Promise<readonly string[]> => {
      const { document } = await build(folder, '--now', now);
      const hasPage = '2026/11/23/held/index.html' in textsOf(join(folder, '_site'));
      return [`${document.heldBack?.length} held back`, hasPage ? 'published' : 'not published'];
    };

    const told: (readonly string[])[] = [];
    for (const time of ['12:00', '12:59:59', '13:00', '13:01', '12:59:59']) {
      told.push(await pages(`2026-11-23 ${time}`));
    }

    expect(told).toEqual([
      ['1 held back', 'not published'],
      ['1 held back', 'not published'],
      ['0 held back', 'published'],
      ['0 held back', 'published'],
      ['1 held back', 'not published'],
    ]);
    const later = textsOf(join(folder, '_site'));
    rmSync(join(folder, '.cache'), { recursive: true });
    await build(folder, '--now', '2026-11-23 12:59:59');
    expect(textsOf(join(folder, '_site'))).toEqual(later);
  });

  it('prints live strips until they end', async () => {
    const liveStrip = { text: 'Watch', url: 'https://example.com/live', until: '2026-11-23 13:00' };
    const folder = aNewsroomOnDisk({ ...FILES, 'content/articles/b.md': aStory({ slug: 'b', liveStrip }) });
    const hasStrip = async (now: string): Promise<boolean> => {
      await build(folder, '--now', now);
      return textsOf(join(folder, '_site'))['2026/11/23/b/index.html']?.includes('https://example.com/live') ?? false;
    };

    expect(await hasStrip('2026-11-23 12:59:59')).toBe(true);
    expect(await hasStrip('2026-11-23 13:00')).toBe(false);
    expect(await hasStrip('2026-11-23 12:59:59')).toBe(true);
  });

  it('makes a site with drafts and one without, by turns', async () => {
    const folder = aNewsroomOnDisk({ ...FILES, 'content/articles/draft.md': aStory({ draft: true }) });
    const sites: ReturnType<typeof textsOf>[] = [];
    for (const args of [[], ['--drafts'], [], ['--drafts']]) {
      await build(folder, ...args);
      sites.push(textsOf(join(folder, '_site')));
    }
    const [without, withDrafts, withoutAgain, withAgain] = sites;

    expect(withDrafts).toHaveProperty(['2026/11/23/draft/index.html']);
    expect(without).not.toHaveProperty(['2026/11/23/draft/index.html']);
    expect([withoutAgain, withAgain]).toEqual([without, withDrafts]);
  });

  it('makes sites for two addresses, by turns', async () => {
    const folder = aNewsroomOnDisk(FILES);
    const sites: ReturnType<typeof textsOf>[] = [];
    for (const url of ['https://a.example/', 'https://b.example/paper/', 'https://a.example/']) {
      await build(folder, '--url', url);
      sites.push(textsOf(join(folder, '_site')));
    }

    expect(sites[1]?.['index.html']).toContain('https://b.example/paper/');
    expect(sites[1]?.['index.html']).not.toContain('a.example');
    expect(sites[2]).toEqual(sites[0]);
  });

  it('makes two outputs with one cache, by turns', async () => {
    const folder = aNewsroomOnDisk(FILES);
    for (const output of ['one', 'two', 'one', 'two']) await build(folder, '--output', output);

    expect(textsOf(join(folder, 'two'))).toEqual(textsOf(join(folder, 'one')));
    expect((await build(folder, '--output', 'two')).document).toMatchObject({ rendered: 0, removed: 0, changed: [] });
  });
});

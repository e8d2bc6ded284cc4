import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aDesk } from './a-desk.ts';
import { checkDesk } from './check-desk.ts';

describe('pages of templates', () => {
  it.each(['site', 'site/about', 'cache/outputs'])('are made again where %s is gone', async (name) => {
    const desk = aDesk();
    await checkDesk(desk);
    rmSync(join(desk.folder, name), { recursive: true });

    expect(await checkDesk(desk)).toBe('published');
  });
});

describe('counts', () => {
  it('are the same whether files are written or not', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    desk.newsroom.site['description'] = 'News of the harbour';

    expect(await checkDesk(desk)).toBe('published');
  });
});

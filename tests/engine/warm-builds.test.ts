import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

describe('a clean build', () => {
  it('leaves what it kept to the next one', async () => {
    const desk = aDesk();
    await checkDesk(desk);

    expect(await checkDesk({ ...desk, isClean: true })).toBe('published');
  });

  it('leaves what it did not keep itself', async () => {
    const desk = aDesk();
    mkdirSync(join(desk.folder, 'cache'));
    writeFileSync(join(desk.folder, 'cache/letters.txt'), 'Dear …');
    await checkDesk({ ...desk, isClean: true });

    expect(readdirSync(join(desk.folder, 'cache'))).toContain('letters.txt');
  });
});

describe('the output', () => {
  it('loses empty folders that no build made', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    mkdirSync(join(desk.folder, 'site/about/empty/within'), { recursive: true });

    expect(await checkDesk(desk)).toBe('published');
  });
});

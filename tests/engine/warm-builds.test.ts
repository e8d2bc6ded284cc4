import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aDesk } from './builds/desk.ts';
import { checkBuilds } from './builds/check-desk.ts';
import { checkDesk } from './builds/check-desk.ts';
import { withClockAhead } from './builds/check-desk.ts';

describe('pages of templates', () => {
  it.each(['site', 'site/about', 'cache/outputs'])('are made again where %s is gone', async (name) => {
    const desk = aDesk();
    await checkDesk(desk);
    rmSync(join(desk.folder, name), { recursive: true });

    expect(await checkDesk(desk)).toBe('published');
  });
});

describe('a page of a template', () => {
  it('has its own text where another has the same path one folder up', async () => {
    const page = (text: string) => ({ keys: { layout: 'page', title: text }, text, links: [] });
    const desk = aDesk({ pages: { 'pages/about.md': page('Outer'), 'pages/pages/about.md': page('Inner') } });
    await checkDesk(desk);

    expect(readFileSync(join(desk.folder, 'site/pages/about/index.html'), 'utf8')).toContain('<p>Inner</p>');
  });

  it('has its text where an accent in its name is stored as a letter of its own', async () => {
    const desk = aDesk({
      pages: {
        'pages/cafe\u0301.md': {
          keys: { layout: 'page', title: 'Café', permalink: '/cafe/' },
          text: 'Coffee',
          links: [],
        },
      },
    });
    await checkDesk(desk);

    expect(readFileSync(join(desk.folder, 'site/cafe/index.html'), 'utf8')).toContain('<p>Coffee</p>');
  });
});

describe('a card of a story in the text of another', () => {
  it('has the headline of that story, also where lists show a shorter one', async () => {
    const desk = aDesk();
    const [first, second] = desk.newsroom.stories;
    if (first) first.links = [{ kind: 'card', story: 2 }];
    if (second) second.keys['shortHeadline'] = 'Short';
    await checkDesk(desk);
    if (second) second.keys['headline'] = 'Another headline';

    expect(await checkDesk(desk)).toBe('published');
  });
});

describe('the search of a language', () => {
  it('is led to from its pages, also where no story is, while there is one to be found', async () => {
    const desk = aDesk();
    desk.newsroom.site['languages'] = [{ language: 'fr', title: 'Le Registre' }];
    const keys = desk.newsroom.stories[1]?.keys ?? {};
    Object.assign(keys, { language: 'fr', noindex: true });
    const isLedTo = async (): Promise<boolean> => {
      expect(await checkDesk(desk)).toBe('published');
      return readFileSync(join(desk.folder, 'site/fr/news/index.html'), 'utf8').includes('/fr/search/');
    };

    expect(await isLedTo()).toBe(false);
    keys['noindex'] = undefined;
    expect(await isLedTo()).toBe(true);
    keys['noindex'] = true;
    expect(await isLedTo()).toBe(false);
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
  it.each(['cache/outputs', 'cache/outputs/head'])('is made again where it is gone, and %s too', async (name) => {
    const desk = aDesk();
    await checkDesk(desk);
    for (const path of ['site', name]) rmSync(join(desk.folder, path), { recursive: true });

    expect(await checkDesk(desk)).toBe('published');
  });

  it('loses empty folders that no build made', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    mkdirSync(join(desk.folder, 'site/about/empty/within'), { recursive: true });

    expect(await checkDesk(desk)).toBe('published');
  });

  it('loses empty folders also where a build failed after they were made', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    mkdirSync(join(desk.folder, 'site/about/empty/within'), { recursive: true });
    desk.newsroom.others = { 'articles/broken.md': 'no front matter' };
    expect(await checkDesk(desk)).toBe('failed');
    desk.newsroom.others = {};

    expect(await checkDesk(desk)).toBe('published');
  });

  it('loses links that lead nowhere', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    symlinkSync('nowhere', join(desk.folder, 'site/about/link'));

    expect(await checkDesk(desk)).toBe('published');
  });

  it('has its own file again where a link to a copy of it stands', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    renameSync(join(desk.folder, 'site/feed.xml'), join(desk.folder, 'copied'));
    symlinkSync(join(desk.folder, 'copied'), join(desk.folder, 'site/feed.xml'));

    expect(await checkDesk(desk)).toBe('published');
  });

  it('has its own folder again where a link to a copy of it stands, and the copy is left alone', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    renameSync(join(desk.folder, 'site/about'), join(desk.folder, 'copied'));
    symlinkSync(join(desk.folder, 'copied'), join(desk.folder, 'site/about'));
    desk.newsroom.site['title'] = 'The Other Ledger';

    expect(await checkDesk(desk)).toBe('published');
    expect(readFileSync(join(desk.folder, 'copied/index.html'), 'utf8')).not.toContain('The Other Ledger');
  });

  it('has all of a folder again where a link to a copy of it stands', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    renameSync(join(desk.folder, 'site/2026'), join(desk.folder, 'copied'));
    symlinkSync(join(desk.folder, 'copied'), join(desk.folder, 'site/2026'));

    expect(await checkDesk(desk)).toBe('published');
  });

  it('loses a page that is gone, and no file behind a link that stands in the place of its folder', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    renameSync(join(desk.folder, 'site/about'), join(desk.folder, 'copied'));
    symlinkSync(join(desk.folder, 'copied'), join(desk.folder, 'site/about'));
    desk.newsroom.pages = {};

    expect(await checkDesk(desk)).toBe('published');
    expect(readdirSync(join(desk.folder, 'copied'))).toEqual(['index.html']);
  });

  it('may be a link, and knows its files as well', async () => {
    const desk = aDesk();
    mkdirSync(join(desk.folder, 'copied/site'), { recursive: true });
    symlinkSync('copied/site', join(desk.folder, 'site'));

    expect(await checkDesk(desk)).toBe('published');
    expect(lstatSync(join(desk.folder, 'site')).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(desk.folder, 'copied'))).toEqual(['site']);
  });

  it('has a file again where a folder with something in it stands, and is done then', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    const page = join(desk.folder, 'site/archive/index.html');
    rmSync(page);
    mkdirSync(page);
    writeFileSync(join(page, 'stray.txt'), 'stray');

    expect(await checkDesk(desk)).toBe('published');
  });

  it('has a file again where a folder stands, and is done then', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    rmSync(join(desk.folder, 'site/feed.xml'));
    mkdirSync(join(desk.folder, 'site/feed.xml'));

    expect(await checkDesk(desk)).toBe('published');
  });

  it('counts what was in a folder that stood in the place of a page that is gone', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    const page = join(desk.folder, 'site/about/index.html');
    rmSync(page);
    mkdirSync(page);
    writeFileSync(join(page, 'stray.txt'), 'stray');
    desk.newsroom.pages = {};

    expect(await checkDesk(desk)).toBe('published');
  });
});

describe('what is no file to read', () => {
  it('is told of where nothing else changed, and not when it is gone', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    desk.newsroom.others = { 'articles/notes.txt': 'notes' };

    expect(await checkDesk(desk)).toBe('published');

    desk.newsroom.others = {};

    expect(await checkDesk(desk)).toBe('published');
  });

  it('ends a build where two names differ only in how an accent is stored', async () => {
    const [first, second] = aDesk().newsroom.stories;
    const stories = [first, second].flatMap((story, index) =>
      story ? [{ ...story, path: `articles/${index === 0 ? 'caf\u00e9' : 'cafe\u0301'}.md` }] : [],
    );

    expect(await checkDesk(aDesk({ stories }))).toBe('failed');
  });

  it('ends a build where it is a link out of the content folder', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    symlinkSync(tmpdir(), join(desk.folder, 'content/articles/link'));

    expect(await withClockAhead(() => checkBuilds(desk))).toBe('failed');
  });
});

describe('the cache', () => {
  it('gives each story its own record where a log was emptied and others were written there', async () => {
    const desk = aDesk();
    await checkDesk(desk);
    const records = join(desk.folder, 'cache/records');
    for (const name of readdirSync(records)) truncateSync(join(records, name));
    const [, second] = desk.newsroom.stories;
    Object.assign(second?.keys ?? {}, { headline: 'Another headline' });

    expect(await checkDesk(desk)).toBe('published');
  });
});

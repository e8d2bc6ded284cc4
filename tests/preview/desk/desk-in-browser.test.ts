import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect } from 'vitest';
import { lookWithAxe } from '../../browser/axe.ts';
import { test as it } from '../../browser/demo-test.ts';
import { atNight } from '../../at-night.ts';
import { aStory, manyStories } from '../../newsroom/manuscript.ts';
import { closePreviews, type Files, removePreviewNewsrooms } from '../a-preview.ts';
import { aDesk, type Desk } from './a-desk.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

const HOSTILE = '<img src=x onerror=document.title=1> </script><b>';

const FILES: Files = {
  'site.yaml':
    'title: "<b>Ledger</b>"\nurl: https://ledger.example/\ntimeZone: Europe/London\nsections: [{ id: city, title: City }]\n',
  'contributors/ana-ruiz.md': '---\nname: Ana Ruiz\n---\n',
  'articles/bridge.md': aStory({ headline: 'Bridge opens', contributors: ['ana-ruiz'], date: '2026-11-23 10:00' }),
  'articles/hostile.md': aStory({ headline: HOSTILE, topics: [HOSTILE], date: '2026-11-23 09:00' }),
  'articles/rtl.md': aStory({ headline: 'المجلس يغلق الجسر', language: 'ar', date: '2026-11-23 08:00' }),
  'articles/long.md': aStory({ headline: 'Donaudampfschifffahrtsgesellschaft'.repeat(6), date: '2026-11-23 07:00' }),
  'articles/later.md': aStory({ headline: 'Later', date: '2026-11-25 08:00' }),
  'articles/draft.md': aStory({ headline: 'Draft', draft: true, date: '2026-11-26 08:00' }),
  'articles/wrong.md': aStory({ headline: 'Wrong', label: HOSTILE, date: '2026-11-21 08:00' }),
};

const VIEWS = [
  'stories',
  'story/content/articles/wrong.md',
  'story/content/articles/draft.md',
  'calendar',
  'problems',
  'new',
];

interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly view?: string;
}

async function open(
  browser: Browser,
  { preview }: Desk,
  { width = 1280, colorScheme = 'light', view = '' }: Look = {},
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
  page.setDefaultTimeout(0);
  await page.goto(`http://127.0.0.1:${preview.serving.port}/_desk/${view === '' ? '' : `#/${view}`}`);
  await page.locator('main h1, main h2').first().waitFor({ state: 'attached' });
  return page;
}

function headlines(page: Page): Promise<readonly string[]> {
  return page.locator('.row .headline').allTextContents();
}

describe('the desk in a browser', () => {
  it('shows all stories, whose words are nothing but words', async ({ browser }) => {
    const page = await open(browser, await aDesk(FILES));
    await page.locator('.row').nth(6).waitFor();

    expect(await headlines(page)).toContain(HOSTILE);
    expect(await page.locator('main img, main b').count()).toBe(0);
    expect(await page.title()).toBe('Stories – <b>Ledger</b> desk');
    const rtl = page.locator('.headline bdi', { hasText: 'المجلس' });
    expect([await rtl.getAttribute('lang'), await rtl.getAttribute('dir')]).toEqual(['ar', 'auto']);
  });

  it('is searched while somebody types, and narrowed to a state', async ({ browser }) => {
    const page = await open(browser, await aDesk(FILES));
    await page.locator('.row').nth(6).waitFor();

    await page.keyboard.press('/');
    await page.keyboard.type('bri ope');
    await expect.poll(() => headlines(page), { timeout: 60_000 }).toEqual(['Bridge opens']);
    await expect.poll(() => new URL(page.url()).hash, { timeout: 60_000 }).toBe('#/stories?q=bri+ope');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('link', { name: /^Embargoed/ }).click();
    await expect.poll(() => headlines(page), { timeout: 60_000 }).toEqual(['Later']);
    expect(await page.locator('.row .countdown').textContent()).toMatch(/^in 1 day (?:19|20) h$/);
  });

  it('works by keyboard: from story to story, into one, and back', async ({ browser }) => {
    const page = await open(browser, await aDesk(FILES));
    await page.locator('.row').nth(6).waitFor();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Draft');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Bridge opens');
    await page.keyboard.press('Enter');
    await page.locator('.panel h2', { hasText: 'Bridge opens' }).waitFor();
    await expect.poll(focused, { timeout: 60_000 }).toBe('Bridge opens');
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'hidden' });
    // It is on the row at once, also while the list is still asked for.
    expect(
      await page.evaluate(() => document.activeElement?.closest('.row')?.querySelector('.headline')?.textContent),
    ).toBe('Bridge opens');
    await page.keyboard.press('End');
    expect(await focused()).toBe('Wrong');

    await page.keyboard.press('Enter');
    await page.locator('.panel h2', { hasText: 'Wrong' }).waitFor();
    await page.keyboard.press('/');
    await page.locator('.panel').waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), { timeout: 60_000 }).toBe('search');
  });

  it('follows each save without being loaded again, and leaves what somebody types', async ({ browser }) => {
    const desk = await aDesk(FILES);
    const page = await open(browser, desk);
    await page.locator('.row').nth(6).waitFor();
    await page.evaluate(() => document.documentElement.setAttribute('data-same', ''));
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('span');
    await page.getByText('No story has all these words').waitFor();

    desk.preview.newsroom.write({ 'articles/bridge.md': aStory({ headline: 'Span opens' }) });

    await page.locator('.headline', { hasText: 'Span opens' }).waitFor();
    expect(await page.locator('html[data-same]').count()).toBe(1);
    expect(await page.getByRole('searchbox').inputValue()).toBe('span');
  });

  it('leads back by keyboard from a story whose file is gone, and counts remarks beside the others', async ({
    browser,
  }) => {
    const twice = aStory({ headline: 'Twice', date: '2026-11-23 11:00' }, 'The the bridge is shut.\n');
    const desk = await aDesk({ ...FILES, 'articles/twice.md': twice });
    const page = await open(browser, desk, { view: 'story/content/articles/bridge.md' });
    await page.locator('.panel h2', { hasText: 'Bridge opens' }).waitFor();
    await page.locator('.row', { hasText: 'Twice' }).getByText('1 remark').waitFor();

    desk.preview.newsroom.write({ 'articles/bridge.md': undefined });

    await page.getByText('There is no such story').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => location.hash)).toBe('#/stories');
  });

  it('never has more rows than a page has', async ({ browser }) => {
    const files = Object.fromEntries(
      Object.entries(manyStories(130)).map(([name, text]) => [`articles/${name}`, text]),
    );
    const page = await open(browser, await aDesk(files));
    await page.getByRole('link', { name: 'Older' }).click();
    await page.locator('.headline', { hasText: 'Story 50' }).waitFor();

    expect(await page.locator('.row').count()).toBe(50);
    expect(await page.getByText('51–100 of 130 stories').count()).toBe(1);
  });

  it('makes a new story', async ({ browser }) => {
    const desk = await aDesk(FILES);
    const page = await open(browser, desk, { view: 'new' });

    await page.getByRole('button', { name: 'Make the file' }).click();
    await page.getByText('Unexpected empty headline').waitFor();
    await page.getByLabel('Headline').fill('Ferry is late');
    await page.getByLabel('By').fill('Ana Ruiz');
    await page.keyboard.press('Enter');
    await page.getByLabel('Section').selectOption('City');
    await page.getByLabel('Date').fill('2026-11-24T06:00');
    await page.getByRole('button', { name: 'Make the file' }).click();
    await page.getByText('is a draft now').waitFor();
    await page.getByRole('link', { name: 'Stories' }).click();

    await page.locator('.headline', { hasText: 'Ferry is late' }).waitFor();
  });

  it('closes a story after a search beside it', async ({ browser }) => {
    const page = await open(browser, await aDesk(FILES), { view: 'story/content/articles/wrong.md' });
    await page.locator('.panel h2', { hasText: 'Wrong' }).waitFor();
    await page.getByRole('searchbox').fill('bridge');
    await expect.poll(() => headlines(page), { timeout: 60_000 }).toEqual(['Bridge opens']);

    await page.locator('.panel').getByRole('button', { name: 'Close' }).click();

    await page.locator('.panel').waitFor({ state: 'hidden' });
    expect(await headlines(page)).toEqual(['Bridge opens']);
    expect(new URL(page.url()).hash).toBe('#/stories?q=bridge');
  });

  it('finds contributors by parts of their names, and asks who of several is meant', async ({ browser }) => {
    const desk = await aDesk({
      ...FILES,
      'contributors/jose.md': '---\nname: José Núñez\n---\n',
      'contributors/max-orr.md': '---\nname: Max Orr\n---\n',
      'contributors/max-orr-2.md': '---\nname: Max Orr\n---\n',
    });
    const page = await open(browser, desk, { view: 'new' });
    const by = page.getByLabel('By', { exact: true });
    const add = async (text: string): Promise<void> => {
      await by.fill(text);
      await by.press('Enter');
    };

    await add('NUNEZ');
    await add('max orr');
    await page.getByText('That could be Max Orr (max-orr), Max Orr (max-orr-2): write more of it').waitFor();
    await add('max-orr-2');
    await add('Somebody Else');

    const chosen = page.getByRole('list', { name: 'Chosen contributors' }).locator('bdi');
    expect(await chosen.allTextContents()).toEqual(['José Núñez', 'Max Orr (max-orr-2)', 'Somebody Else']);
    expect(await page.getByText('That could be').count()).toBe(0);
  });

  it('counts down without a leap', async ({ browser }) => {
    const page = await open(browser, await aDesk(FILES));
    // As a text: imports in functions are rewritten here.
    const texts: unknown = await page.evaluate(`import('/_desk/assets/times.js').then(({ countdown }) =>
      [0, 0.5, 59.5, 60, 119.5, 120, 3599.5, 3600, 3600.5, 86400, 86399.5, 14 * 86400].map((seconds) => countdown(seconds * 1000, 0)))`);

    expect(texts).toEqual([
      ...['now', 'in 1 s', 'in 1 min 0 s', 'in 1 min 0 s', 'in 2 min 0 s', 'in 2 min 0 s'],
      ...['in 1 h', 'in 1 h', 'in 1 h 1 min', 'in 1 day', 'in 1 day', 'in 14 days'],
    ]);
  });

  it('publishes a story, stays until that is done, and says how it ended', async ({ browser }) => {
    const desk = await aDesk({ ...FILES, 'articles/wrong.md': undefined });
    const { folder } = desk.preview.newsroom;
    const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
    git('init', '--quiet', '--initial-branch=main');
    for (const [key, value] of [
      ['user.name', 'Ana Ruiz'],
      ['user.email', 'ana@ledger.example'],
    ] as const)
      git('config', key, value);
    git('add', 'content');
    git('commit', '--quiet', '--message=Begin');
    const hook = 'touch .git/begun\nwhile [ ! -e .git/go ]; do sleep 0.2; done\necho Closed >&2\nexit $(cat .git/go)';
    writeFileSync(join(folder, '.git/hooks/pre-commit'), `#!/bin/sh\n${hook}\n`, { mode: 0o755 });
    const page = await open(browser, desk, { view: 'story/content/articles/draft.md' });
    const dialogue = page.getByRole('dialog');
    const publish = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Publish …' }).click();
      await dialogue.getByRole('button', { name: 'Publish', exact: true }).click();
      await expect.poll(() => existsSync(join(folder, '.git/begun')), { timeout: 60_000 }).toBe(true);
    };

    await publish();
    await page.keyboard.press('Escape');
    expect(await dialogue.getByText('Publishing …').count()).toBe(1);
    await page.keyboard.press('Escape');
    writeFileSync(join(folder, '.git/go'), '1');
    await page.getByText('Unexpected end of git commit').first().waitFor();

    for (const name of ['begun', 'go']) rmSync(join(folder, '.git', name));
    if ((await dialogue.count()) > 0) await dialogue.getByRole('button', { name: 'Cancel' }).click();
    await publish();
    writeFileSync(join(folder, '.git/go'), '0');
    await page.getByText('” is out of draft. Committed as').waitFor();
    await page.getByRole('button', { name: 'Publish …' }).waitFor({ state: 'hidden' });
    expect(git('log', '-1', '--format=%s')).toBe('Publish “Draft”\n');
  });

  it.for([[1280, 'light'], [320, 'dark'], ...atNight([360, 'dark'] as const, [320, 'light'] as const)] as const)(
    'can be used by everybody at %i px, %s',
    async ([width, colorScheme], { browser }) => {
      const desk = await aDesk(FILES);
      for (const view of VIEWS) {
        const page = await open(browser, desk, { view, width, colorScheme });
        await page.evaluate(atRest);

        const { violations, passes } = await lookWithAxe(page);

        expect(violations, view).toEqual([]);
        expect(passes, view).toContain('color-contrast');
        expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(width);
        await page.close();
      }
    },
  );
});

/** Waits, in a page, until nothing of it has changed for half a second. The network is never idle: the desk listens to saves. */
async function atRest(): Promise<void> {
  await new Promise<void>((done) => {
    let timer = setTimeout(done, 500);
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, 500);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect } from 'vitest';
import { lookWithAxe } from '../../browser/axe.ts';
import { test as it } from '../../browser/demo-test.ts';
import { atNight } from '../../at-night.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { closePreviews, removePreviewNewsrooms } from '../a-preview.ts';
import { aDesk, type Desk } from './a-desk.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

const BRIDGE = 'articles/bridge.md';
const OLD = '/2026/11/23/bridge/';
const NEW = '/2026/11/24/tunnel/';

function git({ preview }: Desk, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: preview.newsroom.folder, encoding: 'utf8' }).trim();
}

async function aDeskInGit(): Promise<Desk> {
  const desk = await aDesk(
    {
      [BRIDGE]: aStory({ headline: 'Bridge opens' }),
      'articles/tunnel.md': aStory({ headline: 'Tunnel opens', date: '2026-11-24 08:00' }, 'See [it](bridge.md).\n'),
    },
    '2026-11-30 12:00',
  );
  git(desk, 'init', '--quiet', '--initial-branch=main');
  git(desk, 'config', 'user.name', 'Ana Ruiz');
  git(desk, 'config', 'user.email', 'ana@ledger.example');
  git(desk, 'add', 'content');
  git(desk, 'commit', '--quiet', '--message=Begin');
  return desk;
}

const redirectsOf = ({ preview }: Desk): string =>
  readFileSync(join(preview.newsroom.content, 'redirects.yaml'), 'utf8');

describe('withdrawing a story in the desk', () => {
  it.for([...atNight([1280, 'light'] as const), [360, 'dark'] as const])(
    'shows what it does, by keyboard too, and does what is shown: %i px, %s',
    async ([width, colorScheme], { browser }) => {
      const desk = await aDeskInGit();
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
      page.setDefaultTimeout(0);
      await page.goto(`http://127.0.0.1:${desk.preview.serving.port}/_desk/#/story/content/${BRIDGE}`);
      await page.getByRole('button', { name: 'Withdraw …' }).click();
      const dialogue = page.getByRole('dialog');
      const go = dialogue.getByRole('button', { name: 'Withdraw', exact: true });
      await dialogue.getByText(`Readers of ${OLD} see it no more from the next build on`).waitFor();
      // The link of the other story.
      await dialogue.getByText('expected a story that is published').waitFor();
      expect(await go.evaluate((button) => button === document.activeElement)).toBe(true);

      // What is typed is not done before it is shown.
      await dialogue.getByLabel('Why, in words for readers').fill('It was wrong: nothing opened.');
      expect(await go.isDisabled()).toBe(true);
      await page.keyboard.press('Enter');
      await dialogue.getByText(`${OLD}: { gone: "It was wrong: nothing opened." }`).waitFor();
      expect(await dialogue.getByLabel('Why, in words for readers').inputValue()).toBe('It was wrong: nothing opened.');
      expect((await lookWithAxe(page)).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

      await dialogue.getByLabel('Another page').check();
      await dialogue.getByLabel('Its address').fill('nowhere');
      await page.keyboard.press('Enter');
      await dialogue.getByText('Unexpected target').waitFor();
      await dialogue.getByRole('button', { name: 'Back' }).click();
      await dialogue.getByLabel('Another page').check();
      await dialogue.getByLabel('Its address').fill(NEW);
      await dialogue.getByRole('button', { name: 'Show what that does' }).click();
      await dialogue.getByText(`${OLD}: ${NEW}`).waitFor();
      await go.click();
      await page.getByText('” is withdrawn. Committed as').waitFor();

      expect(redirectsOf(desk)).toBe(`${OLD}: ${NEW}\n`);
      expect(git(desk, 'log', '-1', '--format=%s')).toBe('Withdraw “Bridge opens”');
      await page.getByRole('button', { name: 'Publish …' }).waitFor();
      await page.close();
    },
  );
});

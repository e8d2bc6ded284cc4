import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from 'vitest';
import { PROGRAM } from '../../../src/disk/project.ts';
import { temporaryFolder } from '../../build/temporary-folder.ts';
import { broadsheet } from '../../cli/run.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { test } from '../demo-test.ts';
import { serve } from '../serve.ts';
import { Tab } from '../visit.ts';

const DOCUMENT = readFileSync(join(PROGRAM, 'docs/designing.md'), 'utf8');
/** The rules of the worked example. */
const FACE = /```css\n(@font-face \{\n {2}font-family: Gazette;[\s\S]*?)^```$/m.exec(DOCUMENT)?.[1] ?? '';
/** Browsers read a font by what it is, not by its name. */
const FONT = readFileSync(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
);

test('a face of a newsroom’s own, as in the worked example, is loaded once and used under the policy', async ({
  browser,
}) => {
  const newsroom = temporaryFolder({
    '.eleventy.ts': "export { default } from 'broadsheet';\n",
    'content/site.yaml': 'title: The Harbour Ledger\nurl: https://ledger.example/\n',
    'content/articles/flood.md': aStory({ slug: 'flood', date: '2026-11-20' }),
    'layouts/styles/theme.css': FACE,
  });
  mkdirSync(join(newsroom, 'content/public/fonts'), { recursive: true });
  writeFileSync(join(newsroom, 'content/public/fonts/gazette.woff2'), FONT);
  const built = broadsheet(newsroom, 'build', '--now', '2026-11-23 12:00');
  const site = await serve(join(newsroom, '_site'));
  const context = await browser.newContext();
  const page = await context.newPage();
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname);
  });
  const { faults } = await new Tab(page).goTo(`${site.origin}/2026/11/20/flood/`);
  const seen = await page.evaluate(async () => {
    await document.fonts.ready;
    const faces = [...document.fonts].map(({ family, status }) => `${family.replaceAll('"', '')} ${status}`);
    return { faces, headline: getComputedStyle(document.querySelector('h1') ?? document.body).fontFamily };
  });
  await context.close();
  await site.close();

  expect(built).toMatchObject({ status: 0, stderr: '' });
  expect(fonts).toEqual(['/fonts/gazette.woff2']);
  expect(seen.faces).toContain('Gazette loaded');
  expect(seen.headline).toMatch(/^Gazette,/);
  expect(faults).toEqual([]);
});

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect } from 'vitest';
import { IS_NIGHT } from '../../at-night.ts';
import { test as it } from '../../browser/demo-test.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { aPreview, closePreviews, type Files, get, type Preview, removePreviewNewsrooms } from '../a-preview.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

const HAND_WRITTEN = `---
# Ask Jane before this goes out.
headline:   'Bridge closes'   # the lawyers have seen it
contributors: jane-doe
date: 2026-11-22 07:30
ours: [1, 2]
---

The city _closed_ the bridge
on Monday, and __nobody__ minded.[^1]


-   one
-   two

:::aside{ title='How it turns' }
Slowly.
:::

[^1]: Or nearly.
`.replaceAll('\n', '\r\n');

/** As the clipboard has it of Word. */
const WORD = `<p class=MsoNormal>The ferry did not
leave on <b>Monday</b>.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>One</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>Within</p>
<p class=MsoNormal>See <a href="https://example.com/">the
report</a><del cite="mailto:Jo" datetime="2026-11-01T10:00">, or not</del>.<img src="file:///C:/a.png"></p>`;

/** A newsroom with somebody who writes for it, and the editor open at an address of its own. */
async function opened(
  browser: Browser,
  place: string,
  files: Files = {},
): Promise<{ readonly preview: Preview; readonly page: Page; readonly faults: string[] }> {
  const preview = await aPreview({
    'contributors/jane-doe.md': '---\nname: Jane Doe\n---\n',
    'articles/bridge.md': HAND_WRITTEN,
    ...files,
  });
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 1200 } })).newPage();
  page.setDefaultTimeout(0);
  const faults: string[] = [];
  // What Decap was told of already, it rejects once more, with nothing but an object.
  page.on('pageerror', ({ message }) => message === 'Object' || faults.push(message));
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(preview.serving.address) || /^(?:data|blob):/.test(request.url());
    if (!isOwn) faults.push(`asks elsewhere: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      // Libraries try whether they may compile code, and go on without.
      if (blockedURI !== 'eval') throw new Error(`The policy forbids ${effectiveDirective}`);
    });
  });
  await page.goto(`${preview.serving.address}admin/#/${place}`);
  return { preview, page, faults };
}

/** Run in the page: all that the editor keeps of what was not saved. */
const KEPT_BY_EDITOR = `new Promise((resolve) => {
  const opening = indexedDB.open('localforage');
  opening.onsuccess = () => {
    const database = opening.result;
    const names = [...database.objectStoreNames];
    const all = database.transaction(names).objectStore('keyvaluepairs').getAll();
    all.onsuccess = () => { database.close(); resolve(JSON.stringify(all.result)); };
    all.onerror = () => { database.close(); resolve(''); };
  };
})`;

async function pressSave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.getByRole('menuitem', { name: 'Save', exact: true }).click();
}

async function save(page: Page): Promise<void> {
  await pressSave(page);
  await page.getByText('The file is saved.').waitFor();
}

/** The files of a folder, from the content folder. */
function filesIn({ newsroom }: Preview, folder: string): readonly string[] {
  const path = join(newsroom.content, folder);
  const names = existsSync(path) ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
  return names.filter((name) => /\.\w+$/.test(name)).sort();
}

describe('the editor in the browser', () => {
  it('writes a story with a picture, a contributor and a pull quote as a careful person would', async ({ browser }) => {
    const { preview, page, faults } = await opened(browser, 'collections/stories/new');
    await page.getByLabel('Headline', { exact: true }).fill('Harbour lights go out');
    await page.getByRole('button', { name: 'Add contributor' }).click();
    await page.getByLabel('Id or name').fill('jane-doe');
    await page.getByLabel('Date', { exact: true }).fill('2026-11-23 07:30');
    await page.locator('[data-slate-editor=true]').click();
    await page.keyboard.type('The lamps on the quay went dark.');
    await page.getByTitle('Put in a picture or a block').click();
    await page.getByRole('menuitem', { name: 'Pull quote' }).click();
    await page.getByLabel('By (optional)').fill('Ruth Ambler');
    await page.getByLabel('Text', { exact: true }).fill('We heard it first.');

    const picture = join(preview.newsroom.folder, 'Quay at night.png');
    writeFileSync(picture, readFileSync(new URL('../../../content/media/allotments.png', import.meta.url)));
    await page.getByRole('button', { name: 'Choose an image' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByText('Upload', { exact: true }).click(),
    ]);
    await chooser.setFiles(picture);
    await page.getByText('quay-at-night.png').first().waitFor();
    await page.getByText('Choose selected').click();
    await pressSave(page);
    // What a picture shows has to be said first.
    await page.getByText('“Lead picture: What it shows” is empty, and has to be filled').waitFor();
    expect(filesIn(preview, 'media')).toEqual([]);
    await page.getByLabel(/^What it shows/).fill('Dark lamps on a quay.');
    await save(page);

    const file = 'articles/2026/11/harbour-lights-go-out.md';
    expect(readFileSync(join(preview.newsroom.content, file), 'utf8')).toBe(`---
headline: Harbour lights go out
contributors: jane-doe
date: 2026-11-23 07:30
image:
  src: quay-at-night.png
  alt: Dark lamps on a quay.
draft: true
---

The lamps on the quay went dark.

:::pullquote{by="Ruth Ambler"}
We heard it first.
:::
`);
    expect(filesIn(preview, 'media')).toEqual(['quay-at-night.png']);
    expect(filesIn(preview, 'articles')).toEqual(['2026/11/harbour-lights-go-out.md', 'bridge.md']);
    await expect
      .poll(async () => (await get(preview, '2026/11/23/harbour-lights-go-out/')).text())
      .toContain('We heard it first.');
    expect(faults).toEqual([]);
  });

  it('changes one word of a story that a person wrote, and nothing else, as often as it is saved', async ({
    browser,
  }) => {
    const { preview, page, faults } = await opened(browser, 'collections/stories/entries/bridge');
    const file = join(preview.newsroom.content, 'articles/bridge.md');
    const text = (): string => readFileSync(file, 'utf8');
    await page.locator('[data-slate-editor=true]').getByText('on Monday').click();
    // The editor takes up a moment after the browser where the caret is, and puts it back until then.
    await expect
      .poll(
        async () => {
          await page.keyboard.press('Control+Home');
          for (let letter = 0; letter < 'The'.length; letter += 1) await page.keyboard.press('ArrowRight');
          await page.waitForTimeout(300);
          return page.evaluate(() => {
            const { anchorNode, anchorOffset } = getSelection() ?? {};
            return anchorNode?.textContent?.slice(0, anchorOffset);
          });
        },
        { timeout: 30_000 },
      )
      .toBe('The');
    await page.keyboard.type(' whole');
    await save(page);
    expect(text()).toBe(HAND_WRITTEN.replace('The city', 'The whole city'));
    await page.getByText('The file is saved.').waitFor({ state: 'hidden' });

    await page.getByLabel('Dek (optional)').fill('Ferries run.');
    await save(page);
    const expected = HAND_WRITTEN.replace('The city', 'The whole city').replace('ours:', 'dek: Ferries run.\r\nours:');
    expect(text()).toBe(expected);

    // Somebody else saves it meanwhile.
    writeFileSync(file, expected.replace('Slowly', 'Fast'));
    await page.getByLabel('Kicker (optional)').fill('Harbour');
    await pressSave(page);
    await page.getByText('was changed by somebody else since you opened it').waitFor();
    expect(text()).toBe(expected.replace('Slowly', 'Fast'));
    expect(faults).toEqual([]);
  });

  it('saves a copy of a story as a file of its own', async ({ browser }) => {
    const { preview, page } = await opened(browser, 'collections/stories/entries/bridge');
    await page.getByLabel('Headline', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Saved' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    // The fields of the story stay until those of its copy are there.
    await page.waitForURL(/\/new\b/);
    await page.getByRole('button', { name: 'Saved' }).waitFor({ state: 'hidden' });
    await page.getByLabel('Headline', { exact: true }).fill('Bridge opens');
    await save(page);
    expect(filesIn(preview, 'articles')).toEqual(['2026/11/bridge-opens.md', 'bridge.md']);
    const copy = readFileSync(join(preview.newsroom.content, 'articles/2026/11/bridge-opens.md'), 'utf8');
    expect(copy).toContain('headline: Bridge opens\ncontributors: jane-doe\ndate: 2026-11-22 07:30\n');
    expect(copy).not.toContain('Ask Jane');
    expect(readFileSync(join(preview.newsroom.content, 'articles/bridge.md'), 'utf8')).toBe(HAND_WRITTEN);
  });

  it('takes a picture from a folder of media by its path, and shows it', async ({ browser }) => {
    const picture = readFileSync(new URL('../../../content/media/allotments.png', import.meta.url));
    const { preview, page } = await opened(browser, 'collections/stories/entries/bridge', {
      'media/2026/quay.png': picture,
      'articles/2026/deck.png': picture,
      'articles/2026/ferry.md': aStory({ headline: 'Ferry', image: { src: 'deck.png', alt: 'A deck.' } }),
    });
    await page.getByRole('button', { name: 'Choose an image' }).click();
    await page.getByText('2026/quay.png').first().click();
    await page.getByText('Choose selected').click();
    await page.getByLabel(/^What it shows/).fill('A quay.');
    const shown = page.locator('img[src^="blob:"]').first();
    await expect
      .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 30_000 })
      .toBeGreaterThan(0);
    await save(page);
    const text = readFileSync(join(preview.newsroom.content, 'articles/bridge.md'), 'utf8');
    expect(text).toContain('image:\r\n  src: 2026/quay.png\r\n  alt: A quay.\r\n');

    // One that lies beside its story is shown, too.
    await page.goto(`${preview.serving.address}admin/#/collections/stories/entries/2026/ferry`);
    await page.reload();
    await expect
      .poll(() => page.getByLabel('Headline', { exact: true }).inputValue(), { timeout: 30_000 })
      .toBe('Ferry');
    await expect
      .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 30_000 })
      .toBeGreaterThan(0);
  });

  it('has what is pasted of a document as Markdown, and says that its pictures are left out', async ({ browser }) => {
    const { preview, page, faults } = await opened(browser, 'collections/stories/entries/pasted', {
      'articles/pasted.md': '---\nheadline: A\ncontributors: jane-doe\ndate: 2026-11-23\n---\n',
    });
    await page.locator('[data-slate-editor=true]').click();
    await page.evaluate((html) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/html', html);
      const paste = { inputType: 'insertFromPaste', dataTransfer, bubbles: true, cancelable: true };
      document.querySelector('[data-slate-editor=true]')?.dispatchEvent(new InputEvent('beforeinput', paste));
    }, WORD);
    await page.getByText('A picture was left out').waitFor();
    await save(page);
    expect(readFileSync(join(preview.newsroom.content, 'articles/pasted.md'), 'utf8')).toMatch(
      /---\n\n?The ferry did not leave on \*\*Monday\*\*\.\n\n\* One\n\n {2}\* Within\n\nSee \[the report\]\(https:\/\/example\.com\/\)\.\n$/,
    );
    expect(faults).toEqual([]);
  });

  it('fits a phone', async ({ browser }) => {
    const { page } = await opened(browser, 'collections/stories/entries/bridge');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByLabel('Headline', { exact: true }).waitFor();
    const wide = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBe(360);
    for (const name of ['Saved', 'Remove the file']) {
      const box = await page.getByRole('button', { name }).boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 1000)).toBeLessThanOrEqual(360);
    }
    await page.getByTitle('Put in a picture or a block').click();
    await page.getByRole('menuitem', { name: 'Pull quote' }).click();
    await page.getByLabel('By (optional)').fill('Ruth Ambler');
    expect(await wide()).toBe(360);
  });

  it('takes back what is said over the page when it is mended, and asks again what failed', async ({ browser }) => {
    const { page } = await opened(browser, 'collections/stories/entries/bridge');
    const frame = page.frameLocator('iframe').first();
    await frame.frameLocator('iframe[title=Preview]').getByRole('heading', { name: 'Bridge closes' }).waitFor();
    await page.route('**/admin/api', (route) => route.abort());
    const headline = page.getByLabel('Headline', { exact: true });
    await headline.fill('Bridge opens');
    await frame.getByText('Failed to fetch').waitFor();
    await page.unroute('**/admin/api');
    await headline.fill('Bridge');
    await headline.fill('Bridge opens');
    await frame.frameLocator('iframe[title=Preview]').getByRole('heading', { name: 'Bridge opens' }).waitFor();
    await expect.poll(() => frame.getByText('Failed to fetch').count()).toBe(0);
  });

  it('shows the page of the story beside it, as the site has it, before it is saved', async ({ browser }) => {
    const { page } = await opened(browser, 'collections/stories/entries/bridge');
    await page.getByLabel('Headline', { exact: true }).fill('Not saved yet');
    const shown = page.frameLocator('iframe').first().frameLocator('iframe[title=Preview]');
    await shown.getByRole('heading', { name: 'Not saved yet' }).waitFor();
    expect(await shown.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).not.toBe(
      'rgba(0, 0, 0, 0)',
    );
    expect(await shown.locator('script').count()).toBe(0);
  });
});

// To open the editor takes some seconds: by day it is opened for what each commit may break.
if (IS_NIGHT)
  describe('the editor in the browser, at night', () => {
    it('is opened at a file by the bar of its page', async ({ browser }) => {
      const { preview, page } = await opened(browser, '', { 'articles/2026/ferry.md': aStory({ headline: 'Ferry' }) });
      for (const [path, label, value] of [
        ['2026/11/23/ferry/', 'Headline', 'Ferry'],
        ['contributors/jane-doe/', 'Name', 'Jane Doe'],
      ] as const) {
        await page.goto(preview.serving.address + path);
        await page.locator('#broadsheet-bar .state summary').click();
        await page.getByRole('link', { name: 'Write in the browser' }).click();
        await page.getByLabel(label, { exact: true }).waitFor();
        expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(value);
      }
    });

    it('goes on with a text that was not saved, and writes over nothing that was saved in another page', async ({
      browser,
    }) => {
      const { preview, page } = await opened(browser, 'collections/stories/entries/bridge');
      const text = (): string => readFileSync(join(preview.newsroom.content, 'articles/bridge.md'), 'utf8');
      const dek = page.getByLabel('Dek (optional)');
      const kicker = page.getByLabel('Kicker (optional)');
      const other = await page.context().newPage();
      other.setDefaultTimeout(0);
      // The editor asks in windows of the browser, and keeps what is typed after two seconds.
      page.on('dialog', (dialog) => void dialog.accept());
      const keeps = async (word: string): Promise<void> =>
        expect.poll(() => page.evaluate(KEPT_BY_EDITOR), { timeout: 30_000 }).toContain(word);
      await dek.fill('Ferries run.');
      await save(page);
      await kicker.fill('Harbour');
      await keeps('kicker: Harbour');
      await page.reload();
      await expect.poll(() => kicker.inputValue(), { timeout: 30_000 }).toBe('Harbour');
      await save(page);
      expect(text()).toContain('dek: Ferries run.\r\nkicker: Harbour\r\n');

      // Another page was opened before what this one saves, and its text is what is kept.
      await other.goto(`${preview.serving.address}admin/#/collections/stories/entries/bridge`);
      await other.getByLabel('Dek (optional)').waitFor();
      await page.getByText('The file is saved.').waitFor({ state: 'hidden' });
      await page.getByLabel('Short headline (optional)').fill('Shut');
      await save(page);
      await other.getByLabel('Slug (optional)').fill('the-bridge');
      await keeps('slug: the-bridge');
      await page.reload();
      const slug = page.getByLabel('Slug (optional)');
      await expect.poll(() => slug.inputValue(), { timeout: 30_000 }).toBe('the-bridge');
      await pressSave(page);
      await page.getByText('was changed by somebody else since you opened it').waitFor();
      expect(text()).toContain('shortHeadline: Shut\r\n');
    });

    it('does not put a date into a story that has none', async ({ browser }) => {
      const { page } = await opened(browser, 'collections/stories/entries/dateless', {
        'articles/dateless.md': '---\nheadline: A\ncontributors: jane-doe\ndraft: true\n---\nText\n',
      });
      await page.getByLabel('Headline', { exact: true }).waitFor();
      expect(await page.getByLabel('Date', { exact: true }).inputValue()).toBe('');
    });

    it('finds stories by two letters, and by headlines alone', async ({ browser }) => {
      const files = { 'articles/b1.md': aStory({ headline: 'EU and 北京 agree' }) };
      const { page } = await opened(browser, '', files);
      for (const term of ['eu', '北京', 'b1']) {
        await page.getByPlaceholder('Search all').fill(term);
        await page.keyboard.press('Enter');
        await page.getByText('EU and 北京 agree').waitFor();
        await page.getByText('Bridge closes').waitFor({ state: 'hidden' });
      }
    });

    it('takes a picture that lies beside the story by its name alone', async ({ browser }) => {
      const picture = readFileSync(new URL('../../../content/media/allotments.png', import.meta.url));
      const { preview, page } = await opened(browser, 'collections/stories/entries/2026/ferry', {
        'media/quay.png': picture,
        'articles/2026/deck.png': picture,
        'articles/2026/ferry.md': aStory({ headline: 'Ferry' }),
      });
      await page.getByRole('button', { name: 'Choose an image' }).first().click();
      await page.getByText('quay.png').first().waitFor();
      // By keyboard alone, and so it is saved.
      await page.getByRole('button', { name: 'deck.png' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Choose selected' }).focus();
      await page.keyboard.press('Enter');
      await page.getByLabel(/^What it shows/).fill('A deck.');
      await page.keyboard.press('Control+s');
      await page.getByText('The file is saved.').waitFor();
      const text = readFileSync(join(preview.newsroom.content, 'articles/2026/ferry.md'), 'utf8');
      expect(text).toContain('image:\n  src: deck.png\n  alt: A deck.\n');
      expect(filesIn(preview, 'media')).toEqual(['quay.png']);
    });

    it('suggests somebody who was added while it is open, and shows a section that is there no more', async ({
      browser,
    }) => {
      const { preview, page } = await opened(browser, 'collections/stories/entries/weather', {
        'articles/weather.md': aStory({ headline: 'Weather', section: 'weather', contributors: ['jane-doe'] }),
      });
      await page.getByText('weather – not one of these').waitFor();
      preview.newsroom.write({ 'contributors/zoe-quill.md': '---\nname: Zoë Quill\n---\n' });
      await expect
        .poll(
          async () => {
            // They are asked for when somebody goes into the field, and not again at once.
            await page.getByLabel('Headline', { exact: true }).focus();
            await page.getByLabel('Id or name').first().fill('zo');
            await page.waitForTimeout(1000);
            return page.locator('datalist option[value=zoe-quill]').count();
          },
          { timeout: 60_000 },
        )
        .toBe(1);
    });
  });

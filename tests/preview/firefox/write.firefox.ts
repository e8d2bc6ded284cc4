import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPreview, closePreviews, get, removePreviewNewsrooms } from '../a-preview.ts';
import { FirefoxPage } from './launch-firefox.ts';

let page: FirefoxPage;

beforeAll(async () => {
  page = await FirefoxPage.open();
});

afterAll(async () => {
  await page?.close();
  await closePreviews();
  removePreviewNewsrooms();
});

/** Expressions of the page that find an element. */
const all = (selector: string): string => `[...document.querySelectorAll(${JSON.stringify(selector)})]`;
const byText = (selector: string, text: string): string =>
  `${all(selector)}.find((one) => one.textContent.trim() === ${JSON.stringify(text)})`;
const field = (label: string): string => `document.getElementById(${byText('label', label)}?.htmlFor ?? '')`;

/** Clicks into a field, marks what is in it, and types. */
async function fill(label: string, text: string): Promise<void> {
  await page.click(field(label));
  await page.evaluate(`${field(label)}.select()`);
  await page.type(text);
}

const FILES_TO_UPLOAD = `document.querySelector('input[type=file]')`;

async function save(): Promise<void> {
  await page.click(byText('[role=button], button', 'Save'));
  await page.click(byText('[role=menuitem]', 'Save'));
  await page.waitFor(`document.body.textContent.includes('The file is saved.')`);
}

const BY_HAND = `---
# Ask Jane before this goes out.
headline: 'Bridge closes'   # the lawyers have seen it
contributors: jane-doe
date: 2026-11-22 07:30
---

The city _closed_ the bridge.
`.replaceAll('\n', '\r\n');

it('has a story written in Firefox, with a picture, a contributor and a pull quote, and one word of another one changed', async () => {
  const preview = await aPreview({
    'contributors/jane-doe.md': '---\nname: Jane Doe\n---\n',
    'articles/bridge.md': BY_HAND,
  });
  await page.goto(`${preview.serving.address}admin/#/collections/stories/new`);
  await page.waitFor(field('Headline'));
  await fill('Headline', 'Harbour lights go out');
  await page.click(byText('button', 'Add contributor'));
  await page.waitFor(field('Id or name'));
  await fill('Id or name', 'jane-doe');
  await fill('Date', '2026-11-23 07:30');
  await page.click(`document.querySelector('[data-slate-editor=true]')`);
  await page.type('The lamps on the quay went dark.');
  await page.click(`document.querySelector('[title="Put in a picture or a block"]')`);
  await page.click(byText('[role=menuitem]', 'Pull quote'));
  await page.waitFor(field('By (optional)'));
  await fill('By (optional)', 'Ruth Ambler');
  await fill('Text', 'We heard it first.');
  const picture = join(preview.newsroom.folder, 'Quay at night.png');
  writeFileSync(picture, readFileSync(new URL('../../../content/media/allotments.png', import.meta.url)));
  await page.click(byText('button', 'Choose an image'));
  await page.waitFor(FILES_TO_UPLOAD);
  await page.setFiles(FILES_TO_UPLOAD, [picture]);
  await page.waitFor(`document.body.textContent.includes('quay-at-night.png')`);
  await page.click(byText('button, [role=button]', 'Choose selected'));
  await page.waitFor(`!(${byText('button, [role=button]', 'Choose selected')})`);
  await fill('What it shows (optional)', 'Dark lamps on a quay.');
  await save();

  const file = join(preview.newsroom.content, 'articles/2026/11/harbour-lights-go-out.md');
  const text = `---
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
`;
  expect(readFileSync(file, 'utf8')).toBe(text);
  await expect
    .poll(async () => (await get(preview, '2026/11/23/harbour-lights-go-out/')).text(), { timeout: 60_000 })
    .toContain('We heard it first.');

  // Its page stands beside its fields.
  await page.waitFor(
    `[...document.querySelectorAll('iframe')].some((outer) => outer.contentDocument?.querySelector('iframe[title=Preview]')?.contentDocument?.body?.textContent.includes('We heard it first.'))`,
  );

  await page.goto(`${preview.serving.address}_desk/`);
  await page.waitFor(`document.body.textContent.includes('Harbour lights go out')`);

  // A story that a person wrote is changed in one word, and in nothing but its line.
  const byHand = join(preview.newsroom.content, 'articles/bridge.md');
  await page.goto(`${preview.serving.address}admin/#/collections/stories/entries/bridge`);
  await page.waitFor(`${field('Headline')}?.value === 'Bridge closes'`);
  await fill('Headline', 'Bridge opens');
  await save();
  expect(readFileSync(byHand, 'utf8')).toBe(BY_HAND.replace('Bridge closes', 'Bridge opens'));
});

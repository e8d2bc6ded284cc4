import { afterEach, describe, expect, it } from 'vitest';
import { insertIntoBody } from '../../../src/preview/bar/insert-into-body.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import {
  aPreview,
  closePreviews,
  type Files,
  get,
  inLine,
  type Preview,
  removePreviewNewsrooms,
} from '../a-preview.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

const BRIDGE = '2026/11/23/bridge/';
const SITE = 'title: The Harbour Ledger\nurl: https://ledger.example/\ntimeZone: Europe/London\n';

/** The bar of a page in one line; nothing where there is none. */
async function barOf(preview: Preview, path: string, options: RequestInit = {}): Promise<string | undefined> {
  const html = await (await get(preview, path, options)).text();
  const bar = /<section class="bar[\s\S]*?<\/section>/.exec(html)?.[0];
  return bar && inLine(bar);
}

async function barWith(files: Files, path: string): Promise<string | undefined> {
  return barOf(await aPreview(files), path);
}

describe('the bar of a story', () => {
  it('says that it is published, how long it is, and where its file, the editor and the desk are', async () => {
    const preview = await aPreview({ 'articles/2026/bridge.md': aStory() });
    const html = await (await get(preview, BRIDGE)).text();

    expect(await barOf(preview, BRIDGE)).toMatch(
      /^Published Published on 23 November 2026 at 07:30 GMT: .* 5 words, 1 min/,
    );
    expect(html).toContain('data-path="content/articles/2026/bridge.md" data-line="1"');
    expect(html).toContain('href="/admin/#/collections/stories/entries/2026/bridge"');
    expect(html).toContain('href="/_desk/#/story/content/articles/2026/bridge.md"');
  });

  it.for([
    [
      'a draft',
      { draft: true },
      /^Draft Draft: not published while draft: true stands in content\/articles\/bridge\.md \./,
    ],
    ['one under embargo', { date: '2026-11-23 18:00' }, /^Embargo until 23 November 2026 at 18:00 GMT Under embargo/],
    [
      'both',
      { draft: true, date: '2026-11-23 18:00' },
      /^Draft, Embargo until .*: it is not published before either\./,
    ],
    [
      'one that is not to be found',
      { noindex: true },
      /^Published .* Search engines are asked not to list it: noindex: true \./,
    ],
  ] as const)('says what %s is', async ([, keys, bar]) => {
    expect(await barWith({ 'articles/bridge.md': aStory(keys) }, BRIDGE)).toMatch(bar);
  });

  it('says that it is held up, and how many errors it has', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    preview.newsroom.write({ 'articles/bridge.md': aStory({ label: 'gossip' }) });
    await expect.poll(() => barOf(preview, BRIDGE), { timeout: 30_000 }).toMatch(/^Held up .* has errors\..* 1 error /);
  });

  it('lists its warnings with places and what to do, and those of others below', async () => {
    const files = {
      'articles/bridge.md': aStory({}, 'See [below](#nowhere).\n'),
      'articles/other.md': aStory({}, '# Headline again\n\nText.\n'),
    };
    const bar = await barWith(files, BRIDGE);

    expect(bar).toMatch(
      /1 warning Warnings hold nothing up\. warning content\/articles\/bridge\.md , line \d+ .* What to do: /,
    );
    expect(bar).toMatch(
      /link-fragment In other files warning content\/articles\/other\.md , line \d+ .* heading-level/,
    );
    expect(bar).toContain('npx broadsheet check has one thing to say of it.');
  });

  it('says what the copy desk has to say of it, and that of others is none of its own', async () => {
    const files = {
      'articles/bridge.md': aStory({ dek: 'A dek.' }, 'The the bridge.\n\nHe said: “It is shut.\n'),
      'articles/other.md': aStory({}, 'It it rains.\n'),
    };
    const bar = await barWith(files, BRIDGE);

    expect(bar).toMatch(/2 warnings .*bridge\.md , line 7 .* word-repeated .*, line 9 .* quotation-unclosed/);
    expect(bar).toContain('npx broadsheet check has 2 things to say of it.');
    expect(bar).not.toContain('other.md');
  });

  it('follows the house style and the standards of the newsroom', async () => {
    const files = {
      'site.yaml': `${SITE}standards: { word-repeated: off, word-unknown: warn, quotation-unclosed: error }\n`,
      'style.yaml': 'words:\n  - { not: [bridges], use: spans }\n',
      'articles/bridge.md': aStory({}, 'The the bridges. He said: “It is shut.\n'),
    };
    const bar = await barWith(files, BRIDGE);

    expect(bar).toMatch(/style-word/);
    expect(bar).toMatch(/error content\/articles\/bridge\.md , line \d+ .* quotation-unclosed/);
    expect(bar).not.toContain('word-repeated');
    expect(bar).toContain('has 2 things to say of it, but for its spelling, which is not looked at here.');
  });

  it('says that there is nothing to say of it', async () => {
    expect(await barWith({ 'articles/bridge.md': aStory() }, BRIDGE)).toContain('check has nothing to say of it.');
  });

  it('shows what stands in headlines and names of files, and runs none of it', async () => {
    const name = `a"><img src=x onerror=alert(1)></template><script>alert(1)</script>`.replaceAll('/', '∕');
    const headline = '</template></div><script>alert(1)</script> \u05d0'.repeat(3);
    const preview = await aPreview({ [`articles/${name}.md`]: aStory({ slug: 'bridge', headline, draft: true }) });
    const html = await (await get(preview, BRIDGE)).text();

    expect(html).not.toContain('<img src=x');
    expect(html.match(/<script>alert/g)).toBeNull();
    expect(html.match(/<\/template>/g)).toHaveLength(1);
  });
});

describe('the bar of other pages', () => {
  it.for([
    ['', /^Front page The newest stories stand here\. What leads can be said in content\/fronts\/home\.yaml \./],
    ['city/', /^Section front content\/fronts\/city\.yaml says what stands here first/],
    ['contributors/ana-ruiz/', /^Contributor It is made of content\/contributors\/ana-ruiz\.md \./],
    ['contributors/', /^Contributors Broadsheet makes it of the stories/],
    ['2026/11/', /^Archive Broadsheet makes it/],
    ['nowhere/', /^No page here There is nothing at this address\./],
  ] as const)('says what is at /%s', async ([path, bar]) => {
    const files = {
      'site.yaml': 'title: Ledger\nurl: https://ledger.example/\nsections:\n  - { id: city, title: City }\n',
      'fronts/city.yaml': 'lead: bridge\n',
      'contributors/ana-ruiz.md': '---\nname: Ana Ruiz\n---\nAna.\n',
      'articles/bridge.md': aStory({ contributors: ['ana-ruiz'], section: 'city' }),
    };
    expect(await barWith(files, path)).toMatch(bar);
  });

  it('is on no page that leads on, nor on files that are no pages', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory(), 'redirects.yaml': `/old/: /${BRIDGE}\n` });

    expect(await barOf(preview, 'old/')).toBeUndefined();
    expect(await (await get(preview, 'feed.xml')).text()).not.toContain('broadsheet-bar');
  });

  it('is not in frames, which show what readers see', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory({ draft: true }) });

    expect(await barOf(preview, BRIDGE, { headers: { 'sec-fetch-dest': 'iframe' } })).toBeUndefined();
    expect(await barOf(preview, `${BRIDGE}?broadsheet-look=plain`)).toBeUndefined();
  });
});

describe('the place of the bar in a page', () => {
  it.for([
    ['<html><body class="a>b" id=x>Text', '<html><body class="a>b" id=x>|Text'],
    ['<!-- <body> --><title><body></title><BODY>Text', '<!-- <body> --><title><body></title><BODY>|Text'],
    ['<script>"<body>"</script><body\n>Text', '<script>"<body>"</script><body\n>|Text'],
    ['<p>Text', '<p>Text|'],
    ['<!-- <body>Text', '<!-- <body>Text|'],
    ['<bodyguard>Text', '<bodyguard>Text|'],
  ] as const)('%s', ([html, expected]) => {
    expect(insertIntoBody(html, '|')).toBe(expected);
  });

  it.for(['<body ', '<!--', '<script>', '<body "', '<body \'"'])(
    'is found at once in a hundred thousand of `%s`',
    (bait) => {
      expect(insertIntoBody(bait.repeat(100_000), '|').endsWith('|')).toBe(true);
    },
  );
});

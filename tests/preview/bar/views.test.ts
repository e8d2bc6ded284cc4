import { afterEach, describe, expect, it } from 'vitest';
import { lookOf, withLook } from '../../../src/preview/bar/views/looks.ts';
import { readAsReaderMode } from '../../../src/preview/bar/views/read-as-reader-mode.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { aPreview, closePreviews, get, inLine, type Preview, removePreviewNewsrooms } from '../a-preview.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

const BRIDGE = '/2026/11/23/bridge/';
const LONG = `${'The city closed the bridge on Monday after an inspection found cracks in it. '.repeat(20)}\n`;

async function view(preview: Preview, name: string, of: string, more = ''): Promise<string> {
  const response = await get(preview, `_desk/views/${name}?of=${encodeURIComponent(of)}${more}`);
  return `${response.status} ${await response.text()}`;
}

function styled(css: string, scheme: 'light' | 'dark'): unknown {
  const look = { scheme, isOldBrowser: false, isTouched: false };
  const file = withLook({ kind: 'text', type: 'text/css; charset=utf-8', text: css }, look);
  return file.kind === 'text' ? file.text : undefined;
}

describe('light and dark', () => {
  it('answers what a stylesheet asks of the system', () => {
    const css = '@media screen and ( prefers-color-scheme : dark ){a{b:c}}@media (prefers-color-scheme:light){d{e:f}}';

    expect(styled(css, 'dark')).toBe('@media screen and (min-width:0){a{b:c}}@media (max-width:-1px){d{e:f}}');
    expect(styled(css, 'light')).toBe('@media screen and (max-width:-1px){a{b:c}}@media (min-width:0){d{e:f}}');
  });

  it('takes the place of what a stylesheet says that it can do, and goes on to what it imports', () => {
    expect(styled(':root{color-scheme:light dark;--my-color-scheme:light dark}', 'dark')).toBe(
      ':root{color-scheme:dark;--my-color-scheme:light dark}',
    );
    expect(styled('@import url("/a.css");', 'dark')).toBe('@import url("/a.css?broadsheet-look=dark");');
  });

  it('is asked of the stylesheets of a page, whose policy lets its own styles through', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    const html = await (await get(preview, `${BRIDGE.slice(1)}?broadsheet-look=dark`)).text();
    const sheet = /href="(\/assets\/site\.[^"]+)"/.exec(html)?.[1] ?? '';

    expect(sheet).toMatch(/\.css\?broadsheet-look=dark$/);
    expect(html).toContain('<meta name="color-scheme" content="dark">');
    expect(html).toMatch(/style-src 'self' 'sha256-/);
    const [dark, plain] = [
      await (await get(preview, sheet.slice(1))).text(),
      await (await get(preview, sheet.slice(1).split('?')[0] ?? '')).text(),
    ];
    expect(plain).toContain('prefers-color-scheme');
    expect(dark).not.toContain('prefers-color-scheme');
  });

  it('leaves words of the text alone', async () => {
    const text = 'Write `@media (prefers-color-scheme: dark)`.\n';
    const preview = await aPreview({ 'articles/bridge.md': aStory({}, text) });

    expect(await (await get(preview, `${BRIDGE.slice(1)}?broadsheet-look=dark`)).text()).toContain(
      '(prefers-color-scheme: dark)',
    );
  });

  it.for(['<meta ', '<style>', '<link "', '@import '])('is put into a hundred thousand of `%s` at once', (bait) => {
    const look = { scheme: 'dark', isOldBrowser: true, isTouched: true } as const;
    const types = ['text/html', 'text/css'] as const;
    const files = types.map((type) => withLook({ kind: 'text', type, text: bait.repeat(100_000) }, look));
    expect(files.map(({ kind }) => kind)).toEqual(['text', 'text']);
  });
});

describe('an old browser', () => {
  it('is only in the frame that shows it', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    const [plain, old] = [
      await (await get(preview, BRIDGE.slice(1))).text(),
      await (await get(preview, `${BRIDGE.slice(1)}?broadsheet-look=old`)).text(),
    ];

    expect(plain).not.toContain('CSS.supports = ');
    expect(plain).not.toContain('out of date');
    expect(old.indexOf('CSS.supports = ')).toBeLessThan(old.indexOf('CSS.supports("'));
    expect(await view(preview, 'frame', BRIDGE, '&browser=old')).toContain('broadsheet-look=old');
  });

  it('is no look that an address does not name', () => {
    expect(lookOf(new URLSearchParams('q=dark'))).toBeUndefined();
    expect(lookOf(new URLSearchParams('broadsheet-look=dark-x'))).toMatchObject({
      scheme: 'dark',
      isOldBrowser: false,
    });
  });
});

describe('reader mode', () => {
  it('is the text of a story, without what stands around it', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory({}, `${LONG}\n## What now\n\n${LONG}`) });
    const shown = await view(preview, 'reader', BRIDGE);

    expect(inLine(shown)).toMatch(/Harbour bridge closes .* What now The city closed/);
    expect(shown).not.toContain('Page not found');
  });

  it('is not offered where there is little text', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    expect(inLine(await view(preview, 'reader', '/'))).toContain('Browsers offer no reader mode here');
  });

  it('keeps nothing that runs, loads from elsewhere or leads away', () => {
    const attack =
      '<p onclick="alert(1)"><img src="https://x.example/a.png" onerror="alert(1)" alt="A"><a href="javascript:alert(1)">link</a> <script>alert(1)</script></p>';
    const read = readAsReaderMode(
      `<!doctype html><title>T</title><body><article><p>${LONG}</p>${attack}<p>${LONG}</p></article>`,
    );

    expect(read.kind).toBe('text');
    expect(JSON.stringify(read)).not.toMatch(/alert|onerror|onclick|x\.example|javascript/);
  });

  it.for([
    ['too deep', `${'<div>'.repeat(1000)}<p>${LONG}${LONG}</p>`],
    ['far too deep', `${'<div>'.repeat(50_000)}<p>${LONG}${LONG}</p>`],
    ['too many', `<article>${`<p>${LONG}</p>`.repeat(6000)}</article>`],
  ] as const)('says so where there are %s', ([, html]) => {
    expect(readAsReaderMode(`<body>${html}`)).toMatchObject({ kind: 'nothing' });
  });
});

describe('search results and share cards', () => {
  it('are what the head of the page says, with what is wrong with that', async () => {
    const headline = `${'Long words '.repeat(12)}</script><script>alert(1)</script>`;
    const preview = await aPreview({
      'articles/bridge.md': aStory({ headline, noindex: true, dek: 'The <b>road</b> & more.' }),
    });
    const shown = await view(preview, 'sharing', BRIDGE);

    expect(inLine(shown)).toContain('ledger.example › 2026 › 11 › 23 › bridge');
    expect(shown).toContain('The page asks search engines not to list it.');
    expect(shown).toMatch(/The title has \d+ characters; about 60 are shown\./);
    expect(inLine(shown)).toMatch(/Structured data .*NewsArticle .*headline/);
    expect(shown).not.toContain('<script>alert');
  });
});

describe('the address of a view', () => {
  it.for([
    ['https://other.example/', 400],
    ['//other.example/', 400],
    ['/../site.yaml', 400],
    ['/_desk/', 400],
    ['/a\\b', 400],
    ['/\u0000', 400],
    ['/feed.xml', 404],
  ] as const)('takes no page of %s', async ([of, status]) => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    for (const name of ['frame', 'reader', 'sharing'])
      expect((await view(preview, name, of)).slice(0, 3)).toBe(`${status}`);
  });

  it('is refused without the page, by another site, and to be posted to', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    const address = `_desk/views/reader?of=${BRIDGE}`;

    expect((await get(preview, '_desk/views/reader')).status).toBe(400);
    expect((await get(preview, address, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await get(preview, address, { method: 'POST' })).status).toBe(405);
  });

  it('leads on to where a page went', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    const response = await get(preview, `_desk/views/frame?width=360&of=${encodeURIComponent(BRIDGE.slice(0, -1))}`);

    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      `?width=360&of=${encodeURIComponent(BRIDGE)}`,
    ]);
  });
});

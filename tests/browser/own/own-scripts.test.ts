import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect } from 'vitest';
import { type Files, temporaryFolder, writeTo } from '../../build/temporary-folder.ts';
import { PROGRAM } from '../../../src/disk/project.ts';
import { textsOf } from '../../cli/built.ts';
import { broadsheetInResident, type Ended } from '../../cli/run.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { test } from '../demo-test.ts';
import { serve } from '../serve.ts';

const DOCUMENT = readFileSync(join(PROGRAM, 'docs/extending.md'), 'utf8');

/** What stands in a fence of the document, behind some words. */
function exampleAfter(words: string): string {
  return /```\w+\n([\s\S]*?)^```$/m.exec(DOCUMENT.split(words)[1] ?? '')?.[1] ?? '';
}

const SNIPPET = exampleAfter('\n`layouts/parts/head-end.tsx`:\n');
const POLICY = exampleAfter('and in `content/site.yaml` where it comes from');
const SITE = 'title: The Harbour Ledger\nurl: https://ledger.example/\n';
const NOW = ['--now', '2026-11-23 12:00'];

/** Inline scripts: what each says it is, is added to what ran. */
const running = (name: string): string => `(window.ran = window.ran || []).push("${name}") && '</p>'`;

const FILES: Files = {
  '.eleventy.ts': "export { default } from 'broadsheet';\n",
  'package.json': '{ "type": "module" }\n',
  'content/site.yaml': SITE + POLICY,
  'content/articles/flood.md': aStory({ slug: 'flood', date: '2026-11-20' }),
  'content/articles/other.md': aStory({ slug: 'other', date: '2026-11-21' }),
  'content/pages/plan.njk': `---\ntitle: Plan\nlayout: page\n---\n<script>${running('template')}</script>\n`,
  'content/pages/about.md': '---\ntitle: About\n---\nText.\n',
  'layouts/parts/head-end.tsx': SNIPPET,
  'layouts/parts/body-end.tsx': `import { asHtml } from 'broadsheet/src/domain/html.ts';
import { RawHtml } from 'broadsheet/layouts/parts/html.tsx';
export function BodyEnd() {
  return (
    <>
      <script dangerouslySetInnerHTML={{ __html: ${JSON.stringify(running('element'))} }} />
      <script>{"window.ran.push('children')"}</script>
      <style dangerouslySetInnerHTML={{ __html: '.publisher { letter-spacing: 7px }' }} />
      <RawHtml html={asHtml(${JSON.stringify(`<script>${running('text')}</script><style>h1{letter-spacing:9px}</style>`)})} />
    </>
  );
}
`,
};

const newsroom = temporaryFolder();
const build = (...args: readonly string[]): Promise<Ended> => broadsheetInResident(newsroom, 'build', ...NOW, ...args);
const page = (path: string): string => readFileSync(join(newsroom, '_site', path), 'utf8');
const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policyOf = (path: string): string =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page(path))?.[1] ?? '';

beforeAll(async () => {
  writeTo(newsroom, FILES);
  mkdirSync(join(newsroom, 'node_modules'));
  symlinkSync(join(PROGRAM, 'node_modules/preact'), join(newsroom, 'node_modules/preact'));
  expect(await build()).toMatchObject({ status: 0, stderr: '' });
});

describe('a newsroom with scripts of its own', () => {
  test('has the sources of the worked example in the policy of each page', () => {
    expect(POLICY).toContain('stats.example.com');
    for (const path of ['index.html', '2026/11/20/flood/index.html', 'about/index.html', 'plan/index.html']) {
      expect(policyOf(path)).toMatch(/script-src 'self' '[^']+' '[^']+' https:\/\/stats\.example\.com[ ;]/);
      expect(policyOf(path)).toContain("connect-src 'self' https://stats.example.com;");
      expect(policyOf(path)).toContain("form-action 'self' https://letters.example.com;");
      expect(policyOf(path)).toMatch(/; upgrade-insecure-requests$/);
    }
  });

  test('has the hashes of what its layouts print as elements on all pages, and of nothing that is a text', () => {
    for (const path of [
      'index.html',
      '2026/11/20/flood/index.html',
      '2026/11/21/other/index.html',
      'about/index.html',
    ]) {
      expect(policyOf(path)).toContain(sourceOf(running('element')));
      expect(policyOf(path)).toContain(sourceOf('.publisher { letter-spacing: 7px }'));
      expect(page(path)).toContain(running('text'));
      expect(policyOf(path)).not.toContain(sourceOf(running('text')));
      expect(policyOf(path)).not.toContain(sourceOf(running('template')));
    }
  });

  test('has the hashes of what its templates print', () => {
    expect(policyOf('plan/index.html')).toContain(sourceOf(running('template')));
  });

  test('runs them in a browser, and nothing else', async ({ browser }) => {
    const site = await serve(join(newsroom, '_site'));
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.route('https://stats.example.com/**', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'window.counted = document.currentScript.dataset.site;' }),
    );
    await tab.goto(`${site.origin}/plan/`, { waitUntil: 'load' });
    const seen = await tab.evaluate(() => {
      const { ran, counted } = window as unknown as { readonly ran: readonly string[]; readonly counted: string };
      const spacing = (name: string) => getComputedStyle(document.querySelector(name) ?? document.body).letterSpacing;
      return { ran: [...ran].sort(), counted, spacing: [spacing('.publisher'), spacing('h1') === '9px'] };
    });
    await context.close();
    await site.close();

    expect(seen).toEqual({
      ran: ['children', 'element', 'template'],
      counted: 'harbour-ledger',
      spacing: ['7px', false],
    });
  });

  test('is built after each change as it is from nothing', async () => {
    const shortcode = `---\ntitle: Plan\nlayout: page\n---\n<script>${running('another')}</script>\n`;
    const directive = `export const attributes = {};
export default function Counter() {
  return <p><script dangerouslySetInnerHTML={{ __html: ${JSON.stringify(running('directive'))} }} /></p>;
}
`;
    const edits: readonly Files[] = [
      { 'content/pages/plan.njk': shortcode },
      { 'content/articles/other.md': aStory({ slug: 'other', date: '2026-11-21' }, 'Changed.\n') },
      { 'content/site.yaml': `${SITE}csp: { img-src: ['data:'] }\n` },
      {
        'layouts/directives/counter.tsx': directive,
        'content/articles/flood.md': aStory({ slug: 'flood', date: '2026-11-20' }, 'Text.\n\n::counter\n'),
      },
      { 'content/site.yaml': `${SITE}csp: { enabled: false }\n` },
    ];
    for (const [index, files] of edits.entries()) {
      writeTo(newsroom, files);
      const warm = await build();
      const cold = await build('--output', `../cold-${index}`, '--cache', `../cache-${index}`);
      expect([warm, cold].map(({ status, stderr }) => ({ status, stderr }))).toEqual([
        { status: 0, stderr: '' },
        { status: 0, stderr: '' },
      ]);
      expect(textsOf(join(newsroom, '_site'))).toEqual(textsOf(join(newsroom, `../cold-${index}`)));
      if (index === 3) expect(policyOf('2026/11/20/flood/index.html')).toContain(sourceOf(running('directive')));
    }
    expect(policyOf('index.html')).toBe('');
    expect(page('index.html')).not.toContain('http-equiv');
  });
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Eleventy } from '@11ty/eleventy';
import { afterAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/domain/page.ts';
import type { UrlPath } from '../../src/domain/url-path.ts';
import { addPages } from '../../src/eleventy/add-pages.ts';
import type { EleventyConfig } from '../../src/eleventy/eleventy-types.ts';
import { FileWriter } from '../../src/eleventy/file-writer.ts';

const root = mkdtempSync(join(tmpdir(), 'broadsheet-pages-'));
const input = join(root, 'input');
const configuration = join(root, 'eleventy.config.mjs');
mkdirSync(input);
writeFileSync(configuration, "export default () => ({ templateFormats: ['broadsheet'] });\n");
afterAll(() => rmSync(root, { recursive: true, force: true }));

const PRINTERS = new Map([
  ['story', (data: unknown) => `<p>${String(data)}</p>`],
  [
    'broken',
    (): string => {
      throw new Error('There is no headline');
    },
  ],
]);

interface Rendering {
  readonly pages: readonly Page[];
  readonly hasWriter: boolean;
  readonly configure?: (config: EleventyConfig) => void;
}

let count = 0;

/** The files that Eleventy and the writer make of pages: path → text. */
async function render({
  pages,
  hasWriter,
  configure = () => {},
}: Rendering): Promise<Readonly<Record<string, string>>> {
  count += 1;
  const output = join(root, `output-${count}`);
  const writer = hasWriter ? new FileWriter(output) : undefined;
  const eleventy = new Eleventy(relative(process.cwd(), input), relative(process.cwd(), output), {
    configPath: relative(process.cwd(), configuration),
    quietMode: true,
    config: (config) => {
      addPages(config, pages, PRINTERS, writer);
      configure(config);
    },
  });
  eleventy.disableLogger();
  try {
    await eleventy.write();
    await writer?.end();
  } finally {
    await writer?.stop();
  }
  return Object.fromEntries(filesIn(output).map((path) => [path, readFileSync(join(output, path), 'utf8')] as const));
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function aPage(url: string, data: unknown, layout = 'story'): Page {
  return { url: url as UrlPath, layout, data };
}

const MANY = Array.from({ length: 250 }, (_, index) => aPage(`/${index}/`, index));

describe('pages given to Eleventy', () => {
  it.each([true, false])('are all rendered to the files of their addresses, with a writer: %s', async (hasWriter) => {
    const files = await render({ pages: [...MANY, aPage('/feed.xml', 'feed'), aPage('/', 'home')], hasWriter });
    expect(Object.keys(files)).toHaveLength(252);
    expect(files).toMatchObject({
      '0/index.html': '<p>0</p>',
      '249/index.html': '<p>249</p>',
      'feed.xml': '<p>feed</p>',
      'index.html': '<p>home</p>',
    });
  });

  it('pass through transforms that the configuration adds, also when there is a writer', async () => {
    const configure = (config: EleventyConfig): void => config.addTransform('shout', (text) => text.toUpperCase());
    const files = await render({ pages: [aPage('/a/', 'quiet')], hasWriter: true, configure });
    expect(files).toEqual({ 'a/index.html': '<P>QUIET</P>' });
  });

  it('pass through linters that the configuration adds, also when there is a writer', async () => {
    const seen: string[] = [];
    const configure = (config: EleventyConfig): void => config.addLinter('look', (text) => void seen.push(text));
    await render({ pages: [aPage('/a/', 'a'), aPage('/b/', 'b')], hasWriter: true, configure });
    expect(seen).toEqual(['<p>a</p>', '<p>b</p>']);
  });

  it.each([true, false])('that a layout fails for are named, with a writer: %s', async (hasWriter) => {
    const pages = [aPage('/a/', 'a'), aPage('/b/', 'b', 'broken')];
    const fault = await render({ pages, hasWriter }).catch((error: unknown) => error);
    expect(messagesOf(fault)).toContain('The layout broken failed for the page /b/');
    expect(messagesOf(fault)).toContain('There is no headline');
  });
});

function messagesOf(fault: unknown): readonly string[] {
  if (!(fault instanceof Error)) return [];
  const { originalError, cause } = fault as { readonly originalError?: unknown; readonly cause?: unknown };
  return [fault.message, ...messagesOf(originalError ?? cause)];
}

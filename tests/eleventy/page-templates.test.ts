import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Eleventy } from '@11ty/eleventy';
import { afterAll, describe, expect, it } from 'vitest';
import { outputPath, type UrlPath } from '../../src/domain/addresses.ts';
import { addPages, type PagePrinter } from '../../src/eleventy/page-templates.ts';
import type { EleventyConfig } from '../../src/eleventy/eleventy-types.ts';
import { filesIn } from '../../src/disk/files.ts';
import type { PageSpec } from '../../src/pages/page-specs.ts';

const root = mkdtempSync(join(tmpdir(), 'broadsheet-pages-'));
const input = join(root, 'input');
const configuration = join(root, 'eleventy.config.mjs');
mkdirSync(input);
writeFileSync(configuration, "export default () => ({ templateFormats: ['broadsheet'] });\n");
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Rendering {
  readonly pages: readonly PageSpec[];
  /** Whether pages can be printed to their files, without Eleventy. */
  readonly hasFiles: boolean;
  readonly configure?: (config: EleventyConfig) => void;
}

let count = 0;

/** The files that Eleventy and the printer make of pages: path → text. */
async function render({ pages, hasFiles, configure = () => {} }: Rendering): Promise<Readonly<Record<string, string>>> {
  count += 1;
  const output = join(root, `output-${count}`);
  const eleventy = new Eleventy(relative(process.cwd(), input), relative(process.cwd(), output), {
    configPath: relative(process.cwd(), configuration),
    quietMode: true,
    config: (config) => {
      addPages(config, pages, { printer: printerTo(hasFiles ? output : undefined), templateOf: () => undefined });
      configure(config);
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
  const files = [...filesIn(output)].sort();
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(output, path), 'utf8')] as const));
}

function printerTo(output: string | undefined): PagePrinter {
  const write = async (pages: readonly PageSpec[]): Promise<void> => {
    for (const page of pages) {
      const target = join(output ?? '', outputPath(page.url));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, print(page));
    }
  };
  return { toFiles: output === undefined ? undefined : write, toText: async (page) => print(page) };
}

function print({ url, layout, subject }: PageSpec): string {
  if (layout === 'broken') throw new Error(`The layout failed for the page ${url}`);
  return `<p>${'text' in subject ? subject.text : ''}</p>`;
}

function aPage(url: string, text: string, layout = 'article'): PageSpec {
  return { kind: 'asset', url: url as UrlPath, layout, subject: { text } };
}

const MANY = Array.from({ length: 250 }, (_, index) => aPage(`/${index}/`, String(index)));

describe('pages given to Eleventy', () => {
  it.each([true, false])('are all rendered to the files of their addresses, without Eleventy: %s', async (hasFiles) => {
    const files = await render({ pages: [...MANY, aPage('/feed.xml', 'feed'), aPage('/', 'home')], hasFiles });
    expect(Object.keys(files)).toHaveLength(252);
    expect(files).toMatchObject({
      '0/index.html': '<p>0</p>',
      '249/index.html': '<p>249</p>',
      'feed.xml': '<p>feed</p>',
      'index.html': '<p>home</p>',
    });
  });

  it('pass through transforms that the configuration adds, also where they could go without Eleventy', async () => {
    const configure = (config: EleventyConfig): void => config.addTransform('shout', (text) => text.toUpperCase());
    const files = await render({ pages: [aPage('/a/', 'quiet')], hasFiles: true, configure });
    expect(files).toEqual({ 'a/index.html': '<P>QUIET</P>' });
  });

  it('pass through linters that the configuration adds, also where they could go without Eleventy', async () => {
    const seen: string[] = [];
    const configure = (config: EleventyConfig): void => config.addLinter('look', (text) => void seen.push(text));
    await render({ pages: [aPage('/a/', 'a'), aPage('/b/', 'b')], hasFiles: true, configure });
    expect(seen).toEqual(['<p>a</p>', '<p>b</p>']);
  });

  it.each([true, false])('that a layout fails for are named, without Eleventy: %s', async (hasFiles) => {
    const pages = [aPage('/a/', 'a'), aPage('/b/', 'b', 'broken')];
    const fault = await render({ pages, hasFiles }).catch((error: unknown) => error);
    expect(messagesOf(fault)).toContain('The layout failed for the page /b/');
  });
});

function messagesOf(fault: unknown): readonly string[] {
  if (!(fault instanceof Error)) return [];
  const { originalError, cause } = fault as { readonly originalError?: unknown; readonly cause?: unknown };
  return [fault.message, ...messagesOf(originalError ?? cause)];
}

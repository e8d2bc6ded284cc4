import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { openArchive } from '../../../../src/cli/import/open-archive.ts';
import { NO_MAPPING } from '../../../../src/cli/import/read-mapping.ts';
import { runImport } from '../../../../src/cli/import/run-import.ts';
import { lookAtTarget } from '../../../../src/cli/import/target.ts';
import { loadPrinters } from '../../../../src/build/layouts.ts';
import { absoluteUrl } from '../../../../src/domain/site/site.ts';
import { joinParts } from '../../../../src/formats/text-parts.ts';
import { editionOf, layOut } from '../../../newsroom/edition.ts';
import { readInReaderMode } from '../../../site/reading/reader-mode.ts';
import { type ArchiveForm, writeArchive } from './archives.ts';
import type { Post } from './posts.ts';

/** A story that was moved in, as its new page shows it. */
export interface Moved {
  readonly headline: string;
  /** The words of the page of the story. */
  readonly shown: string;
  /** What Readability takes from the page. */
  readonly read: string;
  /** The file that was written. */
  readonly markdown: string;
}

/** What came of moving an archive in. */
export interface RoundTrip {
  readonly stories: readonly Moved[];
  /** Codes of what is wrong with the newsroom and would hold its build up. */
  readonly errors: readonly string[];
  /** What the report says was lost. */
  readonly report: string;
}

const NOW = Date.UTC(2026, 10, 23, 12);

/** Writes posts as an archive, moves it into a new newsroom, lays that out in memory, and reads each page of a story. */
export async function roundTrip(form: ArchiveForm, posts: readonly Post[]): Promise<RoundTrip> {
  const folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
  try {
    const { from, media } = writeArchive(join(folder, 'old'), form, posts);
    const archive = await openArchive(from, form.type, { media, site: {} });
    const options = {
      from: 'old',
      mapping: NO_MAPPING,
      isDry: false,
      fetch: undefined,
      now: NOW,
      progress: () => undefined,
    };
    const { report } = await runImport(archive, { ...options, newsroom: lookAtTarget(join(folder, 'new')) });
    return { report, ...(await publish(join(folder, 'new', 'content'))) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function publish(content: string): Promise<Omit<RoundTrip, 'report'>> {
  const files = textsIn(content);
  const below = (path: string) =>
    Object.fromEntries(
      Object.entries(files).flatMap(([name, text]) => (name.startsWith(path) ? [[name.slice(path.length), text]] : [])),
    );
  const articles = below('articles/');
  const media = Object.fromEntries(Object.keys(below('media/')).map((name) => [name, [800, 600] as const]));
  const made = editionOf({
    site: files['site.yaml'],
    articles,
    contributors: below('contributors/'),
    pages: below('pages/'),
    media,
  });
  const printers = await loadPrinters();
  const stories = layOut(made)
    .filter(({ layout }) => layout === 'article')
    .map((page) => {
      const html = joinParts(printers.get(page.layout)?.(page.data) ?? []);
      const { headline, ownWords, words } = readInReaderMode(html, absoluteUrl(made.edition.site, page.url));
      const markdown = Object.values(articles).find((text) => text.includes(`headline: ${headline}`)) ?? '';
      return { headline: headline ?? '', shown: ownWords, read: words, markdown };
    });
  const errors = made.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
  return { stories, errors };
}

function textsIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')];
    }),
  );
}

/**
 * The sentences that are not among the words of a page. Marks are not compared: a site sets its own quotation marks and dashes; nor are tags that
 * a newsroom shows as text.
 */
export function missingFrom(words: string, sentences: readonly string[]): readonly string[] {
  const there = lettersOf(words);
  return sentences.filter((sentence) => !there.includes(lettersOf(sentence)));
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/<\/?[a-z][^<>]*>/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

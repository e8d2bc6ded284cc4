import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type {
  Archive,
  Entry,
  ImportNote,
  OpenOptions,
  Shortcode,
  TextContext,
} from '../../../../src/cli/import/archive.ts';
import { wordpress } from '../../../../src/cli/import/sources/wordpress/wordpress.ts';

/** A folder with files, which is there until its test ends. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** The archive of an export with this text. */
export async function archiveOf(
  wxr: string | Buffer,
  options: Partial<OpenOptions> & { readonly files?: Readonly<Record<string, string>> } = {},
): Promise<Archive> {
  const folder = folderWith({ ...options.files, 'export.xml': wxr });
  return wordpress.open(join(folder, 'export.xml'), { media: options.media, site: options.site ?? {} });
}

export async function entriesOf(archive: Archive): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of archive.entries()) entries.push(entry);
  return entries;
}

/** What a text asks for, answered as plainly as can be: media by the end of their path, links as they are. */
function aContext(
  entry: Entry,
  {
    mapping = {},
    notes = [],
  }: { readonly mapping?: Readonly<Record<string, (call: Shortcode) => string>>; readonly notes?: ImportNote[] } = {},
): TextContext {
  return {
    entry,
    link: (address) => address.replace(/^https:\/\/gazette\.example\/news\//, '/'),
    media: (address) => `/media/${address.split('/').slice(-3).join('/')}`,
    shortcode: (call) => (Object.hasOwn(mapping, call.name) ? mapping[call.name]?.(call) : undefined),
    note: (note) => notes.push(note),
  };
}

/** The Markdown of the first entry of an export, and what was noted. */
export async function textOf(
  wxr: string,
  options: Parameters<typeof archiveOf>[1] & {
    readonly mapping?: Readonly<Record<string, (call: Shortcode) => string>>;
  } = {},
): Promise<{ readonly markdown: string; readonly notes: readonly ImportNote[] }> {
  const [entry] = await entriesOf(await archiveOf(wxr, options));
  if (!entry) throw new Error('The export has no story.');
  const notes: ImportNote[] = [];
  const markdown = entry.text(aContext(entry, { ...(options.mapping ? { mapping: options.mapping } : {}), notes }));
  return { markdown, notes };
}

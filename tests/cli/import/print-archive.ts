import type { Archive, Entry, ImportNote, TextContext } from '../../../src/cli/import/archive.ts';

/** All that an archive says, as a text that a person can read and compare: its site, people, stories with their Markdown, and notes. */
export async function printArchive(archive: Archive): Promise<string> {
  const parts = [
    `system: ${archive.system}`,
    printed('site', archive.site),
    ...archive.contributors.map((contributor) => printed('contributor', contributor)),
    ...archive.lists.map((list) => printed('list', list)),
    ...archive.redirects.map((redirect) => printed('redirect', redirect)),
    ...archive.notes.map((note) => printed('note', note)),
  ];
  let index = 0;
  for await (const entry of archive.entries()) {
    parts.push(printEntry(entry));
    const { key } = archive.outlines[index] ?? {};
    if (key !== entry.key) parts.push(`!!! outline ${index} is ${key}, entry ${entry.key}`);
    index += 1;
  }
  if (index !== archive.outlines.length) parts.push(`!!! ${archive.outlines.length} outlines, ${index} entries`);
  return `${parts.join('\n')}\n`;
}

function printEntry(entry: Entry): string {
  const notes: ImportNote[] = [];
  const text = entry.text(aContext(entry, notes));
  const facts = Object.entries(entry).filter(
    ([, value]) =>
      value !== undefined &&
      value !== '' &&
      typeof value !== 'function' &&
      !(Array.isArray(value) && value.length === 0),
  );
  const lines = facts.map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return ['', '='.repeat(72), ...lines, ...notes.map((note) => printed('note', note)), '-'.repeat(72), text].join('\n');
}

function printed(name: string, value: object): string {
  return `${name}: ${JSON.stringify(value)}`;
}

/** What a text may ask, where nothing is known of a new site: links lead where they led, media have the last part of their address as a name. */
export function aContext(entry: Entry, notes: ImportNote[]): TextContext {
  return {
    entry,
    link: (address) => (URL.canParse(address, entry.url) ? new URL(address, entry.url).href : address),
    media: (address) => `/media/${address.split(/[?#]/, 1)[0]?.split('/').at(-1)}`,
    shortcode: () => undefined,
    note: (note) => notes.push(note),
  };
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readText } from '../../src/disk/read-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-text-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(bytes: string | Uint8Array): unknown {
  const file = join(folder, 'a.md');
  writeFileSync(file, bytes);
  const found = readText('content/articles/a.md', file);
  return found.kind === 'read' ? found.file.text : found.finding.code;
}

it.each([
  ['of Windows', 'a\r\nb\r\n', 'a\nb\n'],
  ['of old Macs', 'a\rb\r', 'a\nb\n'],
  ['of all systems', 'a\r\nb\rc\n\r\n', 'a\nb\nc\n\n'],
])('reads the line ends %s', (_system, bytes, text) => {
  expect(read(bytes)).toBe(text);
});

it('reads over a byte order mark, and over none within the text', () => {
  expect(read('\ufeffa\ufeff')).toBe('a\ufeff');
});

it.each([
  ['Latin-1', Buffer.from('Caf\xe9', 'latin1')],
  ['UTF-16', Buffer.from('\ufeffa', 'utf16le')],
])('says that a file is in %s', (_encoding, bytes) => {
  expect(read(bytes)).toBe('file-encoding');
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FileWriter } from '../../src/eleventy/file-writer.ts';

const root = mkdtempSync(join(tmpdir(), 'broadsheet-writer-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function write(files: readonly (readonly [path: string, text: string])[], folder = root): Promise<void> {
  const writer = new FileWriter(folder);
  try {
    for (const [path, text] of files) await writer.write(path, text);
    await writer.end();
  } finally {
    await writer.stop();
  }
}

describe('a writer of files', () => {
  it.each([0, 1, 31, 32, 33, 1000])('has written all of %i files at its end', async (count) => {
    const files = Array.from(
      { length: count },
      (_, index) => [`${count}/${index % 7}/${index}.txt`, `text ${index}`] as const,
    );
    await write(files);
    expect(files.map(([path]) => readFileSync(join(root, path), 'utf8'))).toEqual(files.map(([, text]) => text));
  });

  it('writes texts of every language, as UTF-8', async () => {
    const texts = ['', 'Straße “quoted”', 'أخبار', '新闻', '🎉', 'x'.repeat(1_000_000)];
    await write(texts.map((text, index) => [`languages/${index}.txt`, text]));
    expect(texts.map((_, index) => readFileSync(join(root, `languages/${index}.txt`), 'utf8'))).toEqual(texts);
  });

  it('says which file could not be written, and why', async () => {
    writeFileSync(join(root, 'in-the-way'), '');
    await expect(write([['in-the-way/index.html', 'text']])).rejects.toMatchObject({
      code: expect.stringMatching(/EEXIST|ENOTDIR/),
      message: expect.stringContaining('in-the-way'),
    });
  });

  it('stops at the first fault, however many files are to come', async () => {
    writeFileSync(join(root, 'closed'), '');
    const files = Array.from({ length: 5000 }, (_, index) => [`closed/${index}.html`, 'text'] as const);
    await expect(write(files)).rejects.toThrow('closed');
  });
});

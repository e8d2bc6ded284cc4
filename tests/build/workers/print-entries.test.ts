import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eachFeedFormat, FEED_FORMATS } from '../../../src/domain/feeds.ts';
import { closeEntries, readEntry } from '../../../src/build/workers/print-entries.ts';
import { share } from '../../../src/build/workers/task-context.ts';
import type { PrintedEntry } from '../../../src/pages/feeds/printed-entry.ts';

/** All that is printed of the entry: in each format, the format's name. */
const TEXT = FEED_FORMATS.join('');

const ENTRY: PrintedEntry = {
  ...{ updated: 0, bytes: 3, file: 7 },
  places: eachFeedFormat((format) => [TEXT.indexOf(format), format.length]),
};

let folder = '';

function open(): void {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-entries-'));
  share('pages', { entries: folder });
}

function close(): void {
  closeEntries();
  rmSync(folder, { recursive: true, force: true });
}

beforeEach(open);
afterEach(close);

describe('an entry that was printed', () => {
  it('is read in the format of the feed', () => {
    writeFileSync(join(folder, '7'), TEXT);

    expect(FEED_FORMATS.map((format) => String(readEntry(ENTRY, format)))).toEqual(FEED_FORMATS);
  });

  it('is that of this build, though one before had a file of the same name', () => {
    writeFileSync(join(folder, '7'), TEXT);
    readEntry(ENTRY, 'rss');
    rmSync(folder, { recursive: true });
    open();
    writeFileSync(join(folder, '7'), TEXT.toUpperCase());

    expect(String(readEntry(ENTRY, 'rss'))).toBe('RSS');
  });

  it.each([
    ['is gone', undefined],
    ['was cut short', 'rss'],
  ])('makes the build fail where its file %s', (_name, text) => {
    if (text !== undefined) writeFileSync(join(folder, '7'), text);

    expect(() => readEntry(ENTRY, 'atom')).toThrow('while the site was built; build again');
  });
});

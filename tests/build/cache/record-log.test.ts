import { readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  logName,
  type RecordPlace,
  RecordReader,
  RecordWriter,
  removeLogsBut,
} from '../../../src/build/cache/record-log.ts';
import { temporaryFolder, textsIn } from '../temporary-folder.ts';

const folder = temporaryFolder();

/** Appends texts to a log; where they are. */
function append(name: string, ...texts: readonly string[]): readonly RecordPlace[] {
  const writer = new RecordWriter(folder, name);
  const places = texts.map((text) => writer.append(Buffer.from(text)));
  writer.flush();
  writer.close();
  return places;
}

function readAll(places: readonly RecordPlace[]): readonly (string | undefined)[] {
  const reader = new RecordReader(folder);
  const texts = places.map((place) => reader.read(place));
  reader.close();
  return texts;
}

describe('a log of records', () => {
  it('gives back any text, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const places = append('any', ...texts);

        expect(readAll([...places].reverse())).toEqual([...texts].reverse());
      }),
      { examples: [[['']], [['x'.repeat(200_000), 'y', '北'.repeat(100_000)]]] },
    );
  });

  it('keeps what it had when more is appended later', () => {
    const first = append('twice', 'one', 'two');
    const second = append('twice', 'three');

    expect(readAll([...first, ...second])).toEqual(['one', 'two', 'three']);
  });

  it('can be read before the writer is closed, once it was flushed', () => {
    const writer = new RecordWriter(folder, 'open');
    const places = ['one', 'two'].map((text) => {
      const place = writer.append(Buffer.from(text));
      writer.flush();
      return place;
    });

    expect(readAll(places)).toEqual(['one', 'two']);
    writer.close();
  });

  it('gives nothing for a text of which one bit was changed, and all others', () => {
    const places = append('damaged', 'one', 'two', 'three');
    const bytes = readFileSync(join(folder, 'damaged'));
    bytes[4] = (bytes[4] ?? 0) ^ 1;
    writeFileSync(join(folder, 'damaged'), bytes);

    expect(readAll(places)).toEqual(['one', undefined, 'three']);
  });

  it('gives nothing for what is behind the place where it was cut short', () => {
    const places = append('short', 'one', 'two', 'three');
    truncateSync(join(folder, 'short'), 8);

    expect(readAll(places)).toEqual(['one', 'two', undefined]);
  });

  it('gives nothing of a log that is gone', () => {
    const places = append('gone', 'one');
    rmSync(join(folder, 'gone'));

    expect(readAll(places)).toEqual([undefined]);
  });

  it('gives nothing of a log that is a folder', () => {
    const [place = ['', 0, 0, 0] as const] = append('log', 'one');

    expect(readAll([['.', ...place.slice(1)] as unknown as RecordPlace])).toEqual([undefined]);
  });

  it('goes on behind bytes that a writer left half written', () => {
    const first = append('half', 'one');
    writeFileSync(join(folder, 'half'), 'onetw');
    const second = append('half', 'three');

    expect(readAll([...first, ...second])).toEqual(['one', 'three']);
  });
});

describe('logs', () => {
  it('are removed where nothing refers to them', () => {
    const logs = temporaryFolder({ one: '1', two: '2', three: '3' });
    removeLogsBut(new Set(['two', 'four']), logs);

    expect(textsIn(logs)).toEqual({ two: '2' });
  });

  it('are not looked for where a link leads that stands in the place of their folder', () => {
    const elsewhere = temporaryFolder({ one: '1' });
    const link = join(temporaryFolder(), 'records');
    symlinkSync(elsewhere, link);
    removeLogsBut(new Set(), link);

    expect(textsIn(elsewhere)).toEqual({ one: '1' });
  });

  it('need not be there to be removed', () => {
    removeLogsBut(new Set(), join(folder, 'nowhere'));

    expect(readdirSync(folder)).not.toContain('nowhere');
  });
});

describe('the names of logs', () => {
  it('has a name for each thread', () => {
    expect(new Set([0, 1, 2, 11].map((thread) => logName('mb3k-17', thread))).size).toBe(4);
  });

  it('has no longer a name however often it is gone on with', () => {
    let name = 'mb3k-17';
    for (let build = 0; build < 500; build += 1) name = logName(name, 1 + (build % 3));

    expect(name.length).toBeLessThan(20);
  });
});

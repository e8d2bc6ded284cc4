import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IS_NIGHT } from '../at-night.ts';
import { aStory } from '../newsroom/manuscript.ts';
import { build, textsOf } from './built.ts';
import { aNewsroomOnDisk, removeNewsrooms } from './run.ts';

afterAll(removeNewsrooms);

/** So many that several threads are worth their start; at night a build has several slices for each. */
const COUNT = IS_NIGHT ? 400 : 200;

function storiesOf(count: number): Readonly<Record<string, string>> {
  const story = (number: number): string =>
    aStory(
      {
        headline: `Story ${number}`,
        date: `2026-${String(1 + (number % 10)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`,
        topics: [`Topic ${number % 7}`],
      },
      number % 50 === 0 ? '' : `See [another](story-${(number * 7) % count}.md).\n\n![A bridge](bridge.svg)\n`,
    );
  return Object.fromEntries(
    Array.from({ length: count }, (_, number) => [`content/articles/story-${number}.md`, story(number)]),
  );
}

describe('a build in several threads', async () => {
  let folder = '';
  let alone: Awaited<ReturnType<typeof build>>;

  beforeAll(async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><path d="M0 1h4"/></svg>\n';
    folder = aNewsroomOnDisk({ ...storiesOf(COUNT), 'content/media/bridge.svg': svg });
    alone = await build(folder, '--jobs', '1');
  });

  it('makes the same site as one in a single thread, and says the same of it', async () => {
    const { status, stderr, document } = await build(
      folder,
      '--output',
      'other',
      '--cache',
      'other-cache',
      '--jobs',
      '3',
    );
    const without = ({ baseline: _baseline, ...others }: typeof document & { baseline?: unknown }): object => others;

    expect([status, stderr, alone.status]).toEqual([0, '', 0]);
    expect(document.diagnostics.filter(({ code }) => code === 'body-empty')).toHaveLength(COUNT / 50);
    expect(without(document)).toEqual(without(alone.document));
    expect(textsOf(join(folder, 'other'))).toEqual(textsOf(join(folder, '_site')));
  });

  it('writes nothing where that was built before, whatever it was built by', async () => {
    expect((await build(folder, '--jobs', '3')).document).toMatchObject({ rendered: 0, removed: 0, changed: [] });
    expect((await build(folder, '--output', 'other', '--cache', 'other-cache', '--jobs', '1')).document).toMatchObject({
      rendered: 0,
      removed: 0,
      changed: [],
    });
  });

  it('renders anew what many stories show, as one in a single thread does', async () => {
    const site = join(folder, 'content/site.yaml');
    writeFileSync(site, readFileSync(site, 'utf8').replace('The Harbour Ledger', 'The Tide'));
    const several = (await build(folder, '--jobs', '3')).document;
    await build(folder, '--output', 'other', '--cache', 'other-cache', '--jobs', '1');

    expect(several.rendered).toBeGreaterThan(COUNT);
    expect(textsOf(join(folder, '_site'))).toEqual(textsOf(join(folder, 'other')));
  });

  it('says all that is wrong with many stories, and leaves the output as it was', async () => {
    const before = textsOf(join(folder, '_site'));
    for (let number = 0; number < COUNT; number += 1) {
      writeFileSync(join(folder, `content/articles/story-${number}.md`), aStory({ label: 'gossip' }));
    }
    const { status, document } = await build(folder, '--jobs', '3');

    expect([status, document.diagnostics.length]).toEqual([1, COUNT]);
    expect(new Set(document.diagnostics.map(({ code }) => code))).toEqual(new Set(['value-choice']));
    expect(textsOf(join(folder, '_site'))).toEqual(before);
  });
});

import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fingerprintOfBytes } from '../../src/plan/fingerprint.ts';
import { aStory } from '../newsroom/manuscript.ts';
import { build, built, DRAWING, FILES, textsOf, write } from './built.ts';
import { removeNewsrooms } from './run.ts';

afterAll(removeNewsrooms);

const MIXED = DRAWING.replace('<path', '<script>open()</script><path onclick="open()"');
const CLEAN =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="4" height="2"><path d="M0 1h4"/></svg>\n';
const SVG = 'media/bridge.svg';

function published(folder: string, path = SVG): string {
  return readFileSync(join(folder, '_site', path), 'utf8');
}

describe('a drawing', () => {
  it('that only draws is published byte for byte', async () => {
    expect(published(await built())).toBe(DRAWING);
  });

  it('is published without what runs, and every build says so once', async () => {
    const folder = await built({ ...FILES, [`content/${SVG}`]: MIXED });
    const again = await build(folder);
    write(folder, 'content/articles/new.md', aStory({ date: '2026-11-01' }));
    const later = await build(folder);

    expect(published(folder)).toBe(CLEAN);
    for (const { document } of [again, later]) {
      expect(document.diagnostics.filter(({ code }) => code === 'picture-sanitised')).toMatchObject([
        { path: `content/${SVG}`, line: 1 },
      ]);
    }
    expect(again.document.changed).toEqual([]);
    expect(later.document.changed).not.toContain(`/${SVG}`);
  });

  it('is known by the bytes that are published, also where nothing is known of the output', async () => {
    const folder = await built({ ...FILES, [`content/${SVG}`]: MIXED });
    const before = textsOf(join(folder, '_site'));
    rmSync(join(folder, '.cache'), { recursive: true });
    const cold = await build(folder);

    expect(cold.document.changed).toEqual([]);
    expect(textsOf(join(folder, '_site'))).toEqual(before);
  });

  it('is made again where somebody changed it in the output', async () => {
    const folder = await built({ ...FILES, [`content/${SVG}`]: MIXED });
    const hash = fingerprintOfBytes(Buffer.from(published(folder)));
    writeFileSync(join(folder, '_site', SVG), MIXED);
    const { document } = await build(folder);

    expect(document.changed).toEqual([`/${SVG}`]);
    expect(fingerprintOfBytes(Buffer.from(published(folder)))).toBe(hash);
  });

  it('is a warning that a newsroom may set, and an error where nothing is left', async () => {
    const site = 'title: A\nurl: https://a.example/\ntimeZone: UTC\nstandards: { picture-sanitised: error }\n';
    const strict = await build(await built({ ...FILES, 'content/site.yaml': site, [`content/${SVG}`]: MIXED }));
    const empty = await build(await built({ ...FILES, [`content/${SVG}`]: MIXED.replace(/<path.*\/>/, '') }));

    expect([strict.status, empty.status]).toEqual([1, 1]);
    expect(empty.document.diagnostics.map(({ code }) => code)).toContain('picture-unsafe');
  });
});

it('media have the rights of all other files, whatever those of their sources are', async () => {
  const folder = await built({ ...FILES, 'content/media/a.csv': 'a\n1\n', 'content/public/b.txt': 'b' });
  for (const path of ['media/a.csv', 'public/b.txt', SVG]) {
    chmodSync(join(folder, 'content', path), path === SVG ? 0o755 : 0o600);
  }
  rmSync(join(folder, '_site'), { recursive: true });
  await build(folder);
  const modes = ['index.html', 'media/a.csv', 'b.txt', SVG].map((path) => statSync(join(folder, '_site', path)).mode);

  expect(new Set(modes)).toEqual(new Set([modes[0]]));
});

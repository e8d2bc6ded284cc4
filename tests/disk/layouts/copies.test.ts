import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { originalAt, originalPaths, printMark, readMark, withoutMark } from '../../../src/disk/layouts/copies.ts';
import { outdatedCopy } from '../../../src/disk/layouts/outdated-copies.ts';
import { PROGRAM } from '../../../src/disk/project.ts';
import { howToWrap } from '../../../src/cli/eject/how-to-wrap.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { aNewsroomOnDisk, broadsheet, removeNewsrooms } from '../../cli/run.ts';

afterAll(removeNewsrooms);

const CARD = 'layouts/parts/card.tsx';
const SETTINGS = { '.eleventy.ts': "export { default } from 'broadsheet';\n" };
/** Of another text than ours. */
const OTHER = /, [\w-]{16}\)/;

function copyOf(path: string): string {
  const original = originalAt(path);
  if (!original) throw new Error(`There is no ${path}`);
  return `${printMark(original.mark)}\n${original.text}`;
}

describe('a copy of one of our files', () => {
  it('can be had of layouts, parts, directives, styles and scripts', () => {
    expect(originalPaths()).toEqual(
      expect.arrayContaining([
        'layouts/article.tsx',
        CARD,
        'layouts/directives/box.tsx',
        'layouts/styles/theme.css',
        'layouts/scripts/search/buckets.js',
      ]),
    );
  });

  it.each(originalPaths())('says where it comes from, and is what ours is, but for what it imports: %s', (path) => {
    const copy = copyOf(path);
    const { version } = JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8')) as { readonly version: string };

    expect(readMark(copy)).toEqual({ version, path, fingerprint: originalAt(path)?.mark.fingerprint });
    expect(outdatedCopy(path, copy)).toBeUndefined();
    const ours = readFileSync(join(PROGRAM, path), 'utf8');
    expect(withoutMark(copy).replaceAll('broadsheet/src/', '')).toBe(
      path.endsWith('.tsx') ? ours.replaceAll(/(?:\.\.\/)+src\/(?=[\w/-]+\.ts')/g, '') : ours,
    );
    if (path.endsWith('.tsx')) expect(copy).not.toMatch(/from '(?:\.\.\/)+src\//);
  });

  it('is told of where ours is another by now, with what differs', () => {
    const copy = copyOf(CARD).replace(OTHER, ', aaaaaaaaaaaaaaaa)').replace('card-text"', 'my-text"');
    const finding = outdatedCopy(CARD, copy);

    expect(finding).toMatchObject({ code: 'layout-outdated', path: CARD });
    expect(finding?.diff).toEqual(
      expect.arrayContaining(['-      <div class="my-text">', '+      <div class="card-text">']),
    );
    expect(finding?.hint).toContain(printMark(originalAt(CARD)?.mark as never));
  });

  it('is told of where ours is gone', () => {
    const copy = copyOf(CARD).replace(CARD, 'layouts/parts/gone.tsx');

    expect(outdatedCopy('layouts/parts/gone.tsx', copy)?.message).toContain('layouts/parts/gone.tsx');
  });

  it.each([
    ['no mark', 'export const x = 1;\n'],
    ['a mark further down', `\n${copyOf(CARD).replace(OTHER, ', aaaaaaaaaaaaaaaa)')}`],
    ['nothing', ''],
    ['a mark that has no end', `/* Copied from Broadsheet 0.1.0 (${'layouts/'.repeat(100_000)}`],
  ])('is none with %s', (_name, text) => {
    expect(outdatedCopy(CARD, text)).toBeUndefined();
  });

  it('is one with the line ends of another system, too', () => {
    const copy = copyOf(CARD).replace(OTHER, ', aaaaaaaaaaaaaaaa)').replaceAll('\n', '\r\n');

    expect(readMark(copy)?.path).toBe(CARD);
  });

  it.each(originalPaths().filter((path) => path.endsWith('.tsx')))(
    'need not be: a wrapper names a component of %s',
    (path) => {
      const text = readFileSync(join(PROGRAM, path), 'utf8');
      const name = /import (?:\{ )?(\w+)/.exec(howToWrap(path, text))?.[1];

      expect(text).toMatch(new RegExp(`export (?:default )?function ${name}\\b`));
    },
  );
});

describe('the command eject', () => {
  const folder = aNewsroomOnDisk(SETTINGS);

  it('copies a file, and never over another', () => {
    const first = broadsheet(folder, 'eject', 'parts/card.tsx');
    writeFileSync(join(folder, CARD), `${readFileSync(join(folder, CARD), 'utf8')}// mine\n`);
    const second = broadsheet(folder, 'eject', `./${CARD}`);

    expect([first.status, first.stdout]).toEqual([0, `${CARD}\n`]);
    expect(first.stderr).toContain("import { Card as Ours } from 'broadsheet/layouts/parts/card.tsx'");
    expect(second.status).toBe(1);
    expect(readFileSync(join(folder, CARD), 'utf8')).toBe(`${copyOf(CARD)}// mine\n`);
  });

  it('guesses what was meant, and leaves what is no layout alone', () => {
    expect(broadsheet(folder, 'eject', 'layouts/parts/crad.tsx').stderr).toContain(`did you mean \`${CARD}\``);
    expect(broadsheet(folder, 'eject', '../package.json').status).toBe(2);
    expect(existsSync(join(folder, '../package.json'))).toBe(false);
  });

  it('lists what there is', () => {
    const { stdout } = broadsheet(folder, 'eject');

    expect(stdout.split('\n')).toEqual(expect.arrayContaining(['layouts/article.tsx', `${CARD} (you have your own)`]));
  });

  it('says that in the folder of Broadsheet the file itself is there to edit', () => {
    expect(broadsheet(PROGRAM, 'eject', 'layouts/home.tsx')).toMatchObject({ status: 1, stdout: '' });
    expect(broadsheet(aNewsroomOnDisk({}), 'eject', 'layouts/home.tsx').stderr).toContain('.eleventy.ts');
  });
});

it('is a warning of check, with the diff, and of no build', () => {
  const copy = copyOf('layouts/styles/cards.css').replace(OTHER, ', aaaaaaaaaaaaaaaa)');
  const folder = aNewsroomOnDisk({ ...SETTINGS, 'layouts/styles/cards.css': `${copy}.mine { margin: 0 }\n` });
  const checked = broadsheet(folder, 'check');
  const built = broadsheet(folder, 'build', '--strict');

  expect(checked.status).toBe(0);
  expect(checked.stderr).toContain('layout-outdated');
  expect(checked.stderr).toContain('  -.mine { margin: 0 }');
  expect([built.status, built.stderr]).toEqual([0, '']);
});

it.each<[string, Readonly<Record<string, string>>, number, string]>([
  [
    'a component throws',
    { 'layouts/article.tsx': 'export default () => { throw new Error("gone"); };\n' },
    1,
    'layouts/article.tsx:1:30 Error at the page',
  ],
  ['a template cannot be rendered', { 'layouts/article.njk': '{% nothing %}\n' }, 1, 'layouts/article.njk:1'],
])('is told of by check where %s, too', (_what, layouts, status, said) => {
  const copy = copyOf('layouts/styles/cards.css').replace(OTHER, ', aaaaaaaaaaaaaaaa)');
  const files = { 'layouts/styles/cards.css': copy, 'content/articles/flood.md': aStory() };
  const checked = broadsheet(aNewsroomOnDisk({ ...SETTINGS, ...files, ...layouts }), 'check');

  expect(checked.stderr.match(/^ {2}layout-outdated$/gm)).toHaveLength(1);
  expect(checked.stderr).toContain(said);
  expect(checked.status).toBe(status);
});

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aDesk, type Desk } from './builds/desk.ts';
import { buildDesk } from './builds/build-in-process.ts';
import { demandSame, snapshotOf } from './builds/snapshot.ts';
import { filesOf } from './newsrooms/files-of.ts';
import { writeFiles } from './newsrooms/write-files.ts';
import { checkBuilds, checkDesk } from './builds/check-desk.ts';

const STORY = 'articles/story-1.md';
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
const PICTURE = 'media/a.txt';

/** A newsroom that was built, and whose pages have to be made again of stories of which nothing but the text is read again. */
async function aDeskToBuildAgain(): Promise<Desk> {
  const desk = aDesk({ others: { [PICTURE]: 'Minutes' } });
  const [first] = desk.newsroom.stories;
  for (let number = 3; first && number <= 6; number += 1) {
    const keys = { ...first.keys, headline: `Story ${number}`, date: `2026-11-${10 + number} 07:30` };
    desk.newsroom.stories.push({ ...first, number, path: `articles/story-${number}.md`, keys, paragraphs: ['Text.'] });
  }
  const [story] = desk.newsroom.stories;
  story?.paragraphs.push('[The minutes](../media/a.txt)');
  await checkDesk(desk);
  for (const lost of ['site', 'cache/texts']) rmSync(join(desk.folder, lost), { recursive: true });
  return desk;
}

/** Builds, and does something each time when pages begin to be made. */
function buildWhile(desk: Desk, act: (time: number) => void): ReturnType<typeof buildDesk> {
  let times = 0;
  return buildDesk(desk, {
    output: 'site',
    cache: 'cache',
    onProgress: (stage, count) => {
      if (stage !== 'render' || count !== 0) return;
      times += 1;
      act(times);
    },
  });
}

function save(desk: Desk, path: string, change: (text: string) => string): void {
  const file = join(desk.folder, 'content', path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

it.each([
  ['a story', () => STORY, '2026/11/11/story-1/index.html'],
  ['a file that a story leads to', () => PICTURE, 'media/a.txt'],
  ['one story after the other', (time: number) => `articles/story-${time}.md`, '2026/11/12/story-2/index.html'],
])(
  '%s that is saved each time pages begin to be made is published as it was saved; the next build is right',
  async (_what, pathOf, made) => {
    const desk = await aDeskToBuildAgain();

    const end = await buildWhile(desk, (time) => save(desk, pathOf(time), (text) => `${text}\nSaved meanwhile.\n`));

    expect(end.kind).toBe('published');
    expect(readFileSync(join(desk.folder, 'site', made), 'utf8')).toContain('Saved meanwhile.');
    expect(await checkBuilds(desk)).toBe('published');
  },
);

it('a story that is saved when pages begin to be made of a text that is kept is published as it was read, and by the next build as it was saved', async () => {
  const desk = aDesk();
  await checkDesk(desk);
  rmSync(join(desk.folder, 'site'), { recursive: true });
  const published = (): string => readFileSync(join(desk.folder, 'site/2026/11/11/story-1/index.html'), 'utf8');

  const end = await buildWhile(desk, () => save(desk, STORY, (text) => `${text}\nSaved meanwhile.\n`));
  expect(end.kind).toBe('published');
  expect(published()).not.toContain('Saved meanwhile.');
  expect(await checkBuilds(desk)).toBe('published');
  expect(published()).toContain('Saved meanwhile.');
});

it('a file that is another for a moment is published as it is by the next build', async () => {
  const desk = await aDeskToBuildAgain();
  await buildWhile(desk, () => save(desk, PICTURE, () => 'Another'));
  save(desk, PICTURE, () => 'Minutes');

  expect(await checkBuilds(desk)).toBe('published');
  expect(readFileSync(join(desk.folder, 'site/media/a.txt'), 'utf8')).toBe('Minutes');
});

it.each([
  ['a page', 'pages/about.md'],
  ['a template', 'pages/list.njk'],
  ['data of templates', 'pages/_data/words.json'],
])('%s that is another for a moment is published as it is by the next build', async (_what, path) => {
  const others = {
    'pages/list.njk': '---\nlayout: page\ntitle: List\npermalink: /list/\n---\n{{ words.one }} Text',
    'pages/_data/words.json': '{ "one": "Word" }',
  };
  const desk = aDesk({ others });
  expect(await checkDesk(desk)).toBe('published');
  // A page changes, so that there is something to render.
  save(desk, 'pages/about.md', (text) => `${text}\nMore.\n`);
  const before = readFileSync(join(desk.folder, 'content', path), 'utf8');
  const first = await buildWhile(desk, (time) => {
    if (time === 1) save(desk, path, (text) => text.replace(/More|Text|Word/, 'Moment'));
  });
  expect(first.kind).toBe('published');
  save(desk, path, () => before);
  await buildDesk(desk, { output: 'site', cache: 'cache' });
  await buildDesk(desk, { output: 'cold', cache: 'cold-cache' });

  demandSame('The output', snapshotOf(join(desk.folder, 'site')), snapshotOf(join(desk.folder, 'cold')));
});

it('a build under which a drawing comes and goes says so in a line, and leaves the output as it was', async () => {
  const desk = aDesk({ others: { 'media/a.svg': DRAWING } });
  const file = join(desk.folder, 'content/media/a.svg');
  desk.newsroom.stories[0]?.paragraphs.push('[The map](../media/a.svg)');
  await checkDesk(desk);
  const before = snapshotOf(join(desk.folder, 'site'));
  desk.newsroom.stories[1]?.paragraphs.push('News.');
  writeFiles(join(desk.folder, 'content'), filesOf(desk.newsroom), desk);
  rmSync(join(desk.folder, 'cache'), { recursive: true });

  const end = await buildDesk(desk, {
    output: 'site',
    cache: 'cache',
    onProgress: (stage) => writeFileSync(file, stage === 'render' ? '<svg' : DRAWING),
  });

  expect(end).toMatchObject({
    kind: 'failed',
    diagnostics: [{ code: 'file-unreadable', path: 'content/media/a.svg' }],
  });
  demandSame('The output', snapshotOf(join(desk.folder, 'site')), before);
});

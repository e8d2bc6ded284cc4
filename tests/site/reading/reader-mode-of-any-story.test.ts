import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Read, readInReaderMode, sentencesOf } from './reader-mode.ts';
import { buildSiteInResident } from '../run-broadsheet.ts';

const TEXT = 'The harbour master said that the bridge would stay shut, and that the ferries would run until midnight. ';
const LONG = TEXT.repeat(6);

/** Words that reader modes take for the names of parts that are no story. */
const HEADINGS = [
  'Share prices fall',
  'Comments from readers',
  'The community speaks',
  'Contact details',
  'Related work',
  'Sponsors leave',
  'A storm on social media',
  'A menu for Sunday',
  'The extra time',
  'Legends of the sea',
];

/** Texts that reader modes are known to stumble over, each as the body of a story. */
const BODIES: Readonly<Record<string, string>> = {
  'headings that say anything': `${LONG}\n\n${HEADINGS.map((heading) => `## ${heading}\n\n${TEXT}`).join('\n\n')}`,
  'a list of links': `${LONG}\n\n- [One](https://example.com/1)\n- [Two](https://example.com/2)\n\n${TEXT}`,
  'small tables': `${LONG}\n\n| A | B |\n|:--|--:|\n| 1 | 2 |\n\n${TEXT}\n\n| Only |\n|:--|\n| 1 |\n\nThe end.`,
  'short boxes': `${LONG}\n\n:::factbox{title="At a glance"}\n- Shut\n- Open\n:::\n\n:::aside\nCall [them](https://example.com/).\n:::\n`,
  'a box longer than the story': `${TEXT}\n\n:::aside{title="History"}\n${`${LONG}\n\n`.repeat(6)}:::\n\n${TEXT}`,
  'a quotation longer than the story': `${TEXT}\n\n${`> ${LONG}\n>\n`.repeat(5)}\n${TEXT}`,
  'nothing but a list': `- ${LONG}\n`.repeat(8),
  'more pictures than text': `${LONG}\n\n${'![Words](a.svg "Caption"){credit="Someone"}\n\n'.repeat(4)}${TEXT}`,
  notes: `${LONG}[^1]\n\n${TEXT}[^2]\n\n[^1]: A note, short.\n[^2]: [A link](https://example.com/).\n`,
  'very short paragraphs': 'Yes. No.\n\n'.repeat(80),
  'code and quotes': `${LONG}\n\n\`\`\`\nlet x = 1\n\`\`\`\n\n:::pullquote\nNo name.\n:::\n\n${TEXT}`,
};

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8H0z"/></svg>';
const BYLINE = 'contributors: Jo Li';

let temporary = '';

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'broadsheet-reader-'));
  const content = join(temporary, 'content');
  for (const folder of ['articles', 'contributors', 'media']) mkdirSync(join(content, folder), { recursive: true });
  writeFileSync(join(content, 'site.yaml'), 'title: Paper\nurl: https://paper.example/\n');
  writeFileSync(join(content, 'media/a.svg'), SVG);
  writeFileSync(join(content, 'contributors/ann.md'), '---\nname: Ann Oh\n---\nShe takes pictures.\n');
  const story = (name: string, keys: string, body: string): void =>
    writeFileSync(
      join(content, `articles/${name}.md`),
      `---\nheadline: A story called ${name}\ndek: What it says.\ndate: 2026-11-20 10:00\n${keys}\n---\n${body}\n`,
    );
  for (const [name, body] of Object.entries(BODIES)) story(slugOf(name), BYLINE, body);
  story('by-nobody', 'contributors: [{ id: ann, credit: photography }]\ndateline: OLD QUAY', LONG);
  const { status, stdout, stderr } = await buildSiteInResident(content, join(temporary, 'site'));
  if (status !== 0) throw new Error(stdout + stderr);
});

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

test.each(Object.keys(BODIES))('reader mode shows a story of %s word for word', (name) => {
  const { words, ownWords, byline } = readStory(slugOf(name));
  expect(sentencesOf(words)).toEqual(sentencesOf(ownWords));
  expect(byline).toBe('Jo Li');
});

test('reader mode does not take a photographer or a place for the author of a story without a byline', () => {
  const { words, ownWords, byline } = readStory('by-nobody');
  expect(sentencesOf(words)).toEqual(sentencesOf(ownWords));
  expect(byline ?? undefined).toBe(undefined);
});

function slugOf(name: string): string {
  return name.replaceAll(' ', '-');
}

function readStory(slug: string): Read {
  const path = `2026/11/20/${slug}/`;
  const html = readFileSync(join(temporary, 'site', path, 'index.html'), 'utf8');
  return readInReaderMode(html, `https://paper.example/${path}`);
}

import { afterEach, describe, expect, it } from 'vitest';
import type { StoryFacts } from '../../../src/preview/desk/story-facts.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { closePreviews, removePreviewNewsrooms } from '../a-preview.ts';
import { aDesk, type Desk } from './a-desk.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

const BRIDGE = 'content/articles/bridge.md';
const SPELLING_ON = 'title: A\nurl: https://a.city/\nlanguage: en-GB\nstandards: { word-unknown: warn }\n';

const remarksOf = async (desk: Desk): Promise<unknown> =>
  (await desk.get<{ readonly remarks: Readonly<Record<string, number>> }>('remarks')).remarks[BRIDGE];

const spelledIn = async (desk: Desk): Promise<readonly (readonly [string, string | undefined])[]> =>
  (await desk.get<StoryFacts>(`story?path=${BRIDGE}`)).diagnostics
    .filter(({ code }) => code === 'word-unknown')
    .map(({ message, hint }) => [message, hint]);

describe('the spelling of stories', () => {
  it('counts among remarks, and is told of on a story with what is meant, where it is on', async () => {
    const story = aStory({}, 'The harbuor is closed. So is the wrdlbrmpf. Jane Doe saw it.\n');
    const desk = await aDesk({ 'articles/bridge.md': story, 'site.yaml': SPELLING_ON });

    expect(await remarksOf(desk)).toBe(2);
    expect(await spelledIn(desk)).toEqual([
      [expect.stringContaining('`harbuor`'), expect.stringContaining('did you mean `harbour`')],
      [expect.stringContaining('`wrdlbrmpf`'), expect.stringContaining('correct it, or add it to content/words.txt')],
    ]);
  });

  it('knows the words of the newsroom, as soon as they are saved', async () => {
    const story = aStory({}, 'The wrdlbrmpf is closed.\n');
    const desk = await aDesk({ 'articles/bridge.md': story, 'site.yaml': SPELLING_ON });
    expect(await remarksOf(desk)).toBe(1);

    desk.preview.newsroom.write({ 'words.txt': 'wrdlbrmpf\n' });
    await expect.poll(() => remarksOf(desk), { timeout: 60_000 }).toBe(0);
    expect(await spelledIn(desk)).toEqual([]);
  });

  it.each([
    ['is off', SPELLING_ON.replace('warn', 'off')],
    ['lacks a dictionary', SPELLING_ON.replace('en-GB', 'cy')],
  ])('is not looked at where it %s', async (_what, site) => {
    const story = aStory({}, 'The harbuor is closed.\n');
    const desk = await aDesk({ 'articles/bridge.md': story, 'site.yaml': site });

    expect(await remarksOf(desk)).toBe(0);
    expect(await spelledIn(desk)).toEqual([]);
  });
});

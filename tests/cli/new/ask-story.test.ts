import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { askForStory } from '../../../src/cli/new/ask-story.ts';
import { Dialogue } from '../../../src/cli/output/dialogue.ts';
import type { AskedStory } from '../../../src/build/editing/new-story/make-story.ts';

const PLACE = {
  content: '/paper/content',
  timeZone: 'Europe/London',
  sections: [
    { id: 'news', title: 'News' },
    { id: 'sport', title: 'Sport' },
  ],
  contributors: [
    { id: 'jane-doe', name: 'Jane Doe' },
    { id: 'john-roe', name: 'John Roe' },
    { id: 'ana-garcia', name: 'Ana García' },
    { id: 'max-orr', name: 'Max Orr' },
    { id: 'max-orr-2', name: 'Max Orr' },
    ...Array.from({ length: 12 }, (_, index) => ({ id: `staff-${index}`, name: `Staff ${index}` })),
  ],
  now: Date.UTC(2026, 10, 23, 7, 30),
};

/** Asks somebody who writes these lines. */
async function answersOf(lines: readonly string[], known: Partial<AskedStory> = {}) {
  const input = new PassThrough();
  const output = new PassThrough();
  const said = text(output);
  input.end(lines.map((line) => `${line}\n`).join(''));
  const dialogue = new Dialogue({ input, output });
  const story = await askForStory(known, PLACE, dialogue);
  dialogue.close();
  output.end();
  return { story, said: await said };
}

describe('whoever begins a story', () => {
  it('is asked for all of it, and takes what is usual by saying nothing', async () => {
    const { story, said } = await answersOf(['Bridge closes', '', '', '', '']);

    expect(story).toEqual({
      headline: 'Bridge closes',
      kind: 'story',
      section: 'news',
      contributors: [],
      date: '2026-11-23 07:30',
    });
    expect(said).toContain('  2  Live blog\n');
    expect(said).toContain('Section (News): ');
  });

  it('chooses by numbers and by parts of names, with or without accents', async () => {
    const { story } = await answersOf(['Bridge closes', '2', 'spor', 'garcia', 'jane', '', '2026-11-24 09:00']);

    expect(story).toEqual({
      headline: 'Bridge closes',
      kind: 'live',
      section: 'sport',
      contributors: ['ana-garcia', 'jane-doe'],
      date: '2026-11-24 09:00',
    });
  });

  it('is shown whom a part of a name may mean, and takes one by its number', async () => {
    const { story, said } = await answersOf(['j', '2', 'staff', 'staff 11', ''], {
      headline: 'A',
      kind: 'story',
      section: 'news',
      date: '2026-11-24',
    });

    expect(story?.contributors).toEqual(['john-roe', 'staff-11']);
    expect(said).toContain('  1  Jane Doe\n  2  John Roe\n');
    expect(said).toContain('  and 3 more: write more of the name\n');
  });

  it('may name somebody without a page, by saying so again', async () => {
    const known = { headline: 'A', kind: 'story', section: 'news', date: '2026-11-24' };

    expect((await answersOf(['Jo Li', '', ''], known)).story?.contributors).toEqual(['Jo Li']);
    const { story, said } = await answersOf(['nobody', '', ''], known);
    expect(story?.contributors).toEqual([]);
    expect(said).toContain('Unexpected `nobody`');
  });

  it('is told what is wrong with an answer, and asked again', async () => {
    const { story, said } = await answersOf(['', 'a\u202eb', 'A', '9', '', 'x', '', '', 'tomorrow', '']);

    expect(story).toMatchObject({ headline: 'A', kind: 'story', section: 'news', date: '2026-11-23 07:30' });
    expect(said.match(/ {2}Unexpected/g)).toHaveLength(5);
    expect(said).not.toContain('\u202e');
  });

  it.each([[[]], [['A']], [['A', '', '']], [['A', '', '', 'j']]])(
    'may end it, and nothing comes of it: %j',
    async (lines) => {
      expect((await answersOf(lines)).story).toBeUndefined();
    },
  );

  it('is shown who is who of those who have one name', async () => {
    const { story, said } = await answersOf(['Bridge closes', '', '', 'max orr', '2', '', '']);

    expect(said).toContain('  1  Max Orr (max-orr)\n  2  Max Orr (max-orr-2)\n');
    expect(story?.contributors).toEqual(['max-orr-2']);
  });
});

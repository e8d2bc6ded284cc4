import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/cli/init/answers.ts';
import { askFor } from '../../../src/cli/init/ask.ts';
import { questionsFor } from '../../../src/cli/init/questions.ts';

const QUESTIONS = questionsFor({ folder: '/papers/evening-post', locale: 'de-AT', timeZone: 'Europe/Vienna' });

/** Asks somebody who writes this, all at once. */
async function answersOf(written: string, known: Partial<Answers> = {}) {
  const input = new PassThrough();
  const output = new PassThrough();
  const said = text(output);
  input.end(written);
  const answers = await askFor(QUESTIONS, known, { input, output });
  output.end();
  return { answers, said: await said };
}

describe('whoever makes a newsroom', () => {
  it('is asked for each answer, with what is suggested, and takes that by saying nothing', async () => {
    const { answers, said } = await answersOf('\n\n\n\n\n');

    expect(said.split(': ').slice(0, -1)).toEqual([
      'Enter takes what stands in brackets.\nTitle of the paper (Evening post)',
      'Address of the site (https://news.example/)',
      'Language (de-AT)',
      'Time zone (Europe/Vienna)',
      'Sections, with commas between them (Nachrichten, Meinung, Kultur, Sport)',
    ]);
    expect(answers).toEqual({
      title: 'Evening post',
      url: 'https://news.example/',
      language: 'de-AT',
      timeZone: 'Europe/Vienna',
      sections: 'Nachrichten, Meinung, Kultur, Sport',
    });
  });

  it('is told what is wrong with an answer, and asked again', async () => {
    const { answers, said } = await answersOf(
      'Die Flut\nflut.example\nhttps://flut.example/\nklingon\nde\nWien\n\n新聞\nnews=新聞\n',
    );

    expect(answers).toMatchObject({ url: 'https://flut.example/', language: 'de', sections: 'news=新聞' });
    expect(said.match(/ {2}Unexpected [^,]+/g)).toEqual([
      '  Unexpected address `flut.example`',
      '  Unexpected language `klingon`',
      '  Unexpected time zone `Wien`',
      '  Unexpected id `新聞`',
    ]);
  });

  it('is told of what is doubtful, which is taken all the same', async () => {
    const { answers, said } = await answersOf('\n\ncy\n\n\n');

    expect(answers).toMatchObject({ language: 'cy', sections: 'News, Opinion, Culture, Sport' });
    expect(said).toContain('expected one that Broadsheet has phrases in');
  });

  it('is not asked for what is known', async () => {
    const known = { title: 'Die Flut', language: 'fr', timeZone: 'Europe/Paris', url: 'https://flut.example/' };
    const { answers, said } = await answersOf('\n', known);

    expect(answers).toEqual({ ...known, sections: 'Actualités, Opinions, Culture, Sport' });
    expect(said.match(/\(/g)).toHaveLength(1);
  });

  it.each(['', 'Die Flut', 'Die Flut\nhttps://flut.example/\n'])(
    'may end it, and nothing comes of it: %j',
    async (written) => {
      expect((await answersOf(written)).answers).toBeUndefined();
    },
  );

  it('sees what a terminal would obey spelt out', async () => {
    const questions = questionsFor({ folder: '/papers/a', locale: 'en', timeZone: 'UTC' });
    const input = new PassThrough();
    const output = new PassThrough();
    const said = text(output);
    input.end('a\u001b[2Jb\nA\n\n\n\n\n');
    const answers = await askFor(questions, {}, { input, output });
    output.end();

    expect(answers?.title).toBe('A');
    expect(await said).not.toContain('\u001b[2J');
  });
});

describe('what is suggested', () => {
  it.each([
    ['/p/the-tide', 'The tide'],
    ['/p/the_tide.paper', 'The tide paper'],
    ['/p/éclair', 'Éclair'],
    ['/', 'My paper'],
    ['/p/---', 'My paper'],
    ['/p/a\u001bb', 'My paper'],
    ['/p/東京', '東京'],
  ])('is a title of the name of the folder %j', (folder, title) => {
    expect(questionsFor({ folder, locale: 'en', timeZone: 'UTC' })[0]?.suggest({})).toBe(title);
  });

  it.each([
    ['en-US-u-va-posix', 'en-US'],
    ['pt-BR', 'pt-BR'],
    ['cy-GB', 'en'],
    ['C', 'en'],
    ['', 'en'],
  ])('is the language of the locale %j, if Broadsheet has words in it', (locale, language) => {
    expect(questionsFor({ folder: '/p', locale, timeZone: 'UTC' })[2]?.suggest({})).toBe(language);
  });

  it.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['Etc/Unknown', 'UTC'],
    ['', 'UTC'],
  ])('is the zone of the machine %j, if there is such a one', (timeZone, expected) => {
    expect(questionsFor({ folder: '/p', locale: 'en', timeZone })[3]?.suggest({})).toBe(expected);
  });
});
